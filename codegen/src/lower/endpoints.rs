//! Endpoint rules: from the rule set's JSON to conditions and outcomes.

use serde_json::Value;

use super::closure::Closure;
use super::names::field_name;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{
    BuiltIn, Condition, Endpoint, Expression, Name, Outcome, Parameter, ParameterKind,
    PartitionFact, Rule, Template,
};

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
            let mut scope = Scope::default();
            reader.rules(rule_set, &mut scope)
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
        for (name, value) in crate::ast::object(rule_set.get("parameters")) {
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
            self.parameters.push(Parameter {
                name: Name {
                    rust: field_name(name),
                    wire: name.clone(),
                },
                kind,
                built_in,
                default,
            });
        }
    }

    fn rules(&mut self, holder: &Value, scope: &mut Scope) -> Vec<Rule> {
        let rules = holder.get("rules").and_then(Value::as_array);
        let rules = rules.into_iter().flatten();
        rules
            .filter_map(|rule| self.rule(rule, &mut scope.clone()))
            .collect()
    }

    fn rule(&mut self, rule: &Value, scope: &mut Scope) -> Option<Rule> {
        let conditions = rule.get("conditions").and_then(Value::as_array);
        let mut lowered = Vec::new();
        for condition in conditions.into_iter().flatten() {
            lowered.push(self.condition(condition, scope)?);
        }
        let outcome = match rule.get("type").and_then(Value::as_str) {
            Some("tree") => Outcome::Rules(self.rules(rule, scope)),
            Some("error") => Outcome::Error(self.template(rule.get("error")?, scope)?),
            Some("endpoint") => {
                let endpoint = rule.get("endpoint")?;
                for part in ["properties", "headers"] {
                    if crate::ast::object(endpoint.get(part)).next().is_some() {
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
            conditions: lowered,
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
                scope.partitions.push(assign.to_owned());
                Condition::Partition {
                    region,
                    assign: field_name(assign),
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

    fn expression(&mut self, value: &Value, scope: &Scope) -> Option<Expression> {
        if let Some(text) = value.as_str() {
            return Some(Expression::Text(text.to_owned()));
        }
        if let Some(name) = value.get("ref").and_then(Value::as_str) {
            return self.reference(name, scope);
        }
        if value.get("fn").and_then(Value::as_str) == Some("getAttr") {
            let of = value.pointer("/argv/0/ref").and_then(Value::as_str)?;
            let fact = value.pointer("/argv/1").and_then(Value::as_str)?;
            return self.partition_fact(of, fact, scope);
        }
        self.problem(format!("a value is {value}"));
        None
    }

    fn reference(&mut self, name: &str, scope: &Scope) -> Option<Expression> {
        let parameter = self.parameters.iter().find(|known| known.name.wire == name);
        match parameter {
            Some(parameter)
                if parameter.default.is_some() || scope.set.iter().any(|set| set == name) =>
            {
                Some(Expression::Reference(parameter.name.rust.clone()))
            }
            Some(_) => {
                self.problem(format!("`{name}` is used where it may not be set"));
                None
            }
            None => {
                self.problem(format!("`{name}` is not a parameter"));
                None
            }
        }
    }

    fn partition_fact(&mut self, of: &str, fact: &str, scope: &Scope) -> Option<Expression> {
        if !scope.partitions.iter().any(|known| known == of) {
            self.problem(format!("`{of}` is not a partition"));
            return None;
        }
        let fact = match fact {
            "name" => PartitionFact::Name,
            "dnsSuffix" => PartitionFact::DnsSuffix,
            "dualStackDnsSuffix" => PartitionFact::DualStackDnsSuffix,
            "supportsFIPS" => PartitionFact::SupportsFips,
            "supportsDualStack" => PartitionFact::SupportsDualStack,
            "implicitGlobalRegion" => PartitionFact::ImplicitGlobalRegion,
            other => {
                self.problem(format!("a partition has no `{other}`"));
                return None;
            }
        };
        Some(Expression::Partition(field_name(of), fact))
    }

    /// A text with `{Name}` and `{Name#fact}` in it, or a reference.
    fn template(&mut self, value: &Value, scope: &Scope) -> Option<Vec<Template>> {
        let Some(text) = value.as_str() else {
            return Some(vec![Template::Value(self.expression(value, scope)?)]);
        };
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            if !literal.is_empty() {
                parts.push(Template::Literal(literal.to_owned()));
            }
            parts.push(Template::Value(match name.split_once('#') {
                Some((of, fact)) => self.partition_fact(of, fact, scope)?,
                None => self.reference(name, scope)?,
            }));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Template::Literal(rest.to_owned()));
        }
        Some(parts)
    }
}
