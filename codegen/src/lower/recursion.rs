//! Recursion: finds the members that must be boxed because their type contains itself.

use std::collections::{BTreeMap, BTreeSet};

use super::closure::Closure;
use crate::ast::{Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// The supported nesting depth of lists and maps.
///
/// No known model needs more, and passes that recurse into lists and maps can go this deep.
const MAX_DEPTH: usize = 32;

/// The results of the search for recursive types.
#[derive(Debug, Default)]
pub(crate) struct Recursion {
    /// The members whose values are boxed.
    boxed: BTreeSet<ShapeId>,
    /// Lists and maps that contain themselves or are too deep; passes must not enter them.
    too_deep: BTreeSet<ShapeId>,
}

impl Recursion {
    /// Returns the ids of the boxed members.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &ShapeId> {
        self.boxed.iter()
    }

    /// Returns `true` if the shape is a list or map that passes must not enter.
    pub(super) fn is_too_deep(&self, shape: &ShapeId) -> bool {
        self.too_deep.contains(shape)
    }

    /// Returns `true` if the member's value is boxed.
    pub(super) fn is_boxed(&self, member: &ShapeId) -> bool {
        self.boxed.contains(member)
    }
}

/// Finds the members to box, and the lists and maps that are nested too deeply.
///
/// A member is boxed if its structure or union reaches itself through the member, without a list or
/// map in between. Each cycle is boxed once, in the shape with the first id.
pub(crate) fn find(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Recursion {
    let mut recursion = Recursion::default();
    for (id, depth) in depths(closure, diagnostics) {
        if depth > MAX_DEPTH {
            recursion.too_deep.insert(id.clone());
        }
    }
    recursion.boxed = boxed(closure);
    recursion
}

/// Returns the members to box.
///
/// The cycles of earlier shapes are broken by boxes, so a cycle that is left contains only shapes
/// from its first one on.
fn boxed(closure: &Closure<'_>) -> BTreeSet<ShapeId> {
    let shapes: Vec<&Shape> = closure
        .shapes
        .values()
        .map(|(shape, _)| *shape)
        .filter(|shape| holds_inline(shape))
        .collect();
    let indexes: BTreeMap<_, _> = shapes
        .iter()
        .map(|shape| &shape.id)
        .zip(0_usize..)
        .collect();
    // The shapes that contain each shape.
    let mut holders = vec![Vec::new(); shapes.len()];
    for (holder, shape) in shapes.iter().enumerate() {
        for target in shape
            .members()
            .filter_map(|member| indexes.get(&member.target))
        {
            holders[*target].push(holder);
        }
    }
    let mut boxed = BTreeSet::new();
    // The last shape that each shape was found to reach.
    let mut reached = vec![None; shapes.len()];
    for (first, shape) in shapes.iter().enumerate() {
        let mut pending = vec![first];
        while let Some(index) = pending.pop() {
            for &holder in &holders[index] {
                if holder >= first && reached[holder] != Some(first) {
                    reached[holder] = Some(first);
                    pending.push(holder);
                }
            }
        }
        for member in shape.members() {
            let target = indexes.get(&member.target);
            if target.is_some_and(|target| *target == first || reached[*target] == Some(first)) {
                boxed.insert(member.id.clone());
            }
        }
    }
    boxed
}

/// Returns the nesting depth of each list and map, which is `usize::MAX` for cycles.
///
/// Reports each cycle once, and each chain that is too deep at its outermost shape.
fn depths<'a>(
    closure: &Closure<'a>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<&'a ShapeId, usize> {
    let help = "put a structure or union in between";
    let mut depths = BTreeMap::new();
    let shapes = closure.shapes.values().map(|(shape, _)| *shape);
    for list in shapes.clone().filter(|shape| element(shape).is_some()) {
        let mut path: Vec<&Shape> = Vec::new();
        let mut on_path = BTreeSet::new();
        let mut next = Some(list);
        while let Some(shape) = next.filter(|shape| !depths.contains_key(&shape.id)) {
            let Some(element) = element(shape) else {
                break;
            };
            if !on_path.insert(&shape.id) {
                let start = path.iter().position(|visited| visited.id == shape.id);
                let cycle = path.drain(start.unwrap_or_default()..);
                let ids: BTreeSet<_> = cycle.map(|shape| &shape.id).collect();
                if let Some(first) = ids.first() {
                    let reason = "the list or map contains itself";
                    diagnostics.shape(Code::RecursiveLists, first, reason, help);
                }
                depths.extend(ids.into_iter().map(|id| (id, usize::MAX)));
                break;
            }
            path.push(shape);
            next = closure.model.shape(element);
        }
        let mut depth = next
            .and_then(|shape| depths.get(&shape.id))
            .map_or(0, |depth| *depth);
        for shape in path.into_iter().rev() {
            depth = depth.saturating_add(1);
            depths.insert(&shape.id, depth);
        }
    }
    let elements: BTreeSet<&ShapeId> = shapes.filter_map(element).collect();
    for (id, depth) in &depths {
        if *depth > MAX_DEPTH && *depth < usize::MAX && !elements.contains(id) {
            let reason = format!("more than {MAX_DEPTH} lists and maps are nested");
            diagnostics.shape(Code::DeepLists, id, reason, help);
        }
    }
    depths
}

/// Returns the target of a list's elements or a map's values.
fn element(shape: &Shape) -> Option<&ShapeId> {
    match &shape.kind {
        ShapeKind::List(element) | ShapeKind::Map(_, element) => Some(&element.target),
        _ => None,
    }
}

/// Returns `true` for structures and unions, which store their members without indirection.
fn holds_inline(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::testing::{assert_diagnostic, ast, model};

    fn boxed_members(shapes: &str) -> Vec<String> {
        let model = ast(&model(shapes).to_string());
        let mut diagnostics = Diagnostics::default();
        let closure =
            crate::lower::closure::closure(&model, false, &mut diagnostics).expect("a closure");
        let recursion = super::find(&closure, &mut diagnostics);
        recursion.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_cycle_is_boxed_once() {
        for (shapes, expected) in [
            (
                r#"{"A": {"type": "structure", "members": {"a": "A", "b": "B"}},
                    "B": {"type": "structure"}"#,
                &["t#A$a"][..],
            ),
            (
                r#"{"A": {"type": "structure", "members": {"b": "B"}},
                    "B": {"type": "union", "members": {"c": "C", "text": "String"}},
                    "C": {"type": "structure", "members": {"a": "A"}}"#,
                &["t#A$b"],
            ),
            (
                r#"{"A": {"type": "structure", "members": {"b": "B", "c": "C"}},
                    "B": {"type": "structure", "members": {"a": "A"}},
                    "C": {"type": "structure", "members": {"a": "A"}}"#,
                &["t#A$b", "t#A$c"],
            ),
            (
                r#"{"A": {"type": "structure", "members": {"list": "L", "map": "M"}},
                    "L": {"type": "list", "member": "A"},
                    "M": {"type": "map", "key": "String", "value": "A"}"#,
                &[],
            ),
        ] {
            let shapes = format!(r#"{shapes}, "In": {{"members": {{"a": "A"}}}}}}"#);
            assert_eq!(boxed_members(&shapes), expected, "{shapes}");
        }
    }

    #[test]
    fn boxes_break_all_cycles_of_random_shapes_and_none_is_in_vain() {
        let mut random = 1_u64;
        for size in [2, 3, 5, 8].repeat(20) {
            let mut edges = Vec::new();
            for from in 0..size {
                for to in 0..size {
                    random = random
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    if random >> 62 == 0 {
                        edges.push((from, to));
                    }
                }
            }
            let shape = |from| {
                let own = edges.iter().filter(|edge| edge.0 == from);
                let members: Vec<_> = own.map(|(_, to)| format!(r#""m{to}": "S{to}""#)).collect();
                let members = members.join(",");
                format!(r#""S{from}": {{"type": "structure", "members": {{{members}}}}}, "#)
            };
            let shapes: String = (0..size).map(shape).collect();
            let inputs: Vec<_> = (0..size).map(|to| format!(r#""m{to}": "S{to}""#)).collect();
            let inputs = inputs.join(",");
            let shapes = format!(r#"{{{shapes} "In": {{"members": {{{inputs}}}}}}}"#);
            // In the order of shapes, an edge is boxed if it closes a cycle of edges without boxes.
            let mut expected: Vec<(usize, usize)> = Vec::new();
            for &(from, to) in &edges {
                let mut reached = vec![to];
                let mut next = 0;
                while let Some(&at) = reached.get(next) {
                    let edges = edges.iter().filter(|edge| !expected.contains(edge));
                    for edge in edges.filter(|edge| edge.0 == at) {
                        if !reached.contains(&edge.1) {
                            reached.push(edge.1);
                        }
                    }
                    next += 1;
                }
                if reached.contains(&from) {
                    expected.push((from, to));
                }
            }
            let expected = expected.iter().map(|(from, to)| format!("t#S{from}$m{to}"));
            assert_eq!(
                boxed_members(&shapes),
                expected.collect::<Vec<_>>(),
                "{shapes}"
            );
        }
    }

    #[test]
    fn circular_or_deeply_nested_lists_and_maps_are_errors() {
        let input = r#""In": {"members": {"a": "L0"}}"#;
        for shapes in [
            r#""L0": {"type": "list", "member": "L0"}"#,
            r#""L0": {"type": "map", "key": "String", "value": "L0"}"#,
            // A cycle is reported once, even if several shapes lead into it.
            r#""A": {"type": "list", "member": "L1"}, "L0": {"type": "list", "member": "L1"},
                "L1": {"type": "list", "member": "L0"}"#,
        ] {
            assert_diagnostic(
                &format!("{{{shapes}, {input}}}"),
                "E0305 t#L0: the list or map contains itself",
            );
        }
        let list = |index| {
            format!(
                r#""L{index}": {{"type": "list", "member": "L{}"}},"#,
                index + 1
            )
        };
        let chain = |length| {
            let lists: String = (0..length).map(list).collect();
            format!(r#"{{{lists} "L{length}": {{"type": "string"}}, {input}}}"#)
        };
        assert_diagnostic(
            &chain(40),
            "E0306 t#L0: more than 32 lists and maps are nested",
        );
        crate::testing::client(&chain(32));
    }

    #[test]
    fn map_as_its_key_is_reported_as_a_key_and_not_as_a_cycle() {
        assert_diagnostic(
            r#"{"M": {"type": "map", "key": "M", "value": "String"}, "In": {"members": {"a": "M"}}}"#,
            "E0304 t#M$key: a map's key is not a string",
        );
    }
}
