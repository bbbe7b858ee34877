//! The conditions of rules.

use serde_json::Value;

use super::{Reader, Scope};
use crate::diagnostics::Code;
use crate::ir::{Condition, Ownership, RuleType, RuleValue, Typed};
use crate::lower::names::{endpoint_name, is_identifier};

impl Reader<'_> {
    /// What a condition comes to, which may be nothing where it always holds; `None` where there was
    /// a problem. What it teaches comes into the scope anyway.
    pub(super) fn condition(
        &mut self,
        condition: &Value,
        scope: &mut Scope,
    ) -> Option<Option<Condition>> {
        if let Some(reference) = parameter_asked_for(condition) {
            // What a condition before has asked for holds.
            return match scope.set.contains(reference.as_str().unwrap_or_default()) {
                true => Some(None),
                false => self.is_set(reference, scope).map(Some),
            };
        }
        let at = condition.get("assign");
        let assign = at.map(|at| at.as_str().unwrap_or_default());
        let value = self.call(condition, scope);
        let name = match (assign, at) {
            (Some(name), Some(at)) => self.variable(at, name, scope).map(Some),
            _ => Some(None),
        };
        let (Some(value), Some(name)) = (value, name) else {
            self.reported.extend(assign.map(str::to_owned));
            return None;
        };
        if let Some(assign) = assign {
            let variable = known(&value, name.clone().unwrap_or_default());
            scope.variables.insert(assign.to_owned(), variable);
        }
        Some(match (value.kind, value.optional, name) {
            (RuleType::Boolean, _, _) if value.value == RuleValue::Boolean(true) => None,
            (RuleType::Boolean, _, _) => Some(Condition::Holds(value)),
            (_, true, name) => Some(Condition::Set { value, name }),
            (_, false, Some(name)) => Some(Condition::Let { value, name }),
            (_, false, None) => None,
        })
    }

    /// That a parameter is set, which gives its value the parameter's name.
    fn is_set(&mut self, reference: &Value, scope: &mut Scope) -> Option<Condition> {
        let name = reference.as_str().unwrap_or_default();
        let value = self.reference(reference, name, scope);
        if value.as_ref().is_some_and(|value| !value.optional) {
            self.always_set(reference, &format!("`{name}`"));
            return None;
        }
        scope.set.insert(name.to_owned());
        let value = value?;
        let name = match &value.value {
            RuleValue::Parameter(rust) => Some(rust.clone()),
            _ => None,
        };
        Some(Condition::Set { value, name })
    }

    /// The Rust name of what is assigned to.
    fn variable(&mut self, at: &Value, name: &str, scope: &Scope) -> Option<String> {
        let rust = endpoint_name(name);
        if !is_identifier(&rust) {
            let reason = format!("no name in Rust can be made of `{name}`");
            let help = "assign to a name of letters and digits, not digits first";
            self.problem(Code::RuleName, at, reason, help);
            return None;
        }
        let parameters = self.parameters.iter();
        let parameters = parameters.map(|other| (&other.name.wire, &other.name.rust));
        let variables = scope.variables.keys();
        let of_variables: Vec<_> = variables
            .map(|other| (other, endpoint_name(other)))
            .collect();
        let mut taken = parameters.chain(of_variables.iter().map(|(other, rust)| (*other, rust)));
        let other = taken.find(|(_, other)| **other == rust);
        if let Some(other) = other.map(|(other, _)| other.clone()) {
            let reason = format!("`{other}` and `{name}` would both be called `{rust}`");
            let help = "assign to a name that no parameter and no condition before has";
            self.problem(Code::ParameterConflict, at, reason, help);
            return None;
        }
        Some(rust)
    }

    pub(super) fn always_set(&mut self, at: &Value, what: &str) {
        let reason = format!("{what} is always set");
        let help = "ask only for what may be unset: parameters without a default, for example";
        self.problem(Code::AlwaysSet, at, reason, help);
    }
}

/// The reference to a parameter that the condition asks for, where it does nothing else.
fn parameter_asked_for(condition: &Value) -> Option<&Value> {
    let is_set = condition.get("fn").and_then(Value::as_str) == Some("isSet");
    let argv = condition.get("argv").and_then(Value::as_array)?;
    match &**argv {
        [argument] if is_set && condition.get("assign").is_none() => argument.get("ref"),
        _ => None,
    }
}

/// What a variable holds once its condition holds.
fn known(value: &Typed, name: String) -> Typed {
    Typed {
        value: match value.kind {
            RuleType::Boolean => RuleValue::Boolean(true),
            _ => RuleValue::Variable(name),
        },
        kind: value.kind,
        optional: false,
        ownership: match (value.ownership, value.kind) {
            (Ownership::Owned, _) => Ownership::Place,
            // The variable is a reference to the place.
            (Ownership::Place, _) => Ownership::Reference,
            (form, _) => form,
        },
    }
}
