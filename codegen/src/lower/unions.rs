//! Unions.

use super::case::snake;
use super::closure::is_unit;
use super::docs;
use super::names::{check_members, type_module, union_variant};
use super::types::Types;
use crate::ast::{ShapeKind, TimestampFormat};
use crate::diagnostics::Diagnostics;
use crate::ir::{Name, Union, Variant};

/// The unions of the closure.
pub(super) fn all(types: &Types<'_>, found: &mut Diagnostics) -> Vec<Union> {
    let mut unions = Vec::new();
    for (shape, usage) in types.closure.shapes.values() {
        let ShapeKind::Union(members) = &shape.kind else {
            continue;
        };
        let mut variants: Vec<Variant> = members
            .iter()
            .map(|member| Variant {
                name: Name {
                    rust: union_variant(&member.name),
                    wire: member.traits.json_name().unwrap_or(&member.name).to_owned(),
                },
                method: snake(&member.name),
                docs: docs::member(types, member),
                ty: (!is_unit(&member.target))
                    .then(|| types.member(member, TimestampFormat::EpochSeconds)),
                sensitive: types.is_sensitive(member),
            })
            .collect();
        let named = members.iter().zip(&variants);
        let names =
            |variant: &Variant| vec![variant.name.rust.clone(), format!("is_{}", variant.method)];
        check_members(
            named.map(|(member, variant)| (member, names(variant))),
            &["is_unknown"],
            found,
        );
        variants.sort_by(|a, b| a.name.cmp(&b.name));
        let wire = shape.id.name();
        unions.push(Union {
            name: Name {
                rust: types.names.type_name(&shape.id),
                wire: wire.to_owned(),
            },
            module: type_module(wire),
            docs: docs::lines_or(&shape.traits, &format!("One of the kinds of `{wire}`.")),
            variants,
            usage: *usage,
            sensitive: shape.traits.is_sensitive(),
        });
    }
    unions
}

#[cfg(test)]
mod tests {
    use crate::ir::{TimestampFormat, Type, Union};
    use crate::testing::{client, findings};

    fn shapes(members: &str) -> String {
        format!(
            r#"{{"Choice": {{"type": "union", "members": {{{members}}}}},
            "Secret": {{"type": "string", "traits": {{"sensitive": {{}}}}}},
            "Out": {{"members": {{"m": "Choice"}}}}}}"#
        )
    }

    fn only(members: &str) -> Union {
        client(&shapes(members)).unions.remove(0)
    }

    #[test]
    fn variants_are_sorted_by_their_rust_name() {
        let union = only(
            r#""b": "String", "UnknownValue": "Secret", "a": {"target": "Unit", "traits": {"jsonName": "z"}},
            "default": "Timestamp""#,
        );
        let variants: Vec<_> = union
            .variants
            .iter()
            .map(|one| {
                (
                    &*one.name.rust,
                    &*one.name.wire,
                    &*one.method,
                    one.sensitive,
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
        let types: Vec<_> = union.variants.iter().map(|one| one.ty.clone()).collect();
        let time = Type::Timestamp(TimestampFormat::EpochSeconds);
        let text = || Some(Type::String);
        assert_eq!(types, [None, text(), Some(time), text()]);
    }

    #[test]
    fn variants_have_names_of_their_own() {
        for (members, reason) in [
            (
                r#""a": "String", "A": "String""#,
                "the member `a` leads to `A` too",
            ),
            (r#""_1": "String""#, "`1` is not a name in Rust"),
            (
                r#""unknown": "String""#,
                "the generated code has a `is_unknown` of its own",
            ),
        ] {
            let found = findings(&shapes(members));
            assert!(
                matches!(&*found, [only] if only.contains(reason)),
                "{found:#?}"
            );
        }
    }
}
