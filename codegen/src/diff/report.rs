//! The result of a comparison: differences, their counts, and the next version.

use super::{Bump, Class, Policy, Rule, StaleEntry, Version};

/// The model that a difference is placed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The old model, for what was removed.
    Old,
    /// The new model.
    New,
}

/// A position in one of the source files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The model that the file belongs to.
    pub side: Side,
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A difference between two models.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The rule.
    pub rule: Rule,
    /// The class: that of the rule, unless the policy has another one.
    pub class: Class,
    /// The id of the shape or member, for example `com.example#Channel$name`; or the name of a
    /// partition.
    pub shape: String,
    /// The resource that the shape belongs to, for example `Channel`.
    pub resource: String,
    /// The subject of `change`: the path of a Rust item, or else the name of the shape or partition.
    pub subject: String,
    /// The change as a clause in Markdown, for example `is removed`.
    pub change: String,
    /// The paths of the Rust items, for example `ivs_sdk::types::Channel::name`.
    pub items: Vec<String>,
    /// The effect on requests or responses; `None` if there is none.
    pub wire: Option<String>,
    /// Advice for users of the old crate; each breaking difference has one.
    pub hint: Option<String>,
    /// The position; `None` if the model does not contain the shape.
    pub location: Option<Location>,
    /// The reason for which the policy accepts the difference; `None` if it does not.
    pub accepted: Option<String>,
}

impl Difference {
    /// Returns `true` if the difference breaks code and is not accepted.
    pub fn breaks(&self) -> bool {
        self.class == Class::Breaking && self.accepted.is_none()
    }
}

/// The differences between two models.
#[derive(Clone, Debug)]
pub struct Report {
    /// The title of the new model's service.
    pub title: String,
    /// The differences, most severe first, then by resource and shape.
    pub differences: Vec<Difference>,
}

impl Report {
    /// Applies a policy: changes classes and accepts differences.
    ///
    /// # Errors
    /// The entries of the policy that fit no difference. The others are applied.
    pub fn apply(&mut self, policy: &Policy) -> Result<(), Vec<StaleEntry>> {
        let stale = policy.apply(&mut self.differences);
        self.sort();
        match stale.is_empty() {
            true => Ok(()),
            false => Err(stale),
        }
    }

    /// Returns `true` if a difference that is not accepted breaks code.
    pub fn breaks(&self) -> bool {
        self.differences.iter().any(Difference::breaks)
    }

    /// Returns the number of differences of a class, without accepted ones.
    pub fn count(&self, class: Class) -> usize {
        let counted = self.counted();
        counted
            .filter(|difference| difference.class == class)
            .count()
    }

    /// Returns the number of accepted differences.
    pub fn accepted(&self) -> usize {
        self.differences.len() - self.counted().count()
    }

    /// Returns the step to the next version that the differences require.
    pub fn bump(&self) -> Bump {
        let bumps = self.counted().map(|difference| difference.class.bump());
        bumps.max().unwrap_or(Bump::None)
    }

    /// Returns the lowest version of the new crate if the old one has the version `current`.
    pub fn next_version(&self, current: &Version) -> Version {
        current.next(self.bump())
    }

    fn counted(&self) -> impl Iterator<Item = &Difference> {
        let differences = self.differences.iter();
        differences.filter(|difference| difference.accepted.is_none())
    }

    pub(super) fn sort(&mut self) {
        self.differences.sort_by(|a, b| {
            let key = |difference: &Difference| (difference.class, difference.resource.clone());
            key(a)
                .cmp(&key(b))
                .then_with(|| a.subject.cmp(&b.subject))
                .then_with(|| a.shape.cmp(&b.shape))
                .then_with(|| a.rule.cmp(&b.rule))
                .then_with(|| a.change.cmp(&b.change))
        });
    }
}
