//! Generates a Rust client crate from a Smithy model of protocol restJson1.
//!
//! A pure library: texts in, texts out. The way of the data: model text → [`ast`] → `lower` →
//! [`ir`] → `emit` → `render`. Lowering decides everything; emitters only print.
#![forbid(unsafe_code)]

pub mod ast;
mod diagnostics;
mod emit;
pub mod facts;
pub mod ir;
mod lower;
mod render;
mod report;
#[cfg(test)]
mod testing;
mod view;

use std::collections::BTreeMap;

pub use diagnostics::{Code, Diagnostic, Diagnostics, Input, Place, Severity, Span};
pub use lower::{Correction, Treatment};
pub use report::{Style, report};

/// The version of `restjson1-runtime` that the generated code is made for.
pub const RUNTIME_VERSION: &str = "0.1.0";

/// The names of the passes after which [`ir_text`] can show the IR.
pub const PASSES: &[&str] = &lower::PASSES;

/// The traits that the generator knows, by id, sorted.
pub fn known_traits() -> impl Iterator<Item = (&'static str, Treatment)> {
    lower::traits()
}

/// A text to read, with the name that diagnostics call it by.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Usually the file's path, as the user wrote it.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// The texts of a run.
#[derive(Clone, Debug)]
pub struct Sources<'a> {
    /// The Smithy model, in its JSON form.
    pub model: Source<'a>,
    /// The overlays, in the order to apply them.
    pub overlays: Vec<Source<'a>>,
    /// The table of partitions.
    pub partitions: Source<'a>,
}

impl<'a> Sources<'a> {
    /// The text that a finding is about.
    pub fn get(&self, input: Input) -> Option<Source<'a>> {
        match input {
            Input::Model => Some(self.model),
            Input::Overlay(index) => self.overlays.get(index).copied(),
            Input::Partitions => Some(self.partitions),
            Input::Other => None,
        }
    }
}

/// What the caller chooses about the generated crate.
#[derive(Clone, Debug)]
pub struct Options {
    /// The package's name, `ivs-sdk` for example.
    pub crate_name: String,
    /// The package's version.
    pub crate_version: String,
    /// How the generated Cargo.toml finds the runtime crate.
    pub runtime: RuntimeDependency,
    /// Traits outside the generator's table that are let pass with a warning.
    pub allowed_traits: Vec<String>,
    /// Whether the client is made without the operations that stream events, with a warning.
    pub skip_unsupported: bool,
}

impl Options {
    /// What Rust calls the crate.
    fn lib_name(&self) -> String {
        self.crate_name.replace('-', "_")
    }

    fn choices(&self) -> lower::Choices<'_> {
        lower::Choices {
            allowed_traits: &self.allowed_traits,
            skip_unsupported: self.skip_unsupported,
        }
    }
}

/// How a generated crate finds `restjson1-runtime`.
#[derive(Clone, Debug)]
pub enum RuntimeDependency {
    /// By a path relative to the generated crate's folder, with the version to publish against.
    Path(String),
    /// By version, from the registry.
    Version(String),
}

/// A generated crate: its files by path, sorted, and what it holds.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Path relative to the crate's folder (`src/lib.rs`), and text.
    pub files: BTreeMap<String, String>,
    /// How many operations the client has.
    pub operations: usize,
    /// How many shapes the service's closure holds.
    pub shapes: usize,
    /// The operations that were left out, as [`Options::skip_unsupported`] allows.
    pub skipped: Vec<String>,
    /// Findings that did not stop the generation.
    pub warnings: Diagnostics,
}

/// A generated crate, and the tests that its model states of it.
#[derive(Clone, Debug)]
pub struct Suite {
    /// The crate.
    pub generated: Generated,
    /// The tests: path relative to the crate's folder (`tests/endpoints.rs`), and text.
    pub tests: BTreeMap<String, String>,
    /// The cases that are tested.
    pub cases: Vec<Case>,
    /// The others, and why they are not.
    pub left_out: Vec<ir::LeftOut>,
}

/// A test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The name of its function, the same in no other test of the crate.
    pub function: String,
    /// What it is about.
    pub title: String,
    /// Whether a correction took the place of what the model expects.
    pub corrected: bool,
}

/// Generates the client crate of the one service in the model.
///
/// # Errors
/// All findings at once, in the order of the texts, when the model, an overlay or the partitions
/// cannot be used.
pub fn generate(sources: &Sources<'_>, options: &Options) -> Result<Generated, Diagnostics> {
    let generate = || {
        let input = read(sources);
        let lowered = lower(&input, sources, options.choices())?;
        generated(lowered, sources, options)
    };
    generate().map_err(|found| report::locate(found, sources))
}

/// As [`generate`], with the tests that the model states of its client.
///
/// # Errors
/// All findings at once, as [`generate`] gives them; tests that are none, and corrections that no
/// test needs.
pub fn conformance(
    sources: &Sources<'_>,
    options: &Options,
    corrections: &[Correction],
) -> Result<Suite, Diagnostics> {
    let suite = || {
        let input = read(sources);
        let lowered = lower(&input, sources, options.choices())?;
        let stated = lower::conformance(&lowered, sources.model.name, corrections)?;
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
        Ok(Suite {
            tests: emit::conformance(&lowered.client, options, &stated)?,
            cases: endpoints.chain(http).collect(),
            left_out: stated.http.left_out.clone(),
            generated: generated(lowered, sources, options)?,
        })
    };
    suite().map_err(|found| report::locate(found, sources))
}

fn generated(
    lowered: lower::Lowered<'_>,
    sources: &Sources<'_>,
    options: &Options,
) -> Result<Generated, Diagnostics> {
    let files = emit::emit(&lowered.client, options)?;
    let skipped = lowered.client.skipped.iter();
    Ok(Generated {
        files,
        skipped: skipped.map(|one| one.operation.clone()).collect(),
        operations: lowered.client.operations.len(),
        shapes: lowered.closure.shapes.len() + lowered.closure.errors.len(),
        warnings: report::locate(lowered.warnings, sources),
    })
}

/// The IR: for tools that make something else of it than the client crate.
///
/// # Errors
/// All findings at once, as [`generate`] gives them.
pub fn client(sources: &Sources<'_>, options: &Options) -> Result<ir::Client, Diagnostics> {
    let client = || {
        let input = read(sources);
        Ok(lower(&input, sources, options.choices())?.client)
    };
    client().map_err(|found| report::locate(found, sources))
}

/// The IR as text, for debugging: after pass `after` (the last one when `None`), and only what is
/// called `filter`.
///
/// # Errors
/// All findings at once, as [`generate`] gives them; a pass that does not exist.
pub fn ir_text(
    sources: &Sources<'_>,
    options: &Options,
    after: Option<&str>,
    filter: Option<&str>,
) -> Result<String, Diagnostics> {
    let view = || {
        let input = read(sources);
        let lowered = lower(&input, sources, options.choices())?;
        view::view(&lowered, after, filter)
    };
    view().map_err(|found| report::locate(found, sources))
}

/// What the texts hold, as far as they could be read, and what is wrong with them.
struct Read {
    model: Option<ast::Model>,
    partitions: Vec<ir::Partition>,
    found: Diagnostics,
}

fn read(sources: &Sources<'_>) -> Read {
    let mut found = Diagnostics::default();
    let mut model = ast::parse(sources.model, &mut found);
    for (index, overlay) in sources.overlays.iter().enumerate() {
        ast::apply(model.as_mut(), index, *overlay, &mut found);
    }
    let partitions = lower::partitions(sources.partitions, &mut found);
    Read {
        model,
        partitions,
        found,
    }
}

/// Lowers what could be read; what is found comes to what was found before.
fn lower<'a>(
    input: &'a Read,
    sources: &Sources<'_>,
    choices: lower::Choices<'_>,
) -> Result<lower::Lowered<'a>, Diagnostics> {
    let mut found = input.found.clone();
    let Some(model) = &input.model else {
        return Err(found);
    };
    let (file, partitions) = (sources.model.name, input.partitions.clone());
    let mut lowered = lower::lower(model, file, partitions, choices);
    found.extend(match &mut lowered {
        Ok(lowered) => std::mem::take(&mut lowered.warnings),
        Err(other) => std::mem::take(other),
    });
    match lowered {
        Ok(mut lowered) if !found.has_errors() => {
            lowered.warnings = found;
            Ok(lowered)
        }
        _ => Err(found),
    }
}

#[cfg(test)]
mod tests;
