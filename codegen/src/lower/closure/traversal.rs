//! Follows the model's references and reports those that do not resolve.

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::{PRELUDE, is_unit, prelude};
use super::streams;
use crate::ast::{Member, Model, Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Skipped, Usage};
use crate::shape_id::ShapeId;

/// A traversal of the model, with the shapes reached so far.
pub(super) struct Traversal<'a, 'f> {
    model: &'a Model,
    diagnostics: &'f mut Diagnostics,
    pub(super) shapes: BTreeMap<&'a ShapeId, (&'a Shape, Usage)>,
    /// The source and target of the references that were reported, to report each only once.
    reported: BTreeSet<(&'a ShapeId, &'a ShapeId)>,
}

/// A reference from one shape to another.
#[derive(Clone, Copy)]
pub(super) struct Reference<'a> {
    pub(super) from: &'a ShapeId,
    /// The keys of `from` that may hold the reference.
    pub(super) keys: &'static [&'static str],
    pub(super) id: &'a ShapeId,
}

/// The keys under which services and resources list their operations.
pub(super) const OPERATION_KEYS: &[&str] = &[
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

impl<'a, 'f> Traversal<'a, 'f> {
    pub(super) fn new(model: &'a Model, diagnostics: &'f mut Diagnostics) -> Self {
        Self {
            model,
            diagnostics,
            shapes: BTreeMap::new(),
            reported: BTreeSet::new(),
        }
    }

    /// Returns all operations, including those of resources, and the errors common to all of them.
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
        let mut all_operations = Operations::new();
        let referred_by = |shape: &'a Shape| move |id| (id, &shape.id);
        all_operations.extend(operations.iter().map(referred_by(service)));
        let mut pending: Vec<(&ShapeId, &ShapeId)> =
            resources.iter().map(referred_by(service)).collect();
        let mut seen = BTreeSet::new();
        while let Some((id, referrer)) = pending.pop() {
            let reference = Reference {
                from: referrer,
                keys: &["resources"],
                id,
            };
            let Some(shape) = self.resolve(reference) else {
                continue;
            };
            let ShapeKind::Resource {
                operations,
                resources,
            } = &shape.kind
            else {
                self.report_kind(reference, "a resource");
                continue;
            };
            if seen.insert(id) {
                for id in operations {
                    all_operations.entry(id).or_insert(&shape.id);
                }
                pending.extend(resources.iter().map(referred_by(shape)));
            }
        }
        (all_operations, errors)
    }

    /// Returns the shape that is referred to, or reports that it does not exist.
    pub(super) fn resolve(&mut self, reference: Reference<'a>) -> Option<&'a Shape> {
        let Reference { from, keys, id } = reference;
        let shape = self.model.shape(id);
        if shape.is_none() && !self.model.is_unreadable(id) && self.reported.insert((from, id)) {
            let reason = format!("the target {id} is not in the model");
            let help = "add the shape or correct the reference";
            let ids = self.model.shapes().map(|shape| shape.id.as_str());
            self.diagnostics
                .shape(Code::NoTarget, from, reason, help)
                .target(keys, id)
                .did_you_mean(id.as_str(), ids.chain(PRELUDE));
        }
        shape
    }

    /// Calls [`streams::check`].
    pub(super) fn check_streams(&mut self, operation: &Shape, skip: bool) -> Option<Skipped> {
        streams::check(self.model, operation, skip, self.diagnostics)
    }

    /// Reports that the shape that is referred to is not `expected`.
    pub(super) fn report_kind(&mut self, reference: Reference<'a>, expected: &str) {
        let Reference { from, keys, id } = reference;
        if self.reported.insert((from, id)) {
            let reason = format!("the target {id} is not {expected}");
            let help = format!("refer to {expected}");
            self.diagnostics
                .shape(Code::TargetKind, from, reason, help)
                .target(keys, id);
        }
    }

    /// Returns the structure that an operation or service refers to as input, output or error.
    ///
    /// The structure is `None` for the unit type. The boolean is `true` if all of its members could
    /// be read.
    pub(super) fn structure(
        &mut self,
        from: &'a ShapeId,
        keys: &'static [&'static str],
        id: &'a ShapeId,
    ) -> (Option<&'a Shape>, bool) {
        if is_unit(id) {
            return (None, true);
        }
        let reference = Reference { from, keys, id };
        match self.resolve(reference) {
            Some(shape) if matches!(shape.kind, ShapeKind::Structure(_)) => {
                (Some(shape), !shape.is_partial)
            }
            Some(_) => {
                self.report_kind(reference, "a structure");
                (None, false)
            }
            None => (None, false),
        }
    }

    /// Visits the members of an input, output or error, and all shapes that they reach.
    pub(super) fn visit_members(&mut self, shape: Option<&'a Shape>, usage: Usage) {
        for member in shape.into_iter().flat_map(Shape::members) {
            let member_usage = Usage {
                in_bindings: member.traits.is_bound(),
                ..usage
            };
            self.visit_reachable(member, member_usage);
        }
    }

    /// Visits the shape that a member targets, and all shapes that it reaches.
    ///
    /// Loops over pending members instead of recursing, because models may be deep.
    fn visit_reachable(&mut self, member: &'a Member, usage: Usage) {
        let mut pending = vec![member];
        while let Some(member) = pending.pop() {
            if let Some(shape) = self.visit_target(member, usage) {
                pending.extend(shape.members());
            }
        }
    }

    /// Adds the shape that a member targets; returns it if its members must be visited as well.
    fn visit_target(&mut self, member: &'a Member, usage: Usage) -> Option<&'a Shape> {
        let id = &member.target;
        if is_unit(id) || prelude(id).is_some() {
            return None;
        }
        let reference = Reference {
            from: &member.id,
            keys: &[],
            id,
        };
        let shape = self.resolve(reference)?;
        if !is_data_type(&shape.kind) {
            self.report_kind(reference, "a data type");
            return None;
        }
        let (_, known_usage) = self
            .shapes
            .entry(&shape.id)
            .or_insert((shape, Usage::default()));
        let merged = Usage {
            in_responses: known_usage.in_responses || usage.in_responses,
            in_requests: known_usage.in_requests || usage.in_requests,
            in_bindings: known_usage.in_bindings || usage.in_bindings,
        };
        let is_new = merged != *known_usage;
        *known_usage = merged;
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        (is_new && !is_enum).then_some(shape)
    }
}

fn is_data_type(kind: &ShapeKind) -> bool {
    !matches!(
        kind,
        ShapeKind::Service { .. } | ShapeKind::Resource { .. } | ShapeKind::Operation { .. }
    )
}
