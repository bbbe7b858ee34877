//! Recursion: which members must be boxed, for a type that contains itself has no size.

use std::collections::BTreeSet;

use super::closure::Closure;
use crate::ast::{Shape, ShapeId, ShapeKind};
use crate::diagnostics::{Code, Diagnostics};

/// How many lists and maps may lie one in the other: more than any model has, and few enough for
/// passes that go down by recursion.
const DEEPEST: usize = 32;

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
/// `None` where a list or map is made of nothing but itself, or lies too deep: later passes would
/// not come to an end.
pub(crate) fn find(closure: &Closure<'_>, found: &mut Diagnostics) -> Option<Recursion> {
    let mut recursion = Recursion::default();
    let mut endless = false;
    for (id, (shape, _)) in &closure.shapes {
        if is_endless(closure, shape) {
            endless = true;
            found.shape(
                Code::Target,
                id,
                format!(
                    "lists and maps lie one in the other, without an end or more than {DEEPEST}"
                ),
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

/// Whether lists and maps alone lead from `shape` around in a circle, or too deep.
fn is_endless<'a>(closure: &Closure<'a>, mut shape: &'a Shape) -> bool {
    for _ in 0..=DEEPEST {
        let target = match &shape.kind {
            ShapeKind::List(element) => &element.target,
            ShapeKind::Map(_, value) => &value.target,
            _ => return false,
        };
        match closure.model.shape(target) {
            Some(next) => shape = next,
            None => return false,
        }
    }
    true
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
    use crate::testing::{assert_finding, model, source};

    fn boxed(shapes: &str) -> Vec<String> {
        let text = model(shapes).to_string();
        let model = crate::ast::parse(source(&text)).expect("a model");
        let mut found = Diagnostics::about("model");
        let closure = crate::lower::closure::closure(&model, &mut found).expect("a closure");
        let recursion = super::find(&closure, &mut found).expect("an end");
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
            r#""L0": {"type": "list", "member": "L0"}"#.to_owned(),
            r#""L0": {"type": "map", "key": "String", "value": "L0"}"#.to_owned(),
        ] {
            assert_finding(
                &format!("{{{shapes}, {input}}}"),
                "E003 t#L0: lists and maps lie one in the other",
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
        assert_finding(&chain(33), "E003 t#L0: lists and maps lie one in the other");
        crate::testing::client(&chain(32));
    }

    #[test]
    fn a_key_that_is_a_map_does_not_lead_around() {
        assert_finding(
            r#"{"M": {"type": "map", "key": "M", "value": "String"}, "In": {"members": {"a": "M"}}}"#,
            "E003 t#M$key: a map's key is not a text",
        );
    }
}
