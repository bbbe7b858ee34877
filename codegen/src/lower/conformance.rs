//! The tests that a model states of its client: from traits to the IR.

mod corrections;
mod endpoints;
mod http;
#[cfg(test)]
mod tests;

pub use corrections::Correction;

use super::Lowered;
use crate::diagnostics::{Diagnostics, Input};
use crate::ir::Conformance;

/// The tests that the model states, with the corrections in the place of what they correct.
///
/// # Errors
/// All findings: a test that is none, a correction that nothing needs.
pub(crate) fn conformance(
    lowered: &Lowered<'_>,
    file: &str,
    corrections: &[Correction],
) -> Result<Conformance, Diagnostics> {
    let mut found = Diagnostics::about(Input::Model, file);
    let service = lowered.closure.service;
    let endpoints = endpoints::tests(service, &lowered.client, corrections, &mut found);
    let http = http::tests(lowered, &mut found);
    found.or(Conformance { endpoints, http })
}
