//! Endpoint rules: from the rule set's JSON to conditions and outcomes.

mod conditions;
mod expressions;
mod parameters;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde_json::Value;

use super::closure::Closure;
use super::support::is_missing;
use crate::ast::{ShapeId, brief, object};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, way};
use crate::ir::{Endpoint, Outcome, Parameter, Rule};

const RULE_SET: &str = "smithy.rules#endpointRuleSet";

/// The service's rule set.
pub(super) fn endpoint(closure: &Closure<'_>, found: &mut Diagnostics) -> Endpoint {
    let shape = closure.service;
    let Some(rule_set) = shape.traits.endpoint_rule_set() else {
        let reason = "the service has no endpoint rule set";
        let help = format!("add the trait `{RULE_SET}`");
        if is_missing(&shape.traits, RULE_SET) {
            found.shape_trait(Code::NoRuleSet, &shape.id, RULE_SET, reason, help);
        }
        return Endpoint {
            parameters: Vec::new(),
            rules: Vec::new(),
        };
    };
    let mut reader = Reader {
        service: &shape.id,
        rule_set,
        found,
        parameters: Vec::new(),
        reported: BTreeSet::new(),
    };
    reader.read_parameters();
    let rules = reader.rules(rule_set, &Scope::default());
    Endpoint {
        parameters: reader.parameters,
        rules,
    }
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
    service: &'a ShapeId,
    rule_set: &'a Value,
    found: &'a mut Diagnostics,
    parameters: Vec<Parameter>,
    /// Names of parameters that something was said about: nothing more is said where they are used.
    reported: BTreeSet<String>,
}

impl Reader<'_> {
    /// Reports something about `value`, which is a part of the rule set.
    fn problem(
        &mut self,
        code: Code,
        value: &Value,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let steps = way(self.rule_set, value).unwrap_or_default();
        let finding = self
            .found
            .shape_trait(code, self.service, RULE_SET, reason, help);
        finding.below(steps)
    }

    /// The value of a key, which has to be there.
    fn needed<'v>(&mut self, holder: &'v Value, key: &str) -> Option<&'v Value> {
        let value = holder.get(key);
        if value.is_none() {
            let help = format!("add `{key}`, as the specification of the rules language has it");
            self.problem(Code::RuleForm, holder, format!("there is no `{key}`"), help);
        }
        value
    }

    /// The list of a key, which has to be there.
    fn list<'v>(&mut self, holder: &'v Value, key: &str) -> Option<&'v Vec<Value>> {
        let value = self.needed(holder, key)?;
        if !value.is_array() {
            let reason = format!("`{key}` is not a list");
            let help = format!("write `\"{key}\": […]`");
            self.problem(Code::RuleForm, value, reason, help);
        }
        value.as_array()
    }

    /// The rules of a rule set or tree.
    fn rules(&mut self, holder: &Value, scope: &Scope) -> Vec<Rule> {
        let rules = self.list(holder, "rules").into_iter().flatten();
        rules
            .filter_map(|rule| self.rule(rule, &mut scope.clone()))
            .collect()
    }

    /// A rule; `None` where there was a problem.
    fn rule(&mut self, rule: &Value, scope: &mut Scope) -> Option<Rule> {
        let mut conditions = Vec::new();
        let mut all_fit = true;
        for condition in self.list(rule, "conditions")? {
            match self.condition(condition, scope) {
                Some(condition) => conditions.push(condition),
                None => all_fit = false,
            }
        }
        let outcome = self.outcome(rule, scope)?;
        all_fit.then_some(Rule {
            conditions,
            outcome,
        })
    }

    fn outcome(&mut self, rule: &Value, scope: &Scope) -> Option<Outcome> {
        let kind = self.needed(rule, "type")?;
        Some(match kind.as_str() {
            Some("tree") => Outcome::Rules(self.rules(rule, scope)),
            Some("error") => {
                let error = self.needed(rule, "error")?;
                Outcome::Error(self.template(error, scope)?)
            }
            Some("endpoint") => {
                let endpoint = self.needed(rule, "endpoint")?;
                for part in ["properties", "headers"] {
                    if object(endpoint.get(part)).next().is_some() {
                        let reason = format!("an endpoint has {part}");
                        let help = "the generator supports endpoints with a `url` alone";
                        let value = endpoint.get(part).unwrap_or(endpoint);
                        self.problem(Code::EndpointPart, value, reason, help);
                    }
                }
                let url = self.needed(endpoint, "url")?;
                Outcome::Endpoint(self.template(url, scope)?)
            }
            text => {
                let reason = format!("{} is not a type of rule", brief(kind));
                let types = ["endpoint", "error", "tree"];
                self.problem(
                    Code::RuleType,
                    kind,
                    reason,
                    "the types are `endpoint`, `error` and `tree`",
                )
                .meant(text.unwrap_or_default(), types);
                return None;
            }
        })
    }
}
