//! Unions.

use super::differ::{Differ, Site, changed, code};
use super::enums::{renamed, site};
use super::members::{conversion, timestamp_format};
use super::pairs::{Pair, pair};
use super::side::Model;
use super::structures::hides;
use super::{Rule, types};
use crate::ir::{Name, Union, Variant};

/// Compares a union that both models have.
pub(super) fn compare(differ: &mut Differ<'_>, old: &Union, new: &Union) {
    let site = site(differ, &differ.new, &new.name);
    let Union {
        // The caller paired the unions by their names, and compares those.
        name: _,
        module: _,
        module_file: _,
        // Compared as a trait of the shape.
        docs: _,
        deprecated,
        variants,
        // Internal functions.
        usage: _,
        sensitive,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *sensitive != new.sensitive {
        differ.new_side(Rule::TypeSensitive, &site, hides(new.sensitive));
    }
    let pairs = pair(
        variants,
        &new.variants,
        |variant| &variant.name,
        |variant| &variant.model,
    );
    for pair in pairs {
        match pair {
            Pair::Both(before, after) => {
                let site = variant_site(differ, &differ.new, new, after);
                variant(differ, &site, (old, before), after);
            }
            Pair::Removed(variant) => {
                let site = variant_site(differ, &differ.old, old, variant);
                differ
                    .old_side(Rule::VariantRemoved, &site, "is removed")
                    .hint("remove the uses of the variant; its values are `Unknown`")
                    .wire(format!(
                        "{} is an unknown variant",
                        code(&variant.name.wire)
                    ));
            }
            Pair::Added(variant) => {
                let site = variant_site(differ, &differ.new, new, variant);
                differ
                    .new_side(Rule::VariantAdded, &site, "is new")
                    .wire(format!("the JSON member {}", code(&variant.name.wire)));
            }
        }
    }
}

fn variant_site(differ: &Differ<'_>, model: &Model<'_>, union: &Union, variant: &Variant) -> Site {
    let site = site(differ, model, &union.name);
    let path = site.items.first().cloned().unwrap_or_default();
    let method = &variant.method;
    Site {
        id: site.id.map(|id| id.member(&variant.model)),
        items: vec![
            format!("{path}::{}", variant.name.rust),
            format!("{path}::as_{method}"),
            format!("{path}::is_{method}"),
        ],
        ..site
    }
}

fn variant(
    differ: &mut Differ<'_>,
    site: &Site,
    (old_union, old): (&Union, &Variant),
    new: &Variant,
) {
    let Variant {
        name: Name { rust, wire },
        model,
        method,
        docs: _,
        deprecated,
        ty,
        // Compared as traits of the member and its target.
        constraints: _,
        sensitive,
    } = old;
    differ.deprecation(site, deprecated.as_deref(), new.deprecated.as_deref());
    if *rust != new.name.rust || *method != new.method {
        let old = variant_site(differ, &differ.old, old_union, old);
        renamed(differ, Rule::VariantRenamed, old, site, &new.name.rust);
    }
    if *wire != new.name.wire {
        let change = changed(Some(wire), Some(&new.name.wire));
        differ
            .new_side(Rule::MemberWireName, site, format!("{change} in JSON"))
            .wire(format!("the member of the JSON object {change}"));
    } else if *model != new.model {
        let change = format!("is called {} in the model", code(&new.model));
        differ.new_side(Rule::MemberWireName, site, change);
    }
    if *sensitive != new.sensitive {
        differ.new_side(Rule::MemberSensitive, site, hides(new.sensitive));
    }
    match (ty, &new.ty) {
        (Some(before), Some(after)) => {
            if types::rust(before) != types::rust(after) {
                let (old_type, new_type) = (code(types::rust(before)), code(types::rust(after)));
                let change = format!("contains {new_type} instead of {old_type}");
                let found = differ.new_side(Rule::VariantType, site, change);
                found.hint(conversion(before, after));
                if let Some(effect) = types::on_wire(before, after) {
                    found.wire(effect);
                }
            }
            if let (Some(before), Some(after)) =
                (before.timestamp_format(), after.timestamp_format())
                && before != after
            {
                timestamp_format(differ, site, before, after);
            }
        }
        (None, None) => {}
        (before, after) => {
            let name = |ty: &Option<_>| {
                ty.as_ref()
                    .map_or("nothing".to_owned(), |ty| code(types::rust(ty)))
            };
            let change = format!("contains {} instead of {}", name(after), name(before));
            differ
                .new_side(Rule::VariantType, site, change)
                .hint("change the patterns that match the variant");
        }
    }
}
