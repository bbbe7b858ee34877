//! Lowers the traits that state tests.

mod calls;
mod corrections;
mod endpoints;
mod http;
mod round_trips;
#[cfg(test)]
mod tests;
mod values;

pub use corrections::Correction;

use crate::conformance::ir::Conformance;
use crate::diagnostics::{Diagnostics, Input};
use crate::lower::Lowered;

/// Returns the tests that the model defines, with corrected expectations.
///
/// # Errors
/// Returns a diagnostic for each invalid test and each unused correction.
pub(super) fn conformance(
    lowered: &Lowered<'_>,
    file: &str,
    corrections: &[Correction],
) -> Result<Conformance, Diagnostics> {
    let mut diagnostics = Diagnostics::about(Input::Model, file);
    let mut skipped = Vec::new();
    let http = http::tests(lowered, &mut skipped, &mut diagnostics);
    let endpoints = endpoints::tests(lowered, corrections, &mut skipped, &mut diagnostics);
    skipped.sort();
    diagnostics.into_result(Conformance {
        endpoints,
        http,
        round_trips: round_trips::round_trips(&lowered.client),
        skipped,
    })
}
