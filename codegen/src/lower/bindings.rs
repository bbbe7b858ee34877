//! HTTP bindings: where members travel, and what a URI is made of.

use super::types::Types;
use crate::ast::{Member, Shape, TimestampFormat};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Location, Member as IrMember, PathPart, Type};

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
    found: &mut Diagnostics,
) -> Location {
    let traits = &member.traits;
    let (location, trait_id) = match side {
        Side::Request if traits.is_http_label() => (Location::Label, "smithy.api#httpLabel"),
        Side::Request if traits.http_query().is_some() => {
            let name = traits.http_query().unwrap_or_default().to_owned();
            (Location::Query(name), "smithy.api#httpQuery")
        }
        Side::Request | Side::Response if traits.http_header().is_some() => {
            let name = traits.http_header().unwrap_or_default().to_owned();
            (Location::Header(name), "smithy.api#httpHeader")
        }
        _ => return Location::Body,
    };
    let ty = types.member(member, TimestampFormat::DateTime);
    if let Location::Header(name) = &location
        && !is_token(name)
    {
        found.shape_trait(
            Code::TraitValue,
            &member.id,
            trait_id,
            format!("`{name}` is not a header's name"),
            "names of headers are letters, digits and hyphens",
        );
    }
    let fits = match (&location, &ty) {
        (Location::Query(_), Type::List { element, .. }) => is_text(element, false),
        (Location::Header(_), ty) if side == Side::Response => is_text(ty, false),
        (_, ty) => is_text(ty, true),
    };
    if !fits {
        found.shape_trait(
            Code::Unsupported,
            &member.id,
            trait_id,
            "a value of the member's type cannot be bound there yet",
            "bind texts, numbers, booleans and enums; in queries, lists of them too",
        );
    }
    location
}

fn is_text(ty: &Type, timestamps: bool) -> bool {
    match ty {
        Type::String | Type::Scalar(_) | Type::Enum(_) => true,
        Type::Timestamp(_) => timestamps,
        _ => false,
    }
}

/// Whether `text` can be a header's name or a method: what every part of the way lets pass.
pub(super) fn is_token(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    !text.is_empty() && text.bytes().all(plain)
}

/// The members that requests bind in query and headers, by index, in the order on the wire.
pub(super) fn order(members: &[IrMember]) -> Vec<usize> {
    let bound = |index: &usize| {
        matches!(
            members[*index].location,
            Location::Query(_) | Location::Header(_)
        )
    };
    let mut order: Vec<usize> = (0..members.len()).filter(bound).collect();
    order.sort_by_key(|index| &members[*index].model);
    order
}

/// The path and the query literals of an operation's URI.
pub(super) fn uri(
    operation: &Shape,
    uri: &str,
    members: &[IrMember],
    found: &mut Diagnostics,
) -> (Vec<PathPart>, Vec<String>) {
    let mut problem = |reason: String| {
        found.shape_trait(
            Code::TraitValue,
            &operation.id,
            "smithy.api#http",
            reason,
            "a URI is like `/a/{label}?query`: each label is a member with the trait `httpLabel`",
        );
    };
    let (path, query) = match uri.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (uri, None),
    };
    let visible = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`|#".contains(&byte);
    if !path.starts_with('/') || !uri.bytes().all(visible) {
        problem(format!(
            "`{uri}` is not a URI of the form that operations have"
        ));
    }
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((label, after)) = after.split_once('}') else {
            problem(format!("a label of `{uri}` has no end"));
            break;
        };
        if !literal.is_empty() {
            parts.push(PathPart::Literal(literal.to_owned()));
        }
        let name = label.strip_suffix('+').unwrap_or(label);
        let bound = |member: &IrMember| member.model == name && member.location == Location::Label;
        match members.iter().position(bound) {
            Some(member) => parts.push(PathPart::Label {
                member,
                greedy: label.ends_with('+'),
            }),
            None => problem(format!(
                "the label `{{{label}}}` of `{uri}` names no member of the input"
            )),
        }
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(PathPart::Literal(rest.to_owned()));
    }
    for (index, member) in members.iter().enumerate() {
        let holds =
            |part: &PathPart| matches!(part, PathPart::Label { member, .. } if *member == index);
        if member.location == Location::Label && !parts.iter().any(holds) {
            let name = &member.model;
            problem(format!("`{uri}` has no label for the member `{name}`"));
        }
    }
    let query = query.into_iter().flat_map(|query| query.split('&'));
    (parts, query.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests;
