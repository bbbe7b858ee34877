//! Where in a JSON text a diagnostic is: the way to a value, whose bytes are looked for only when there
//! is something to report.

use std::fmt;

use serde_json::Value;

use crate::shape_id::ShapeId;

/// The way from the root of a JSON text to what a diagnostic is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub(crate) steps: Vec<Step>,
    pub(crate) part: Part,
}

/// A step down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To a shape of the model.
    Shape(String),
    /// To a member of a shape: one of `members`, or of a list or map itself.
    Member(String),
    /// To a trait, which may be stated in an apply statement.
    Trait(String),
    /// To the target `id` of a reference, the first below one of the keys; without keys, to that of
    /// the member itself.
    Target {
        under: &'static [&'static str],
        id: String,
    },
    /// To the value of a key.
    Key(String),
    /// To an element of a list.
    Index(usize),
}

/// Which end of the last step is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    /// The key.
    Key,
    /// The value.
    #[default]
    Value,
}

/// A range of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The line of the first byte, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// What the range is, in words.
    pub(crate) label: &'static str,
}

impl Place {
    /// The place of a shape's or member's name.
    pub(crate) fn shape(id: &ShapeId) -> Self {
        let shape = Step::Shape(id.container().as_str().to_owned());
        let member = id.member_name().map(|name| Step::Member(name.to_owned()));
        Self {
            steps: [shape].into_iter().chain(member).collect(),
            part: Part::Key,
        }
    }

    /// The place of a value below this one.
    pub(crate) fn down(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps.extend(steps);
        self.part = Part::Value;
        self
    }
}

/// The way from a value down to one that is a part of it: to that very one, not to its like.
pub(crate) fn way(from: &Value, to: &Value) -> Option<Vec<Step>> {
    if std::ptr::eq(from, to) {
        return Some(Vec::new());
    }
    let below = |step: Step, value| {
        let rest = way(value, to)?;
        Some([step].into_iter().chain(rest).collect())
    };
    match from {
        Value::Object(object) => object
            .iter()
            .find_map(|(key, value)| below(key.as_str().into(), value)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .find_map(|(index, value)| below(index.into(), value)),
        _ => None,
    }
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
    use super::{Place, Step, way};
    use crate::shape_id::ShapeId;

    #[test]
    fn a_value_is_found_by_what_it_is_and_not_by_what_it_says() {
        let value = serde_json::json!({"a": [1, 1], "b": 1});
        let steps = way(&value, &value["a"][1]);
        assert_eq!(steps, Some(vec![Step::from("a"), Step::from(1)]));
        assert_eq!(way(&value, &value), Some(Vec::new()));
        assert_eq!(way(&value, &serde_json::json!(1)), None);
    }

    #[test]
    fn a_place_is_a_path() {
        let id = ShapeId::parse("a#B$c").expect("an id");
        let place = Place::shape(&id).down([
            Step::Trait("d#e".to_owned()),
            Step::from("f"),
            Step::from(1),
        ]);
        assert_eq!(place.to_string(), "shapes/a#B/members/c/traits/d#e/f/1");
    }
}
