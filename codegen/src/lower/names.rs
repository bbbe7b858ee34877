//! Rust names, by the official client's rules.

mod unique;
mod words;

use std::collections::BTreeMap;

pub(super) use self::unique::{TakenNames, with_value, with_value_type};
use self::words::{cannot_be_raw, escape_digit, escape_keyword, is_keyword};
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

    /// Returns the name of the type generated for `id`, if there is one.
    pub(super) fn get(&self, id: &ShapeId) -> Option<&str> {
        self.types.get(id).map(String::as_str)
    }

    /// Returns the name of the type generated for `id`, or the name that it would have.
    pub(super) fn type_name(&self, id: &ShapeId) -> String {
        let name = self.types.get(id);
        name.cloned().unwrap_or_else(|| type_name(id.name()))
    }
}

/// Names all types; a name that is needed twice is an error.
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
        let wire = closure.shape_name(id);
        let name = type_name(wire);
        let module = type_module(wire);
        let mut conflict = None;
        for (item, rust) in [("type", &name), ("module", &module)] {
            if let Some(other_id) = taken.insert((item, rust.clone()), id) {
                conflict = conflict.or(Some((item, rust, other_id)));
            }
        }
        if let Some((item, rust, other_id)) = conflict {
            diagnostics.shape(
                Code::TypeConflict,
                id,
                format!("its {item} name `{rust}` conflicts with that of {other_id}"),
                "rename one of the two shapes",
            );
        }
        types.insert((*id).clone(), name);
    }
    Names { types }
}

/// Returns the Rust name of a type.
pub(super) fn type_name(wire: &str) -> String {
    let name = escape_digit(camel(wire));
    match &*name {
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        _ => name,
    }
}

/// Returns the Rust name of an error's type and of its variants.
pub(super) fn error_name(wire: &str) -> String {
    let name = type_name(wire);
    match &*name {
        "Unhandled" => "UnhandledValue".to_owned(),
        "UnhandledValue" => "UnhandledValue_".to_owned(),
        _ => name,
    }
}

/// Returns the Rust name of an operation's method, distinct from the methods of every client.
pub(super) fn method_name(wire: &str) -> String {
    let name = escape_digit(snake(wire));
    match &*name {
        "config" | "from_conf" | "new" => format!("{name}_operation"),
        _ => escape_keyword(name),
    }
}

/// Returns the Rust name of a module, which is also a file name and never a raw identifier.
pub(super) fn module_name(wire: &str) -> String {
    let name = escape_digit(snake(wire));
    if is_keyword(&name) || cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// Returns the Rust name of a type's module, distinct from the modules of every crate.
pub(super) fn type_module(wire: &str) -> String {
    let name = module_name(wire);
    // A type without letters, for example `_1`, has the same name as its module.
    if ["builders", "error"].contains(&&*name) || name == type_name(wire) {
        format!("{name}_")
    } else {
        name
    }
}

/// Returns the Rust name of a field.
pub(super) fn field_name(wire: &str) -> String {
    let name = escape_digit(snake(wire));
    match &*name {
        "build" | "builder" | "default" | "send" | "make_operation" | "presigned" | "customize"
        | "meta" => format!("{name}_value"),
        _ => escape_keyword(name),
    }
}

/// Returns the Rust name of an endpoint parameter or assigned variable.
///
/// It is never a raw identifier, so it can be used in a format string.
pub(super) fn endpoint_name(wire: &str) -> String {
    let name = escape_digit(snake(wire));
    if ["params", "rule_error"].contains(&&*name) || is_keyword(&name) {
        format!("{name}_value")
    } else {
        field_name(wire)
    }
}

/// Returns the Rust name of a union's variant, and the name in its methods (`is_name`, `as_name`).
pub(super) fn union_variant(wire: &str) -> (String, String) {
    let name = escape_digit(camel(wire));
    let variant = escape_variant(name.clone());
    // `is_unknown` is the predicate of the variant for unknown values.
    let method = if name == "Unknown" {
        snake(&variant)
    } else {
        snake(wire)
    };
    (variant, method)
}

/// Returns the Rust name of an enum's variant, from the value's name or the value itself.
pub(super) fn enum_variant(wire: &str) -> String {
    escape_variant(escape_digit(camel(wire)))
}

/// Renames variants that would conflict with the variant for unknown values, or with `Self`.
fn escape_variant(name: String) -> String {
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
