//! Error responses.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Map, Value, json};

use super::table::Table;
use super::write;
use crate::behaviour::ServiceError;

/// The codes that every service of AWS may send, with their statuses.
const COMMON: &[(&str, u16)] = &[
    ("AccessDeniedException", 403),
    ("ExpiredTokenException", 403),
    ("IncompleteSignatureException", 400),
    ("InternalFailure", 500),
    ("InvalidSignatureException", 403),
    ("MissingAuthenticationTokenException", 403),
    ("NotAcceptableException", 406),
    ("OptInRequired", 403),
    ("RequestEntityTooLargeException", 413),
    ("RequestExpired", 400),
    ("RequestTimeTooSkewed", 403),
    ("SerializationException", 400),
    ("ServiceUnavailable", 503),
    ("SignatureDoesNotMatch", 403),
    ("ThrottlingException", 429),
    ("TooManyRequestsException", 429),
    ("UnknownOperationException", 404),
    ("UnrecognizedClientException", 403),
    ("UnsupportedMediaTypeException", 415),
    ("ValidationException", 400),
];

/// Returns the error for a body, header or label that cannot be read.
pub(super) fn serialization(message: impl Into<String>) -> ServiceError {
    ServiceError::new("SerializationException", message)
}

/// Returns the error for a fault of the fake itself.
pub(super) fn internal(reason: &str) -> ServiceError {
    ServiceError::new(
        "InternalFailure",
        format!("The fake has a fault: {reason}."),
    )
}

/// Returns the response for an error.
///
/// The code may be that of any error of the service, or one of [`COMMON`]. Any other code has the
/// status 400.
pub(super) fn response(table: &Table, error: &ServiceError) -> Response<Bytes> {
    let response = match table.error(&error.code) {
        Some(shape) => {
            let mut members = error.members.clone();
            // A shape without this member would make the output invalid.
            members.retain(|name, _| shape.members.iter().any(|member| member.name == *name));
            if let Some(name) = &shape.message {
                members.insert(name.clone(), error.message.as_str().into());
            }
            write::structure(table, &shape.members, shape.status, &members)
                .unwrap_or_else(|reason| common(&internal(&reason)))
        }
        None => common(error),
    };
    with_code(response, &error.code)
}

/// Returns the response to a request whose body is too large to read.
pub(crate) fn too_large() -> Response<Bytes> {
    let code = "RequestEntityTooLargeException";
    with_code(
        common(&ServiceError::new(code, "The body is too large.")),
        code,
    )
}

/// Returns the response for an error that the model lacks.
fn common(error: &ServiceError) -> Response<Bytes> {
    let known = COMMON.iter().find(|(code, _)| *code == error.code);
    let status = known.map_or(400, |(_, status)| *status);
    // Clients find the message of errors that they do not know by this name.
    let body = Map::from_iter([("message".to_owned(), json!(error.message))]);
    write::json(status, &Value::Object(body))
}

/// Returns a response that has only a status, as from a proxy.
pub(super) fn bare(status: u16) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.status_mut() = status;
    response
}

fn with_code(mut response: Response<Bytes>, code: &str) -> Response<Bytes> {
    let headers = response.headers_mut();
    headers.insert("x-amzn-errortype", header_value(code));
    response
}

/// Returns the string as a header's value; empty if headers cannot contain it.
pub(super) fn header_value(string: &str) -> HeaderValue {
    HeaderValue::from_str(string).unwrap_or(HeaderValue::from_static(""))
}
