//! Tests of requests.

use super::trait_case::TraitCase;
use super::{ValueContext, info, params};
use crate::conformance::ir::{Body, RequestTest};
use crate::diagnostics::Diagnostics;
use crate::ir::Operation;

/// Returns the test for a case.
pub(super) fn request(
    context: &ValueContext<'_>,
    operation: &Operation,
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> RequestTest {
    for key in ["method", "uri"] {
        if case.string(key).is_empty() {
            case.error(key, "it is not a string", diagnostics);
        }
    }
    RequestTest {
        info: info(operation, case),
        input: params(context, &operation.input.members, case, diagnostics),
        method: case.string("method").to_owned(),
        path: case.string("uri").to_owned(),
        host: case.optional_string("host"),
        resolved_host: case.optional_string("resolvedHost"),
        query: case.strings("queryParams", diagnostics),
        forbidden_query: case.strings("forbidQueryParams", diagnostics),
        required_query: case.strings("requireQueryParams", diagnostics),
        headers: case.string_pairs("headers", diagnostics),
        forbidden_headers: case.strings("forbidHeaders", diagnostics),
        required_headers: case.strings("requireHeaders", diagnostics),
        body: case
            .optional_string("body")
            .map(|body| self::body(&body, case.string("bodyMediaType"))),
    }
}

fn body(text: &str, media_type: &str) -> Body {
    let is_json = media_type == "application/json" || media_type.ends_with("+json");
    if is_json && !text.is_empty() {
        Body::Json(text.to_owned())
    } else {
        Body::Bytes(text.as_bytes().to_vec())
    }
}
