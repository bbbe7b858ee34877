//! Follows the model's references, and says which lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::{PRELUDE, is_unit, prelude};
use super::streams;
use crate::ast::{Member, Model, Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Skipped, Usage};
use crate::shape_id::ShapeId;

/// What was walked so far.
pub(super) struct Walk<'a, 'f> {
    model: &'a Model,
    diagnostics: &'f mut Diagnostics,
    pub(super) shapes: BTreeMap<&'a ShapeId, (&'a Shape, Usage)>,
    /// From which shape to which references were reported: many are come by more than once.
    reported: BTreeSet<(&'a ShapeId, &'a ShapeId)>,
}

/// A reference, and below which keys of the shape it stands.
#[derive(Clone, Copy)]
pub(super) struct Reference<'a> {
    pub(super) from: &'a ShapeId,
    pub(super) under: &'static [&'static str],
    pub(super) id: &'a ShapeId,
}

/// Where services and resources have their operations.
pub(super) const OPERATIONS: &[&str] = &[
    "operations",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "collectionOperations",
];

/// The ids of operations, each with the shape that refers to it.
pub(super) type Operations<'a> = BTreeMap<&'a ShapeId, &'a ShapeId>;

impl<'a, 'f> Walk<'a, 'f> {
    pub(super) fn new(model: &'a Model, diagnostics: &'f mut Diagnostics) -> Self {
        Self {
            model,
            diagnostics,
            shapes: BTreeMap::new(),
            reported: BTreeSet::new(),
        }
    }

    /// All operations, those of resources included, and the errors that all share.
    pub(super) fn service_operations(
        &mut self,
        service: &'a Shape,
    ) -> (Operations<'a>, &'a [ShapeId]) {
        let ShapeKind::Service {
            operations,
            resources,
            errors,
            ..
        } = &service.kind
        else {
            return (Operations::new(), &[]);
        };
        let mut known = Operations::new();
        let from = |from: &'a Shape| move |id| (id, &from.id);
        known.extend(operations.iter().map(from(service)));
        let mut left: Vec<(&ShapeId, &ShapeId)> = resources.iter().map(from(service)).collect();
        let mut seen = BTreeSet::new();
        while let Some((id, referrer)) = left.pop() {
            let reference = Reference {
                from: referrer,
                under: &["resources"],
                id,
            };
            let Some(shape) = self.shape(reference) else {
                continue;
            };
            let ShapeKind::Resource {
                operations,
                resources,
            } = &shape.kind
            else {
                self.wrong_kind(reference, "a resource");
                continue;
            };
            if seen.insert(id) {
                for id in operations {
                    known.entry(id).or_insert(&shape.id);
                }
                left.extend(resources.iter().map(from(shape)));
            }
        }
        (known, errors)
    }

    pub(super) fn shape(&mut self, reference: Reference<'a>) -> Option<&'a Shape> {
        let Reference { from, under, id } = reference;
        let shape = self.model.shape(id);
        if shape.is_none() && !self.model.is_unreadable(id) && self.reported.insert((from, id)) {
            let reason = format!("it refers to {id}, which the model does not have");
            let help = "add the shape, or correct the reference";
            let ids = self.model.shapes().map(|shape| shape.id.as_str());
            self.diagnostics
                .shape(Code::NoTarget, from, reason, help)
                .target(under, id)
                .did_you_mean(id.as_str(), ids.chain(PRELUDE));
        }
        shape
    }

    /// As [`streams::skipped`].
    pub(super) fn skipped(&mut self, operation: &Shape, skip: bool) -> Option<Skipped> {
        streams::skipped(self.model, operation, skip, self.diagnostics)
    }

    pub(super) fn wrong_kind(&mut self, reference: Reference<'a>, expected: &str) {
        let Reference { from, under, id } = reference;
        if self.reported.insert((from, id)) {
            let reason = format!("it refers to {id}, which is not {expected}");
            let help = format!("refer to {expected}");
            self.diagnostics
                .shape(Code::TargetKind, from, reason, help)
                .target(under, id);
        }
    }

    /// A structure that is a part of an operation, `None` for the unit type too, and whether all of
    /// it is known.
    pub(super) fn part(
        &mut self,
        from: &'a ShapeId,
        under: &'static [&'static str],
        id: &'a ShapeId,
    ) -> (Option<&'a Shape>, bool) {
        if is_unit(id) {
            return (None, true);
        }
        let reference = Reference { from, under, id };
        match self.shape(reference) {
            Some(shape) if matches!(shape.kind, ShapeKind::Structure(_)) => {
                (Some(shape), !shape.is_partial)
            }
            Some(_) => {
                self.wrong_kind(reference, "a structure");
                (None, false)
            }
            None => (None, false),
        }
    }

    pub(super) fn members_of(&mut self, shape: Option<&'a Shape>, usage: Usage) {
        for member in shape.into_iter().flat_map(Shape::members) {
            let bound = Usage {
                in_bindings: member.traits.is_bound(),
                ..usage
            };
            self.reach(member, bound);
        }
    }

    /// Visits what a member targets and all that this reaches: by a list of what is left, for
    /// models may be deep.
    fn reach(&mut self, member: &'a Member, usage: Usage) {
        let mut left = vec![member];
        while let Some(member) = left.pop() {
            if let Some(shape) = self.visit(member, usage) {
                left.extend(shape.members());
            }
        }
    }

    /// The shape that a member targets, where its members are to be visited as well.
    fn visit(&mut self, member: &'a Member, usage: Usage) -> Option<&'a Shape> {
        let id = &member.target;
        if is_unit(id) || prelude(id).is_some() {
            return None;
        }
        let reference = Reference {
            from: &member.id,
            under: &[],
            id,
        };
        let shape = self.shape(reference)?;
        if !is_data(&shape.kind) {
            self.wrong_kind(reference, "a shape of data");
            return None;
        }
        let known = self
            .shapes
            .entry(&shape.id)
            .or_insert((shape, Usage::default()));
        let merged = Usage {
            in_responses: known.1.in_responses || usage.in_responses,
            in_requests: known.1.in_requests || usage.in_requests,
            in_bindings: known.1.in_bindings || usage.in_bindings,
        };
        let is_new = merged != known.1;
        known.1 = merged;
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        (is_new && !is_enum).then_some(shape)
    }
}

fn is_data(kind: &ShapeKind) -> bool {
    !matches!(
        kind,
        ShapeKind::Service { .. } | ShapeKind::Resource { .. } | ShapeKind::Operation { .. }
    )
}
