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
        // The caller paired the structures by their names, and compares those.
        name: _,
        // The module follows from the name.
        module: _,
        module_file: _,
        role: _,
        // Compared as traits of the shape: the lines here also depend on other shapes.
        docs: _,
        deprecated,
        members,
        // An internal choice: both forms have the same methods and traits.
        builder: _,
        builder_name,
        fallible,
        body,
        // The order in which a response's headers are parsed has no effect.
        headers: _,
        payload,
        usage,
        sensitive,
        // The form of an error's message follows from its member `message`.
        message: _,
        // Internal functions.
        empty_function: _,
        read_function: _,
    } = old_owner.structure;
    let new = new_owner.structure;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *builder_name != new.builder_name {
        let change = format!("has the builder {}", code(&new.builder_name));
        let found = differ.new_side(Rule::TypeRenamed, &site, change);
        found.hint(format!("use {}", code(&new.builder_name)));
    }
    if *sensitive != new.sensitive {
        differ.new_side(Rule::TypeSensitive, &site, hides(new.sensitive));
    }
    fallibility(differ, &site, *fallible, new);
    clone(differ, &site, old_owner.structure, new);
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
fn clone(differ: &mut Differ<'_>, site: &Site, old: &Structure, new: &Structure) {
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
        // Members of structures are not bound; enums have this flag for an internal function.
        in_bindings: _,
    } = usage;
    let at = |structure: &'_ Structure, indices: &[usize]| -> Vec<String> {
        let members = indices
            .iter()
            .filter_map(|index| structure.members.get(*index));
        members.map(|member| member.name.rust.clone()).collect()
    };
    let all = |structure: &Structure| (0..structure.members.len()).collect::<Vec<_>>();
    let is_sent = in_requests && new.usage.in_requests;
    let (old_names, new_names, rule) = match is_sent {
        true => (at(old, old_body), at(new, &new.body), Rule::MemberOrder),
        false => (at(old, &all(old)), at(new, &all(new)), Rule::FieldOrder),
    };
    let (old_names, new_names): (Vec<_>, Vec<_>) = (
        old_names.iter().map(String::as_str).collect(),
        new_names.iter().map(String::as_str).collect(),
    );
    let (before, after) = (
        common(&old_names, &new_names),
        common(&new_names, &old_names),
    );
    if before != after {
        let list = after.iter().map(code).collect::<Vec<_>>().join(", ");
        let found = differ.new_side(rule, site, format!("has its members in the order {list}"));
        if is_sent {
            found.wire("the members of the JSON object are sent in this order");
        }
    }
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
                format!("has a body of the type {new}"),
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
