//! Places in a JSON file: paths, whose bytes are looked up only when a diagnostic is reported.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::shape_id::ShapeId;

/// The path from the root of a JSON file to the key or value that a diagnostic is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub(crate) steps: Vec<Step>,
    pub(crate) part: Part,
}

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To a shape of the model.
    Shape(String),
    /// To a member of a shape: below `members`, or `member`, `key` and `value` of a list or map.
    Member(String),
    /// To a trait, possibly in an apply statement.
    Trait(String),
    /// To the target `id` of the first such reference below one of the keys; without keys, to the
    /// target of the member.
    Target {
        under: &'static [&'static str],
        id: String,
    },
    /// To the value of a key.
    Key(String),
    /// To an element of a list.
    Index(usize),
}

/// The part of a key-value pair that a place points at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    /// The key.
    Key,
    /// The value.
    #[default]
    Value,
}

/// A range of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The line of the first byte, from 1.
    pub line: usize,
    /// The column of the first byte in characters, from 1.
    pub column: usize,
    /// The label of the range in a report.
    pub(crate) label: &'static str,
}

impl Place {
    /// Returns the place of the name of a shape or member.
    pub(crate) fn shape(id: &ShapeId) -> Self {
        let shape = Step::Shape(id.container().as_str().to_owned());
        let member = id.member_name().map(|name| Step::Member(name.to_owned()));
        Self {
            steps: [shape].into_iter().chain(member).collect(),
            part: Part::Key,
        }
    }

    /// Returns the place of a value below this one.
    pub(crate) fn down(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps.extend(steps);
        self.part = Part::Value;
        self
    }
}

/// The paths from the root of a JSON value to all nested values.
pub(crate) struct Paths<'a> {
    /// By the address of a value, its parent and the step from there.
    steps: BTreeMap<*const Value, (&'a Value, Step)>,
}

impl<'a> Paths<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        let mut steps = BTreeMap::new();
        let mut pending = vec![root];
        while let Some(parent) = pending.pop() {
            let mut add = |step: Step, value: &'a Value| {
                steps.insert(std::ptr::from_ref(value), (parent, step));
                pending.push(value);
            };
            match parent {
                Value::Object(object) => object
                    .iter()
                    .for_each(|(key, value)| add(key.as_str().into(), value)),
                Value::Array(list) => list
                    .iter()
                    .enumerate()
                    .for_each(|(index, value)| add(index.into(), value)),
                _ => {}
            }
        }
        Self { steps }
    }

    /// Returns the path to the nested value `to`, compared by address; empty for other values.
    pub(crate) fn to(&self, to: &Value) -> Vec<Step> {
        let mut path = Vec::new();
        let mut at = std::ptr::from_ref(to);
        while let Some((parent, step)) = self.steps.get(&at) {
            path.push(step.clone());
            at = std::ptr::from_ref(*parent);
        }
        path.reverse();
        path
    }
}

/// Returns the path from `from` down to the nested value `to`, as [`Paths::to`].
pub(crate) fn path_to(from: &Value, to: &Value) -> Vec<Step> {
    Paths::new(from).to(to)
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Step::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Step::Index(index)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            let slash = if index > 0 { "/" } else { "" };
            match step {
                Step::Shape(id) => write!(f, "{slash}shapes/{id}")?,
                Step::Member(name) => write!(f, "{slash}members/{name}")?,
                Step::Trait(id) => write!(f, "{slash}traits/{id}")?,
                Step::Target { id, .. } => write!(f, "{slash}{id}")?,
                Step::Key(key) => write!(f, "{slash}{key}")?,
                Step::Index(position) => write!(f, "{slash}{position}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Step, path_to};
    use crate::shape_id::ShapeId;

    #[test]
    fn values_are_found_by_address() {
        let value = serde_json::json!({"a": [1, 1], "b": 1});
        let steps = path_to(&value, &value["a"][1]);
        assert_eq!(steps, [Step::from("a"), Step::from(1)]);
        assert_eq!(path_to(&value, &value), []);
        assert_eq!(path_to(&value, &serde_json::json!(1)), []);
    }

    #[test]
    fn a_place_prints_as_a_path() {
        let id = ShapeId::parse("a#B$c").expect("an id");
        let place = Place::shape(&id).down([
            Step::Trait("d#e".to_owned()),
            Step::from("f"),
            Step::from(1),
        ]);
        assert_eq!(place.to_string(), "shapes/a#B/members/c/traits/d#e/f/1");
    }
}
