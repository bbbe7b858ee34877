//! Structures: their members, how those are held, defaulted, written and read.

use serde_json::Value;

use super::bindings::{self, Side};
use super::docs::{self, Home, Scope};
use super::names::{Taken, field_name, module_name, suffix, type_module, with_value};
use super::types::Types;
use crate::ast::{Member as AstMember, Shape, ShapeKind, TimestampFormat, brief};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{
    Absent, BuilderForm, Literal, Location, Member, Name, Presence, Role, Scalar, Structure, Type,
    Usage,
};

/// The structures that inputs, outputs and errors are made of.
pub(super) fn types(types: &Types<'_>, found: &mut Diagnostics) -> Vec<Structure> {
    let mut structures = Vec::new();
    for (shape, usage) in types.closure.shapes.values() {
        if matches!(shape.kind, ShapeKind::Structure(_)) {
            let name = Name {
                rust: types.names.type_name(&shape.id),
                wire: shape.id.name().to_owned(),
            };
            structures.push(structure(
                types,
                Some(shape),
                name,
                Role::Type,
                *usage,
                found,
            ));
        }
    }
    structures
}

/// The structure made of `shape`, or an empty one.
pub(super) fn structure(
    types: &Types<'_>,
    shape: Option<&Shape>,
    name: Name,
    role: Role,
    usage: Usage,
    found: &mut Diagnostics,
) -> Structure {
    let ast_members: Vec<&AstMember> = shape.into_iter().flat_map(Shape::members).collect();
    let module = match role {
        Role::Type | Role::Error => type_module(&name.wire),
        Role::Input | Role::Output => module_name(&name.wire),
    };
    let names = member_names(&ast_members, role);
    let scope = scope(types, &name, role, &module).with_members(
        ast_members
            .iter()
            .map(|member| &*member.name)
            .zip(names.iter().map(|name| &**name)),
    );
    let members: Vec<Member> = ast_members
        .iter()
        .zip(&names)
        .map(|(member, rust)| self::member(types, member, rust.clone(), role, &scope, found))
        .collect();
    let mut body: Vec<usize> = (0..members.len())
        .filter(|index| members[*index].location == Location::Body)
        .collect();
    // An input's members are written by name, those of other structures in the model's order.
    if role == Role::Input {
        body.sort_by_key(|index| &members[*index].model);
    }
    // As the official client reads them: of two that are wrong, the first is named.
    let mut headers: Vec<usize> = (0..members.len())
        .filter(|index| matches!(members[*index].location, Location::Header(_)))
        .collect();
    headers.sort_by_key(|index| &members[*index].model);
    let otherwise = match role {
        Role::Type => format!("The structure `{}`.", name.wire),
        Role::Input => format!("What `{}` takes.", name.wire),
        Role::Output => format!("What `{}` answers.", name.wire),
        Role::Error => format!("The error `{}`.", name.wire),
    };
    Structure {
        module,
        docs: match shape {
            Some(shape) => docs::lines_or(&shape.traits, &scope, &otherwise),
            None => vec![otherwise],
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
        empty: inner_function("empty", shape),
        read: inner_function("read", shape),
        name,
        role,
        members,
        body,
        headers,
        usage,
    }
}

/// The Rust names of members, of which the later give way.
fn member_names(members: &[&AstMember], role: Role) -> Vec<String> {
    let mut taken = Taken::by(own_functions(role));
    let names = members
        .iter()
        .map(|member| taken.take(field_name(&member.name), names, |name| with_value(&name)));
    names.collect()
}

/// Where the texts of a structure stand.
fn scope<'a>(types: &'a Types<'_>, name: &Name, role: Role, module: &str) -> Scope<'a> {
    let rust = &name.rust;
    types.links.scope(match role {
        Role::Type => Home::Type(format!("crate::types::{rust}")),
        Role::Error => Home::Error(format!("crate::types::error::{rust}")),
        Role::Input | Role::Output => {
            Home::Operation(format!("crate::operation::{module}::{rust}"))
        }
    })
}

/// The names of a member's functions, in the structure and its builder.
#[allow(clippy::ptr_arg, reason = "as `Taken::take` hands it on")]
fn names(name: &String) -> Vec<String> {
    let bare = suffix(name);
    vec![name.clone(), format!("set_{bare}"), format!("get_{bare}")]
}

/// The public functions that a structure of this role and its builders have beside the members'.
fn own_functions(role: Role) -> &'static [&'static str] {
    match role {
        Role::Type | Role::Output => &[],
        Role::Input => &["as_input", "into_paginator", "new", "send_with"],
        Role::Error => &["set_meta"],
    }
}

/// The name of an inner function: `name`, unless a member's function is called like that, which is
/// public and keeps its name.
pub(super) fn inner_function(name: &str, shape: Option<&Shape>) -> String {
    let mut members = shape.into_iter().flat_map(Shape::members);
    let is_taken = members.any(|member| field_name(&member.name) == name);
    format!("{name}{}", if is_taken { "_" } else { "" })
}

fn member(
    types: &Types<'_>,
    member: &AstMember,
    rust: String,
    role: Role,
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) -> Member {
    let side = match role {
        Role::Input => Side::Request,
        Role::Output | Role::Error => Side::Response,
        Role::Type => Side::Nested,
    };
    let location = bindings::location(types, member, side, found);
    let format = match location {
        Location::Body => TimestampFormat::EpochSeconds,
        Location::Label | Location::Query(_) => TimestampFormat::DateTime,
        Location::Header(_) => TimestampFormat::HttpDate,
    };
    let ty = types.member(member, format);
    let required = member.traits.is_required();
    let default = default(types, member, &ty, found);
    // A required structure or union stays optional: one that is added to an old shape later on
    // would have no stand-in. The members of an input are all optional: the service decides.
    let no_stand_in = matches!(ty, Type::Structure(_) | Type::Union(_));
    let optional = role == Role::Input
        || member.traits.is_client_optional()
        || no_stand_in
        || (!required && default.is_none());
    let absent = match (&default, optional) {
        (_, true) if required && role != Role::Input => Absent::SomeStand,
        (_, true) => Absent::None,
        (Some(default), false) => Absent::Default(default.clone()),
        (None, false) => Absent::Stand,
    };
    let presence = match &default {
        _ if optional => Presence::WhenSet,
        Some(default) if !required => Presence::UnlessDefault(default.clone()),
        _ => Presence::Always,
    };
    Member {
        name: Name {
            rust,
            wire: member.traits.json_name().unwrap_or(&member.name).to_owned(),
        },
        model: member.name.clone(),
        docs: docs::member(types, member, scope),
        deprecated: docs::deprecation(&member.traits),
        sensitive: types.is_sensitive(member),
        default: default.filter(|_| !optional),
        ty,
        optional,
        required,
        absent,
        presence,
        location,
    }
}

/// The member's default as a value of its type.
fn default(
    types: &Types<'_>,
    member: &AstMember,
    ty: &Type,
    found: &mut Diagnostics,
) -> Option<Literal> {
    let value = member.traits.default_value()?;
    let literal = match (ty, value) {
        (Type::Scalar(Scalar::Bool), Value::Bool(true)) => Some(Literal::True),
        (Type::Scalar(Scalar::Bool), Value::Bool(false)) => Some(Literal::Zero),
        (Type::Scalar(Scalar::F32 | Scalar::F64), Value::Number(number)) => {
            let number = number.as_f64();
            let narrow = *ty == Type::Scalar(Scalar::F32);
            let number = number.filter(|number| !narrow || number.abs() <= f64::from(f32::MAX));
            number.map(|number| match number {
                0.0 => Literal::Zero,
                number => Literal::Float(number),
            })
        }
        (Type::Scalar(scalar), Value::Number(number)) => {
            let number = number.as_i64().filter(|number| fits(*scalar, *number));
            number.map(|number| match number {
                0 => Literal::Zero,
                number => Literal::Integer(number),
            })
        }
        (Type::String, Value::String(text)) if text.is_empty() => Some(Literal::Zero),
        (Type::String | Type::Enum(_), Value::String(text)) => Some(Literal::Text(text.clone())),
        (Type::Blob, Value::String(text)) if text.is_empty() => Some(Literal::Zero),
        (Type::List { .. }, Value::Array(values)) if values.is_empty() => Some(Literal::Zero),
        (Type::Map { .. }, Value::Object(values)) if values.is_empty() => Some(Literal::Zero),
        (Type::Timestamp(_), Value::Number(number)) if number.as_f64() == Some(0.0) => {
            Some(Literal::Zero)
        }
        _ => None,
    };
    if literal.is_none() && types.is_known(member) {
        let value = brief(value);
        found.shape_trait(
            Code::Default,
            &member.id,
            "smithy.api#default",
            format!("{value} is not a default that the generator can give this member"),
            "give a value of the member's type; blobs, lists and maps are empty, timestamps `0`",
        );
    }
    literal
}

/// Whether an integer is one of its type.
fn fits(scalar: Scalar, number: i64) -> bool {
    match scalar {
        Scalar::I8 => i8::try_from(number).is_ok(),
        Scalar::I16 => i16::try_from(number).is_ok(),
        Scalar::I32 => i32::try_from(number).is_ok(),
        Scalar::I64 => true,
        Scalar::Bool | Scalar::F32 | Scalar::F64 => false,
    }
}

#[cfg(test)]
mod tests;
