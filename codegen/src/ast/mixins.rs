//! Mixins: shapes whose members and traits other shapes inherit.
//!
//! They are resolved when a model is read, so all passes see complete shapes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Member, Model, Shape, ShapeKind, Traits};
use crate::ast::ids::MIXIN;
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// Adds to each shape what its mixins have: members, before those of the shape, and traits, except
/// the local ones.
pub(super) fn resolve(model: &mut Model, diagnostics: &mut Diagnostics) {
    let mut mixins_by_shape: BTreeMap<ShapeId, Vec<ShapeId>> = BTreeMap::new();
    let mut needed_by: BTreeMap<ShapeId, Vec<ShapeId>> = BTreeMap::new();
    for shape in model.shapes().filter(|shape| !shape.mixins.is_empty()) {
        mixins_by_shape.insert(shape.id.clone(), shape.mixins.clone());
    }
    let mut ready = Vec::new();
    let mut unresolved = BTreeMap::new();
    for (id, mixins) in &mixins_by_shape {
        let unresolved_mixins = mixins
            .iter()
            .filter(|mixin| mixins_by_shape.contains_key(*mixin));
        let count = unresolved_mixins
            .map(|mixin| {
                needed_by.entry(mixin.clone()).or_default().push(id.clone());
            })
            .count();
        unresolved.insert(id.clone(), count);
        if count == 0 {
            ready.push(id.clone());
        }
    }
    // A list instead of recursion, because chains of mixins may be long.
    while let Some(id) = ready.pop() {
        unresolved.remove(&id);
        inherit(
            model,
            &id,
            mixins_by_shape.get(&id).map_or(&[], Vec::as_slice),
            diagnostics,
        );
        for user in needed_by.remove(&id).unwrap_or_default() {
            if let Some(count) = unresolved.get_mut(&user) {
                *count -= 1;
                if *count == 0 {
                    ready.push(user);
                }
            }
        }
    }
    report_cycles(
        model,
        &unresolved.into_keys().collect(),
        &mixins_by_shape,
        diagnostics,
    );
}

/// Reports each cycle of mixins once.
///
/// Each shape in `unresolved` is in a cycle, or has a mixin that leads to one.
fn report_cycles(
    model: &mut Model,
    unresolved: &BTreeSet<ShapeId>,
    mixins_by_shape: &BTreeMap<ShapeId, Vec<ShapeId>>,
    diagnostics: &mut Diagnostics,
) {
    let mut seen = BTreeSet::new();
    for start in unresolved {
        let mut path: Vec<&ShapeId> = Vec::new();
        let mut next = Some(start);
        while let Some(id) = next.filter(|id| seen.insert((*id).clone())) {
            path.push(id);
            let mut mixins = mixins_by_shape.get(id).into_iter().flatten();
            next = mixins.find(|mixin| unresolved.contains(*mixin));
        }
        let cycle = next.and_then(|id| path.iter().position(|visited| *visited == id));
        if let Some(first) = cycle.and_then(|at| path[at..].iter().min()) {
            let reason = "its mixins refer back to the shape itself";
            let help = "remove one of the references in `mixins`";
            diagnostics
                .shape(Code::MixinCycle, first, reason, help)
                .below(["mixins".into()]);
        }
        if let Some(shape) = model.shape_mut(start) {
            shape.is_partial = true;
        }
    }
}

/// Adds the members and traits of `mixins`, which are complete, to the shape `id`.
fn inherit(model: &mut Model, id: &ShapeId, mixins: &[ShapeId], diagnostics: &mut Diagnostics) {
    let Some(shape) = model.shape(id) else {
        return;
    };
    let mut base = Shape {
        kind: without_contents(&shape.kind),
        traits: Traits::default(),
        mixins: Vec::new(),
        ..shape.clone()
    };
    for mixin_id in mixins {
        let mixin = match model.shape(mixin_id) {
            Some(mixin) => mixin,
            None => {
                base.is_partial = true;
                if !model.is_unreadable(mixin_id) {
                    let reason = format!("it refers to {mixin_id}, which the model does not have");
                    let help = "add the shape, or correct the reference";
                    let ids = model.shapes().map(|shape| shape.id.as_str());
                    diagnostics
                        .shape(Code::NoTarget, id, reason, help)
                        .target(&["mixins"], mixin_id)
                        .did_you_mean(mixin_id.as_str(), ids);
                }
                continue;
            }
        };
        let same_kind = std::mem::discriminant(&mixin.kind) == std::mem::discriminant(&base.kind);
        if !same_kind || !mixin.traits.has(MIXIN) {
            base.is_partial = true;
            let reason = format!("{mixin_id} is not a mixin of the same type");
            let help = "refer to a shape of the same type that has the trait `mixin`";
            diagnostics
                .shape(Code::NotMixin, id, reason, help)
                .target(&["mixins"], mixin_id);
            continue;
        }
        base.is_partial |= mixin.is_partial;
        let local = mixin.traits.local_traits();
        let inherited = mixin
            .traits
            .without(|id| id == MIXIN || local.contains(&id));
        base.traits.extend(inherited);
        merge(&mut base.kind, mixin.kind.clone(), id);
    }
    base.traits.extend(shape.traits.clone());
    merge(&mut base.kind, shape.kind.clone(), id);
    model.insert(base);
}

/// Returns the kind without the parts that mixins can add to.
fn without_contents(kind: &ShapeKind) -> ShapeKind {
    match kind {
        ShapeKind::Enum(_) => ShapeKind::Enum(Vec::new()),
        ShapeKind::IntEnum(_) => ShapeKind::IntEnum(Vec::new()),
        ShapeKind::Structure(_) => ShapeKind::Structure(Vec::new()),
        ShapeKind::Union(_) => ShapeKind::Union(Vec::new()),
        ShapeKind::Resource { .. } => ShapeKind::Resource {
            operations: Vec::new(),
            resources: Vec::new(),
        },
        simple => simple.clone(),
    }
}

/// Adds the parts of `from` to `into`, which is of the same kind. Values of `from` win.
fn merge(into: &mut ShapeKind, from: ShapeKind, id: &ShapeId) {
    use ShapeKind::{Enum, IntEnum, List, Map, Operation, Resource, Service, Structure, Union};
    match (into, from) {
        (Enum(into), Enum(from))
        | (IntEnum(into), IntEnum(from))
        | (Structure(into), Structure(from))
        | (Union(into), Union(from)) => merge_members(into, from, id),
        (List(into), List(from)) => merge_member(into, *from),
        (Map(key, value), Map(from_key, from_value)) => {
            merge_member(key, *from_key);
            merge_member(value, *from_value);
        }
        (
            Service {
                version,
                operations,
                resources,
                errors,
                renames,
            },
            Service {
                version: from_version,
                operations: from_operations,
                resources: from_resources,
                errors: from_errors,
                renames: from_renames,
            },
        ) => {
            if !from_version.is_empty() {
                *version = from_version;
            }
            merge_ids(operations, from_operations);
            merge_ids(resources, from_resources);
            merge_ids(errors, from_errors);
            renames.extend(from_renames);
        }
        (
            Resource {
                operations,
                resources,
            },
            Resource {
                operations: from_operations,
                resources: from_resources,
            },
        ) => {
            merge_ids(operations, from_operations);
            merge_ids(resources, from_resources);
        }
        (Operation { errors, .. }, Operation { errors: from, .. }) => merge_ids(errors, from),
        // Simple shapes only have traits.
        _ => {}
    }
}

fn merge_ids(into: &mut Vec<ShapeId>, from: Vec<ShapeId>) {
    let existing: BTreeSet<ShapeId> = into.iter().cloned().collect();
    into.extend(from.into_iter().filter(|id| !existing.contains(id)));
}

fn merge_members(into: &mut Vec<Member>, from: Vec<Member>, id: &ShapeId) {
    let existing = into.iter().enumerate();
    let indexes: BTreeMap<String, usize> = existing
        .map(|(index, member)| (member.name.clone(), index))
        .collect();
    for from in from {
        match indexes.get(&from.name) {
            Some(index) => merge_member(&mut into[*index], from),
            None => into.push(Member {
                id: id.member(&from.name),
                ..from
            }),
        }
    }
}

fn merge_member(into: &mut Member, from: Member) {
    if !from.target.is_unreadable() {
        into.target = from.target;
    }
    into.traits.extend(from.traits);
}

#[cfg(test)]
mod tests;
