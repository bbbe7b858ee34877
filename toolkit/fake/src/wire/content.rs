//! The headers `content-type` and `accept`.

use bytes::Bytes;
use http::{HeaderName, Request, header};

use super::table::{Kind, Location, Member, Table};
use crate::behaviour::ServiceError;

const JSON: &str = "application/json";

/// The body that a structure has.
enum Body<'a> {
    None,
    /// None, or an empty JSON object.
    Empty,
    /// Of this media type.
    Of(&'a str),
    /// Bytes of any media type.
    Any,
}

/// Checks that the request has the media type of the operation's input, and accepts that of its
/// output.
pub(super) fn check(
    table: &Table,
    operation: &str,
    request: &Request<Bytes>,
) -> Result<(), ServiceError> {
    let content_type = header(request, &header::CONTENT_TYPE);
    let is_empty = request.body().is_empty();
    let expected = match body(table.input(operation)) {
        // An empty structure may be sent as an empty object.
        Body::Empty => content_type
            .filter(|actual| !essence(actual).eq_ignore_ascii_case(JSON))
            .map(|_| JSON),
        // Clients may declare a type for a body that they do not send.
        _ if is_empty => None,
        Body::Any => None,
        Body::None => content_type.map(|_| "no content"),
        Body::Of(expected) => {
            let is_expected = |actual: &str| essence(actual).eq_ignore_ascii_case(expected);
            (!content_type.is_some_and(is_expected)).then_some(expected)
        }
    };
    if let Some(expected) = expected {
        let message = format!("The content type must be: {expected}");
        return Err(ServiceError::new("UnsupportedMediaTypeException", message));
    }
    let output = body(table.output(operation));
    if let (Some(accept), Body::Of(sent)) = (header(request, &header::ACCEPT), output)
        && !accept.split(',').any(|range| accepts(essence(range), sent))
    {
        let message = format!("The response would be: {sent}");
        return Err(ServiceError::new("NotAcceptableException", message));
    }
    Ok(())
}

fn header<'a>(request: &'a Request<Bytes>, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

fn body(structure: Option<&[Member]>) -> Body<'_> {
    let members = match structure {
        None => return Body::None,
        Some([]) => return Body::Empty,
        Some(members) => members,
    };
    for member in members {
        match (&member.location, &member.ty.kind) {
            // The model declares no media type.
            (Location::Payload(media_type), Kind::Blob | Kind::Stream)
                if media_type == "application/octet-stream" =>
            {
                return Body::Any;
            }
            (Location::Payload(media_type), _) => return Body::Of(essence(media_type)),
            (Location::Body, _) => return Body::Of(JSON),
            _ => {}
        }
    }
    Body::None
}

/// Returns a media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Returns `true` if a media range such as `text/*` contains the media type.
fn accepts(range: &str, media_type: &str) -> bool {
    let (kind, _) = media_type.split_once('/').unwrap_or_default();
    range == "*/*"
        || range.eq_ignore_ascii_case(media_type)
        || range
            .strip_suffix("/*")
            .is_some_and(|range| range.eq_ignore_ascii_case(kind))
}
