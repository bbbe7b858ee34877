//! Rules for the members of a structure that Smithy has no trait for.

use serde_json::Value;

use crate::ast::{Shape, ids};
use crate::diagnostics::{Code, Diagnostics, Step};
use crate::ir::{Member, MemberRule, Type};

/// The kinds of rules.
const KINDS: [&str; 2] = ["atMostOne", "maxBytes"];

/// Returns the rules of a structure with these members.
pub(super) fn rules(
    shape: &Shape,
    members: &[Member],
    diagnostics: &mut Diagnostics,
) -> Vec<MemberRule> {
    let rules = shape.traits.get(ids::RULES).and_then(Value::as_array);
    let rules = rules.into_iter().flatten().enumerate();
    let rules = rules.filter_map(|(index, value)| {
        let mut pass = Pass {
            shape,
            members,
            index,
            diagnostics,
        };
        pass.rule(value)
    });
    rules.collect()
}

struct Pass<'a> {
    shape: &'a Shape,
    members: &'a [Member],
    /// The position of the rule.
    index: usize,
    diagnostics: &'a mut Diagnostics,
}

impl Pass<'_> {
    fn rule(&mut self, value: &Value) -> Option<MemberRule> {
        let reason = value.get("reason").and_then(Value::as_str);
        if reason.is_none_or(|reason| reason.trim().is_empty()) {
            self.problem("the rule has no reason", "add a `reason`, a string", vec![]);
        }
        let members = self.members(value);
        let kind = value.get("kind").and_then(Value::as_str);
        match kind {
            Some("atMostOne") => {
                let members = members?;
                if members.len() < 2 {
                    let help = "name at least two members";
                    self.problem(
                        "the rule concerns fewer than two members",
                        help,
                        vec!["members".into()],
                    );
                    return None;
                }
                Some(MemberRule::AtMostOne(members))
            }
            Some("maxBytes") => {
                let limit = value.get("limit").and_then(Value::as_u64);
                if limit.is_none() {
                    let help = "add a `limit`, a number of bytes";
                    self.problem("the rule has no limit", help, vec![]);
                }
                let (members, limit) = (members?, limit?);
                let [member] = members[..] else {
                    let help = "name one member, and repeat the rule for others";
                    self.problem(
                        "the rule does not concern exactly one member",
                        help,
                        vec!["members".into()],
                    );
                    return None;
                };
                if self.members[member].ty != Type::String {
                    let help = "name a string; the trait `length` limits other types";
                    let reason = "the rule concerns a member that is not a string";
                    self.problem(reason, help, vec!["members".into(), 0.into()]);
                    return None;
                }
                Some(MemberRule::MaxBytes { member, limit })
            }
            _ => {
                let help = format!("its `kind` must be `{}`", KINDS.join("` or `"));
                let steps = kind.map(|_| "kind".into()).into_iter().collect();
                self.problem("the rule has an unknown kind", &help, steps);
                None
            }
        }
    }

    /// Returns the members that a rule names, by index; `None` if one of them does not exist.
    fn members(&mut self, value: &Value) -> Option<Vec<usize>> {
        let names = value.get("members").and_then(Value::as_array);
        let Some(names) = names else {
            let help = "add `members`, a list of names";
            self.problem("the rule names no members", help, vec![]);
            return None;
        };
        let mut found = Vec::new();
        for (position, name) in names.iter().enumerate() {
            let name = name.as_str().unwrap_or_default();
            let index = self.members.iter().position(|member| member.model == name);
            match index {
                Some(index) => found.push(index),
                None => {
                    let reason = format!("the rule names `{name}`, which is not a member");
                    let known = self.members.iter().map(|member| &*member.model);
                    self.diagnostics
                        .shape_trait(
                            Code::MemberRule,
                            &self.shape.id,
                            ids::RULES,
                            reason,
                            "name a member of the structure",
                        )
                        .below([self.index.into(), "members".into(), position.into()])
                        .did_you_mean(name, known);
                }
            }
        }
        (found.len() == names.len()).then_some(found)
    }

    fn problem(&mut self, reason: &str, help: &str, steps: Vec<Step>) {
        let steps = [self.index.into()].into_iter().chain(steps);
        self.diagnostics
            .shape_trait(Code::MemberRule, &self.shape.id, ids::RULES, reason, help)
            .below(steps);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::ir::MemberRule;
    use crate::testing::{assert_diagnostic, structure};

    fn shapes(rules: &Value) -> String {
        format!(
            r#"{{"In": {{"members": {{"name": "String", "kind": "String", "count": "Integer"}},
                "traits": {{"restjson1.client#rules": {rules}}}}}}}"#
        )
    }

    #[test]
    fn rules_name_members_by_index() {
        let client = crate::testing::client(&shapes(&json!([
            {"kind": "atMostOne", "members": ["kind", "name"], "reason": "One filter."},
            {"kind": "maxBytes", "members": ["name"], "limit": 9, "reason": "A quota."}
        ])));
        let expected = [
            MemberRule::AtMostOne(vec![1, 0]),
            MemberRule::MaxBytes {
                member: 0,
                limit: 9,
            },
        ];
        assert_eq!(structure(&client, "OpInput").rules, expected);
    }

    #[test]
    fn invalid_rules_are_errors() {
        for (rule, reason) in [
            (
                json!({"kind": "atMostOne", "members": ["kind", "name"]}),
                "the rule has no reason",
            ),
            (
                json!({"kind": "atMostOne", "members": ["kind"], "reason": "A."}),
                "the rule concerns fewer than two members",
            ),
            (
                json!({"kind": "atMostOne", "members": ["kind", "nam"], "reason": "A."}),
                "the rule names `nam`, which is not a member",
            ),
            (
                json!({"kind": "atMostOne", "reason": "A."}),
                "the rule names no members",
            ),
            (
                json!({"kind": "one", "members": ["kind", "name"], "reason": "A."}),
                "the rule has an unknown kind",
            ),
            (
                json!({"kind": "maxBytes", "members": ["name"], "reason": "A."}),
                "the rule has no limit",
            ),
            (
                json!({"kind": "maxBytes", "members": ["name", "kind"], "limit": 1, "reason": "A."}),
                "the rule does not concern exactly one member",
            ),
            (
                json!({"kind": "maxBytes", "members": ["count"], "limit": 1, "reason": "A."}),
                "the rule concerns a member that is not a string",
            ),
        ] {
            assert_diagnostic(&shapes(&json!([rule])), &format!("E0427 t#In: {reason}"));
        }
        assert_diagnostic(
            &shapes(&json!("a")),
            "E0402 t#In: the trait's value has the wrong form",
        );
    }
}
