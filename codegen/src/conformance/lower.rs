//! The tests that a model states of its client: from traits to the IR.

mod calls;
mod corrections;
mod endpoints;
mod http;
#[cfg(test)]
mod tests;
mod values;

pub use corrections::Correction;

use crate::conformance::ir::Conformance;
use crate::diagnostics::{Diagnostics, Input};
use crate::lower::Lowered;

/// The tests that the model states, with the corrections in the place of what they correct.
///
/// # Errors
/// All diagnostics: a test that is none, a correction that nothing needs.
pub(crate) fn conformance(
    lowered: &Lowered<'_>,
    file: &str,
    corrections: &[Correction],
) -> Result<Conformance, Diagnostics> {
    let mut diagnostics = Diagnostics::about(Input::Model, file);
    let mut http = http::tests(lowered, &mut diagnostics);
    let left_out = &mut http.left_out;
    let endpoints = endpoints::tests(lowered, corrections, left_out, &mut diagnostics);
    left_out.sort();
    diagnostics.into_result(Conformance { endpoints, http })
}
