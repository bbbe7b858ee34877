//! Unions.

use super::closure::is_unit;
use super::docs;
use super::names::{check_members, field_name, module_name, suffix, union_variant};
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
                method: suffix(&field_name(&member.name)).to_owned(),
                docs: docs::member(types, member),
                ty: (!is_unit(&member.target))
                    .then(|| types.member(member, TimestampFormat::EpochSeconds)),
                sensitive: types.is_sensitive(member),
            })
            .collect();
        let named = members.iter().zip(&variants);
        check_members(
            named.map(|(member, variant)| (member, &*variant.name.rust)),
            found,
        );
        variants.sort_by(|a, b| a.name.cmp(&b.name));
        let wire = shape.id.name();
        unions.push(Union {
            name: Name {
                rust: types.names.type_name(&shape.id),
                wire: wire.to_owned(),
            },
            module: module_name(wire),
            docs: docs::lines_or(&shape.traits, &format!("One of the kinds of `{wire}`.")),
            variants,
            usage: *usage,
            sensitive: shape.traits.is_sensitive(),
        });
    }
    unions
}
