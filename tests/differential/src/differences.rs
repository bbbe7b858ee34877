//! The deliberate differences, in which the generated client improves on the official one.
//!
//! An entry selects cases by the generated response, never by the result. Its example must differ;
//! cases that no entry selects must give equal results.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anyhow::bail;

use crate::invalid_json;
use crate::responses::Case;

/// The maximum share of cases in a run that entries may exempt, in percent.
const LIMIT: u32 = 2;

/// A deliberate difference in how the clients read a response.
pub struct Difference {
    pub name: &'static str,
    pub reason: &'static str,
    /// Returns `true` if the clients may differ in this case.
    pub exempts: fn(&Case) -> bool,
    /// Returns a case in which the clients must differ.
    pub example: fn() -> Case,
}

/// The deliberate differences.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "invalid-escape",
        reason: "The official parser accepts invalid escapes in strings that it skips. Ours \
                 rejects invalid JSON.",
        exempts: |case| invalid_json::has_invalid_escape(&case.body),
        example: || Case::ok("GetStream", r#"{"other": "\x"}"#),
    },
    Difference {
        name: "invalid-number",
        reason: "The official parser accepts invalid numbers such as `05` and `5.`. Ours rejects \
                 invalid JSON.",
        exempts: |case| invalid_json::has_invalid_number(&case.body),
        example: || Case::ok("GetStream", r#"{"other": 05}"#),
    },
];

/// The number of cases that each entry exempted.
#[derive(Default)]
pub struct Exemptions(RefCell<BTreeMap<&'static str, u32>>);

impl Exemptions {
    /// Returns `true` if an entry exempts `case`, and counts the case for that entry.
    pub fn exempt(&self, case: &Case) -> bool {
        let entry = DIFFERENCES
            .iter()
            .find(|difference| (difference.exempts)(case));
        if let Some(entry) = entry {
            *self.0.borrow_mut().entry(entry.name).or_default() += 1;
        }
        entry.is_some()
    }

    /// Prints how many of `cases` each entry exempted.
    ///
    /// # Errors
    /// Returns an error if more than [`LIMIT`] percent were exempted.
    pub fn report(&self, cases: u32) -> anyhow::Result<()> {
        let counts = self.0.borrow();
        for difference in DIFFERENCES {
            let count = counts.get(difference.name).copied().unwrap_or_default();
            println!(
                "responses: {count} exempted by {}: {}",
                difference.name, difference.reason
            );
        }
        let total: u32 = counts.values().sum();
        if u64::from(total) * 100 > u64::from(LIMIT) * u64::from(cases) {
            bail!("responses: {total} of {cases} cases were exempted, more than {LIMIT} %");
        }
        Ok(())
    }
}
