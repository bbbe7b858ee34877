//! Generates a Rust client crate from a Smithy model with the protocol restJson1.
//!
//! A pure library: it takes source files and returns a map of file contents by path. Data flows in
//! one direction: model → `ast` → `lower` → [`ir`] → `emit` → `render`. Lowering makes all
//! decisions; emitters only print.
#![forbid(unsafe_code)]

mod ast;
pub mod botocore;
pub mod canonical;
pub mod conformance;
mod diagnostics;
pub mod diff;
mod documentation;
mod emit;
mod generate;
mod identifier;
pub mod ir;
mod lower;
mod options;
mod printable;
mod render;
mod report;
mod shape_id;
mod source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod view;
mod wire_table;

pub use ast::{Treatment, known_traits};
pub use diagnostics::{Code, Diagnostic, Diagnostics, Input, Place, Severity, Span};
pub use documentation::{Documentation, DocumentedItem, ItemKind, documentation};
pub use generate::{Generated, client, generate, generate_with_wire_table};
pub use lower::Pass;
pub use options::{Options, RuntimeDependency};
pub use report::{Style, report};
pub use source::{Source, Sources};
pub use view::{IrText, ir_text};
pub use wire_table::wire_table;

/// The version of `restjson1-runtime` that the generated code needs.
pub const RUNTIME_VERSION: &str = "0.1.0";
