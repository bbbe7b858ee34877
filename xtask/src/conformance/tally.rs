//! Counts of passed and failed tests.

use std::collections::BTreeSet;
use std::fmt;

use codegen::conformance::Case;

/// The results of a suite's tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// The number of tests that the model defines.
    pub(super) total: usize,
    /// The number of these that passed.
    pub(super) passed: usize,
    /// The number of passed tests whose expectation was corrected.
    pub(super) corrected: usize,
    /// The number of round trips.
    pub(super) all_round_trips: usize,
    /// The number of round trips that passed.
    pub(super) round_trips: usize,
    /// The number of hand-written tests that passed.
    pub(super) by_hand: usize,
    /// The number of tests that failed, hand-written ones included.
    pub(super) failed: usize,
}

impl Tally {
    /// Counts the results in the tests' output.
    ///
    /// A run that did not succeed counts as one failure if no test is reported as failed.
    pub(super) fn of(cases: &[Case], round_trips: &[String], log: &str, succeeded: bool) -> Self {
        let with_result = |result: &str| {
            let lines = log.lines().filter_map(|line| line.strip_prefix("test "));
            let tests = lines.filter_map(|line| line.strip_suffix(result)?.strip_suffix(" ... "));
            tests.map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let (passed, failed) = (with_result("ok"), with_result("FAILED"));
        let passed_cases = cases.iter().filter(|case| passed.contains(&case.function));
        let passed_case_count = passed_cases.clone().count();
        let passed_round_trips = round_trips.iter().filter(|test| passed.contains(*test));
        let passed_round_trip_count = passed_round_trips.count();
        Self {
            total: cases.len(),
            passed: passed_case_count,
            corrected: passed_cases.filter(|case| case.corrected).count(),
            all_round_trips: round_trips.len(),
            round_trips: passed_round_trip_count,
            by_hand: passed.len() - passed_case_count - passed_round_trip_count,
            failed: failed.len().max(usize::from(!succeeded)),
        }
    }

    /// Returns `true` if no test failed, and all tests that the model defines and all round trips
    /// passed.
    pub(super) fn all_passed(&self) -> bool {
        self.failed == 0 && self.passed == self.total && self.round_trips == self.all_round_trips
    }

    /// Adds the counts of another suite.
    pub(super) fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.passed += other.passed;
        self.corrected += other.corrected;
        self.all_round_trips += other.all_round_trips;
        self.round_trips += other.round_trips;
        self.by_hand += other.by_hand;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} passed", self.passed, self.total)?;
        for (count, description) in [
            (self.corrected, "corrected"),
            (self.round_trips, "round trips"),
            (self.by_hand, "hand-written"),
            (self.failed, "failed"),
        ] {
            if count > 0 {
                write!(f, ", {count} {description}")?;
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
        let log = "running 4 tests\ntest a ... ok\ntest b ... ok\ntest other ... ok\ntest r ... ok\n\
                   test c ... FAILED\ntest x ... ignored\n\ntest result: FAILED.\n";
        let tally = Tally::of(&cases, &["r".to_owned()], log, false);
        let expected = Tally {
            total: 4,
            passed: 2,
            corrected: 1,
            all_round_trips: 1,
            round_trips: 1,
            by_hand: 1,
            failed: 1,
        };
        assert_eq!(tally, expected);
        assert!(!tally.all_passed());
        assert_eq!(
            tally.to_string(),
            "2 of 4 passed, 1 corrected, 1 round trips, 1 hand-written, 1 failed"
        );
    }

    #[test]
    fn all_passed_is_false_if_a_test_failed_or_is_missing() {
        let cases = [case("a", false)];
        let all_passed = |log, succeeded| Tally::of(&cases, &[], log, succeeded).all_passed();
        assert!(all_passed("test a ... ok\n", true));
        assert!(!all_passed("test a ... ok\n", false));
        assert!(!all_passed("", true));
        let round_trips = ["r".to_owned()];
        assert!(!Tally::of(&cases, &round_trips, "test a ... ok\n", true).all_passed());
    }

    #[test]
    fn add_sums_the_counts() {
        let cases = [case("a", false)];
        let mut sum = Tally::of(&cases, &[], "test a ... ok\n", true);
        sum.add(&sum.clone());
        assert_eq!((sum.passed, sum.total), (2, 2));
    }
}
