//! Enums: shapes of type `enum`, and strings with the trait `enum`.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::context::Context;
use super::docs::{self, Scope, Subject};
use super::names::{
    TakenNames, enum_variant, is_identifier, module_file, type_module, with_value_type,
};
use crate::ast::{Documentation, Shape, ShapeKind, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Enum, EnumValue, Name};
use crate::printable::escape;

/// Returns the enums of the closure.
pub(super) fn all(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Vec<Enum> {
    let types = &context.types;
    let mut enums = Vec::new();
    for (shape, usage) in types.closure.shapes.values() {
        let rust = types.names.type_name(&shape.id);
        let wire = types.closure.shape_name(&shape.id);
        let subject = Subject::Type(format!("crate::types::{rust}"));
        let scope = context.links.scope(subject).with_values(wire);
        let Some(values) = values(shape, &scope) else {
            continue;
        };
        check_values(shape, &values, diagnostics);
        let mut wire_values: Vec<_> = values.iter().map(|value| value.name.wire.clone()).collect();
        wire_values.sort();
        enums.push(Enum {
            name: Name {
                rust,
                wire: wire.to_owned(),
            },
            module_file: module_file(&type_module(wire)),
            module: type_module(wire),
            docs: docs::lines_or(&shape.traits, &scope, &format!("The enum `{wire}`.")),
            deprecated: docs::deprecation(&shape.traits),
            values,
            wire_values,
            unknown: "Unknown".to_owned(),
            usage: *usage,
            sensitive: shape.traits.is_sensitive(),
        });
    }
    enums
}

fn values(shape: &Shape, scope: &Scope<'_>) -> Option<Vec<EnumValue>> {
    let names = names(shape)?.into_iter().map(|(_, name)| name);
    if let ShapeKind::Enum(members) = &shape.kind {
        let values = members.iter().zip(names).map(|(member, name)| EnumValue {
            docs: value_docs(&name.wire, member.traits.documentation(), scope),
            deprecated: docs::deprecation(&member.traits),
            name,
        });
        return Some(values.collect());
    }
    let definitions = shape.traits.enum_definitions()?;
    let values = definitions.iter().zip(names);
    let values = values.map(|(definition, name)| EnumValue {
        docs: value_docs(definition.value, definition.documentation, scope),
        deprecated: definition
            .is_deprecated
            .then(|| docs::DEPRECATED.to_owned()),
        name,
    });
    Some(values.collect())
}

/// Returns the values of an enum in the model's order, each with its name in the model; `None` for
/// other shapes.
///
/// A later value with a taken name is renamed.
pub(super) fn names(shape: &Shape) -> Option<Vec<(&str, Name)>> {
    let values: Vec<(&str, &str)> = match &shape.kind {
        ShapeKind::Enum(members) => {
            let names = members.iter().map(|member| {
                let wire = member.traits.enum_value().and_then(Json::as_str);
                (&*member.name, wire.unwrap_or(&member.name))
            });
            names.collect()
        }
        ShapeKind::String => {
            let definitions = shape.traits.enum_definitions()?.into_iter();
            definitions
                .map(|definition| {
                    (
                        definition.name.unwrap_or(definition.value),
                        definition.value,
                    )
                })
                .collect()
        }
        _ => return None,
    };
    let mut taken = TakenNames::new(&[]);
    let names = values.into_iter().map(|(model, wire)| {
        let rust = taken.take(
            enum_variant(model),
            |name: &String| vec![name.clone()],
            |name| with_value_type(&name),
        );
        let wire = wire.to_owned();
        (model, Name { rust, wire })
    });
    Some(names.collect())
}

fn value_docs(
    wire: &str,
    documentation: Option<Documentation<'_>>,
    scope: &Scope<'_>,
) -> Vec<String> {
    let wire = escape::code(wire);
    let mut lines = docs::text_lines_or(documentation, scope, "");
    if lines.is_empty() {
        return docs::text_lines_or(None, scope, &format!("The value {wire}."));
    }
    lines.extend([String::new(), format!("On the wire: {wire}.")]);
    lines
}

fn check_values(shape: &Shape, values: &[EnumValue], diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    let mut report = |index: usize, code, reason, help: &str| {
        match shape.members().nth(index) {
            Some(member) => diagnostics.shape(code, &member.id, reason, help),
            None => diagnostics
                .shape_trait(code, &shape.id, ids::ENUM, reason, help)
                .below([index.into()]),
        };
    };
    for (index, value) in values.iter().enumerate() {
        let name = &value.name;
        if !is_identifier(&name.rust) {
            let reason = format!("the value `{}` has no valid name in Rust", name.wire);
            let help = "give the value a `name` of letters and digits";
            report(index, Code::ValueName, reason, help);
        } else if !seen.insert(&name.wire) {
            let reason = format!("the enum has the value `{}` twice", name.wire);
            report(index, Code::DuplicateValue, reason, "remove one of them");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::Enum;
    use crate::testing::{assert_diagnostic, client};

    fn shapes(shape: &str) -> String {
        format!(r#"{{"Kind": {shape}, "Out": {{"members": {{"m": "Kind"}}}}}}"#)
    }

    fn single_enum(shape: &str) -> Enum {
        client(&shapes(shape)).enums.remove(0)
    }

    #[test]
    fn both_forms_give_equal_enums() {
        let new = r#"{"type": "enum", "members": {
            "Unknown": {"target": "Unit", "traits": {"enumValue": "z", "deprecated": {}}},
            "SECOND_ONE": "Unit",
            "first": {"target": "Unit", "traits": {
                "enumValue": "A", "documentation": "<p>A <code>Kind</code>.</p>"}}}}"#;
        let old = r#"{"type": "string", "traits": {"enum": [
            {"value": "z", "name": "Unknown", "deprecated": true},
            {"value": "SECOND_ONE", "deprecated": false},
            {"value": "A", "name": "first", "documentation": "<p>A <code>Kind</code>.</p>"}]}}"#;
        for shape in [single_enum(new), single_enum(old)] {
            let values: Vec<_> = shape
                .values
                .iter()
                .map(|value| (&*value.name.rust, &*value.name.wire))
                .collect();
            let expected = [
                ("First", "A"),
                ("SecondOne", "SECOND_ONE"),
                ("UnknownValue", "z"),
            ];
            assert_eq!(values, expected, "sorted by wire value");
            assert_eq!(shape.wire_values, ["A", "SECOND_ONE", "z"]);
            assert_eq!((&*shape.name.rust, &*shape.module), ("Kind", "kind"));
            assert_eq!(shape.unknown, "Unknown");
            let docs: Vec<_> = shape.values.iter().map(|value| &*value.docs[0]).collect();
            assert_eq!(
                docs,
                ["A `Kind`.", "The value `SECOND_ONE`.", "The value `z`."]
            );
            let deprecated = shape.values.iter().map(|value| value.deprecated.as_deref());
            let expected = [None, None, Some("deprecated by the service")];
            assert!(deprecated.eq(expected));
        }
    }

    #[test]
    fn value_without_a_valid_name_or_with_a_duplicate_is_an_error() {
        for (definitions, diagnostic) in [
            (
                r#"{"value": "-"}"#,
                "E0503 t#Kind: the value `-` has no valid name in Rust",
            ),
            (
                r#"{"value": ""}"#,
                "E0503 t#Kind: the value `` has no valid name in Rust",
            ),
            (
                r#"{"value": "²"}"#,
                "E0503 t#Kind: the value `²` has no valid name in Rust",
            ),
            (
                r#"{"value": "a", "name": "A"}, {"value": "a", "name": "B"}"#,
                "E0504 t#Kind: the enum has the value `a` twice",
            ),
        ] {
            let shape = format!(r#"{{"type": "string", "traits": {{"enum": [{definitions}]}}}}"#);
            assert_diagnostic(&shapes(&shape), diagnostic);
        }
    }

    #[test]
    fn later_value_with_a_taken_name_is_renamed() {
        let shape = single_enum(
            r#"{"type": "string", "traits": {"enum": [{"value": "a-b"}, {"value": "aB"},
            {"value": "a_b"}]}}"#,
        );
        let names: Vec<_> = shape
            .values
            .iter()
            .map(|value| (&*value.name.wire, &*value.name.rust))
            .collect();
        let expected = [("a-b", "AB"), ("aB", "ABValue"), ("a_b", "ABValue_")];
        assert_eq!(names, expected);
    }

    #[test]
    fn value_may_begin_with_a_digit() {
        let shape = single_enum(r#"{"type": "string", "traits": {"enum": [{"value": "1080p"}]}}"#);
        assert_eq!(shape.values[0].name.rust, "_1080p");
    }

    #[test]
    fn sensitive_shape_gives_a_sensitive_enum() {
        assert!(
            single_enum(
                r#"{"type": "enum", "members": {"A": "Unit"}, "traits": {"sensitive": {}}}"#
            )
            .sensitive
        );
        assert!(!single_enum(r#"{"type": "enum", "members": {"A": "Unit"}}"#).sensitive);
    }
}
