//! Enums and unions.

use super::differ::{Differ, Site, changed, code};
use super::members::conversion;
use super::pairs::{Pair, pair};
use super::side::Model;
use super::structures::hides;
use super::{Rule, types};
use crate::ir::{Enum, EnumValue, Name, Union, Variant};

/// Returns the site of an enum or union.
pub(super) fn site(differ: &Differ<'_>, model: &Model<'_>, name: &Name) -> Site {
    let shape = model.shape(&name.wire);
    Site {
        id: shape.map(|shape| shape.id.clone()),
        name: name.wire.clone(),
        is_item: true,
        items: vec![model.path(&format!("types::{}", name.rust))],
        resource: differ.resources.of_type(&name.wire),
    }
}

/// Returns the site of an enum's value.
fn value_site(differ: &Differ<'_>, model: &Model<'_>, shape: &Enum, value: &EnumValue) -> Site {
    let site = site(differ, model, &shape.name);
    let ast = model.shape(&shape.name.wire);
    let mut members = ast.into_iter().flat_map(|shape| shape.members());
    // Values of the trait `enum` are not members.
    let member = members.find(|member| {
        let string = member
            .traits
            .enum_value()
            .and_then(serde_json::Value::as_str);
        string.unwrap_or(&member.name) == value.name.wire
    });
    let path = site.items.first().cloned().unwrap_or_default();
    Site {
        id: member.map(|member| member.id.clone()).or(site.id),
        items: vec![format!("{path}::{}", value.name.rust)],
        ..site
    }
}

/// Compares an enum that both models have.
pub(super) fn compare(differ: &mut Differ<'_>, old: &Enum, new: &Enum) {
    let site = site(differ, &differ.new, &new.name);
    let Enum {
        // The caller paired the enums by their names, and compares those.
        name: _,
        module: _,
        module_file: _,
        // Compared as a trait of the shape.
        docs: _,
        deprecated,
        values,
        // Follows from the values.
        wire_values: _,
        // The same for all enums.
        unknown: _,
        // Internal functions.
        usage: _,
        sensitive,
    } = old;
    differ.deprecation(&site, deprecated.as_deref(), new.deprecated.as_deref());
    if *sensitive != new.sensitive {
        differ.new_side(Rule::TypeSensitive, &site, hides(new.sensitive));
    }
    let pairs = pair(
        values,
        &new.values,
        |value| &value.name,
        |value| &value.name.wire,
    );
    for pair in pairs {
        match pair {
            Pair::Both(before, after) => {
                let site = value_site(differ, &differ.new, new, after);
                value(differ, &site, before, after);
            }
            Pair::Removed(value) => {
                let site = value_site(differ, &differ.old, old, value);
                differ
                    .old_side(Rule::EnumValueRemoved, &site, "is removed")
                    .hint(format!("use {}", from_string(new, value)))
                    .wire(format!(
                        "the string {} is an unknown value",
                        code(&value.name.wire)
                    ));
            }
            Pair::Added(value) => {
                let site = value_site(differ, &differ.new, new, value);
                differ
                    .new_side(Rule::EnumValueAdded, &site, "is new")
                    .wire(format!("the string {}", code(&value.name.wire)));
            }
        }
    }
}

/// Returns the expression for a value without a variant.
fn from_string(shape: &Enum, value: &EnumValue) -> String {
    code(format!(
        "{}::from(\"{}\")",
        shape.name.rust, value.name.wire
    ))
}

fn value(differ: &mut Differ<'_>, site: &Site, old: &EnumValue, new: &EnumValue) {
    let EnumValue {
        name: Name { rust, wire },
        docs: _,
        deprecated,
    } = old;
    differ.deprecation(site, deprecated.as_deref(), new.deprecated.as_deref());
    if *rust != new.name.rust {
        let change = format!(
            "is called {} instead of {}",
            code(&new.name.rust),
            code(rust)
        );
        differ
            .new_side(Rule::EnumValueRenamed, site, change)
            .hint(format!("use {}", code(&new.name.rust)));
    }
    if *wire != new.name.wire {
        let change = changed(Some(wire), Some(&new.name.wire));
        differ
            .new_side(Rule::EnumValueWire, site, format!("{change} on the wire"))
            .wire(format!("the string {change}"));
    }
}

/// Compares a union that both models have.
pub(super) fn compare_union(differ: &mut Differ<'_>, old: &Union, new: &Union) {
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
                variant(differ, &site, before, after);
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

fn variant(differ: &mut Differ<'_>, site: &Site, old: &Variant, new: &Variant) {
    let Variant {
        name: Name { rust, wire },
        model,
        method,
        docs: _,
        deprecated,
        ty,
        sensitive,
    } = old;
    differ.deprecation(site, deprecated.as_deref(), new.deprecated.as_deref());
    if *rust != new.name.rust || *method != new.method {
        let change = format!(
            "is called {} instead of {}",
            code(&new.name.rust),
            code(rust)
        );
        differ
            .new_side(Rule::VariantRenamed, site, change)
            .hint(format!("use {}", code(&new.name.rust)));
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
            if types::in_rust(before) != types::in_rust(after) {
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
                super::members::timestamp_format(differ, site, before, after);
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
