//! Structures: inputs, outputs, errors and nested structures.

use super::Rule;
use super::differ::{Differ, Site, code};
use super::members;
use super::pairs::{Pair, common, pair};
use super::resources::ERRORS;
use super::side::{Model, Owner};
use crate::ir::{Payload, PayloadKind, Role, Structure, Usage};

/// Returns the site of a structure.
pub(super) fn site(differ: &Differ<'_>, model: &Model<'_>, owner: Owner<'_>) -> Site {
    let Structure { name, role, .. } = owner.structure;
    let shape = model.structure_shape(owner);
    Site {
        id: shape.map(|shape| shape.id.clone()),
        name: name.wire.clone(),
        is_item: true,
        items: vec![
            model.structure_path(owner.structure),
            model.builder_path(owner.structure),
        ],
        resource: match role {
            Role::Type => differ.resources.of_type(&name.wire),
            Role::Error => ERRORS.to_owned(),
            Role::Input | Role::Output => differ.resources.of_operation(&name.wire),
        },
    }
}

/// Compares a structure that both models have.
pub(super) fn compare<'a>(differ: &mut Differ<'a>, old_owner: Owner<'a>, new_owner: Owner<'a>) {
    let site = site(differ, &differ.new, new_owner);
    let Structure {
        // The caller compares the names, from which the module follows.
        name: _,
        module: _,
        module_file: _,
        role: _,
        // Compared as traits of the shape: the lines here also depend on other shapes.
        docs: _,
        deprecated,
        members,
        // An internal choice: both forms have the same methods and traits.
        builder: _,
        builder_name: _,
        fallible,
        body,
        // The order in which a response's headers are parsed has no effect.
        headers: _,
        payload,
        usage,
        sensitive,
        // The form of an error's message, and the member with it, follow from the members.
        message: _,
        message_member: _,
        // Internal functions.
        empty_function: _,
        read_function: _,
    } = old_owner.structure;
    let new = new_owner.structure;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *sensitive != new.sensitive {
        differ.new_side(Rule::TypeSensitive, &site, hides(new.sensitive));
    }
    fallibility(differ, &site, *fallible, new);
    clone(differ, &site, old_owner, new_owner);
    order(differ, &site, (old_owner.structure, body), new, *usage);
    let is_input = new.role == Role::Input;
    self::payload(
        differ,
        &site,
        is_input,
        payload.as_ref(),
        new.payload.as_ref(),
    );
    let pairs = pair(
        members,
        &new.members,
        |member| &member.name,
        |member| &member.model,
    );
    for pair in pairs {
        match pair {
            Pair::Both(old, new) => members::compare(differ, (old_owner, old), (new_owner, new)),
            Pair::Removed(old) => members::removed(differ, old_owner, old),
            Pair::Added(new) => members::added(differ, old_owner.structure, new_owner, new),
        }
    }
}

/// States that `Debug` hides a value, or does not.
pub(super) fn hides(sensitive: bool) -> &'static str {
    match sensitive {
        true => "is hidden by `Debug` and in logs, because it is sensitive",
        false => "is shown by `Debug` and in logs, because it is no longer sensitive",
    }
}

/// Compares the return types of `build`.
fn fallibility(differ: &mut Differ<'_>, site: &Site, old: bool, new: &Structure) {
    // The builder of an input always returns a `Result`.
    if new.role == Role::Input || old == new.fallible {
        return;
    }
    let builder = site.items.get(1).cloned().unwrap_or_default();
    let site = Site {
        items: vec![format!("{builder}::build")],
        ..site.clone()
    };
    let (change, hint) = match new.fallible {
        true => (
            "returns a `Result`, because a member without a default is required",
            "handle the error of `build`, for example with `?`",
        ),
        false => (
            "returns the structure instead of a `Result`, because all members may be unset",
            "remove the handling of the error of `build`",
        ),
    };
    differ
        .new_side(Rule::BuilderFallible, &site, change)
        .hint(hint);
}

/// Compares the traits that a stream takes from the structure that contains it.
fn clone(differ: &mut Differ<'_>, site: &Site, old: Owner<'_>, new: Owner<'_>) {
    let mut items = site.items.clone();
    items.extend(differ.new.setter_owners(new).into_iter().skip(1));
    let site = &Site {
        items,
        ..site.clone()
    };
    let (old, new) = (old.structure, new.structure);
    match (old.streams(), new.streams()) {
        (false, true) => {
            differ
                .new_side(
                    Rule::StructureCloneRemoved,
                    site,
                    "no longer implements `Clone` and `PartialEq`, because it contains a stream",
                )
                .hint("clone the values that you need before the stream is consumed");
        }
        (true, false) => {
            let change = "implements `Clone` and `PartialEq`";
            differ.new_side(Rule::StructureCloneAdded, site, change);
        }
        _ => {}
    }
}

/// Compares the order of the members that both structures have.
fn order(
    differ: &mut Differ<'_>,
    site: &Site,
    (old, old_body): (&Structure, &[usize]),
    new: &Structure,
    usage: Usage,
) {
    let Usage {
        // A response is read in any order.
        in_responses: _,
        in_requests,
        // Structures are not bound; enums have the flag for an internal function.
        in_bindings: _,
    } = usage;
    if in_requests
        && new.usage.in_requests
        && let Some(list) = new_order((old, old_body), (new, &new.body))
    {
        differ
            .new_side(
                Rule::MemberOrder,
                site,
                format!("is sent with its members in the order {list}"),
            )
            .wire("the members of the JSON object have this order");
        return;
    }
    let all = |structure: &Structure| (0..structure.members.len()).collect::<Vec<_>>();
    if let Some(list) = new_order((old, &all(old)), (new, &all(new))) {
        let change = format!("has its fields in the order {list}");
        differ.new_side(Rule::FieldOrder, site, change);
    }
}

/// Returns the new order of the members that both lists contain, if it differs from the old one.
fn new_order(
    (old, old_order): (&Structure, &[usize]),
    (new, new_order): (&Structure, &[usize]),
) -> Option<String> {
    fn names<'b>(structure: &'b Structure, order: &[usize]) -> Vec<&'b str> {
        let members = order.iter();
        let members = members.filter_map(|index| structure.members.get(*index));
        members.map(|member| &*member.name.rust).collect()
    }
    let (before, after) = (names(old, old_order), names(new, new_order));
    let (before, after) = (common(&before, &after), common(&after, &before));
    let list = after.iter().map(code).collect::<Vec<_>>().join(", ");
    (before != after).then_some(list)
}

/// Compares the encodings of a payload.
fn payload(
    differ: &mut Differ<'_>,
    site: &Site,
    is_input: bool,
    old: Option<&Payload>,
    new: Option<&Payload>,
) {
    let (Some(old), Some(new)) = (old, new) else {
        // The member is bound to another part of the message, or was added or removed.
        return;
    };
    let Payload {
        // Compared as the location of the member.
        member: _,
        kind,
        content_type,
    } = old;
    if *kind != new.kind {
        let (old, new) = (payload_kind(*kind), payload_kind(new.kind));
        let wire = format!("the body is {new} instead of {old}");
        differ
            .new_side(
                Rule::PayloadEncoding,
                site,
                format!("has a body that is {new}"),
            )
            .wire(wire);
    }
    // Only requests have the header.
    if is_input && *content_type != new.content_type {
        let (old, new) = (code(content_type), code(&new.content_type));
        let wire = format!("the header `content-type` is {new} instead of {old}");
        differ
            .new_side(
                Rule::PayloadMediaType,
                site,
                format!("has a body of the media type {new}"),
            )
            .wire(wire);
    }
}

fn payload_kind(kind: PayloadKind) -> &'static str {
    match kind {
        PayloadKind::Object => "a JSON object, empty if unset",
        PayloadKind::Json => "JSON, absent if unset",
        PayloadKind::String => "a string",
        PayloadKind::Bytes => "bytes",
        PayloadKind::Stream => "a stream of bytes",
    }
}
