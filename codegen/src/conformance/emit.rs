//! A client's tests, as files of its folder `tests`.

mod calls;
mod config;
mod endpoints;
mod given;
mod http;

use std::collections::BTreeMap;

use crate::Options;
use crate::conformance::ir::Conformance;
use crate::diagnostics::Diagnostics;
use crate::emit::{Files, render_all};
use crate::ir::Client;

/// The tests by file.
///
/// # Errors
/// Only faults of the generator itself: tokens that are not Rust.
pub(crate) fn emit(
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
    render_all(client, files)
}
