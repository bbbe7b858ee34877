//! Removes variables that no later condition or outcome uses.

use std::collections::BTreeSet;

use crate::ir::{Condition, Outcome, Rule, Typed};

/// Removes the unused variables of rules, in one pass from the last use to the first.
///
/// Returns the variables of rules around these that they use.
pub(super) fn remove(rules: &mut [Rule]) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for rule in rules {
        let mut in_rule = remove_from(rule);
        // Adding the smaller set to the larger keeps this near linear.
        if in_rule.len() > used.len() {
            std::mem::swap(&mut in_rule, &mut used);
        }
        used.append(&mut in_rule);
    }
    used
}

fn remove_from(rule: &mut Rule) -> BTreeSet<String> {
    let mut used = match &mut rule.outcome {
        Outcome::Rules(rules) => remove(rules),
        outcome => {
            let mut used = BTreeSet::new();
            outcome.visit_values(&mut |value| add_variables(value, &mut used));
            used
        }
    };
    let mut kept: Vec<Condition> = Vec::new();
    for mut condition in std::mem::take(&mut rule.conditions).into_iter().rev() {
        match &mut condition {
            Condition::Let { name, .. } if !used.remove(name) => continue,
            Condition::Set { name, .. } if !name.as_ref().is_some_and(|name| used.remove(name)) => {
                *name = None;
            }
            _ => {}
        }
        add_variables(condition.value(), &mut used);
        kept.push(condition);
    }
    kept.reverse();
    rule.conditions = kept;
    used
}

fn add_variables(value: &Typed, used: &mut BTreeSet<String>) {
    value.visit_variables(&mut |name| {
        if !used.contains(name) {
            used.insert(name.to_owned());
        }
    });
}
