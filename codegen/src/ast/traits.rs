//! The table of traits, with typed getters for the values that have an effect.
//!
//! Each family of traits has a file with its rows and getters. An id that other code names is a
//! constant in [`ids`].

mod auth;
mod aws;
mod client;
mod endpoints;
mod extensions;
mod form;
mod http;
pub(crate) mod ids;
mod prelude;
mod row;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::ShapeKind;
pub use prelude::TimestampFormat;
pub(crate) use prelude::{Author, Documentation, EnumDefinition, PaginatedTrait};
use row::Row;
pub use row::Treatment;

const FAMILIES: [&[Row]; 7] = [
    auth::ROWS,
    aws::ROWS,
    client::ROWS,
    endpoints::ROWS,
    extensions::ROWS,
    http::ROWS,
    prelude::ROWS,
];

static TABLE: LazyLock<BTreeMap<&str, Row>> = LazyLock::new(|| {
    let rows = FAMILIES.into_iter().flatten();
    rows.map(|row| (row.id, *row)).collect()
});

/// Iterates over the ids, in alphabetical order, and treatments of the known traits.
pub fn known_traits() -> impl Iterator<Item = (&'static str, Treatment)> {
    TABLE.values().map(|row| (row.id, row.treatment))
}

/// Returns the generator's treatment of a trait; `None` if the trait is unknown.
pub(crate) fn treatment(trait_id: &str) -> Option<Treatment> {
    TABLE.get(trait_id).map(|row| row.treatment)
}

/// The traits of one shape or member.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traits {
    values: Map<String, Value>,
    /// The ids of the traits that an overlay added or replaced; for the documentation of a value of
    /// the trait `enum`, the trait's id with `$` and the value's name.
    overlaid: BTreeSet<String>,
}

impl Traits {
    pub(super) fn from_map(map: Map<String, Value>) -> Self {
        Self {
            values: map,
            overlaid: BTreeSet::new(),
        }
    }

    pub(super) fn extend(&mut self, traits: Traits) {
        self.values.extend(traits.values);
        self.overlaid.extend(traits.overlaid);
    }

    /// Adds or replaces a trait on behalf of an overlay.
    pub(super) fn overlay(&mut self, id: &str, value: Value) {
        self.values.insert(id.to_owned(), value);
        self.overlaid.insert(id.to_owned());
    }

    /// Returns `true` if an overlay added or replaced the trait.
    pub(crate) fn is_overlaid(&self, id: &str) -> bool {
        self.overlaid.contains(id)
    }

    /// Returns the traits except those whose ids match.
    pub(super) fn without(&self, matches: impl Fn(&str) -> bool) -> Self {
        let mut kept = self.clone();
        kept.values.retain(|id, _| !matches(id));
        kept.overlaid.retain(|id| !matches(id));
        kept
    }

    /// Iterates over the ids of the traits, in the model's order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// Returns `true` if the trait is present.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.values.contains_key(id)
    }

    /// Returns the trait's value.
    pub(crate) fn get(&self, id: &str) -> Option<&Value> {
        self.values.get(id)
    }

    /// Describes the form that the trait's value must have, if the value has another form.
    ///
    /// `kind` is the kind of the shape that has the traits, or whose member has them.
    pub(crate) fn expected_form(&self, id: &str, kind: &ShapeKind) -> Option<String> {
        let form = TABLE.get(id)?.form;
        let is_wrong = self.get(id).is_some_and(|value| !form.fits(kind, value));
        is_wrong.then(|| form.describe(kind))
    }

    fn string(&self, id: &str) -> Option<&str> {
        self.get(id).and_then(Value::as_str)
    }
}
