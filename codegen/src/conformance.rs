//! Generates tests of the client crate from the tests that a model defines.
//!
//! `lower` turns the model's traits into data (`ir`), and `emit` turns the data into test files. The
//! rest of the generator does not depend on this module.

mod emit;
mod ir;
mod lower;

use std::collections::BTreeMap;

pub use ir::{SkipReason, SkippedCase};
pub use lower::Correction;

use crate::diagnostics::Diagnostics;
use crate::generate::{Generated, emit_crate, lower_model, parse_sources};
use crate::options::Options;
use crate::report;
use crate::source::Sources;
use ir::Conformance;

/// A generated crate, and the tests that its model defines.
#[derive(Clone, Debug)]
pub struct Suite {
    /// The crate.
    pub generated: Generated,
    /// Test files by path relative to the crate's folder, for example `tests/endpoints.rs`.
    pub tests: BTreeMap<String, String>,
    /// The test cases in these files.
    pub cases: Vec<Case>,
    /// The test functions of round trips through JSON, one for each type; no model defines them.
    pub round_trips: Vec<String>,
    /// The model's other test cases, sorted by id.
    pub skipped: Vec<SkippedCase>,
}

/// A test case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The path of the test function, unique in the crate.
    pub function: String,
    /// The model's id or description of the case.
    pub title: String,
    /// `true` if a correction replaced the model's expectation.
    pub corrected: bool,
}

/// Generates the client crate and the tests that its model defines.
///
/// # Errors
/// Returns all diagnostics at once, as [`generate`](crate::generate) does. Invalid tests and unused
/// corrections are errors too.
pub fn suite(
    sources: &Sources<'_>,
    options: &Options,
    corrections: &[Correction],
) -> Result<Suite, Diagnostics> {
    let suite = || {
        let input = parse_sources(sources);
        let lowered = lower_model(&input, sources, options)?;
        let conformance = lower::conformance(&lowered, sources.model.name, corrections)?;
        Ok(Suite {
            tests: emit::emit(&lowered.client, options, &conformance)?,
            cases: cases(&conformance),
            round_trips: {
                let tests = conformance.round_trips.iter();
                tests.map(|test| test.function.clone()).collect()
            },
            skipped: conformance.skipped,
            generated: emit_crate(lowered, sources, options)?,
        })
    };
    suite().map_err(|diagnostics| report::locate(diagnostics, sources))
}

fn cases(conformance: &Conformance) -> Vec<Case> {
    let endpoints = conformance.endpoints.iter().flat_map(|test| {
        let calls = test.calls.iter().map(|call| &call.function);
        let functions = [&test.function].into_iter().chain(calls);
        functions.map(|function| Case {
            function: function.clone(),
            title: test.title.clone(),
            corrected: test.corrected,
        })
    });
    let requests = conformance.http.requests.iter().map(|test| &test.info);
    let responses = conformance.http.responses.iter().map(|test| &test.info);
    let http = requests.chain(responses).map(|info| Case {
        function: format!("{}::{}", info.module, info.function),
        title: info.id.clone(),
        corrected: false,
    });
    endpoints.chain(http).collect()
}
