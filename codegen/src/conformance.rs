//! The tests that a model states of its clients, generated as tests of the client crate.
//!
//! A room of its own: from the model's traits (`lower`) to data (`ir`) to test files (`emit`). The rest
//! of the generator does not know of it.

mod emit;
mod ir;
mod lower;

use std::collections::BTreeMap;

pub use ir::{LeftOut, LeftOutReason};
pub use lower::Correction;

use crate::diagnostics::Diagnostics;
use crate::generate::{Generated, emitted, lowered, read};
use crate::{Options, Sources, report};
use ir::Conformance;

/// A generated crate, and the tests that its model states.
#[derive(Clone, Debug)]
pub struct Suite {
    /// The crate.
    pub generated: Generated,
    /// Test files by path relative to the crate's folder, for example `tests/endpoints.rs`.
    pub tests: BTreeMap<String, String>,
    /// The test cases in these files.
    pub cases: Vec<Case>,
    /// The model's other test cases, each with the reason why it is omitted.
    pub left_out: Vec<LeftOut>,
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

/// Generates the client crate and the tests that its model states.
///
/// # Errors
/// All diagnostics at once, as for [`generate`](crate::generate); tests that cannot be read, and
/// corrections that no test needs.
pub fn suite(
    sources: &Sources<'_>,
    options: &Options,
    corrections: &[Correction],
) -> Result<Suite, Diagnostics> {
    let suite = || {
        let input = read(sources);
        let lowered = lowered(&input, sources, options)?;
        let stated = lower::conformance(&lowered, sources.model.name, corrections)?;
        Ok(Suite {
            tests: emit::emit(&lowered.client, options, &stated)?,
            cases: cases(&stated),
            left_out: stated.http.left_out,
            generated: emitted(lowered, sources, options)?,
        })
    };
    suite().map_err(|diagnostics| report::locate(diagnostics, sources))
}

fn cases(stated: &Conformance) -> Vec<Case> {
    let endpoints = stated.endpoints.iter().flat_map(|test| {
        let calls = test.calls.iter().map(|call| &call.function);
        let functions = [&test.function].into_iter().chain(calls);
        functions.map(|function| Case {
            function: function.clone(),
            title: test.title.clone(),
            corrected: test.corrected,
        })
    });
    let requests = stated.http.requests.iter().map(|test| &test.of);
    let responses = stated.http.responses.iter().map(|test| &test.of);
    let http = requests.chain(responses).map(|of| Case {
        function: format!("{}::{}", of.module, of.function),
        title: of.id.clone(),
        corrected: false,
    });
    endpoints.chain(http).collect()
}
