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
#[cfg(test)]
mod testing;
mod view;

use std::collections::BTreeMap;

pub use diagnostics::{Code, Diagnostic, Diagnostics};
pub use lower::Treatment;

/// The version of `restjson1-runtime` that the generated code is made for.
pub const RUNTIME_VERSION: &str = "0.1.0";

/// The names of the passes after which [`ir_text`] can show the IR.
pub const PASSES: &[&str] = &lower::PASSES;

/// The traits that the generator knows, by id, sorted.
pub fn known_traits() -> impl Iterator<Item = (&'static str, Treatment)> {
    lower::TRAITS.iter().copied()
}

/// A text to read, with the name that diagnostics call it by.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Usually the file's path, as the user wrote it.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
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
    /// Findings that did not stop the generation.
    pub warnings: Diagnostics,
}

/// Generates the client crate of the one service in `model`.
///
/// # Errors
/// All findings at once, when the model, an overlay or the partitions cannot be used.
pub fn generate(
    model: Source<'_>,
    overlays: &[Source<'_>],
    partitions: Source<'_>,
    options: &Options,
) -> Result<Generated, Diagnostics> {
    let (model_ast, partitions) = read(model, overlays, partitions)?;
    let lowered = lower::lower(&model_ast, model.name, partitions, &options.allowed_traits)?;
    let files = emit::emit(&lowered.client, options)?;
    Ok(Generated {
        files,
        operations: lowered.client.operations.len(),
        shapes: lowered.closure.shapes.len() + lowered.closure.errors.len(),
        warnings: lowered.warnings,
    })
}

/// The IR as text, for debugging: after pass `after` (the last one when `None`), and only what is
/// called `filter`.
///
/// # Errors
/// All findings at once, as [`generate`] gives them; a pass that does not exist.
pub fn ir_text(
    model: Source<'_>,
    overlays: &[Source<'_>],
    partitions: Source<'_>,
    options: &Options,
    after: Option<&str>,
    filter: Option<&str>,
) -> Result<String, Diagnostics> {
    let (model_ast, partitions) = read(model, overlays, partitions)?;
    let lowered = lower::lower(&model_ast, model.name, partitions, &options.allowed_traits)?;
    view::view(&lowered, after, filter)
}

/// Reads all texts; the findings of all of them come together.
fn read(
    model: Source<'_>,
    overlays: &[Source<'_>],
    partitions: Source<'_>,
) -> Result<(ast::Model, Vec<ir::Partition>), Diagnostics> {
    let mut found = Diagnostics::default();
    let partitions = lower::partitions(partitions);
    let model = ast::parse(model).and_then(|mut model| {
        let mut found = Diagnostics::default();
        for overlay in overlays {
            if let Err(other) = ast::apply(&mut model, *overlay) {
                found.extend(other);
            }
        }
        found.or(model)
    });
    match (model, partitions) {
        (Ok(model), Ok(partitions)) => Ok((model, partitions)),
        (model, partitions) => {
            if let Err(other) = model {
                found.extend(other);
            }
            if let Err(other) = partitions {
                found.extend(other);
            }
            Err(found)
        }
    }
}

#[cfg(test)]
mod tests;
