//! Corrections of outdated expectations.

use serde_json::Value;

/// A correction of an endpoint test whose expectation is outdated.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The test's `params`.
    pub params: Value,
    /// The test's `expect` in the model.
    pub old: Value,
    /// The value that replaces it.
    pub new: Value,
}

/// The corrections of a suite, and which of them were used.
pub(super) struct Corrections<'a> {
    all: &'a [Correction],
    /// `true` if the correction of the same index was used.
    used: Vec<bool>,
}

impl<'a> Corrections<'a> {
    pub(super) fn new(all: &'a [Correction]) -> Self {
        Self {
            all,
            used: vec![false; all.len()],
        }
    }

    /// Returns the replacement of `expect` in the test with `params`, and marks it as used.
    ///
    /// A correction without effect never applies, so that it is reported as unused.
    pub(super) fn replacement(&mut self, params: &Value, expect: &Value) -> Option<&'a Value> {
        let applies = |correction: &Correction| {
            correction.params == *params
                && correction.old == *expect
                && correction.new != correction.old
        };
        let index = self.all.iter().position(applies)?;
        self.used[index] = true;
        Some(&self.all[index].new)
    }

    /// Returns the corrections that were not used.
    pub(super) fn unused(&self) -> impl Iterator<Item = &'a Correction> {
        let all = self.all.iter().zip(&self.used);
        all.filter(|(_, used)| !**used)
            .map(|(correction, _)| correction)
    }
}
