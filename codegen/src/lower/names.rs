//! Names: from the model's to Rust's, by the official client's rules.

mod unique;
mod words;

use std::collections::BTreeMap;

pub(super) use self::unique::{Taken, with_value, with_value_type};
use self::words::{cannot_be_raw, escaped, is_keyword, led};
pub(super) use self::words::{is_identifier, suffix};
use super::case::{camel, snake};
use super::closure::Closure;
use crate::ast::ShapeKind;
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// The Rust names of the types below `crate::types`, by shape.
#[derive(Debug)]
pub(crate) struct Names {
    types: BTreeMap<ShapeId, String>,
}

impl Names {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&ShapeId, &String)> {
        self.types.iter()
    }

    /// The name of the type made of `id`; none where no type is.
    pub(super) fn of(&self, id: &ShapeId) -> Option<&str> {
        self.types.get(id).map(String::as_str)
    }

    /// The name of the type made of `id`.
    pub(super) fn type_name(&self, id: &ShapeId) -> String {
        let name = self.types.get(id);
        name.cloned().unwrap_or_else(|| type_name(id.name()))
    }
}

/// Gives every type its name; two that would get the same one are a diagnostic.
pub(crate) fn assign(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Names {
    let mut types = BTreeMap::new();
    let mut taken: BTreeMap<(&str, String), &ShapeId> = BTreeMap::new();
    for (id, (shape, _)) in &closure.shapes {
        let is_type = match &shape.kind {
            ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => true,
            ShapeKind::String => shape.traits.enum_definitions().is_some(),
            _ => false,
        };
        if !is_type {
            continue;
        }
        let own = closure.shape_name(id);
        let name = type_name(own);
        let module = type_module(own);
        let mut clash = None;
        for (what, text) in [("type", &name), ("module", &module)] {
            if let Some(other) = taken.insert((what, text.clone()), id) {
                clash = clash.or(Some((what, text, other)));
            }
        }
        if let Some((what, text, other)) = clash {
            diagnostics.shape(
                Code::TypeConflict,
                id,
                format!("its {what} would be called `{text}`, like that of {other}"),
                "rename one of the two shapes",
            );
        }
        types.insert((*id).clone(), name);
    }
    Names { types }
}

/// A type's name.
pub(super) fn type_name(text: &str) -> String {
    let name = led(camel(text));
    match &*name {
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        _ => name,
    }
}

/// The name of an error's type, which is that of its variants too.
pub(super) fn error_name(text: &str) -> String {
    let name = type_name(text);
    match &*name {
        "Unhandled" => "UnhandledValue".to_owned(),
        "UnhandledValue" => "UnhandledValue_".to_owned(),
        _ => name,
    }
}

/// The name of a method of the client: the operation's, but beside those that every client has.
pub(super) fn method_name(text: &str) -> String {
    let name = led(snake(text));
    match &*name {
        "config" | "from_conf" | "new" => format!("{name}_operation"),
        _ => escaped(name),
    }
}

/// A module's name: a file's too, so that it cannot be raw.
pub(super) fn module_name(text: &str) -> String {
    let name = led(snake(text));
    if is_keyword(&name) || cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// The name of a type's module: as any module's, but beside those that every crate has.
pub(super) fn type_module(text: &str) -> String {
    let name = module_name(text);
    // A type without letters, `_1` for example, is called as its module would be.
    if ["builders", "error"].contains(&&*name) || name == type_name(text) {
        format!("{name}_")
    } else {
        name
    }
}

/// A field's name.
pub(super) fn field_name(text: &str) -> String {
    let name = led(snake(text));
    match &*name {
        "build" | "builder" | "default" | "send" | "make_operation" | "presigned" | "customize"
        | "meta" => format!("{name}_value"),
        _ => escaped(name),
    }
}

/// The name of a parameter of the endpoint rules, or of what they assign: of a variable too, and one
/// that can stand in the text of `format!`.
pub(super) fn endpoint_name(text: &str) -> String {
    let name = led(snake(text));
    if ["params", "refused"].contains(&&*name) || is_keyword(&name) {
        format!("{name}_value")
    } else {
        field_name(text)
    }
}

/// The name of a union's variant, and the one that its methods are made of.
pub(super) fn union_variant(text: &str) -> (String, String) {
    let name = led(camel(text));
    let variant = unknown_moves(name.clone());
    // `is_unknown` asks for the variant of kinds that are not known.
    let method = if name == "Unknown" {
        snake(&variant)
    } else {
        snake(text)
    };
    (variant, method)
}

/// The name of an enum's variant, from the value's name or its text.
pub(super) fn enum_variant(text: &str) -> String {
    unknown_moves(led(camel(text)))
}

/// The variants for unknown values keep their names; the model's give way.
fn unknown_moves(name: String) -> String {
    match &*name {
        "Unknown" => "UnknownValue".to_owned(),
        "UnknownValue" => "UnknownValue_".to_owned(),
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        _ => name,
    }
}

#[cfg(test)]
mod tests;
