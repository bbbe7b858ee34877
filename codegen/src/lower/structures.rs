//! Structures: how their members are stored, defaulted, written and read.

use super::bindings::{self, Side};
use super::constraints::constraints;
use super::context::Context;
use super::defaults;
use super::docs::{self, Scope, Subject};
use super::names::{TakenNames, field_name, module_file, module_name, type_module, with_value};
use super::rules;
use super::types::Types;
use crate::ast::{Member as AstMember, Shape, ShapeKind, TimestampFormat, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::identifier::suffix;
use crate::ir::{
    Absent, BuilderForm, Literal, Location, Member, Name, Presence, Role, Structure, Type, Usage,
};

/// Returns the structures that inputs, outputs and errors contain.
pub(super) fn nested(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Vec<Structure> {
    let types = &context.types;
    let mut structures = Vec::new();
    for (shape, usage) in types.closure.shapes.values() {
        if matches!(shape.kind, ShapeKind::Structure(_)) {
            let name = Name {
                rust: types.names.type_name(&shape.id),
                wire: types.closure.shape_name(&shape.id).to_owned(),
            };
            structures.push(structure(
                context,
                Some(shape),
                name,
                Role::Type,
                *usage,
                diagnostics,
            ));
        }
    }
    structures
}

/// Returns the structure of `shape`, which is empty if there is no shape.
pub(super) fn structure(
    context: &Context<'_>,
    shape: Option<&Shape>,
    name: Name,
    role: Role,
    usage: Usage,
    diagnostics: &mut Diagnostics,
) -> Structure {
    let types = &context.types;
    let ast_members: Vec<&AstMember> = shape.into_iter().flat_map(Shape::members).collect();
    let module = match role {
        Role::Type | Role::Error => type_module(&name.wire),
        Role::Input | Role::Output => module_name(&name.wire),
    };
    let names = member_names(ast_members.iter().copied(), role);
    let scope = scope(context, &name, role, &module).with_members(
        ast_members
            .iter()
            .map(|member| &*member.name)
            .zip(names.iter().map(|name| &**name)),
    );
    let members: Vec<Member> = ast_members
        .iter()
        .zip(&names)
        .map(|(member, rust)| {
            let purpose = (role, usage);
            self::member(types, member, rust.clone(), purpose, &scope, diagnostics)
        })
        .collect();
    let mut body: Vec<usize> = (0..members.len())
        .filter(|index| members[*index].location == Location::Body)
        .collect();
    // The members of an input are written in order of name, all others in the model's order.
    if role == Role::Input {
        body.sort_by_key(|index| &members[*index].model);
    }
    bindings::conflicts::report(&ast_members, &members, diagnostics);
    let headers = bindings::response_bindings(&members);
    let rules = shape.map(|shape| rules::rules(shape, &members, diagnostics));
    let payload = bindings::payload(types, &ast_members, &members, diagnostics);
    let default_docs = match role {
        Role::Type => format!("The structure `{}`.", name.wire),
        Role::Input => format!("The input of `{}`.", name.wire),
        Role::Output => format!("The output of `{}`.", name.wire),
        Role::Error => format!("The error `{}`.", name.wire),
    };
    Structure {
        module_file: module_file(&module),
        module,
        docs: match shape {
            Some(shape) => docs::lines_or(&shape.traits, &scope, &default_docs),
            None => vec![default_docs],
        },
        deprecated: shape.and_then(|shape| docs::deprecation(&shape.traits)),
        builder: if members.iter().all(|member| member.optional) {
            BuilderForm::Value
        } else {
            BuilderForm::Members
        },
        fallible: members
            .iter()
            .any(|member| !member.optional && member.default.is_none()),
        sensitive: shape.is_some_and(|shape| shape.traits.is_sensitive()),
        builder_name: format!("{}Builder", name.rust),
        // `errors` sets the form of the message of errors.
        message: None,
        message_member: None,
        empty_function: inner_function("empty", &names),
        name,
        role,
        members,
        rules: rules.unwrap_or_default(),
        body,
        headers,
        payload,
        usage,
    }
}

/// Returns the Rust names of members; a later member with a taken name is renamed.
pub(super) fn member_names<'a>(
    members: impl IntoIterator<Item = &'a AstMember>,
    role: Role,
) -> Vec<String> {
    let mut taken = TakenNames::new(reserved_functions(role));
    let names = members.into_iter().map(|member| {
        let name = field_name(&member.name);
        taken.take(name, function_names, |name| with_value(&name))
    });
    names.collect()
}

/// Returns the scope of a structure's documentation.
fn scope<'a>(context: &'a Context<'_>, name: &Name, role: Role, module: &str) -> Scope<'a> {
    let rust = &name.rust;
    context.links.scope(match role {
        Role::Type => Subject::Type(format!("crate::types::{rust}")),
        Role::Error => Subject::Error(format!("crate::types::error::{rust}")),
        Role::Input | Role::Output => {
            Subject::Operation(format!("crate::operation::{module}::{rust}"))
        }
    })
}

/// Returns the names of a member's functions in the structure and its builder.
#[allow(
    clippy::ptr_arg,
    reason = "the signature that `TakenNames::take` expects"
)]
fn function_names(name: &String) -> Vec<String> {
    let suffix = suffix(name);
    vec![
        name.clone(),
        format!("set_{suffix}"),
        format!("get_{suffix}"),
    ]
}

/// Returns the public functions that structures of this role and their builders always have.
fn reserved_functions(role: Role) -> &'static [&'static str] {
    match role {
        Role::Type | Role::Output => &[],
        Role::Input => &["as_input", "into_paginator", "new", "send_with"],
        Role::Error => &["set_meta"],
    }
}

/// Returns `name`, the name of a generated internal function, or another name if a member's public
/// function has it.
fn inner_function(name: &str, members: &[String]) -> String {
    let is_taken = members.iter().any(|member| member == name);
    format!("{name}{}", if is_taken { "_" } else { "" })
}

fn member(
    types: &Types<'_>,
    member: &AstMember,
    rust: String,
    (role, usage): (Role, Usage),
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Member {
    let side = match role {
        Role::Input => Side::Request,
        Role::Output | Role::Error => Side::Response,
        Role::Type => Side::Nested,
    };
    let location = bindings::location(types, member, side, diagnostics);
    let format = match location {
        Location::Label | Location::Query(_) => TimestampFormat::DateTime,
        Location::Header(_) => TimestampFormat::HttpDate,
        _ => TimestampFormat::EpochSeconds,
    };
    let is_stream = types.is_stream(member);
    let ty = match types.member(member, format) {
        Type::Blob if is_stream && location == Location::Payload => Type::Stream,
        ty => ty,
    };
    if is_stream && ty != Type::Stream {
        let reason = "a stream can only be the entire body of a request or response";
        let help = "add the trait `httpPayload` to a member of an input or output";
        diagnostics.shape(Code::Binding, &member.id, reason, help);
    }
    let required = member.traits.is_required();
    let default = match ty {
        // A stream is always present; by default it is empty.
        Type::Stream => Some(Literal::Zero),
        _ => defaults::default(types, member, &ty, diagnostics),
    };
    // Required structures and unions are optional as well, because they have no placeholder, and
    // the service may omit a member that was added to an old shape. All members of an input are
    // optional, because the service checks them.
    let has_no_placeholder = matches!(ty, Type::Structure(_) | Type::Union(_));
    let optional = ty != Type::Stream
        && (role == Role::Input
            || member.traits.is_client_optional()
            || has_no_placeholder
            || (!required && default.is_none()));
    let absent = match (&default, optional) {
        (_, true) if required && role != Role::Input => Absent::SomePlaceholder,
        (_, true) => Absent::None,
        (Some(default), false) => Absent::Default(default.clone()),
        (None, false) => Absent::Placeholder,
    };
    let presence = match &default {
        _ if optional => Presence::WhenSet,
        Some(default) if !required && defaults::is_default(types, member, &ty) => {
            Presence::UnlessDefault(default.clone())
        }
        _ => Presence::WhenSet,
    };
    let constraints = constraints(types, member);
    let place = docs::Place {
        rust: &rust,
        ty: &ty,
        constraints: &constraints,
        in_requests: usage.in_requests,
    };
    Member {
        docs: docs::member(types.closure.model, member, place, scope),
        name: Name {
            rust,
            wire: member.traits.json_name().unwrap_or(&member.name).to_owned(),
        },
        model: member.name.clone(),
        deprecated: docs::deprecation(&member.traits),
        sensitive: types.is_sensitive(member),
        default: default.filter(|_| !optional),
        ty,
        optional,
        required,
        constraints,
        absent,
        presence,
        location,
        idempotency_token: member.traits.has(ids::IDEMPOTENCY_TOKEN),
    }
}

#[cfg(test)]
mod tests;
