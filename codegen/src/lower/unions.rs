//! Unions.

use super::bindings::conflicts;
use super::closure::is_unit;
use super::constraints::constraints;
use super::context::Context;
use super::docs::{self, Subject};
use super::names::{
    TakenNames, module_file, type_module, union_variant, with_value, with_value_type,
};
use crate::ast::{Member, ShapeKind, TimestampFormat};
use crate::diagnostics::Diagnostics;
use crate::ir::{Name, Union, Variant};

/// Returns the unions of the closure.
pub(super) fn all(context: &Context<'_>, diagnostics: &mut Diagnostics) -> Vec<Union> {
    let types = &context.types;
    let mut unions = Vec::new();
    for (shape, usage) in types.closure.shapes.values() {
        let ShapeKind::Union(members) = &shape.kind else {
            continue;
        };
        conflicts::report_names(members, diagnostics);
        let rust = types.names.type_name(&shape.id);
        let scope = context
            .links
            .scope(Subject::Type(format!("crate::types::{rust}")));
        let mut variants: Vec<Variant> = members
            .iter()
            .zip(names(members))
            .map(|(member, (rust, method))| {
                let ty = (!is_unit(&member.target))
                    .then(|| types.member(member, TimestampFormat::EpochSeconds));
                let constraints = constraints(types, member);
                Variant {
                    name: Name {
                        rust,
                        wire: member.traits.json_name().unwrap_or(&member.name).to_owned(),
                    },
                    model: member.name.clone(),
                    method,
                    docs: docs::variant(member, ty.as_ref(), &constraints, &scope),
                    deprecated: docs::deprecation(&member.traits),
                    ty,
                    constraints,
                    sensitive: types.is_sensitive(member),
                }
            })
            .collect();
        variants.sort_by(|a, b| a.name.cmp(&b.name));
        let wire = types.closure.shape_name(&shape.id);
        unions.push(Union {
            name: Name {
                rust,
                wire: wire.to_owned(),
            },
            module_file: module_file(&type_module(wire)),
            module: type_module(wire),
            docs: docs::lines_or(&shape.traits, &scope, &format!("The union `{wire}`.")),
            deprecated: docs::deprecation(&shape.traits),
            variants,
            usage: *usage,
            sensitive: shape.traits.is_sensitive(),
        });
    }
    unions
}

/// Returns the names of a union's variants, and the suffixes of their methods.
///
/// A later variant with a taken name is renamed.
pub(super) fn names(members: &[Member]) -> Vec<(String, String)> {
    let mut taken = TakenNames::new(&["is_unknown"]);
    let names = members.iter().map(|member| {
        taken.take(
            union_variant(&member.name),
            |(variant, method)| vec![variant.clone(), format!("is_{method}")],
            |(variant, method)| (with_value_type(&variant), with_value(&method)),
        )
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use crate::ir::{TimestampFormat, Type, Union};
    use crate::testing::client;

    fn shapes(members: &str) -> String {
        format!(
            r#"{{"Choice": {{"type": "union", "members": {{{members}}}}},
            "Secret": {{"type": "string", "traits": {{"sensitive": {{}}}}}},
            "Out": {{"members": {{"m": "Choice"}}}}}}"#
        )
    }

    fn single_union(members: &str) -> Union {
        client(&shapes(members)).unions.remove(0)
    }

    #[test]
    fn variants_are_sorted_by_their_rust_name() {
        let union = single_union(
            r#""b": "String", "UnknownValue": "Secret", "a": {"target": "Unit", "traits": {"jsonName": "z"}},
            "default": "Timestamp""#,
        );
        let variants: Vec<_> = union
            .variants
            .iter()
            .map(|variant| {
                (
                    &*variant.name.rust,
                    &*variant.name.wire,
                    &*variant.method,
                    variant.sensitive,
                )
            })
            .collect();
        let expected = [
            ("A", "z", "a", false),
            ("B", "b", "b", false),
            ("Default", "default", "default", false),
            ("UnknownValue_", "UnknownValue", "unknown_value", true),
        ];
        assert_eq!(variants, expected);
        let types = union.variants.iter().map(|variant| variant.ty.clone());
        let types: Vec<_> = types.collect();
        let timestamp = Type::Timestamp(TimestampFormat::EpochSeconds);
        let string = || Some(Type::String);
        assert_eq!(types, [None, string(), Some(timestamp), string()]);
    }

    #[test]
    fn later_variant_with_a_taken_name_is_renamed() {
        let union = single_union(
            r#""a": "String", "_a": "String", "_1": "String", "unknown": "String",
            "unknownValue": "String""#,
        );
        let names: Vec<_> = union
            .variants
            .iter()
            .map(|variant| (&*variant.name.wire, &*variant.name.rust, &*variant.method))
            .collect();
        let expected = [
            ("a", "A", "a"),
            ("_a", "AValue", "a_value"),
            ("unknown", "UnknownValue", "unknown_value"),
            ("unknownValue", "UnknownValue2", "unknown_value_"),
            ("_1", "_1", "1"),
        ];
        assert_eq!(names, expected);
    }
}
