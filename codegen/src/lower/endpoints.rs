//! Endpoint rules: lowers the rule set's JSON to conditions and outcomes.

mod attributes;
mod bindings;
mod conditions;
mod functions;
mod known;
mod literals;
mod parameters;
mod parts;
mod paths;
mod scope;
mod settings;
#[cfg(test)]
mod tests;
mod unused;
mod values;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use serde_json::{Value, json};

pub(super) use self::bindings::bindings;
use self::known::KnownParameters;
pub(crate) use self::parameters::{built_in, parameter_value};
use self::scope::Scope;
use super::closure::Closure;
use super::support::is_missing;
use crate::ast::{Shape, brief, ids};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Paths, Severity};
use crate::ir::{Condition, Endpoint, Outcome, Rule};

const RULE_SET: &str = ids::ENDPOINT_RULE_SET;
const DIAGRAM: &str = ids::ENDPOINT_BDD;

/// Returns the service's endpoint rules.
pub(super) fn endpoint(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Endpoint {
    let shape = closure.service;
    let placeholder = placeholder();
    let rule_set = shape.traits.endpoint_rule_set().unwrap_or_else(|| {
        report_missing(shape, diagnostics);
        &placeholder
    });
    let mut reader = Reader {
        service: shape,
        rule_set,
        paths: OnceCell::new(),
        diagnostics,
        parameters: KnownParameters::new(),
        reported: BTreeSet::new(),
        temporaries: Vec::new(),
        needs_library: false,
    };
    reader.read_parameters();
    reader.read_settings();
    let mut rules = reader.rules(rule_set, &mut Scope::default());
    unused::remove(&mut rules);
    Endpoint {
        parameters: reader.parameters.into_list(),
        rules,
        needs_library: reader.needs_library,
    }
}

/// Returns the rules for a service without a rule set: users must set the endpoint URL.
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
                "error": "The service has no endpoint rules: set `endpoint_url`"
            }
        ]
    })
}

fn report_missing(shape: &Shape, diagnostics: &mut Diagnostics) {
    if shape.traits.has(DIAGRAM) {
        let reason = "the service has its endpoint rules only as a decision diagram";
        let help = format!("add the trait `{RULE_SET}` from which the diagram was compiled");
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

struct Reader<'a> {
    service: &'a Shape,
    rule_set: &'a Value,
    /// The paths to the values of the rule set, for the places of problems.
    paths: OnceCell<Paths<'a>>,
    diagnostics: &'a mut Diagnostics,
    parameters: KnownParameters,
    /// Names of parameters and variables with an error; their uses are not reported again.
    reported: BTreeSet<String>,
    /// Variables for intermediate values that the next condition or outcome borrows from.
    temporaries: Vec<Condition>,
    needs_library: bool,
}

impl Reader<'_> {
    /// Reports a problem with `value`, a part of the rule set.
    fn problem(
        &mut self,
        code: Code,
        value: &Value,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let paths = self.paths.get_or_init(|| Paths::new(self.rule_set));
        let steps = paths.to(value);
        let diagnostic =
            self.diagnostics
                .shape_trait(code, &self.service.id, RULE_SET, reason, help);
        diagnostic.below(steps)
    }

    /// Returns the value of a required key.
    fn required<'v>(&mut self, holder: &'v Value, key: &str) -> Option<&'v Value> {
        let value = holder.get(key);
        if value.is_none() {
            let help = format!("add `{key}`, which the rules language requires");
            self.problem(Code::RuleForm, holder, format!("`{key}` is missing"), help);
        }
        value
    }

    /// Returns the list of a required key.
    fn required_list<'v>(&mut self, holder: &'v Value, key: &str) -> Option<&'v Vec<Value>> {
        let value = self.required(holder, key)?;
        if !value.is_array() {
            let reason = format!("`{key}` is not a list");
            let help = format!("write `\"{key}\": […]`");
            self.problem(Code::RuleForm, value, reason, help);
        }
        value.as_array()
    }

    /// Lowers the rules of a rule set or tree.
    fn rules(&mut self, holder: &Value, scope: &mut Scope) -> Vec<Rule> {
        let rules = self.required_list(holder, "rules").into_iter().flatten();
        let mark = scope.mark();
        let lowered = rules.filter_map(|rule| {
            let rule = self.rule(rule, scope);
            scope.return_to(&mark);
            rule
        });
        lowered.collect()
    }

    /// Lowers a rule. Returns `None` if there was a problem.
    fn rule(&mut self, rule: &Value, scope: &mut Scope) -> Option<Rule> {
        let mut conditions = Vec::new();
        let mut is_valid = true;
        for condition in self.required_list(rule, "conditions")? {
            let condition = self.condition(condition, scope);
            conditions.append(&mut self.temporaries);
            match condition {
                Some(condition) => conditions.extend(condition),
                None => is_valid = false,
            }
        }
        let outcome = self.outcome(rule, scope);
        conditions.append(&mut self.temporaries);
        let outcome = outcome?;
        is_valid.then_some(Rule {
            conditions,
            outcome,
        })
    }

    fn outcome(&mut self, rule: &Value, scope: &mut Scope) -> Option<Outcome> {
        let kind = self.required(rule, "type")?;
        Some(match kind.as_str() {
            Some("tree") => Outcome::Rules(self.rules(rule, scope)),
            Some("error") => {
                let error = self.required(rule, "error")?;
                Outcome::Error(self.string(error, scope)?)
            }
            Some("endpoint") => {
                let endpoint = self.required(rule, "endpoint")?;
                Outcome::Endpoint(self.endpoint_parts(endpoint, scope)?)
            }
            unknown => {
                let reason = format!("{} is not a type of rule", brief(kind));
                let types = ["endpoint", "error", "tree"];
                self.problem(
                    Code::RuleType,
                    kind,
                    reason,
                    "use `endpoint`, `error` or `tree`",
                )
                .did_you_mean(unknown.unwrap_or_default(), types);
                return None;
            }
        })
    }
}
