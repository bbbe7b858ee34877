//! Recursion: which members must be boxed, for a type that contains itself has no size.

use std::collections::{BTreeMap, BTreeSet};

use super::closure::Closure;
use crate::ast::{Shape, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};
use crate::shape_id::ShapeId;

/// How many lists and maps may lie one in the other: more than any model has, and few enough for
/// passes that go down by recursion.
const DEEPEST: usize = 32;

/// The members whose values are boxed.
#[derive(Debug, Default)]
pub(crate) struct Recursion {
    boxed: BTreeSet<ShapeId>,
    /// Lists and maps that have no end, or lie too deep: going down into them is for no pass.
    endless: BTreeSet<ShapeId>,
}

impl Recursion {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &ShapeId> {
        self.boxed.iter()
    }

    pub(super) fn is_endless(&self, shape: &ShapeId) -> bool {
        self.endless.contains(shape)
    }

    pub(super) fn is_boxed(&self, member: &ShapeId) -> bool {
        self.boxed.contains(member)
    }
}

/// Finds the members through which a structure or union reaches itself without a list or a map
/// between, and boxes each cycle once: at the member that closes it, by the order of the ids.
pub(crate) fn find(closure: &Closure<'_>, diagnostics: &mut Diagnostics) -> Recursion {
    let mut recursion = Recursion::default();
    for (id, depth) in depths(closure, diagnostics) {
        if depth > DEEPEST {
            recursion.endless.insert(id.clone());
        }
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
    recursion
}

/// How many lists and maps lie one in the other, each counted from itself on; the most that there
/// can be where there is no end. Of a circle it is said once, of a chain about the outermost.
fn depths<'a>(
    closure: &Closure<'a>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<&'a ShapeId, usize> {
    let help = "put a structure or a union between";
    let mut depths = BTreeMap::new();
    let lists = closure.shapes.values().map(|(shape, _)| *shape);
    for list in lists.clone().filter(|shape| held(shape).is_some()) {
        let mut path: Vec<&Shape> = Vec::new();
        let mut on_path = BTreeSet::new();
        let mut next = Some(list);
        while let Some(shape) = next.filter(|shape| !depths.contains_key(&shape.id)) {
            let Some(held) = held(shape) else {
                break;
            };
            if !on_path.insert(&shape.id) {
                let start = path.iter().position(|other| other.id == shape.id);
                let circle = path.drain(start.unwrap_or_default()..);
                let ids: BTreeSet<_> = circle.map(|shape| &shape.id).collect();
                if let Some(first) = ids.first() {
                    let reason = "lists and maps lie one in the other, without an end";
                    diagnostics.shape(Code::RecursiveLists, first, reason, help);
                }
                depths.extend(ids.into_iter().map(|id| (id, usize::MAX)));
                break;
            }
            path.push(shape);
            next = closure.model.shape(held);
        }
        let mut depth = next
            .and_then(|shape| depths.get(&shape.id))
            .map_or(0, |depth| *depth);
        for shape in path.into_iter().rev() {
            depth = depth.saturating_add(1);
            depths.insert(&shape.id, depth);
        }
    }
    let inner: BTreeSet<&ShapeId> = lists.filter_map(held).collect();
    for (id, depth) in &depths {
        if *depth > DEEPEST && *depth < usize::MAX && !inner.contains(id) {
            let reason = format!("more than {DEEPEST} lists and maps lie one in the other");
            diagnostics.shape(Code::DeepLists, id, reason, help);
        }
    }
    depths
}

/// What a list or map holds.
fn held(shape: &Shape) -> Option<&ShapeId> {
    match &shape.kind {
        ShapeKind::List(held) | ShapeKind::Map(_, held) => Some(&held.target),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::testing::{assert_diagnostic, ast, model};

    fn boxed(shapes: &str) -> Vec<String> {
        let model = ast(&model(shapes).to_string());
        let mut diagnostics = Diagnostics::default();
        let closure =
            crate::lower::closure::closure(&model, false, &mut diagnostics).expect("a closure");
        let recursion = super::find(&closure, &mut diagnostics);
        recursion.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_circle_is_boxed_once() {
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
            assert_eq!(boxed(&shapes), expected, "{shapes}");
        }
    }

    #[test]
    fn lists_and_maps_have_an_end() {
        let input = r#""In": {"members": {"a": "L0"}}"#;
        for shapes in [
            r#""L0": {"type": "list", "member": "L0"}"#,
            r#""L0": {"type": "map", "key": "String", "value": "L0"}"#,
            // One circle is one fault, from wherever one comes to it.
            r#""A": {"type": "list", "member": "L1"}, "L0": {"type": "list", "member": "L1"},
                "L1": {"type": "list", "member": "L0"}"#,
        ] {
            assert_diagnostic(
                &format!("{{{shapes}, {input}}}"),
                "E0305 t#L0: lists and maps lie one in the other",
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
            "E0306 t#L0: more than 32 lists and maps lie one in the other",
        );
        crate::testing::client(&chain(32));
    }

    #[test]
    fn a_key_that_is_a_map_does_not_lead_around() {
        assert_diagnostic(
            r#"{"M": {"type": "map", "key": "M", "value": "String"}, "In": {"members": {"a": "M"}}}"#,
            "E0304 t#M$key: a map's key is not a string",
        );
    }
}
