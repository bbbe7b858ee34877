//! Errors: structures with a `message`, and the variants of each operation's error enum.

use std::collections::BTreeMap;

use super::case::snake;
use super::closure::OperationShapes;
use super::context::Context;
use super::docs::{self, Subject};
use super::names::{error_name, type_module};
use super::structures::{member_names, structure};
use crate::ast::{Shape, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{
    Absent, Constraints, ErrorVariant, Location, Member, MessageForm, Name, Presence, Retryable,
    Role, Structure, Type, Usage,
};
use crate::shape_id::ShapeId;

/// Returns the error structures.
pub(super) fn all(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Vec<Structure> {
    let mut names: BTreeMap<(&str, String), &Shape> = BTreeMap::new();
    for shape in context.types.closure.errors.values() {
        let wire = shape.id.name();
        let items = [("type", error_name(wire)), ("module", type_module(wire))];
        let conflicts = items.map(|(item, name)| Some((item, names.insert((item, name), shape)?)));
        if let Some((item, conflicting)) = conflicts.into_iter().flatten().next() {
            diagnostics.shape(
                Code::TypeConflict,
                &shape.id,
                format!(
                    "the error's {item} would have the same name as that of {}",
                    conflicting.id
                ),
                "rename one of the two errors",
            );
        }
    }
    let errors = context.types.closure.errors.values();
    errors
        .map(|shape| error(context, shape, diagnostics))
        .collect()
}

fn error(context: &Context<'_>, shape: &Shape, diagnostics: &mut Diagnostics) -> Structure {
    let usage = Usage {
        in_responses: true,
        ..Usage::default()
    };
    let mut error = structure(
        context,
        Some(shape),
        name(shape),
        Role::Error,
        usage,
        diagnostics,
    );
    let mut members = error.members.iter();
    let message = members.find(|member| member.name.rust == "message");
    if let Some(member) = message
        && member.ty != Type::String
    {
        diagnostics.shape(
            Code::ErrorMessage,
            &shape.id.member(&member.model),
            "the message of an error is not a string",
            "use a model in which messages of errors are strings",
        );
    }
    // Every error has a message, because the response's metadata may have one.
    if message.is_none() {
        error.members.push(Member {
            name: Name {
                rust: "message".to_owned(),
                // The official client reads only this spelling from the body.
                wire: "Message".to_owned(),
            },
            model: "message".to_owned(),
            docs: docs::generated_member(
                "The member `Message` of the response, which the model does not declare.",
                "",
                docs::Place {
                    rust: "message",
                    ty: &Type::String,
                    constraints: &Constraints::default(),
                    in_requests: false,
                },
            ),
            deprecated: None,
            ty: Type::String,
            optional: true,
            required: false,
            constraints: Constraints::default(),
            default: None,
            absent: Absent::None,
            presence: Presence::WhenSet,
            location: Location::Body,
            sensitive: false,
            idempotency_token: false,
        });
    }
    let mut members = error.members.iter();
    let message = members.find(|member| member.name.rust == "message");
    error.message = message.map(|message| MessageForm {
        optional: message.optional,
        sensitive: message.sensitive || error.sensitive,
    });
    error.message_member = message_member(&error);
    error
}

/// Returns the index of the member of the body that is the message, if its name is not among those
/// that every client reads into the error's metadata.
fn message_member(error: &Structure) -> Option<usize> {
    let is_message = |member: &Member| {
        let wire = &*member.name.wire;
        member.ty == Type::String
            && member.location == Location::Body
            && wire.to_ascii_lowercase().ends_with("message")
            && !matches!(wire, "message" | "Message" | "errorMessage")
            && !(member.sensitive || error.sensitive)
    };
    error.members.iter().position(is_message)
}

fn name(shape: &Shape) -> Name {
    Name {
        rust: error_name(shape.id.name()),
        wire: shape.id.name().to_owned(),
    }
}

/// Returns the variants of an operation's error enum.
///
/// Operations share most errors, so `known` collects the variants of those lowered before.
pub(super) fn variants<'a>(
    context: &Context<'_>,
    operation: &OperationShapes<'a>,
    known: &mut BTreeMap<&'a ShapeId, ErrorVariant>,
) -> Vec<ErrorVariant> {
    let errors = operation.errors.iter();
    let variants = errors.map(|shape| {
        let variant = known.entry(&shape.id);
        variant
            .or_insert_with(|| variant_of(context, shape))
            .clone()
    });
    variants.collect()
}

fn variant_of(context: &Context<'_>, shape: &Shape) -> ErrorVariant {
    let name = name(shape);
    let members = shape.members().map(|member| &*member.name);
    let names = member_names(shape.members(), Role::Error);
    let scope = context.links.scope(subject(&name.rust));
    let scope = scope.with_members(members.zip(names.iter().map(String::as_str)));
    ErrorVariant {
        method: snake(&name.rust),
        docs: docs::lines_or(
            &shape.traits,
            &scope,
            &format!("The error `{}`.", name.wire),
        ),
        deprecated: docs::deprecation(&shape.traits),
        retryable: retryable(shape),
        name,
    }
}

/// Returns the subject of an error's documentation.
fn subject(name: &str) -> Subject {
    Subject::Error(format!("crate::types::error::{name}"))
}

fn retryable(shape: &Shape) -> Option<Retryable> {
    let value = shape.traits.get(ids::RETRYABLE)?;
    let throttling = value.get("throttling").and_then(serde_json::Value::as_bool);
    let server = shape.traits.get(ids::ERROR)?.as_str() == Some("server");
    Some(match (throttling, server) {
        (Some(true), _) => Retryable::Throttling,
        (_, true) => Retryable::Server,
        (_, false) => Retryable::Client,
    })
}

#[cfg(test)]
mod tests;
