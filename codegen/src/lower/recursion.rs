//! Recursion: which members must be boxed, for a type that contains itself has no size.

use std::collections::BTreeSet;

use super::closure::Closure;
use crate::ast::{Shape, ShapeId, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};

/// The members whose values are boxed.
#[derive(Debug, Default)]
pub(crate) struct Recursion {
    boxed: BTreeSet<ShapeId>,
}

impl Recursion {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &ShapeId> {
        self.boxed.iter()
    }

    pub(super) fn is_boxed(&self, member: &ShapeId) -> bool {
        self.boxed.contains(member)
    }
}

/// Finds the members through which a structure or union reaches itself without a list or a map
/// between, and boxes each cycle once: at the member that closes it, by the order of the ids.
///
/// `None` where a list or map is made of nothing but itself: no value could ever be written down.
pub(crate) fn find(closure: &Closure<'_>, found: &mut Diagnostics) -> Option<Recursion> {
    let mut recursion = Recursion::default();
    let mut endless = false;
    for (id, (shape, _)) in &closure.shapes {
        if is_endless(closure, shape) {
            endless = true;
            found.shape(
                Code::Target,
                id,
                "its elements are of the same type as itself, without an end",
                "put a structure or a union between",
            );
        }
    }
    if endless {
        return None;
    }
    for (shape, _) in closure.shapes.values() {
        if !holds_inline(shape) {
            continue;
        }
        for member in shape.members() {
            if reaches(closure, &recursion, &member.target, &shape.id) {
                recursion.boxed.insert(member.id.clone());
            }
        }
    }
    Some(recursion)
}

/// Whether lists and maps alone lead from `shape` around in a circle.
fn is_endless(closure: &Closure<'_>, shape: &Shape) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = Some(shape);
    while let Some(shape) = next {
        let target = match &shape.kind {
            ShapeKind::List(element) => &element.target,
            ShapeKind::Map(_, value) => &value.target,
            _ => return false,
        };
        if !seen.insert(&shape.id) {
            return true;
        }
        next = closure.model.shape(target);
    }
    false
}

fn holds_inline(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

/// Whether a value of `from` holds one of `to` inline, boxes counted as an end.
fn reaches(closure: &Closure<'_>, known: &Recursion, from: &ShapeId, to: &ShapeId) -> bool {
    let mut left = vec![from];
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        if id == to {
            return true;
        }
        let shape = closure.shapes.get(id).map(|(shape, _)| *shape);
        let Some(shape) = shape.filter(|shape| holds_inline(shape) && seen.insert(id)) else {
            continue;
        };
        let inline = shape.members().filter(|member| !known.is_boxed(&member.id));
        left.extend(inline.map(|member| &member.target));
    }
    false
}
