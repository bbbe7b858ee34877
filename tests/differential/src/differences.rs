//! The deliberate differences: where the generated client does better than the official one.
//!
//! An entry says by what is drawn, never by what comes of it, that the clients may differ; its
//! witness must differ. What no entry excuses must be equal.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anyhow::bail;

use crate::answers::Case;
use crate::lenient;

/// The most that may be excused of a run, in hundredths.
const LIMIT: u32 = 2;

/// A deliberate difference in what becomes of an answer.
pub struct Difference {
    pub name: &'static str,
    pub reason: &'static str,
    pub excuses: fn(&Case) -> bool,
    pub witness: fn() -> Case,
}

/// The table.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "bad-escape",
        reason: "The official parser does not look into the strings that it skips, so a body with an \
                 escape that JSON does not have may pass. What is not JSON is refused.",
        excuses: |case| lenient::has_bad_escape(&case.body),
        witness: || Case::of("GetStream", r#"{"other": "\x"}"#),
    },
    Difference {
        name: "bad-number",
        reason: "The official parser takes numbers that JSON does not have: `05`, `5.`. What is not \
                 JSON is refused.",
        excuses: |case| lenient::has_bad_number(&case.body),
        witness: || Case::of("GetStream", r#"{"other": 05}"#),
    },
];

/// How often each entry excused a case.
#[derive(Default)]
pub struct Excused(RefCell<BTreeMap<&'static str, u32>>);

impl Excused {
    /// Whether an entry excuses `case`.
    pub fn covers(&self, case: &Case) -> bool {
        let entry = DIFFERENCES
            .iter()
            .find(|difference| (difference.excuses)(case));
        if let Some(entry) = entry {
            *self.0.borrow_mut().entry(entry.name).or_default() += 1;
        }
        entry.is_some()
    }

    /// Prints what was excused of `cases`.
    ///
    /// # Errors
    /// When it was too much.
    pub fn report(&self, cases: u32) -> anyhow::Result<()> {
        let counts = self.0.borrow();
        for difference in DIFFERENCES {
            let count = counts.get(difference.name).copied().unwrap_or_default();
            println!(
                "answers: excused {count} by {}: {}",
                difference.name, difference.reason
            );
        }
        let all: u32 = counts.values().sum();
        if u64::from(all) * 100 > u64::from(LIMIT) * u64::from(cases) {
            bail!("answers: {all} of {cases} were excused, more than {LIMIT} %");
        }
        Ok(())
    }
}
