//! The parameters read so far, with indexes by their names.

use std::collections::BTreeMap;

use crate::identifier::prefixed;
use crate::ir::Parameter;
use crate::lower::names::{TakenNames, endpoint_name, with_value};

/// The parameters of a rule set.
pub(super) struct KnownParameters {
    list: Vec<Parameter>,
    by_name: BTreeMap<String, usize>,
    by_rust_name: BTreeMap<String, usize>,
    /// By names without case and underscores.
    by_folded_name: BTreeMap<String, usize>,
    taken: TakenNames<String>,
}

impl KnownParameters {
    pub(super) fn new() -> Self {
        Self {
            list: Vec::new(),
            by_name: BTreeMap::new(),
            by_rust_name: BTreeMap::new(),
            by_folded_name: BTreeMap::new(),
            taken: TakenNames::new(&[]),
        }
    }

    /// Takes a Rust name whose getter and setters no earlier parameter has.
    pub(super) fn take_rust_name(&mut self, name: &str) -> String {
        let names = |rust: &String| vec![rust.clone(), prefixed("set_", rust)];
        let next = |rust: String| with_value(&rust);
        self.taken.take(endpoint_name(name), names, next)
    }

    pub(super) fn push(&mut self, parameter: Parameter) {
        let index = self.list.len();
        let name = parameter.name.clone();
        self.by_folded_name.insert(folded(&name.wire), index);
        self.by_rust_name.insert(name.rust, index);
        self.by_name.insert(name.wire, index);
        self.list.push(parameter);
    }

    pub(super) fn get(&self, name: &str) -> Option<&Parameter> {
        self.by_name.get(name).map(|index| &self.list[*index])
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Parameter> {
        self.by_name.get(name).map(|index| &mut self.list[*index])
    }

    pub(super) fn has_rust_name(&self, rust: &str) -> bool {
        self.by_rust_name.contains_key(rust)
    }

    /// Returns a parameter whose name differs only in case or underscores.
    pub(super) fn similar(&self, name: &str) -> Option<&Parameter> {
        let index = self.by_folded_name.get(&folded(name));
        index.map(|index| &self.list[*index])
    }

    /// The names of the parameters in the rules.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|parameter| &*parameter.name.wire)
    }

    pub(super) fn into_list(self) -> Vec<Parameter> {
        self.list
    }
}

fn folded(name: &str) -> String {
    name.replace('_', "").to_ascii_lowercase()
}
