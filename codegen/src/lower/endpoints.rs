//! Endpoint rules: from the rule set's JSON to conditions and outcomes.

mod attributes;
mod bindings;
mod conditions;
mod functions;
mod parameters;
mod parts;
mod paths;
mod settings;
#[cfg(test)]
mod tests;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

pub(super) use self::bindings::bindings;
pub(crate) use self::parameters::{built_in, parameter_value};
use super::closure::Closure;
use super::support::is_missing;
use crate::ast::{Shape, brief, ids};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity, path_to};
use crate::ir::{Condition, Endpoint, Outcome, Parameter, Rule, Typed};

const RULE_SET: &str = ids::ENDPOINT_RULE_SET;
const DIAGRAM: &str = ids::ENDPOINT_BDD;

/// The service's rule set.
pub(super) fn endpoint(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Endpoint {
    let shape = closure.service;
    let placeholder = placeholder();
    let rule_set = shape.traits.endpoint_rule_set().unwrap_or_else(|| {
        missing(shape, diagnostics);
        &placeholder
    });
    let mut reader = Reader {
        service: shape,
        rule_set,
        diagnostics,
        parameters: Vec::new(),
        reported: BTreeSet::new(),
        made: Vec::new(),
        needs_library: false,
    };
    reader.read_parameters();
    reader.read_settings();
    let rules = reader.rules(rule_set, &Scope::default());
    Endpoint {
        parameters: reader.parameters,
        rules,
        needs_library: reader.needs_library,
    }
}

/// The rules of a service that has none: its clients must be told where to call.
fn placeholder() -> Value {
    json!({
        "parameters": {"Endpoint": {"type": "string", "builtIn": "SDK::Endpoint"}},
        "rules": [
            {
                "type": "endpoint",
                "conditions": [{"fn": "isSet", "argv": [{"ref": "Endpoint"}]}],
                "endpoint": {"url": {"ref": "Endpoint"}}
            },
            {
                "type": "error",
                "conditions": [],
                "error": "The service has no endpoint of its own: set `endpoint_url`"
            }
        ]
    })
}

fn missing(shape: &Shape, diagnostics: &mut Diagnostics) {
    if shape.traits.has(DIAGRAM) {
        let reason = "the service has its endpoint rules as a decision diagram alone";
        let help = format!("add the trait `{RULE_SET}`, which the diagram is compiled from");
        diagnostics
            .shape_trait(Code::NoRuleSet, &shape.id, DIAGRAM, reason, help)
            .key();
    } else if is_missing(&shape.traits, RULE_SET) {
        let reason = "the service has no endpoint rule set";
        let help = format!("without the trait `{RULE_SET}`, users must set `endpoint_url`");
        diagnostics
            .shape_trait(Code::NoRuleSet, &shape.id, RULE_SET, reason, help)
            .severity = Severity::Warning;
    }
}

/// What is known where a rule is evaluated.
#[derive(Clone, Default)]
struct Scope {
    /// Optional parameters that are set.
    set: BTreeSet<String>,
    /// What conditions assigned to.
    variables: BTreeMap<String, Typed>,
}

struct Reader<'a> {
    service: &'a Shape,
    rule_set: &'a Value,
    diagnostics: &'a mut Diagnostics,
    parameters: Vec<Parameter>,
    /// Names that something was said about: nothing more is said where they are used.
    reported: BTreeSet<String>,
    /// Variables for values that are made on the way, and borrowed from.
    made: Vec<Condition>,
    needs_library: bool,
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
        let steps = path_to(self.rule_set, value).unwrap_or_default();
        let diagnostic =
            self.diagnostics
                .shape_trait(code, &self.service.id, RULE_SET, reason, help);
        diagnostic.below(steps)
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
            let condition = self.condition(condition, scope);
            conditions.append(&mut self.made);
            match condition {
                Some(condition) => conditions.extend(condition),
                None => all_fit = false,
            }
        }
        let outcome = self.outcome(rule, scope);
        conditions.append(&mut self.made);
        let outcome = outcome?;
        all_fit.then(|| used(conditions, outcome))
    }

    fn outcome(&mut self, rule: &Value, scope: &Scope) -> Option<Outcome> {
        let kind = self.needed(rule, "type")?;
        Some(match kind.as_str() {
            Some("tree") => Outcome::Rules(self.rules(rule, scope)),
            Some("error") => {
                let error = self.needed(rule, "error")?;
                Outcome::Error(self.text(error, scope)?)
            }
            Some("endpoint") => {
                let endpoint = self.needed(rule, "endpoint")?;
                Outcome::Endpoint(self.parts(endpoint, scope)?)
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
                .did_you_mean(text.unwrap_or_default(), types);
                return None;
            }
        })
    }
}

/// The rule, with names for those values only that are used later.
fn used(conditions: Vec<Condition>, outcome: Outcome) -> Rule {
    let mut kept: Vec<Condition> = Vec::new();
    for mut condition in conditions.into_iter().rev() {
        let is_used = |name: &str| {
            let mut later = kept.iter();
            later.any(|later| later.value().mentions(name)) || outcome.mentions(name)
        };
        match &mut condition {
            Condition::Let { name, .. } if !is_used(name) => continue,
            Condition::Set { name, .. } if !name.as_deref().is_some_and(is_used) => *name = None,
            _ => {}
        }
        kept.push(condition);
    }
    kept.reverse();
    Rule {
        conditions: kept,
        outcome,
    }
}
