//! HTTP bindings of members.

use super::types::Types;
use super::valid::{is_media_type, is_token};
use crate::ast::{Member, TimestampFormat, ids};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::ir::{Location, Member as IrMember, Payload, PayloadKind, Scalar, Type};

pub(super) mod conflicts;
pub(super) mod method;
pub(super) mod uri;

/// The HTTP message that a structure describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A request.
    Request,
    /// A response.
    Response,
    /// Neither: the structure is nested, and bindings of its members have no effect.
    Nested,
}

/// Returns the part of the HTTP message that `member` is bound to.
pub(super) fn location(
    types: &Types<'_>,
    member: &Member,
    side: Side,
    diagnostics: &mut Diagnostics,
) -> Location {
    let Some((location, trait_id)) = bound_location(types, member, side) else {
        return Location::Body;
    };
    let ty = types.member(member, TimestampFormat::DateTime);
    let (name, is_valid) = match &location {
        Location::Header(name) | Location::EncodedHeader(name) => (name.as_str(), is_token(name)),
        Location::PrefixHeaders(name) => (name.as_str(), name.is_empty() || is_token(name)),
        _ => ("", true),
    };
    if !is_valid {
        diagnostics.shape_trait(
            Code::HeaderName,
            &member.id,
            trait_id,
            format!("`{name}` is not a valid header name"),
            "use letters, digits and hyphens",
        );
    }
    if side == Side::Request && is_reserved(name) {
        let reason = format!("the header `{name}` is reserved for the HTTP client");
        let help = "bind the member to another header: the client may replace its value, or requests \
                    with it may fail";
        diagnostics
            .shape_trait(Code::HeaderName, &member.id, trait_id, reason, help)
            .severity = Severity::Warning;
    }
    if let Some(help) = type_mismatch(&location, &ty)
        && types.is_known(member)
    {
        let reason = "the trait does not support the member's type";
        diagnostics
            .shape_trait(Code::Binding, &member.id, trait_id, reason, help)
            .key();
    }
    location
}

/// Returns the location that one of the member's traits binds it to, and the trait's id.
fn bound_location(
    types: &Types<'_>,
    member: &Member,
    side: Side,
) -> Option<(Location, &'static str)> {
    let traits = &member.traits;
    if side == Side::Nested {
        return None;
    }
    let string = |string: Option<&str>| string.unwrap_or_default().to_owned();
    if side == Side::Request {
        if traits.is_http_label() {
            return Some((Location::Label, ids::HTTP_LABEL));
        }
        if traits.http_query().is_some() {
            let location = Location::Query(string(traits.http_query()));
            return Some((location, ids::HTTP_QUERY));
        }
        if traits.has(ids::HTTP_QUERY_PARAMS) {
            return Some((Location::QueryParams, ids::HTTP_QUERY_PARAMS));
        }
    } else if traits.has(ids::HTTP_RESPONSE_CODE) {
        return Some((Location::ResponseCode, ids::HTTP_RESPONSE_CODE));
    }
    if traits.http_header().is_some() {
        let name = string(traits.http_header());
        let location = match types.media_type(member) {
            // JSON, for example, may contain characters that headers cannot.
            Some(_) => Location::EncodedHeader(name),
            None => Location::Header(name),
        };
        return Some((location, ids::HTTP_HEADER));
    }
    if traits.http_prefix_headers().is_some() {
        let location = Location::PrefixHeaders(string(traits.http_prefix_headers()));
        return Some((location, ids::HTTP_PREFIX_HEADERS));
    }
    let is_payload = traits.has(ids::HTTP_PAYLOAD);
    is_payload.then_some((Location::Payload, ids::HTTP_PAYLOAD))
}

/// Returns a help message with the supported types if `ty` does not fit the location.
fn type_mismatch(location: &Location, ty: &Type) -> Option<&'static str> {
    let is_list_of = |ty: &Type, fits: &dyn Fn(&Type) -> bool| match ty {
        Type::List { element, sparse } => !sparse && fits(element),
        _ => false,
    };
    let is_map_of = |fits: &dyn Fn(&Type) -> bool| match ty {
        Type::Map { key, value, sparse } => !sparse && key.is_string() && fits(value),
        _ => false,
    };
    let (fits, help) = match location {
        Location::Body => (true, ""),
        Location::Label => (
            has_string_form(ty),
            "bind a string, number, boolean, timestamp or enum",
        ),
        Location::Query(_) | Location::Header(_) => (
            has_string_form(ty) || is_list_of(ty, &has_string_form),
            "bind a string, number, boolean, timestamp or enum, or a list of them",
        ),
        Location::EncodedHeader(_) => (ty.is_string(), "bind a string if it has a media type"),
        Location::QueryParams => (
            is_map_of(&|ty| ty.is_string() || is_list_of(ty, &Type::is_string)),
            "bind a map of strings or of lists of strings",
        ),
        Location::PrefixHeaders(_) => (is_map_of(&Type::is_string), "bind a map of strings"),
        Location::ResponseCode => (*ty == Type::Scalar(Scalar::I32), "bind an integer"),
        Location::Payload => (
            payload_kind(ty).is_some(),
            "bind a structure, union, document, list, map, string, enum or blob",
        ),
    };
    (!fits).then_some(help)
}

fn has_string_form(ty: &Type) -> bool {
    matches!(
        ty,
        Type::String | Type::Scalar(_) | Type::Big(_) | Type::Enum(_) | Type::Timestamp(_)
    )
}

fn payload_kind(ty: &Type) -> Option<PayloadKind> {
    Some(match ty {
        Type::Structure(_) => PayloadKind::Object,
        Type::Union(_) | Type::Document | Type::List { .. } | Type::Map { .. } => PayloadKind::Json,
        Type::String | Type::Enum(_) => PayloadKind::String,
        Type::Blob => PayloadKind::Bytes,
        Type::Stream => PayloadKind::Stream,
        Type::Scalar(_) | Type::Timestamp(_) | Type::Big(_) => return None,
    })
}

/// Returns the member that is the HTTP body, if there is one.
///
/// No other member can be in the body then.
pub(super) fn payload(
    types: &Types<'_>,
    ast_members: &[&Member],
    members: &[IrMember],
    diagnostics: &mut Diagnostics,
) -> Option<Payload> {
    let is_payload = |member: &IrMember| member.location == Location::Payload;
    let index = members.iter().position(is_payload)?;
    for (other_index, (ast, other)) in ast_members.iter().zip(members).enumerate() {
        let is_in_body = matches!(other.location, Location::Body | Location::Payload);
        if is_in_body && other_index != index {
            let name = &members[index].model;
            let reason = format!(
                "the member would be in the body, but `{name}` with `httpPayload` is the entire body"
            );
            let help = "bind the member to a header, for example";
            diagnostics.shape(Code::Binding, &ast.id, reason, help);
        }
    }
    let kind = payload_kind(&members[index].ty)?;
    let default_type = match kind {
        PayloadKind::Object | PayloadKind::Json => "application/json",
        PayloadKind::String => "text/plain",
        PayloadKind::Bytes | PayloadKind::Stream => "application/octet-stream",
    };
    let media_type = ast_members.get(index).and_then(|ast| types.media_type(ast));
    if let Some(media_type) = media_type.filter(|media_type| !is_media_type(media_type)) {
        let reason = format!("{media_type:?} cannot be a content type");
        let help = "write a type and a subtype, for example `image/png`";
        let id = &ast_members[index].target;
        diagnostics.shape_trait(Code::HeaderValue, id, ids::MEDIA_TYPE, reason, help);
    }
    Some(Payload {
        member: index,
        kind,
        content_type: media_type.unwrap_or(default_type).to_owned(),
    })
}

/// Returns `true` for a header that Smithy does not allow members to be bound to. In responses,
/// such members do no harm.
fn is_reserved(name: &str) -> bool {
    const RESERVED: [&str; 15] = [
        "authorization",
        "connection",
        "content-length",
        "expect",
        "host",
        "max-forwards",
        "proxy-authenticate",
        "server",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "www-authenticate",
        "x-forwarded-for",
    ];
    RESERVED
        .iter()
        .any(|reserved| reserved.eq_ignore_ascii_case(name))
}

/// Returns the indices of the members in the query and headers of a request, in the order in which
/// they are written.
///
/// Members with a fixed name win over the entries of maps: they come after prefix headers, which
/// they replace, and before query parameters, which skip names that are present.
pub(super) fn request_bindings(members: &[IrMember]) -> Vec<usize> {
    let rank = |index: usize| match members[index].location {
        Location::PrefixHeaders(_) => Some(0),
        Location::Query(_) | Location::Header(_) | Location::EncodedHeader(_) => Some(1),
        Location::QueryParams => Some(2),
        Location::Body | Location::Label | Location::Payload | Location::ResponseCode => None,
    };
    let all = 0..members.len();
    let mut order: Vec<usize> = all.filter(|index| rank(*index).is_some()).collect();
    order.sort_by_key(|index| (rank(*index), &members[*index].model));
    order
}

/// Returns the indices of the members in the headers and status of a response, in the order in
/// which they are read.
///
/// The order is the official client's, so that both report the same error if there are several.
pub(super) fn response_bindings(members: &[IrMember]) -> Vec<usize> {
    let rank = |index: usize| match members[index].location {
        Location::Header(_) | Location::EncodedHeader(_) | Location::PrefixHeaders(_) => Some(0),
        Location::ResponseCode => Some(1),
        _ => None,
    };
    let all = 0..members.len();
    let mut headers: Vec<usize> = all.filter(|index| rank(*index).is_some()).collect();
    headers.sort_by_key(|index| (rank(*index), &members[*index].model));
    headers
}

#[cfg(test)]
mod tests;
