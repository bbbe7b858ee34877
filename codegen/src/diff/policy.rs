//! A policy: classes for rules, and differences that were accepted.

use std::collections::BTreeMap;

use super::{Class, Difference, Rule};

/// A project's choices about differences.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// The classes of rules, where they differ from [`Rule::class`].
    pub severity: BTreeMap<Rule, Class>,
    /// The accepted differences.
    pub accepted: Vec<Accepted>,
}

/// An accepted difference, which does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The id of the shape or member, or its name without namespace.
    pub shape: String,
    /// The rule.
    pub rule: Rule,
    /// The reason.
    pub reason: String,
}

/// An entry of a policy that no longer fits a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleEntry(pub Accepted);

impl std::fmt::Display for StaleEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Accepted { shape, rule, .. } = &self.0;
        let rule = rule.id();
        write!(f, "no difference `{rule}` of `{shape}`: remove the entry")
    }
}

impl Accepted {
    fn fits(&self, difference: &Difference) -> bool {
        let id = &*difference.shape;
        let name = id.split_once('#').map_or(id, |(_, name)| name);
        difference.rule == self.rule && (self.shape == id || self.shape == name)
    }
}

impl Policy {
    /// Applies the policy, and returns the entries that fit no difference.
    pub(super) fn apply(&self, differences: &mut [Difference]) -> Vec<StaleEntry> {
        for difference in &mut *differences {
            if let Some(class) = self.severity.get(&difference.rule) {
                difference.class = *class;
            }
        }
        let mut stale = Vec::new();
        for entry in &self.accepted {
            let mut fits = false;
            for difference in &mut *differences {
                if entry.fits(difference) {
                    difference.accepted = Some(entry.reason.clone());
                    fits = true;
                }
            }
            if !fits {
                stale.push(StaleEntry(entry.clone()));
            }
        }
        stale
    }
}

#[cfg(test)]
mod tests {
    use super::{Accepted, Policy};
    use crate::diff::{Bump, Class, Report, Rule, compare};
    use crate::testing::{model, options, sources};

    /// Returns the report on a removed and an added member of an output.
    fn report() -> Report {
        let [old, new] = ["old", "new"].map(|name| {
            model(&format!(
                r#"{{"Out": {{"members": {{"{name}": "String"}}}}}}"#
            ))
            .to_string()
        });
        compare(&sources(&old), &sources(&new), &options()).expect("a report")
    }

    fn accepted(rule: Rule) -> Accepted {
        Accepted {
            shape: "Out$old".to_owned(),
            rule,
            reason: "no one uses it".to_owned(),
        }
    }

    #[test]
    fn an_accepted_difference_does_not_count() {
        let mut report = report();
        assert!(report.breaks());
        let policy = Policy {
            accepted: vec![accepted(Rule::MemberRemoved)],
            ..Policy::default()
        };
        assert_eq!(report.apply(&policy), Ok(()));
        assert!(!report.breaks());
        assert_eq!((report.accepted(), report.bump()), (1, Bump::Additive));
    }

    #[test]
    fn a_rule_can_have_another_class() {
        let mut report = report();
        let policy = Policy {
            severity: [(Rule::MemberRemoved, Class::Behavioural)].into(),
            ..Policy::default()
        };
        assert_eq!(report.apply(&policy), Ok(()));
        assert_eq!(report.count(Class::Breaking), 0);
        assert_eq!(report.count(Class::Behavioural), 1);
    }

    #[test]
    fn an_entry_that_fits_no_difference_is_stale() {
        let stale = accepted(Rule::MemberAdded);
        let policy = Policy {
            accepted: vec![stale],
            ..Policy::default()
        };
        let entries = report().apply(&policy).expect_err("a stale entry");
        let entry = entries[0].to_string();
        assert!(entry.ends_with("of `Out$old`: remove the entry"), "{entry}");
    }
}
