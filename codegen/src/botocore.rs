//! Converts a service description of botocore, the library below the AWS SDK for Python, into a
//! Smithy model.
//!
//! Botocore publishes `service-2.json` with companions beside it: `paginators-1.json`,
//! `waiters-2.json` and `endpoint-rule-set-1.json`. AWS derives them from the Smithy model, which
//! loses facts. The conversion needs a Smithy model of the same service, the present one, and keeps
//! its facts where botocore has none:
//!
//! - ids: the namespace and the name of the service, the names of enum values, targets in the
//!   prelude, resources and renames;
//! - types: `byte`, `short` and `intEnum` are `integer` in botocore;
//! - all traits without an equivalent, such as `input` and `output`, `uniqueItems`, `mediaType`,
//!   `clientOptional`, `cors`, the metadata for other tools, and the tests that models define. A
//!   trait is kept while its shape has the same type, and its member the same target;
//! - defaults: botocore only marks numbers and booleans as boxed, not in all services, which
//!   excludes the default zero;
//! - paginators and waiters: the companions are written by hand and incomplete, so they add some,
//!   and replace those whose tokens differ, but remove none;
//! - the order of members that the present model has. New ones follow in botocore's order.
//!
//! Guesses about new shapes are reported as notes: names of enum values, and defaults.
//! The same constraints are written differently, so the present spelling is kept as well: patterns
//! have no anchors in botocore, and each length has a minimum. `documentation` is never read.

mod companions;
mod constraints;
mod members;
mod node;
mod operations;
mod present;
mod service;
mod shapes;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::ast::json;
use crate::diagnostics::{Diagnostics, Input};
use crate::report::locate;
use crate::source::{Source, Sources};
use node::Node;
use present::Present;

/// The files of a service, as botocore publishes them.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// `service-2.json`.
    pub service: Source<'a>,
    /// `paginators-1.json`.
    pub paginators: Option<Source<'a>>,
    /// `waiters-2.json`.
    pub waiters: Option<Source<'a>>,
    /// `endpoint-rule-set-1.json`; without it, the present model's rules are kept.
    pub endpoint_rules: Option<Source<'a>>,
}

/// A converted model.
#[derive(Clone, Debug)]
pub struct Converted {
    /// The Smithy model, as a JSON AST.
    pub text: String,
    /// The traits that botocore does not have and that the present model's shapes keep, with the
    /// number of shapes and members.
    pub kept: BTreeMap<String, usize>,
    /// Guesses and losses that a person must check, one line each.
    pub notes: Vec<String>,
    /// Diagnostics that did not stop the conversion, such as repeated keys; their places are those of
    /// [`Files::sources`].
    pub warnings: Diagnostics,
}

impl<'a> Files<'a> {
    /// Returns the files as sources, for [`report`](crate::report()): the companions take the
    /// places of overlays.
    pub fn sources(&self) -> Sources<'a> {
        let none = Source { name: "", text: "" };
        let companions = [self.paginators, self.waiters, self.endpoint_rules];
        Sources {
            model: self.service,
            overlays: companions.map(|file| file.unwrap_or(none)).to_vec(),
            partitions: none,
        }
    }
}

/// Converts a service description into a Smithy model, with the facts of the present Smithy model
/// that botocore does not have.
///
/// # Errors
/// If a file is not in botocore's format or has a key without a known meaning, the protocol is not
/// restJson1, or the present model is that of another service. The places of the diagnostics are
/// those of [`Files::sources`].
pub fn to_smithy(files: &Files<'_>, present: Source<'_>) -> Result<Converted, Diagnostics> {
    let sources = files.sources();
    let mut diagnostics = Diagnostics::default();
    let converted = convert(files, present, &mut diagnostics);
    let warnings = locate(diagnostics, &sources);
    match converted {
        Some(converted) if !warnings.has_errors() => Ok(Converted {
            warnings,
            ..converted
        }),
        _ => Err(warnings),
    }
}

/// The state of a conversion.
struct Converter<'a> {
    present: &'a Present,
    /// The botocore shapes, by name.
    source: BTreeMap<&'a str, Node<'a>>,
    /// The names of operations, which other shapes must not have.
    operations: BTreeSet<&'a str>,
    /// `true` if some number or boolean is boxed, so that the others have the default zero.
    has_boxes: bool,
    /// The converted shapes, by id.
    shapes: Map<String, Value>,
    /// The referenced shapes that are not converted yet: id and botocore's name.
    pending: Vec<(String, &'a str)>,
    /// The traits that members give to their targets.
    target_traits: Vec<(String, &'static str, Value)>,
    kept: BTreeMap<String, usize>,
    notes: Vec<String>,
    diagnostics: Diagnostics,
}

fn convert(
    files: &Files<'_>,
    present: Source<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Converted> {
    let help = "use botocore's files of a service";
    let mut read = |index: Option<usize>, file: Source<'_>| {
        let input = index.map_or(Input::Model, Input::Overlay);
        let mut own = Diagnostics::about(input, file.name);
        let value = json(file, help, &mut own);
        diagnostics.extend(own);
        value
    };
    let service = read(None, files.service);
    let mut companion = |index: usize, file: Option<Source<'_>>| match file {
        Some(file) => read(Some(index), file).map(Some),
        None => Some(None),
    };
    let paginators = companion(0, files.paginators);
    let waiters = companion(1, files.waiters);
    let rules = companion(2, files.endpoint_rules);
    let (service, paginators, waiters, rules) = (service?, paginators?, waiters?, rules?);

    let mut own = Diagnostics::about(Input::Model, files.service.name);
    let root = Node::root(&service);
    let Some(present) = Present::read(present, &root, &mut own) else {
        diagnostics.extend(own);
        return None;
    };
    let mut converter = Converter::new(&root, &present, own);
    converter.service(&root, rules);
    let name = |file: Option<Source<'_>>| file.map(|file| file.name.to_owned());
    if let (Some(paginators), Some(name)) = (&paginators, name(files.paginators)) {
        let mut own = Diagnostics::about(Input::Overlay(0), &name);
        converter.paginators(&Node::root(paginators), &mut own);
        converter.diagnostics.extend(own);
    }
    if let (Some(waiters), Some(name)) = (&waiters, name(files.waiters)) {
        let mut own = Diagnostics::about(Input::Overlay(1), &name);
        converter.waiters(&Node::root(waiters), &mut own);
        converter.diagnostics.extend(own);
    }
    converter.keep_facts();
    diagnostics.extend(converter.diagnostics);
    let mut model = Map::new();
    model.insert("smithy".to_owned(), "2.0".into());
    if let Some(metadata) = &present.metadata {
        model.insert("metadata".to_owned(), metadata.clone());
    }
    model.insert("shapes".to_owned(), Value::Object(converter.shapes));
    Some(Converted {
        text: Value::Object(model).to_string(),
        kept: converter.kept,
        notes: converter.notes,
        warnings: Diagnostics::default(),
    })
}
