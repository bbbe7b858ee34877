//! Generates a Rust client crate from a Smithy model of protocol restJson1.
#![forbid(unsafe_code)]

pub mod facts;

use std::collections::BTreeMap;

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

/// All findings of one run, in the order of the passes.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<String>);

impl std::fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.join("\n"))
    }
}

/// Generates the client crate of the one service in `model`.
///
/// # Errors
/// All findings at once, when the model, an overlay or the partitions cannot be used.
pub fn generate(_model: Source<'_>, _overlays: &[Source<'_>], _partitions: Source<'_>, _options: &Options) -> Result<Generated, Diagnostics> {
    Err(Diagnostics::default())
}
