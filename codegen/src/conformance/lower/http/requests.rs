//! What must be sent.

use super::trait_case::TraitCase;
use super::{Context, of, params};
use crate::conformance::ir::{Body, RequestTest};
use crate::diagnostics::Diagnostics;
use crate::ir::Operation;

pub(super) fn request(
    context: &Context<'_>,
    operation: &Operation,
    case: &TraitCase<'_>,
    diagnostics: &mut Diagnostics,
) -> RequestTest {
    for key in ["method", "uri"] {
        if case.text(key).is_empty() {
            case.wrong(key, "there is no text", diagnostics);
        }
    }
    RequestTest {
        of: of(operation, case),
        input: params(context, &operation.input.members, case, diagnostics),
        method: case.text("method").to_owned(),
        path: case.text("uri").to_owned(),
        host: case.optional("host"),
        resolved_host: case.optional("resolvedHost"),
        query: case.texts("queryParams", diagnostics),
        forbidden_query: case.texts("forbidQueryParams", diagnostics),
        required_query: case.texts("requireQueryParams", diagnostics),
        headers: case.pairs("headers", diagnostics),
        forbidden_headers: case.texts("forbidHeaders", diagnostics),
        required_headers: case.texts("requireHeaders", diagnostics),
        body: case
            .optional("body")
            .map(|body| self::body(&body, case.text("bodyMediaType"))),
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
