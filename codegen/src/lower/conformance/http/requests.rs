//! What must be sent.

use super::trait_case::TraitCase;
use super::{Context, of, params};
use crate::diagnostics::Diagnostics;
use crate::ir::{Body, Operation, RequestTest};

pub(super) fn request(
    context: &Context<'_>,
    operation: &Operation,
    case: &TraitCase<'_>,
    found: &mut Diagnostics,
) -> RequestTest {
    for key in ["method", "uri"] {
        if case.text(key).is_empty() {
            case.wrong(key, "there is no text", found);
        }
    }
    RequestTest {
        of: of(operation, case),
        input: params(context, &operation.input.members, case, found),
        method: case.text("method").to_owned(),
        path: case.text("uri").to_owned(),
        host: case.optional("host"),
        resolved_host: case.optional("resolvedHost"),
        query: case.texts("queryParams", found),
        forbidden_query: case.texts("forbidQueryParams", found),
        required_query: case.texts("requireQueryParams", found),
        headers: case.pairs("headers", found),
        forbidden_headers: case.texts("forbidHeaders", found),
        required_headers: case.texts("requireHeaders", found),
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
