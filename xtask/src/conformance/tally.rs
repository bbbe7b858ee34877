//! How many tests passed.

use codegen::conformance::Case;
use std::collections::BTreeSet;
use std::fmt;

/// What came of the tests of a suite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many the model states.
    pub(super) total: usize,
    /// How many of them passed.
    pub(super) passed: usize,
    /// How many of those that passed are corrected.
    pub(super) corrected: usize,
    /// How many others passed: those by hand.
    pub(super) by_hand: usize,
    /// How many failed, whoever stated them.
    pub(super) failed: usize,
}

impl Tally {
    /// Counts in what the tests said. That something went wrong counts as a failure where no test
    /// says so.
    pub(super) fn of(cases: &[Case], said: &str, succeeded: bool) -> Self {
        let ended = |word: &str| {
            let tests = said.lines().filter_map(|line| line.strip_prefix("test "));
            let tests = tests.filter_map(|line| line.strip_suffix(word)?.strip_suffix(" ... "));
            tests.map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let (passed, failed) = (ended("ok"), ended("FAILED"));
        let stated = cases.iter().filter(|case| passed.contains(&case.function));
        let own = stated.clone().count();
        Self {
            total: cases.len(),
            passed: own,
            corrected: stated.filter(|case| case.corrected).count(),
            by_hand: passed.len() - own,
            failed: failed.len().max(usize::from(!succeeded)),
        }
    }

    /// Whether all that there are passed.
    pub(super) fn is_clean(&self) -> bool {
        self.failed == 0 && self.passed == self.total
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.passed += other.passed;
        self.corrected += other.corrected;
        self.by_hand += other.by_hand;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} passed", self.passed, self.total)?;
        for (count, what) in [
            (self.corrected, "corrected"),
            (self.by_hand, "by hand"),
            (self.failed, "failed"),
        ] {
            if count > 0 {
                write!(f, ", {count} {what}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use codegen::conformance::Case;

    fn case(function: &str, corrected: bool) -> Case {
        Case {
            function: function.to_owned(),
            title: String::new(),
            corrected,
        }
    }

    #[test]
    fn tests_are_counted_by_name() {
        let cases = [
            case("a", false),
            case("b", true),
            case("c", false),
            case("d", true),
        ];
        let said = "running 4 tests\ntest a ... ok\ntest b ... ok\ntest other ... ok\n\
                    test c ... FAILED\ntest x ... ignored\n\ntest result: FAILED.\n";
        let tally = Tally::of(&cases, said, false);
        let expected = Tally {
            total: 4,
            passed: 2,
            corrected: 1,
            by_hand: 1,
            failed: 1,
        };
        assert_eq!(tally, expected);
        assert!(!tally.is_clean());
        assert_eq!(
            tally.to_string(),
            "2 of 4 passed, 1 corrected, 1 by hand, 1 failed"
        );
    }

    #[test]
    fn only_what_ran_and_went_well_is_clean() {
        let cases = [case("a", false)];
        assert!(Tally::of(&cases, "test a ... ok\n", true).is_clean());
        assert!(!Tally::of(&cases, "test a ... ok\n", false).is_clean());
        assert!(!Tally::of(&cases, "", true).is_clean());
        let mut whole = Tally::of(&cases, "test a ... ok\n", true);
        whole.add(&whole.clone());
        assert_eq!((whole.passed, whole.total), (2, 2));
    }
}
