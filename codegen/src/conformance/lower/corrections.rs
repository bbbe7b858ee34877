//! Corrections of what models expect.

use serde_json::Value;

/// A correction of a test of endpoint rules, which later facts overtook.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The test's `params`.
    pub params: Value,
    /// The test's `expect`, as the model has it.
    pub old: Value,
    /// What takes its place.
    pub new: Value,
}

/// Which corrections were needed.
pub(super) struct Corrections<'a> {
    all: &'a [Correction],
    used: Vec<bool>,
}

impl<'a> Corrections<'a> {
    pub(super) fn new(all: &'a [Correction]) -> Self {
        Self {
            all,
            used: vec![false; all.len()],
        }
    }

    /// What takes the place of `expect`, of the test with `params`.
    pub(super) fn of(&mut self, params: &Value, expect: &Value) -> Option<&'a Value> {
        let fits =
            |own: &Correction| own.params == *params && own.old == *expect && own.new != own.old;
        let place = self.all.iter().position(fits)?;
        self.used[place] = true;
        Some(&self.all[place].new)
    }

    /// Those that corrected nothing.
    pub(super) fn unused(&self) -> impl Iterator<Item = &'a Correction> {
        let all = self.all.iter().zip(&self.used);
        all.filter(|(_, used)| !**used).map(|(own, _)| own)
    }
}
