//! Emits the tests as files of the client's folder `tests`.

mod calls;
mod config;
mod endpoints;
mod http;
mod round_trips;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeMap;

use crate::conformance::ir::Conformance;
use crate::diagnostics::Diagnostics;
use crate::emit::{Files, render_all};
use crate::ir::Client;
use crate::options::Options;

/// Returns the text of each test file, by path.
///
/// # Errors
/// Returns an error if emitted tokens are not valid Rust, which is a fault of the generator.
pub(super) fn emit(
    client: &Client,
    options: &Options,
    conformance: &Conformance,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    let mut files = Files::default();
    if !conformance.endpoints.is_empty() {
        let tokens = endpoints::tests(options, &conformance.endpoints);
        files.rust("tests/endpoints.rs", tokens);
    }
    if let Some(tokens) = calls::tests(options, &conformance.endpoints) {
        files.rust("tests/endpoint_calls.rs", tokens);
    }
    let http = &conformance.http;
    if !(http.requests.is_empty() && http.responses.is_empty()) {
        http::emit(client, options, http, &mut files);
    }
    if !conformance.round_trips.is_empty() {
        let tokens = round_trips::tests(options, &conformance.round_trips);
        files.rust("tests/round_trips.rs", tokens);
    }
    render_all(client, files)
}
