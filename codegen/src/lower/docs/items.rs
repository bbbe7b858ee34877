//! The shapes, members and values whose documentation the generated crate shows.

use std::collections::BTreeSet;

use super::super::closure::Closure;
use crate::ast::{Documentation, Member, Shape, ShapeKind};
use crate::shape_id::ShapeId;

/// A shape, member or value.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    /// The id of the shape or member. A value of the trait `enum` has the id of a member.
    pub(crate) id: ShapeId,
    pub(crate) kind: ItemKind<'a>,
    pub(crate) documentation: Option<Documentation<'a>>,
}

/// The kind of an item.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ItemKind<'a> {
    Service,
    Operation,
    /// A structure, union or enum.
    Shape,
    /// A member of a structure.
    Member(&'a Member),
    /// A member of a union.
    Variant,
    /// A value of an enum.
    Value,
}

/// Returns the items of a service: the service, its operations, and the shapes with their members,
/// sorted by id.
pub(crate) fn items<'a>(closure: &Closure<'a>) -> Vec<Item<'a>> {
    let mut items = vec![shape_item(closure.service, ItemKind::Service)];
    let operations = closure.operations.iter();
    items.extend(operations.map(|operation| shape_item(operation.shape, ItemKind::Operation)));
    let structures = closure.operations.iter();
    let structures = structures.flat_map(|operation| [operation.input, operation.output]);
    let types = closure.shapes.values().map(|(shape, _)| *shape);
    let shapes = types.chain(closure.errors.values().copied());
    let mut seen = BTreeSet::new();
    for shape in shapes.chain(structures.flatten()) {
        if seen.insert(&shape.id) {
            items.extend(with_members(shape));
        }
    }
    items.sort_by(|a, b| a.id.cmp(&b.id));
    items
}

fn shape_item<'a>(shape: &'a Shape, kind: ItemKind<'a>) -> Item<'a> {
    Item {
        id: shape.id.clone(),
        kind,
        documentation: shape.traits.documentation(),
    }
}

fn member_item<'a>(member: &'a Member, kind: ItemKind<'a>) -> Item<'a> {
    Item {
        id: member.id.clone(),
        kind,
        documentation: member.traits.documentation(),
    }
}

/// Returns a shape and its members; none if no type is generated for it.
fn with_members(shape: &Shape) -> Vec<Item<'_>> {
    let mut items = vec![shape_item(shape, ItemKind::Shape)];
    match &shape.kind {
        ShapeKind::Structure(members) => {
            let members = members.iter();
            items.extend(members.map(|member| member_item(member, ItemKind::Member(member))));
        }
        ShapeKind::Union(members) => {
            let members = members.iter();
            items.extend(members.map(|member| member_item(member, ItemKind::Variant)));
        }
        ShapeKind::Enum(members) => {
            let members = members.iter();
            items.extend(members.map(|member| member_item(member, ItemKind::Value)));
        }
        ShapeKind::String => {
            let Some(definitions) = shape.traits.enum_definitions() else {
                return Vec::new();
            };
            let definitions = definitions.into_iter();
            items.extend(definitions.map(|definition| Item {
                id: shape.id.member(definition.name.unwrap_or(definition.value)),
                kind: ItemKind::Value,
                documentation: definition.documentation,
            }));
        }
        _ => return Vec::new(),
    }
    items
}
