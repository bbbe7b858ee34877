//! The facts that earlier conditions establish for a rule.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Typed;

/// The parameters that are set and the variables that are assigned.
///
/// A rule adds to the scope of the tree around it and removes these additions at its end, because a
/// copy for each rule would take quadratic time.
#[derive(Default)]
pub(super) struct Scope {
    set_parameters: BTreeSet<String>,
    /// By the names in the rules.
    variables: BTreeMap<String, Typed>,
    /// The Rust names of the variables.
    rust_names: BTreeSet<String>,
    additions: Vec<Addition>,
}

enum Addition {
    Parameter(String),
    Variable { name: String, rust: String },
}

/// A state of a scope, to which it can return.
pub(super) struct Mark(usize);

impl Scope {
    pub(super) fn mark(&self) -> Mark {
        Mark(self.additions.len())
    }

    /// Removes everything added since the mark.
    pub(super) fn return_to(&mut self, mark: &Mark) {
        for addition in self.additions.drain(mark.0..) {
            match addition {
                Addition::Parameter(name) => {
                    self.set_parameters.remove(&name);
                }
                Addition::Variable { name, rust } => {
                    self.variables.remove(&name);
                    self.rust_names.remove(&rust);
                }
            }
        }
    }

    /// Returns `true` if an earlier condition tests that the parameter is set.
    pub(super) fn is_set(&self, parameter: &str) -> bool {
        self.set_parameters.contains(parameter)
    }

    /// Adds a parameter that is set, and was not known to be.
    pub(super) fn add_parameter(&mut self, name: &str) {
        if self.set_parameters.insert(name.to_owned()) {
            self.additions.push(Addition::Parameter(name.to_owned()));
        }
    }

    /// Adds a variable whose names are not in the scope.
    pub(super) fn add_variable(&mut self, name: &str, rust: String, value: Typed) {
        self.variables.insert(name.to_owned(), value);
        self.rust_names.insert(rust.clone());
        let name = name.to_owned();
        self.additions.push(Addition::Variable { name, rust });
    }

    /// Returns the value of a variable.
    pub(super) fn variable(&self, name: &str) -> Option<&Typed> {
        self.variables.get(name)
    }

    /// The names of the variables in the rules.
    pub(super) fn variable_names(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    /// Returns `true` if a variable has this Rust name.
    pub(super) fn has_rust_name(&self, rust: &str) -> bool {
        self.rust_names.contains(rust)
    }
}
