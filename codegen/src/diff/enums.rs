//! Enums.

use super::Rule;
use super::differ::{Differ, Site, changed, code};
use super::pairs::{Pair, pair};
use super::side::Model;
use super::structures::hides;
use crate::ir::{Enum, EnumValue, Name};

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
                value(differ, &site, (old, before), after);
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
                    .wire(format!(
                        "sent and read as the string {}",
                        code(&value.name.wire)
                    ));
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

fn value(
    differ: &mut Differ<'_>,
    site: &Site,
    (old_enum, old): (&Enum, &EnumValue),
    new: &EnumValue,
) {
    let EnumValue {
        name: Name { rust, wire },
        docs: _,
        deprecated,
    } = old;
    differ.deprecation(site, deprecated.as_deref(), new.deprecated.as_deref());
    if *rust != new.name.rust {
        let old = value_site(differ, &differ.old, old_enum, old);
        renamed(differ, Rule::EnumValueRenamed, old, site, &new.name.rust);
    }
    if *wire != new.name.wire {
        let change = changed(Some(wire), Some(&new.name.wire));
        differ
            .new_side(Rule::EnumValueWire, site, format!("{change} on the wire"))
            .wire(format!("the string {change}"));
    }
}

/// Reports another name of an enum's value or a union's variant.
pub(super) fn renamed(differ: &mut Differ<'_>, rule: Rule, old: Site, new: &Site, name: &str) {
    let mut items = old.items;
    items.extend(new.items.iter().cloned());
    let site = Site {
        items,
        ..new.clone()
    };
    let name = code(name);
    differ
        .new_side(rule, &site, format!("is now called {name}"))
        .hint(format!("use {name}"));
}
