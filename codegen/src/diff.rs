//! The semantic diff: compares two models by the clients that are generated from them.
//!
//! Both models are lowered as for generation. Then [`compare`] pairs their items by Rust name, and
//! compares every field of the IR. No field of the IR is ignored silently: each structure of it is
//! matched without `..`, so that a new field does not compile before it has a rule or a reason.
//! Facts that the IR does not contain, such as constraints, are compared in the traits of the shapes.

mod class;
mod differ;
mod endpoints;
mod enums;
mod error_facts;
mod facts;
mod members;
mod operations;
mod pagination;
mod pairs;
mod partitions;
mod policy;
mod render;
mod report;
mod resources;
mod rule;
mod rules;
mod service;
mod shapes;
mod side;
mod structures;
mod types;
mod unions;
mod values;
mod waiters;

pub use class::{Bump, Class, Version};
pub use policy::{Accepted, Policy, StaleEntry};
pub use render::{Format, render_error};
pub use report::{Difference, Location, Report, Side};
pub use rule::Rule;

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Input};
use crate::generate::{lower_model, parse_sources};
use crate::options::Options;
use crate::report::{locate, positions};
use crate::source::Sources;
use differ::{Differ, Found};
use side::Model;

/// The reason why two models could not be compared.
#[derive(Clone, Debug, Default)]
pub struct Failure {
    /// The diagnostics of the old model, if it has errors.
    pub old: Option<Diagnostics>,
    /// The diagnostics of the new model, if it has errors.
    pub new: Option<Diagnostics>,
}

/// Compares two models.
///
/// # Errors
/// All diagnostics of the models, overlays or partitions that have errors.
pub fn compare(
    old: &Sources<'_>,
    new: &Sources<'_>,
    options: &Options,
) -> Result<Report, Box<Failure>> {
    let (old_input, new_input) = (parse_sources(old), parse_sources(new));
    let old_lowered = lower_model(&old_input, old, options);
    let new_lowered = lower_model(&new_input, new, options);
    let (old_lowered, new_lowered) = match (old_lowered, new_lowered) {
        (Ok(old), Ok(new)) => (old, new),
        (old_lowered, new_lowered) => {
            let old_errors = old_lowered.err().map(|errors| locate(errors, old));
            let new_errors = new_lowered.err().map(|errors| locate(errors, new));
            return Err(Box::new(Failure {
                old: old_errors,
                new: new_errors,
            }));
        }
    };
    let lib = options.lib_name();
    let mut differ = Differ::new(
        Model::new(&old_lowered, &lib),
        Model::new(&new_lowered, &lib),
    );
    service::compare(&mut differ);
    operations::all(&mut differ);
    shapes::types(&mut differ);
    shapes::errors(&mut differ);
    error_facts::compare(&mut differ);
    endpoints::compare(&mut differ);
    partitions::compare(&mut differ);
    facts::compare(&mut differ);
    let mut report = Report {
        title: new_lowered.client.service.title.clone(),
        differences: differences(differ.found, old, new),
    };
    report.sort();
    Ok(report)
}

/// Adds the positions to the differences, and merges those that differ only in their items.
fn differences(found: Vec<Found>, old: &Sources<'_>, new: &Sources<'_>) -> Vec<Difference> {
    let places = |side: Side| {
        let places = found.iter().filter(move |found| found.side == side);
        places.map(|found| Some((Input::Model, found.place.as_ref()?)))
    };
    let mut old_positions = positions(places(Side::Old), old).into_iter();
    let mut new_positions = positions(places(Side::New), new).into_iter();
    let mut merged: Vec<Difference> = Vec::new();
    let mut known: BTreeMap<Difference, usize> = BTreeMap::new();
    for Found {
        mut difference,
        side,
        ..
    } in found
    {
        let position = match side {
            Side::Old => old_positions.next(),
            Side::New => new_positions.next(),
        };
        difference.location = position.flatten().map(|position| Location {
            side,
            file: position.file,
            line: position.line,
            column: position.column,
        });
        let key = Difference {
            subject: String::new(),
            items: Vec::new(),
            ..difference.clone()
        };
        let known = *known.entry(key).or_insert(merged.len());
        match merged.get_mut(known) {
            Some(known) => {
                let items = difference.items.into_iter();
                let items = items.filter(|item| !known.items.contains(item));
                let items: Vec<_> = items.collect();
                known.items.extend(items);
            }
            None => merged.push(difference),
        }
    }
    merged
}
