//! The types below `crate::types`: which ones were added, removed, renamed, or changed their kind.

use super::differ::{Differ, Site, code};
use super::pairs::{Pair, pair};
use super::resources::ERRORS;
use super::side::{Model, Owner};
use super::{Rule, Side, enums, structures, unions};
use crate::ir::{Client, Enum, Name, Structure, Union};

/// A generated type.
#[derive(Clone, Copy)]
enum Shape<'a> {
    Structure(&'a Structure),
    Union(&'a Union),
    Enum(&'a Enum),
}

impl Shape<'_> {
    fn name(&self) -> &Name {
        match self {
            Self::Structure(structure) => &structure.name,
            Self::Union(union) => &union.name,
            Self::Enum(shape) => &shape.name,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Structure(_) => "a structure",
            Self::Union(_) => "a union",
            Self::Enum(_) => "an enum",
        }
    }
}

fn shapes(client: &Client) -> Vec<Shape<'_>> {
    let structures = client.structures.iter().map(Shape::Structure);
    let unions = client.unions.iter().map(Shape::Union);
    let enums = client.enums.iter().map(Shape::Enum);
    structures.chain(unions).chain(enums).collect()
}

/// Compares the types of both models, except inputs, outputs and errors.
pub(super) fn types(differ: &mut Differ<'_>) {
    let (old, new) = (shapes(differ.old.client), shapes(differ.new.client));
    for pair in pair(&old, &new, Shape::name, |shape| &shape.name().wire) {
        match pair {
            Pair::Both(old, new) => {
                let site = site(differ, Side::New, new);
                renamed(differ, &site, old.name(), new.name());
                match (old, new) {
                    (Shape::Structure(old), Shape::Structure(new)) => {
                        structures::compare(differ, owner(old), owner(new));
                    }
                    (Shape::Union(old), Shape::Union(new)) => {
                        unions::compare(differ, old, new);
                    }
                    (Shape::Enum(old), Shape::Enum(new)) => enums::compare(differ, old, new),
                    _ => {
                        let mut items = self::site(differ, Side::Old, old).items;
                        items.extend(site.items.iter().cloned());
                        let site = Site { items, ..site };
                        let change = format!("is {} instead of {}", new.kind(), old.kind());
                        differ
                            .new_side(Rule::TypeKind, &site, change)
                            .hint(format!("construct and match it as {}", new.kind()))
                            .wire("the value has another form");
                    }
                }
            }
            Pair::Removed(shape) => {
                let site = site(differ, Side::Old, shape);
                removed(differ, &site);
            }
            Pair::Added(shape) => {
                let site = site(differ, Side::New, shape);
                let change = format!("is new: {}", shape.kind());
                differ.new_side(Rule::TypeAdded, &site, change);
            }
        }
    }
}

/// Compares the error types of both models.
pub(super) fn errors(differ: &mut Differ<'_>) {
    let (old, new) = (&differ.old.client.errors, &differ.new.client.errors);
    for pair in pair(old, new, |error| &error.name, |error| &error.name.wire) {
        match pair {
            Pair::Both(old, new) => {
                let site = structures::site(differ, &differ.new, owner(new));
                if old.name.wire != new.name.wire {
                    let (before, after) = (code(&old.name.wire), code(&new.name.wire));
                    differ
                        .new_side(Rule::ErrorCode, &site, format!("has the code {after}"))
                        .wire(format!(
                            "the error is recognised by the code {after} instead of {before}"
                        ));
                }
                structures::compare(differ, owner(old), owner(new));
            }
            Pair::Removed(error) => {
                let site = error_site(differ, &differ.old, error);
                removed(differ, &site);
            }
            Pair::Added(error) => {
                let site = error_site(differ, &differ.new, error);
                differ.new_side(Rule::TypeAdded, &site, "is new: an error");
            }
        }
    }
}

fn owner(structure: &Structure) -> Owner<'_> {
    Owner {
        structure,
        operation: None,
    }
}

/// Returns the site of an error, with its variant of the enum of all errors.
fn error_site(differ: &Differ<'_>, model: &Model<'_>, error: &Structure) -> Site {
    let mut site = structures::site(differ, model, owner(error));
    site.items
        .push(model.path(&format!("Error::{}", error.name.rust)));
    site
}

fn site(differ: &Differ<'_>, side: Side, shape: &Shape<'_>) -> Site {
    let model = match side {
        Side::Old => &differ.old,
        Side::New => &differ.new,
    };
    match shape {
        Shape::Structure(structure) => structures::site(differ, model, owner(structure)),
        Shape::Union(Union { name, .. }) | Shape::Enum(Enum { name, .. }) => {
            enums::site(differ, model, name)
        }
    }
}

fn renamed(differ: &mut Differ<'_>, site: &Site, old: &Name, new: &Name) {
    if old.wire != new.wire {
        let change = format!("is called {} in the model", code(&new.wire));
        differ.new_side(Rule::TypeWireName, site, change);
    }
}

/// Reports a removed type.
fn removed(differ: &mut Differ<'_>, site: &Site) {
    let is_error = site.resource == ERRORS;
    let hint = match is_error {
        true => "match the error by its code: `error.code()`",
        false => "remove the uses of the type; no operation needs it any more",
    };
    differ
        .old_side(Rule::TypeRemoved, site, "is removed")
        .hint(hint);
}
