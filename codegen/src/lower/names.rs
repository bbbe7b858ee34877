//! Rust names, by the official client's rules.

mod unique;
mod words;

use std::collections::BTreeMap;

pub(super) use self::unique::{TakenNames, with_value, with_value_type};
pub(super) use self::words::is_identifier;
use self::words::{cannot_be_raw, escape_digit, escape_keyword, is_keyword};
use super::case::{camel, snake};
use super::closure::Closure;
use crate::ast::{Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
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

/// The greatest length of a name that becomes a file name.
///
/// File systems limit file names to 255 bytes. The difference is for what the generator and rustdoc
/// add, as in `struct.NameFluentBuilder.html`.
const LONGEST: usize = 200;

/// Returns the name of the module or type if it is too long for a file name.
pub(super) fn too_long(wire: &str) -> Option<String> {
    let names = [module_name(wire), type_name(wire)];
    names.into_iter().find(|name| name.len() > LONGEST)
}

/// Reports a name that is [`too_long`].
pub(super) fn report_long<'a>(
    diagnostics: &'a mut Diagnostics,
    id: &ShapeId,
    item: &str,
    name: &str,
) -> &'a mut Diagnostic {
    let reason = format!(
        "the name of {item} becomes a file name of {} letters, which file systems may not support",
        name.len()
    );
    let help = format!("use a name of up to {LONGEST} letters; each underscore counts");
    diagnostics.shape(Code::LongName, id, reason, help)
}

/// Reports operations, errors and types whose names are too long for file names.
fn check_lengths(closure: &Closure<'_>, diagnostics: &mut Diagnostics) {
    let operations = closure.operations.iter().map(|shapes| &shapes.shape.id);
    let errors = closure.errors.keys().copied();
    let types = closure
        .shapes
        .iter()
        .filter(|(_, (shape, _))| is_type(shape));
    for id in operations.chain(errors).chain(types.map(|(id, _)| *id)) {
        if let Some(name) = too_long(closure.shape_name(id)) {
            report_long(diagnostics, id, "the shape", &name).key();
        }
    }
}

/// Returns `true` if a type below `crate::types` is generated for the shape.
fn is_type(shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => true,
        ShapeKind::String => shape.traits.enum_definitions().is_some(),
        _ => false,
    }
}

/// Names all types; a name that is needed twice or too long is an error.
pub(crate) fn assign(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Names {
    check_lengths(closure, diagnostics);
    let mut types = BTreeMap::new();
    let mut taken: BTreeMap<(&str, String), &ShapeId> = BTreeMap::new();
    for (id, (shape, _)) in &closure.shapes {
        if !is_type(shape) {
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

/// Returns the Rust name of a module, which is never a raw identifier.
pub(super) fn module_name(wire: &str) -> String {
    let name = escape_digit(snake(wire));
    if is_keyword(&name) || cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// Returns the name of a page's module: `errors-and-retries` gives `errors_and_retries`.
pub(super) fn page_module(page: &str) -> String {
    let name = page.replace('-', "_");
    match is_keyword(&name) || cannot_be_raw(&name) {
        true => format!("{name}_"),
        false => name,
    }
}

/// Returns the name of a module's file, without extension: on Windows, some names are devices,
/// whatever the extension.
///
/// Snake case never ends in `_`, so no other module has the new name.
pub(super) fn module_file(module: &str) -> String {
    let is_numbered = |device: &str| {
        let number = module.strip_prefix(device).unwrap_or_default();
        matches!(number.as_bytes(), [b'0'..=b'9'])
    };
    let is_device = matches!(module, "aux" | "con" | "nul" | "prn");
    if is_device || is_numbered("com") || is_numbered("lpt") {
        format!("{module}_")
    } else {
        module.to_owned()
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
