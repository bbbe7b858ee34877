//! Shapes and members.

use std::collections::{BTreeMap, BTreeSet};

use super::Traits;
use crate::shape_id::ShapeId;

/// The id of the prelude's shape without members.
pub(crate) const UNIT: &str = "smithy.api#Unit";

/// A model: its shapes by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    shapes: BTreeMap<ShapeId, Shape>,
    /// Shapes that are there, but cannot be read.
    unreadable: BTreeSet<ShapeId>,
}

/// A shape.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// The shape's id.
    pub(crate) id: ShapeId,
    /// What it is.
    pub(crate) kind: ShapeKind,
    pub(crate) traits: Traits,
    /// The shapes whose members and traits it takes over, until they are resolved.
    pub(super) mixins: Vec<ShapeId>,
    /// Whether members were left out that could not be read.
    pub(crate) is_partial: bool,
}

/// A member of a structure, union, list, map or enum.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The member's id.
    pub(crate) id: ShapeId,
    /// The member's name.
    pub(crate) name: String,
    /// The shape of its value.
    pub(crate) target: ShapeId,
    pub(crate) traits: Traits,
}

/// What a shape is, with what belongs to its kind.
#[derive(Clone, Debug)]
pub(crate) enum ShapeKind {
    /// Bytes.
    Blob,
    /// `true` or `false`.
    Boolean,
    /// Text; with the trait `enum`, one of several.
    String,
    /// A point in time.
    Timestamp,
    /// An integer of 8 bits.
    Byte,
    /// An integer of 16 bits.
    Short,
    /// An integer of 32 bits.
    Integer,
    /// An integer of 64 bits.
    Long,
    /// A number of single precision.
    Float,
    /// A number of double precision.
    Double,
    /// An integer of any size.
    BigInteger,
    /// A decimal number of any size.
    BigDecimal,
    /// Any value.
    Document,
    /// One of several texts.
    Enum(Vec<Member>),
    /// One of several integers.
    IntEnum(Vec<Member>),
    /// Values in order.
    List(Box<Member>),
    /// Values by key.
    Map(Box<Member>, Box<Member>),
    /// Members side by side.
    Structure(Vec<Member>),
    /// One of several members.
    Union(Vec<Member>),
    /// A service.
    Service {
        /// The API's version.
        version: String,
        /// Its operations, resources' operations left out.
        operations: Vec<ShapeId>,
        /// Its resources.
        resources: Vec<ShapeId>,
        /// The errors of all its operations.
        errors: Vec<ShapeId>,
        /// Other names for shapes that would share one.
        renames: BTreeMap<ShapeId, String>,
    },
    /// A resource.
    Resource {
        /// Its operations, lifecycle operations included.
        operations: Vec<ShapeId>,
        /// The resources inside of it.
        resources: Vec<ShapeId>,
    },
    /// An operation.
    Operation {
        /// What it takes; `smithy.api#Unit` for nothing.
        input: ShapeId,
        /// What it gives.
        output: ShapeId,
        /// How it fails.
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

    /// Whether what `id` means is not known, for a reason that was given: nothing more is to be
    /// said about it.
    pub(crate) fn is_unreadable(&self, id: &ShapeId) -> bool {
        let container = id.container();
        let member_is_gone = || {
            let shape = self.shapes.get(&container);
            id.member_name().is_some() && shape.is_some_and(|shape| shape.is_partial)
        };
        id.is_unreadable() || self.unreadable.contains(&container) || member_is_gone()
    }

    /// Whether there are shapes that cannot be read.
    pub(crate) fn has_unreadable(&self) -> bool {
        !self.unreadable.is_empty()
    }

    /// The ids of all shapes and their members.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.shapes().flat_map(|shape| {
            let members = shape.members().map(|member| member.id.as_str());
            [shape.id.as_str()].into_iter().chain(members)
        })
    }

    /// The shape called `id`.
    pub(crate) fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// All shapes, by id.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.shapes.values()
    }

    /// The members of the structure called `id`.
    pub(crate) fn structure_members_mut(&mut self, id: &ShapeId) -> Option<&mut [Member]> {
        match &mut self.shapes.get_mut(id)?.kind {
            ShapeKind::Structure(members) => Some(members),
            _ => None,
        }
    }

    /// The traits of the shape or member called `id`.
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
    /// The shape's members, in the model's order.
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
