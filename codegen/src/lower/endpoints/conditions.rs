//! The conditions of rules.

use serde_json::Value;

use super::{Reader, Scope};
use crate::ast::brief;
use crate::diagnostics::Code;
use crate::ir::{Condition, Expression};
use crate::lower::names::{endpoint_name, is_identifier};

const SUPPORTED: &str = "the generator supports isSet, booleanEquals, stringEquals, not, \
    aws.partition, getAttr and isValidHostLabel, with as many arguments as the specification says";

const FUNCTIONS: [&str; 6] = [
    "aws.partition",
    "booleanEquals",
    "isSet",
    "isValidHostLabel",
    "not",
    "stringEquals",
];

impl Reader<'_> {
    /// A condition; `None` where there was a problem. What it teaches comes into the scope anyway.
    pub(super) fn condition(&mut self, condition: &Value, scope: &mut Scope) -> Option<Condition> {
        let name = self.needed(condition, "fn")?;
        let arguments = self.list(condition, "argv")?;
        Some(match (name.as_str().unwrap_or_default(), &**arguments) {
            ("isSet", [argument]) => return self.is_set(argument, scope),
            ("aws.partition", [region]) => return self.partition(condition, region, scope),
            ("booleanEquals", [Value::Bool(value), other])
            | ("booleanEquals", [other, Value::Bool(value)]) => {
                let expression = self.expression(other, scope)?;
                match value {
                    true => Condition::Holds(expression),
                    false => Condition::HoldsNot(expression),
                }
            }
            ("stringEquals", [left, right]) => {
                let (left, right) = self.both(left, right, scope);
                Condition::Equal(left?, right?)
            }
            ("isValidHostLabel", [label, Value::Bool(dots)]) => Condition::HostLabel {
                label: self.expression(label, scope)?,
                dots: *dots,
            },
            ("not", [inner]) => match self.condition(inner, &mut scope.clone())? {
                Condition::Holds(expression) => Condition::HoldsNot(expression),
                Condition::HoldsNot(expression) => Condition::Holds(expression),
                _ => {
                    let reason = "`not` is applied to something else than `booleanEquals`";
                    let help = "the generator supports `not` of `booleanEquals` only";
                    self.problem(Code::Function, inner, reason, help);
                    return None;
                }
            },
            (function, _) if FUNCTIONS.contains(&function) => {
                let reason = format!("`{function}` is called in a way that is not supported");
                self.problem(Code::Function, condition, reason, SUPPORTED);
                return None;
            }
            (function, _) => {
                let reason = format!("a condition calls {}, which is not supported", brief(name));
                self.problem(Code::Function, name, reason, SUPPORTED)
                    .meant(function, FUNCTIONS);
                return None;
            }
        })
    }

    fn both(
        &mut self,
        left: &Value,
        right: &Value,
        scope: &Scope,
    ) -> (Option<Expression>, Option<Expression>) {
        (self.expression(left, scope), self.expression(right, scope))
    }

    fn is_set(&mut self, argument: &Value, scope: &mut Scope) -> Option<Condition> {
        let Some(reference) = argument.get("ref") else {
            let reason = "`isSet` asks for something else than a parameter";
            let help = "write `{\"ref\": \"Name\"}`, the name being a parameter's";
            self.problem(Code::Function, argument, reason, help);
            return None;
        };
        let name = reference.as_str().unwrap_or_default();
        scope.set.push(name.to_owned());
        let parameter = self.named(reference, name)?;
        if parameter.default.is_some() {
            let reason = format!("`{name}` is always set");
            let help = "ask only for parameters without a default";
            self.problem(Code::AlwaysSet, reference, reason, help);
            return None;
        }
        Some(Condition::IsSet(parameter.name.rust))
    }

    fn partition(
        &mut self,
        condition: &Value,
        region: &Value,
        scope: &mut Scope,
    ) -> Option<Condition> {
        let assign = self.needed(condition, "assign");
        let name = assign.and_then(Value::as_str).unwrap_or_default();
        scope.partitions.push(name.to_owned());
        let region = self.expression(region, scope);
        if !is_identifier(&endpoint_name(name)) {
            let reason = format!("no name in Rust can be made of `{name}`");
            let help = "assign to a name of letters and digits, not digits first";
            self.problem(Code::RuleName, assign?, reason, help);
            return None;
        }
        Some(Condition::Partition {
            region: region?,
            assign: endpoint_name(name),
        })
    }
}
