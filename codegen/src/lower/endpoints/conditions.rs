//! The conditions of rules.

use serde_json::Value;

use super::{Reader, Scope};
use crate::diagnostics::Code;
use crate::ir::{Condition, Ownership, RuleType, RuleValue, Typed};
use crate::lower::names::{endpoint_name, is_identifier, with_value};

impl Reader<'_> {
    /// Lowers a condition, and adds to the scope what holds after it.
    ///
    /// Returns `None` if there was a problem, and `Some(None)` if the condition always holds.
    pub(super) fn condition(
        &mut self,
        condition: &Value,
        scope: &mut Scope,
    ) -> Option<Option<Condition>> {
        if let Some(reference) = tested_parameter(condition) {
            let name = reference.as_str().unwrap_or_default();
            if scope.is_set(name) {
                return Some(None);
            }
            return self.parameter_is_set(reference, scope).map(Some);
        }
        let value = self.call(condition, scope);
        let mut variable = None;
        if let Some(at) = condition.get("assign") {
            let name = at.as_str().unwrap_or_default();
            let rust = self.variable_name(at, name, scope);
            let (Some(value), Some(rust)) = (&value, rust) else {
                self.reported.insert(name.to_owned());
                return None;
            };
            let assigned = variable_reference(value, rust.clone());
            scope.add_variable(name, rust.clone(), assigned);
            variable = Some(rust);
        }
        let value = value?;
        Some(match (value.kind, value.optional, variable) {
            (RuleType::Boolean, _, _) if value.value == RuleValue::Boolean(true) => None,
            (RuleType::Boolean, _, _) => Some(Condition::Holds(value)),
            (_, true, name) => Some(Condition::Set { value, name }),
            (_, false, Some(name)) => Some(Condition::Let { value, name }),
            (_, false, None) => None,
        })
    }

    /// Returns a condition that tests if a parameter is set, and binds its value to a variable.
    fn parameter_is_set(&mut self, reference: &Value, scope: &mut Scope) -> Option<Condition> {
        let name = reference.as_str().unwrap_or_default();
        let value = self.reference(reference, name, scope);
        if value.as_ref().is_some_and(|value| !value.optional) {
            self.report_always_set(reference, &format!("`{name}`"));
            return None;
        }
        scope.add_parameter(name);
        let value = value?;
        let name = match &value.value {
            RuleValue::Parameter(rust) => Some(rust.clone()),
            _ => None,
        };
        Some(Condition::Set { value, name })
    }

    /// Returns a Rust name for a variable that no parameter and no earlier variable has, or reports
    /// that the variable's name is invalid or taken.
    fn variable_name(&mut self, at: &Value, name: &str, scope: &Scope) -> Option<String> {
        let rust = endpoint_name(name);
        if !is_identifier(&rust) {
            let reason = format!("`{name}` has no valid name in Rust");
            let help = "use letters and digits, and start with a letter";
            self.problem(Code::RuleName, at, reason, help);
            return None;
        }
        if self.parameters.get(name).is_some() || scope.variable(name).is_some() {
            let reason = format!("there is a parameter or variable `{name}` already");
            let help = "use a name that no parameter and no earlier variable has";
            self.problem(Code::ParameterConflict, at, reason, help);
            return None;
        }
        let is_free =
            |rust: &String| !self.parameters.has_rust_name(rust) && !scope.has_rust_name(rust);
        std::iter::successors(Some(rust), |rust| Some(with_value(rust))).find(is_free)
    }

    /// Reports that `isSet` has no effect because `subject` is always set.
    pub(super) fn report_always_set(&mut self, at: &Value, subject: &str) {
        let reason = format!("{subject} is always set");
        let help = "use `isSet` only for values that may be unset, for example parameters without \
                    a default";
        self.problem(Code::AlwaysSet, at, reason, help);
    }
}

/// Returns the reference to a parameter if the condition only tests that it is set.
fn tested_parameter(condition: &Value) -> Option<&Value> {
    let is_set = condition.get("fn").and_then(Value::as_str) == Some("isSet");
    let argv = condition.get("argv").and_then(Value::as_array)?;
    match &**argv {
        [argument] if is_set && condition.get("assign").is_none() => argument.get("ref"),
        _ => None,
    }
}

/// Returns a reference to the variable that a condition assigns.
///
/// A boolean needs no variable: it is `true` after its condition.
fn variable_reference(value: &Typed, name: String) -> Typed {
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
            (ownership, _) => ownership,
        },
    }
}
