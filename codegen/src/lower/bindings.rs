//! HTTP bindings: where members travel.

use super::types::Types;
use crate::ast::{Member, TimestampFormat, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Location, Member as IrMember, Payload, PayloadKind, Scalar, Type};

pub(super) mod uri;

/// What a structure is the top of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A request.
    Request,
    /// A response.
    Response,
    /// Nothing: bindings of its members have no effect.
    Nested,
}

/// Where `member` travels.
pub(super) fn location(
    types: &Types<'_>,
    member: &Member,
    side: Side,
    diagnostics: &mut Diagnostics,
) -> Location {
    let Some((location, trait_id)) = bound(types, member, side) else {
        return Location::Body;
    };
    let ty = types.member(member, TimestampFormat::DateTime);
    let (name, fits) = match &location {
        Location::Header(name) | Location::EncodedHeader(name) => (name.as_str(), is_token(name)),
        Location::PrefixHeaders(name) => (name.as_str(), name.is_empty() || is_token(name)),
        _ => ("", true),
    };
    if !fits {
        diagnostics.shape_trait(
            Code::HeaderName,
            &member.id,
            trait_id,
            format!("`{name}` is not a header's name"),
            "names of headers are letters, digits and hyphens",
        );
    }
    if let Some(help) = misfit(&location, &ty)
        && types.is_known(member)
    {
        let reason = "a value of the member's type cannot be bound there";
        diagnostics
            .shape_trait(Code::Binding, &member.id, trait_id, reason, help)
            .key();
    }
    location
}

/// Where the member's traits send it, and the trait that does.
fn bound(types: &Types<'_>, member: &Member, side: Side) -> Option<(Location, &'static str)> {
    let traits = &member.traits;
    if side == Side::Nested {
        return None;
    }
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    if side == Side::Request {
        if traits.is_http_label() {
            return Some((Location::Label, ids::HTTP_LABEL));
        }
        if traits.http_query().is_some() {
            let location = Location::Query(text(traits.http_query()));
            return Some((location, ids::HTTP_QUERY));
        }
        if traits.has(ids::HTTP_QUERY_PARAMS) {
            return Some((Location::QueryParams, ids::HTTP_QUERY_PARAMS));
        }
    } else if traits.has(ids::HTTP_RESPONSE_CODE) {
        return Some((Location::ResponseCode, ids::HTTP_RESPONSE_CODE));
    }
    if traits.http_header().is_some() {
        let name = text(traits.http_header());
        let location = match types.media_type(member) {
            // JSON and the like may hold what headers cannot.
            Some(_) => Location::EncodedHeader(name),
            None => Location::Header(name),
        };
        return Some((location, ids::HTTP_HEADER));
    }
    if traits.http_prefix_headers().is_some() {
        let location = Location::PrefixHeaders(text(traits.http_prefix_headers()));
        return Some((location, ids::HTTP_PREFIX_HEADERS));
    }
    let is_payload = traits.has(ids::HTTP_PAYLOAD);
    is_payload.then_some((Location::Payload, ids::HTTP_PAYLOAD))
}

/// What can be bound there, where a value of the type cannot.
fn misfit(location: &Location, ty: &Type) -> Option<&'static str> {
    let is_list_of = |ty: &Type, fits: &dyn Fn(&Type) -> bool| match ty {
        Type::List { element, sparse } => !sparse && fits(element),
        _ => false,
    };
    let is_map_of = |fits: &dyn Fn(&Type) -> bool| match ty {
        Type::Map { key, value, sparse } => !sparse && **key == Type::String && fits(value),
        _ => false,
    };
    let is_string = |ty: &Type| *ty == Type::String;
    let (fits, help) = match location {
        Location::Body => (true, ""),
        Location::Label => (
            has_string_form(ty),
            "bind texts, numbers, booleans, timestamps and enums",
        ),
        Location::Query(_) | Location::Header(_) => (
            has_string_form(ty) || is_list_of(ty, &has_string_form),
            "bind texts, numbers, booleans, timestamps and enums, or lists of them",
        ),
        Location::EncodedHeader(_) => (is_string(ty), "bind texts with a media type"),
        Location::QueryParams => (
            is_map_of(&|ty| is_string(ty) || is_list_of(ty, &is_string)),
            "bind maps of texts, or of lists of texts",
        ),
        Location::PrefixHeaders(_) => (is_map_of(&is_string), "bind maps of texts"),
        Location::ResponseCode => (*ty == Type::Scalar(Scalar::I32), "bind an integer"),
        Location::Payload => (
            payload_kind(ty).is_some(),
            "bind structures, unions, documents, lists, maps, texts or blobs",
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

/// The member that is the body, where there is one; beside it, no other member can be in the body.
pub(super) fn payload(
    types: &Types<'_>,
    ast_members: &[&Member],
    members: &[IrMember],
    diagnostics: &mut Diagnostics,
) -> Option<Payload> {
    let is_payload = |member: &IrMember| member.location == Location::Payload;
    let index = members.iter().position(is_payload)?;
    for (ast, other) in ast_members
        .iter()
        .zip(members)
        .enumerate()
        .filter_map(|(at, (ast, other))| (at != index).then_some((ast, other)))
    {
        if matches!(other.location, Location::Body | Location::Payload) {
            let name = &members[index].model;
            let reason = format!("it would be in the body, but the member `{name}` is the body");
            let help = "bind it elsewhere: to a header, for example";
            diagnostics.shape(Code::Binding, &ast.id, reason, help);
        }
    }
    let kind = payload_kind(&members[index].ty)?;
    let usual = match kind {
        PayloadKind::Object | PayloadKind::Json => "application/json",
        PayloadKind::String => "text/plain",
        PayloadKind::Bytes | PayloadKind::Stream => "application/octet-stream",
    };
    let media_type = ast_members.get(index).and_then(|ast| types.media_type(ast));
    Some(Payload {
        member: index,
        kind,
        content_type: media_type.unwrap_or(usual).to_owned(),
    })
}

/// Whether `text` can be a header's name or a method: what every part of the way lets pass.
pub(super) fn is_token(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !text.is_empty() && text.bytes().all(plain)
}

/// The members that requests bind in query and headers, by index, in the order on the wire: what is
/// under names of its own gives way to what is under a fixed one.
pub(super) fn order(members: &[IrMember]) -> Vec<usize> {
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

/// The members of a response that are in its headers and its status, by index, in the order in which
/// they are read: as the official client does, so that of two that are wrong the first is named.
pub(super) fn headers(members: &[IrMember]) -> Vec<usize> {
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
