//! Shapes and members.

use std::collections::{BTreeMap, BTreeSet};

use super::Traits;
use super::facts::Facts;
use crate::shape_id::ShapeId;

/// The id of the prelude's shape without members.
pub(crate) const UNIT: &str = "smithy.api#Unit";

/// A model: its shapes by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    shapes: BTreeMap<ShapeId, Shape>,
    /// Shapes that exist, but cannot be read.
    unreadable: BTreeSet<ShapeId>,
    /// The facts of overlays.
    pub(crate) facts: Facts,
}

/// A shape.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// The shape's id.
    pub(crate) id: ShapeId,
    /// The type, with its contents.
    pub(crate) kind: ShapeKind,
    pub(crate) traits: Traits,
    /// The mixins; empty after their resolution.
    pub(super) mixins: Vec<ShapeId>,
    /// `true` if unreadable members were omitted.
    pub(crate) is_partial: bool,
}

/// A member of a structure, union, list, map or enum.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The member's id.
    pub(crate) id: ShapeId,
    /// The member's name.
    pub(crate) name: String,
    /// The id of the shape of the member's value.
    pub(crate) target: ShapeId,
    pub(crate) traits: Traits,
}

/// The type of a shape, with its contents.
#[derive(Clone, Debug)]
pub(crate) enum ShapeKind {
    /// Bytes.
    Blob,
    /// `true` or `false`.
    Boolean,
    /// A string; with the trait `enum`, one of several.
    String,
    /// A point in time.
    Timestamp,
    /// An 8-bit integer.
    Byte,
    /// A 16-bit integer.
    Short,
    /// A 32-bit integer.
    Integer,
    /// A 64-bit integer.
    Long,
    /// A single-precision number.
    Float,
    /// A double-precision number.
    Double,
    /// An integer of any size.
    BigInteger,
    /// A decimal number of any size.
    BigDecimal,
    /// Any value.
    Document,
    /// One of several strings.
    Enum(Vec<Member>),
    /// One of several integers.
    IntEnum(Vec<Member>),
    /// Values in order.
    List(Box<Member>),
    /// Values by key.
    Map(Box<Member>, Box<Member>),
    /// A set of members.
    Structure(Vec<Member>),
    /// One of several members.
    Union(Vec<Member>),
    /// A service.
    Service {
        /// The API's version.
        version: String,
        /// The operations, except those of resources.
        operations: Vec<ShapeId>,
        /// The resources.
        resources: Vec<ShapeId>,
        /// The errors that all operations share.
        errors: Vec<ShapeId>,
        /// New names for shapes whose names would conflict.
        renames: BTreeMap<ShapeId, String>,
    },
    /// A resource.
    Resource {
        /// The operations, including lifecycle operations.
        operations: Vec<ShapeId>,
        /// The nested resources.
        resources: Vec<ShapeId>,
    },
    /// An operation.
    Operation {
        /// The input; [`UNIT`] for none.
        input: ShapeId,
        /// The output; [`UNIT`] for none.
        output: ShapeId,
        /// The errors.
        errors: Vec<ShapeId>,
    },
}

impl Model {
    pub(crate) fn insert(&mut self, shape: Shape) {
        self.shapes.insert(shape.id.clone(), shape);
    }

    pub(super) fn shape_mut(&mut self, id: &ShapeId) -> Option<&mut Shape> {
        self.shapes.get_mut(id)
    }

    pub(super) fn insert_unreadable(&mut self, id: ShapeId) {
        self.unreadable.insert(id);
    }

    /// Returns `true` if the shape or member may exist but could not be read. Its fault has
    /// been reported, so passes report nothing more about it.
    pub(crate) fn is_unreadable(&self, id: &ShapeId) -> bool {
        let container = id.container();
        let may_be_omitted_member = || {
            let shape = self.shapes.get(&container);
            id.member_name().is_some() && shape.is_some_and(|shape| shape.is_partial)
        };
        id.is_unreadable() || self.unreadable.contains(&container) || may_be_omitted_member()
    }

    /// Returns `true` if there are unreadable shapes.
    pub(crate) fn has_unreadable(&self) -> bool {
        !self.unreadable.is_empty()
    }

    /// Iterates over the ids of all shapes and their members.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.shapes().flat_map(|shape| {
            let members = shape.members().map(|member| member.id.as_str());
            [shape.id.as_str()].into_iter().chain(members)
        })
    }

    /// Returns the shape with this id.
    pub(crate) fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// Iterates over all shapes, sorted by id.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values()
    }

    /// Returns the members of the structure with this id.
    pub(crate) fn structure_members_mut(&mut self, id: &ShapeId) -> Option<&mut [Member]> {
        match &mut self.shapes.get_mut(id)?.kind {
            ShapeKind::Structure(members) => Some(members),
            _ => None,
        }
    }

    /// Returns the traits of the shape or member with this id.
    pub(crate) fn traits_mut(&mut self, id: &ShapeId) -> Option<&mut Traits> {
        let shape = self.shapes.get_mut(&id.container())?;
        match id.member_name() {
            None => Some(&mut shape.traits),
            Some(name) => shape
                .members_mut()
                .find(|member| member.name == name)
                .map(|member| &mut member.traits),
        }
    }
}

impl Shape {
    /// Iterates over the members, in the order of the model.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Member> {
        let (several, first, second): (&[Member], _, _) = match &self.kind {
            ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members)
            | ShapeKind::Structure(members)
            | ShapeKind::Union(members) => (members, None, None),
            ShapeKind::List(member) => (&[], Some(&**member), None),
            ShapeKind::Map(key, value) => (&[], Some(&**key), Some(&**value)),
            _ => (&[], None, None),
        };
        several.iter().chain(first).chain(second)
    }

    fn members_mut(&mut self) -> impl Iterator<Item = &mut Member> {
        let (several, first, second): (&mut [Member], _, _) = match &mut self.kind {
            ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members)
            | ShapeKind::Structure(members)
            | ShapeKind::Union(members) => (members, None, None),
            ShapeKind::List(member) => (&mut [], Some(&mut **member), None),
            ShapeKind::Map(key, value) => (&mut [], Some(&mut **key), Some(&mut **value)),
            _ => (&mut [], None, None),
        };
        several.iter_mut().chain(first).chain(second)
    }
}
