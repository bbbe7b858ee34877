//! Endpoint rules: from the rule set's JSON to conditions and outcomes.

mod expressions;
#[cfg(test)]
mod tests;

use serde_json::Value;

use super::closure::Closure;
use super::names::{endpoint_name, is_identifier};
use crate::ast::object;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{BuiltIn, Condition, Endpoint, Name, Outcome, Parameter, ParameterKind, Rule};

const RULE_SET: &str = "smithy.rules#endpointRuleSet";

/// The service's rule set.
pub(super) fn endpoint(closure: &Closure<'_>, found: &mut Diagnostics) -> Endpoint {
    let shape = closure.service;
    let mut problems = Vec::new();
    let mut reader = Reader {
        parameters: Vec::new(),
        problems: &mut problems,
    };
    let rules = match shape.traits.endpoint_rule_set() {
        Some(rule_set) => {
            reader.read_parameters(rule_set);
            reader.rules(rule_set, &Scope::default())
        }
        None => {
            reader.problem("the service has no endpoint rule set".to_owned());
            Vec::new()
        }
    };
    let parameters = reader.parameters;
    for problem in problems {
        found.shape_trait(
            Code::Endpoint,
            &shape.id,
            RULE_SET,
            problem,
            "use what the generator supports of the rules language: isSet, booleanEquals, \
             stringEquals, not, aws.partition, getAttr and isValidHostLabel over the parameters \
             Region, UseFIPS, UseDualStack and Endpoint",
        );
    }
    Endpoint { parameters, rules }
}

/// What is known where a rule is evaluated.
#[derive(Clone, Default)]
struct Scope {
    /// Optional parameters that are set.
    set: Vec<String>,
    /// Names that stand for partitions.
    partitions: Vec<String>,
}

struct Reader<'a> {
    parameters: Vec<Parameter>,
    problems: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn problem(&mut self, text: String) {
        self.problems.push(text);
    }

    fn read_parameters(&mut self, rule_set: &Value) {
        for (name, value) in object(rule_set.get("parameters")) {
            if !is_identifier(&endpoint_name(name)) {
                self.problem(format!(
                    "the parameter `{name}` has no name that Rust can have"
                ));
                continue;
            }
            let built_in = match value.get("builtIn").and_then(Value::as_str) {
                Some("AWS::Region") => BuiltIn::Region,
                Some("AWS::UseDualStack") => BuiltIn::DualStack,
                Some("AWS::UseFIPS") => BuiltIn::Fips,
                Some("SDK::Endpoint") => BuiltIn::Endpoint,
                other => {
                    self.problem(format!("the parameter `{name}` is built in as {other:?}"));
                    continue;
                }
            };
            let kind = match value.get("type").and_then(Value::as_str) {
                Some(kind) if kind.eq_ignore_ascii_case("string") => ParameterKind::String,
                Some(kind) if kind.eq_ignore_ascii_case("boolean") => ParameterKind::Boolean,
                other => {
                    self.problem(format!("the parameter `{name}` is of type {other:?}"));
                    continue;
                }
            };
            let default = value.get("default").and_then(Value::as_bool);
            let fits = match (kind, built_in) {
                (ParameterKind::String, BuiltIn::Region | BuiltIn::Endpoint) => {
                    value.get("default").is_none()
                }
                (ParameterKind::Boolean, BuiltIn::DualStack | BuiltIn::Fips) => default.is_some(),
                _ => false,
            };
            if !fits {
                self.problem(format!(
                    "the parameter `{name}` has another type or default than its built-in"
                ));
                continue;
            }
            let rust = endpoint_name(name);
            if self.parameters.iter().any(|other| other.name.rust == rust) {
                self.problem(format!("two parameters would be called `{rust}`"));
                continue;
            }
            self.parameters.push(Parameter {
                name: Name {
                    rust,
                    wire: name.clone(),
                },
                kind,
                built_in,
                default,
            });
        }
    }

    fn rules(&mut self, holder: &Value, scope: &Scope) -> Vec<Rule> {
        let Some(rules) = holder.get("rules").and_then(Value::as_array) else {
            self.problem("there is no list `rules`".to_owned());
            return Vec::new();
        };
        let rules = rules.iter();
        rules
            .filter_map(|rule| {
                let known = self.problems.len();
                let lowered = self.rule(rule, &mut scope.clone());
                if lowered.is_none() && self.problems.len() == known {
                    self.problem(format!("something is missing in the rule {rule}"));
                }
                lowered
            })
            .collect()
    }

    /// A rule; `None` where there was a problem, or where something is missing.
    fn rule(&mut self, rule: &Value, scope: &mut Scope) -> Option<Rule> {
        let mut conditions = Vec::new();
        for condition in rule.get("conditions")?.as_array()? {
            conditions.push(self.condition(condition, scope)?);
        }
        let outcome = match rule.get("type").and_then(Value::as_str) {
            Some("tree") => Outcome::Rules(self.rules(rule, scope)),
            Some("error") => Outcome::Error(self.template(rule.get("error")?, scope)?),
            Some("endpoint") => {
                let endpoint = rule.get("endpoint")?;
                for part in ["properties", "headers"] {
                    if object(endpoint.get(part)).next().is_some() {
                        self.problem(format!("an endpoint has {part}"));
                        return None;
                    }
                }
                Outcome::Endpoint(self.template(endpoint.get("url")?, scope)?)
            }
            other => {
                self.problem(format!("a rule is of type {other:?}"));
                return None;
            }
        };
        Some(Rule {
            conditions,
            outcome,
        })
    }

    fn condition(&mut self, condition: &Value, scope: &mut Scope) -> Option<Condition> {
        let function = condition
            .get("fn")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let arguments = condition.get("argv").and_then(Value::as_array)?;
        let lowered = match (function, &**arguments) {
            ("isSet", [argument]) => {
                let name = argument.get("ref").and_then(Value::as_str)?;
                let parameter = self.parameters.iter().find(|known| known.name.wire == name);
                match parameter {
                    Some(parameter) if parameter.default.is_none() => {
                        scope.set.push(name.to_owned());
                        Condition::IsSet(parameter.name.rust.clone())
                    }
                    _ => {
                        self.problem(format!("`{name}` is always set"));
                        return None;
                    }
                }
            }
            ("aws.partition", [region]) => {
                let region = self.expression(region, scope)?;
                let assign = condition.get("assign").and_then(Value::as_str)?;
                if !is_identifier(&endpoint_name(assign)) {
                    self.problem(format!("`{assign}` leads to no name that Rust can have"));
                    return None;
                }
                scope.partitions.push(assign.to_owned());
                Condition::Partition {
                    region,
                    assign: endpoint_name(assign),
                }
            }
            ("booleanEquals", [Value::Bool(value), other])
            | ("booleanEquals", [other, Value::Bool(value)]) => {
                let expression = self.expression(other, scope)?;
                match value {
                    true => Condition::Holds(expression),
                    false => Condition::HoldsNot(expression),
                }
            }
            ("stringEquals", [left, right]) => Condition::Equal(
                self.expression(left, scope)?,
                self.expression(right, scope)?,
            ),
            ("isValidHostLabel", [label, Value::Bool(dots)]) => Condition::HostLabel {
                label: self.expression(label, scope)?,
                dots: *dots,
            },
            ("not", [inner]) => match self.condition(inner, &mut scope.clone())? {
                Condition::Holds(expression) => Condition::HoldsNot(expression),
                Condition::HoldsNot(expression) => Condition::Holds(expression),
                _ => {
                    self.problem(format!("`not` is applied to {inner}"));
                    return None;
                }
            },
            _ => {
                self.problem(format!("a condition calls `{function}`: {condition}"));
                return None;
            }
        };
        Some(lowered)
    }
}
