//! HTTP bindings: where members travel, and what a URI is made of.

use super::closure::OperationShapes;
use super::types::Types;
use crate::ast::{Member, TimestampFormat};
use crate::diagnostics::{Code, Diagnostics, nearest};
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
            Code::HeaderName,
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
    if !fits && types.is_known(member) {
        let reason = "a value of the member's type cannot be bound there yet";
        let help = "bind texts, numbers, booleans and enums; in queries, lists of them too";
        found
            .shape_trait(Code::Binding, &member.id, trait_id, reason, help)
            .key();
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

/// The path and the query literals of an operation's URI. Where the members of the input are not
/// all known, labels are not held against them.
pub(super) fn uri(
    shapes: &OperationShapes<'_>,
    uri: &str,
    members: &[IrMember],
    found: &mut Diagnostics,
) -> (Vec<PathPart>, Vec<String>) {
    let mut problem = |code, reason: String, meant: Option<&str>| {
        let help =
            "a URI is like `/a/{label}?query`: each label is a member with the trait `httpLabel`";
        let finding = found
            .shape_trait(code, &shapes.shape.id, "smithy.api#http", reason, help)
            .below(["uri".into()]);
        finding.nearest = meant.map(str::to_owned);
    };
    let (path, query) = match uri.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (uri, None),
    };
    let visible = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`|#".contains(&byte);
    let mut all_fit = path.starts_with('/') && uri.bytes().all(visible);
    if !all_fit {
        let reason = format!("`{uri}` is not a URI of the form that operations have");
        problem(Code::Uri, reason, None);
    }
    let is_label = |member: &&IrMember| member.location == Location::Label;
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((label, after)) = after.split_once('}') else {
            problem(Code::Uri, format!("a label of `{uri}` has no end"), None);
            all_fit = false;
            break;
        };
        if !literal.is_empty() {
            parts.push(PathPart::Literal(literal.to_owned()));
        }
        let name = label.strip_suffix('+').unwrap_or(label);
        let bound = |member: &IrMember| member.model == name && is_label(&member);
        match members.iter().position(bound) {
            Some(member) => parts.push(PathPart::Label {
                member,
                greedy: label.ends_with('+'),
            }),
            None if shapes.input_is_known => {
                let reason = format!(
                    "the label `{{{label}}}` of `{uri}` names no member of the input that is bound \
                     to one"
                );
                let known = members.iter().filter(is_label);
                let meant = nearest(name, known.map(|member| &*member.model));
                problem(Code::LabelWithoutMember, reason, meant);
                all_fit = false;
            }
            None => {}
        }
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(PathPart::Literal(rest.to_owned()));
    }
    for (index, member) in members.iter().enumerate() {
        let holds =
            |part: &PathPart| matches!(part, PathPart::Label { member, .. } if *member == index);
        // A label that is spelled wrong is one fault, not two.
        if is_label(&member) && !parts.iter().any(holds) && all_fit {
            let name = &member.model;
            let reason = format!("`{uri}` has no label for the member `{name}`");
            problem(Code::MemberWithoutLabel, reason, None);
        }
    }
    let query = query.into_iter().flat_map(|query| query.split('&'));
    (parts, query.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests;
