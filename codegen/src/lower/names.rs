//! Names: from the model's to Rust's, by the official client's rules.

use std::collections::BTreeMap;

use heck::{ToSnakeCase, ToUpperCamelCase};

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
        let module = module_name(id.name());
        for (what, text) in [("type", &name), ("module", &module)] {
            if let Some(other) = taken.insert(text.clone(), id).filter(|other| other != id) {
                found.shape(
                    Code::Name,
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

/// Reports members of `container` that would get the same Rust name.
pub(super) fn check_members<'a>(
    members: impl Iterator<Item = (&'a Member, &'a str)>,
    found: &mut Diagnostics,
) {
    let mut taken: BTreeMap<&str, &Member> = BTreeMap::new();
    for (member, name) in members {
        if let Some(other) = taken.insert(name, member) {
            found.shape(
                Code::Name,
                &member.id,
                format!(
                    "it would be called `{name}`, like the member `{}`",
                    other.name
                ),
                "rename one of the two members",
            );
        }
    }
}

/// A type's name.
pub(super) fn type_name(text: &str) -> String {
    let name = text.to_upper_camel_case();
    match &*name {
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        _ => name,
    }
}

/// A module's name, and that of a method of the client.
pub(super) fn module_name(text: &str) -> String {
    let name = text.to_snake_case();
    if is_keyword(&name) || cannot_be_raw(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// A field's name.
pub(super) fn field_name(text: &str) -> String {
    let name = text.to_snake_case();
    match &*name {
        "build" | "builder" | "default" | "send" | "make_operation" | "presigned" | "customize"
        | "meta" => format!("{name}_value"),
        _ => escaped(name),
    }
}

/// The name of a union's variant.
pub(super) fn union_variant(text: &str) -> String {
    unknown_moves(text.to_upper_camel_case())
}

/// The name of an enum's variant, from the value's name or its text.
pub(super) fn enum_variant(text: &str) -> String {
    let name = text.to_upper_camel_case();
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
mod tests {
    use super::{enum_variant, field_name, module_name, type_name, union_variant};

    #[test]
    fn fields() {
        for (wire, rust) in [
            ("channelArn", "channel_arn"),
            ("xAmznErrorType", "x_amzn_error_type"),
            ("s3", "s3"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("yield", "r#yield"),
            ("self", "self_"),
            ("Self", "self_"),
            ("crate", "crate_"),
            ("super", "super_"),
            ("build", "build_value"),
            ("builder", "builder_value"),
            ("default", "default_value"),
            ("send", "send_value"),
            ("makeOperation", "make_operation_value"),
            ("presigned", "presigned_value"),
            ("customize", "customize_value"),
            ("meta", "meta_value"),
        ] {
            assert_eq!(field_name(wire), rust, "{wire}");
        }
    }

    #[test]
    fn types() {
        for (shape, rust) in [
            ("Channel", "Channel"),
            ("S3DestinationConfiguration", "S3DestinationConfiguration"),
            ("SRTConfig", "SrtConfig"),
            ("lowerCase", "LowerCase"),
            ("Self", "SelfValue"),
            ("SelfValue", "SelfValue_"),
        ] {
            assert_eq!(type_name(shape), rust, "{shape}");
        }
    }

    #[test]
    fn modules() {
        assert_eq!(module_name("ListChannels"), "list_channels");
        assert_eq!(module_name("Match"), "match_");
        assert_eq!(module_name("Self"), "self_");
    }

    #[test]
    fn variants() {
        for (name, rust) in [
            ("AdvancedHDChannelType", "AdvancedHdChannelType"),
            ("FULL_HD", "FullHd"),
            ("Unknown", "UnknownValue"),
            ("UNKNOWN_VALUE", "UnknownValue_"),
            ("self", "SelfValue"),
            ("1080p", "_1080p"),
        ] {
            assert_eq!(enum_variant(name), rust, "{name}");
        }
        assert_eq!(union_variant("unknown"), "UnknownValue");
        assert_eq!(union_variant("s3"), "S3");
    }
}
