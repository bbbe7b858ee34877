//! Names: from the model's to Rust's, by the official client's rules.

use std::collections::BTreeMap;

use super::case::{camel, snake};
use super::closure::Closure;
use crate::ast::{Member, ShapeId, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};

/// The Rust names of the types below `crate::types`, by shape.
#[derive(Debug)]
pub(crate) struct Names {
    types: BTreeMap<ShapeId, String>,
}

impl Names {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&ShapeId, &String)> {
        self.types.iter()
    }

    /// The name of the type made of `id`.
    pub(super) fn type_name(&self, id: &ShapeId) -> String {
        let name = self.types.get(id);
        name.cloned().unwrap_or_else(|| type_name(id.name()))
    }
}

/// Gives every type its name; two that would get the same one are a finding.
pub(crate) fn assign(closure: &Closure<'_>, found: &mut Diagnostics) -> Names {
    let mut types = BTreeMap::new();
    let mut taken: BTreeMap<String, &ShapeId> = BTreeMap::new();
    for (id, (shape, _)) in &closure.shapes {
        let is_type = match &shape.kind {
            ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => true,
            ShapeKind::String => shape.traits.enum_definitions().is_some(),
            _ => false,
        };
        if !is_type {
            continue;
        }
        let name = type_name(id.name());
        let module = type_module(id.name());
        check_type(id, &name, found);
        for (what, text) in [("type", &name), ("module", &module)] {
            if let Some(other) = taken.insert(text.clone(), id).filter(|other| other != id) {
                found.shape(
                    Code::TypeClash,
                    id,
                    format!("its {what} would be called `{text}`, like that of {other}"),
                    "rename one of the two shapes",
                );
            }
        }
        types.insert((*id).clone(), name);
    }
    Names { types }
}

/// Reports a type's name that is none, or that generated code means something else by.
pub(super) fn check_type(id: &ShapeId, name: &str, found: &mut Diagnostics) {
    if !is_identifier(name) {
        found.shape(
            Code::TypeName,
            id,
            format!("its type would be called `{name}`, which is not a name in Rust"),
            "rename the shape",
        );
    } else if MEANT.contains(&name) {
        found.shape(
            Code::TypeTaken,
            id,
            format!("its type would be called `{name}`, like one that the generated code uses"),
            "rename the shape",
        );
    }
}

/// Reports members that would get the same Rust name, or one that cannot be. Each member comes with
/// all names that its own leads to; `taken` are those of functions beside the members'.
pub(super) fn check_members<'a>(
    members: impl Iterator<Item = (&'a Member, Vec<String>)>,
    taken: &[&str],
    found: &mut Diagnostics,
) {
    let mut known: BTreeMap<String, &Member> = BTreeMap::new();
    for (member, names) in members {
        let problem = names.into_iter().find_map(|name| {
            if !is_identifier(&name) {
                return Some(format!("`{name}` is not a name in Rust"));
            }
            if taken.contains(&&*name) {
                return Some(format!("the generated code has a `{name}` of its own"));
            }
            let reason = known
                .get(&name)
                .map(|other| format!("the member `{}` leads to `{name}` too", other.name));
            known.insert(name, member);
            reason
        });
        if let Some(problem) = problem {
            let reason = format!("no names can be made of it: {problem}");
            found.shape(Code::MemberNames, &member.id, reason, "rename the member");
        }
    }
}

/// Whether `rust` can be printed as an identifier, keywords having been escaped.
pub(super) fn is_identifier(rust: &str) -> bool {
    let bare = suffix(rust);
    let letters = |character: char| character.is_ascii_alphanumeric() || character == '_';
    bare.chars().all(letters)
        && !bare.starts_with(|first: char| first.is_ascii_digit())
        && bare.contains(|character: char| character.is_ascii_alphanumeric())
}

/// The types, traits and constructors that generated files name without a path.
const MEANT: [&str; 23] = [
    "Arc",
    "AsRef",
    "Box",
    "Cow",
    "Default",
    "Err",
    "From",
    "Future",
    "HashMap",
    "Into",
    "None",
    "Ok",
    "OnceLock",
    "Option",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "Unhandled",
    "UnknownVariantError",
    "UnknownVariantValue",
    "Vec",
];

/// A type's name.
pub(super) fn type_name(text: &str) -> String {
    let name = camel(text);
    match &*name {
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        _ => name,
    }
}

/// The name of a method of the client.
pub(super) fn method_name(text: &str) -> String {
    escaped(snake(text))
}

/// A module's name: a file's too, so that it cannot be raw.
pub(super) fn module_name(text: &str) -> String {
    let name = snake(text);
    if is_keyword(&name) || cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// The name of a type's module: as any module's, but beside those that every crate has.
pub(super) fn type_module(text: &str) -> String {
    let name = module_name(text);
    match &*name {
        "builders" | "error" => format!("{name}_"),
        _ => name,
    }
}

/// A field's name.
pub(super) fn field_name(text: &str) -> String {
    let name = snake(text);
    match &*name {
        "build" | "builder" | "default" | "send" | "make_operation" | "presigned" | "customize"
        | "meta" => format!("{name}_value"),
        _ => escaped(name),
    }
}

/// The name of a union's variant.
pub(super) fn union_variant(text: &str) -> String {
    unknown_moves(camel(text))
}

/// The name of an enum's variant, from the value's name or its text.
pub(super) fn enum_variant(text: &str) -> String {
    let name = camel(text);
    let name = match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("_{name}"),
        _ => name,
    };
    unknown_moves(name)
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

/// The part of a name that follows `set_`, `get_`, `is_` or `as_`: never a keyword.
pub(super) fn suffix(rust: &str) -> &str {
    rust.strip_prefix("r#").unwrap_or(rust)
}

fn escaped(name: String) -> String {
    if is_keyword(&name) {
        format!("r#{name}")
    } else if cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

fn cannot_be_raw(name: &str) -> bool {
    matches!(name, "crate" | "super" | "self")
}

fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "as" | "async"
            | "await"
            | "break"
            | "const"
            | "continue"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "false"
            | "fn"
            | "for"
            | "gen"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "true"
            | "type"
            | "unsafe"
            | "use"
            | "where"
            | "while"
            | "abstract"
            | "become"
            | "box"
            | "do"
            | "final"
            | "macro"
            | "override"
            | "priv"
            | "typeof"
            | "unsized"
            | "virtual"
            | "yield"
            | "try"
    )
}

#[cfg(test)]
mod tests;
