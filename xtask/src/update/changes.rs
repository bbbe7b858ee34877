//! The changes between two models, for the report of `update`.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// The number of names that a list shows.
const SHOWN: usize = 10;

/// The names of added or removed items, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) operations: Vec<String>,
    pub(super) errors: Vec<String>,
    /// Shapes that are neither operations nor errors.
    pub(super) shapes: Vec<String>,
    /// Members of shapes that both models have, as `Shape$member`.
    pub(super) members: Vec<String>,
}

/// The changes between two models.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    pub(super) added: Names,
    pub(super) removed: Names,
    /// The shapes that both models have, with the same members but different facts.
    pub(super) changed: Vec<String>,
}

/// The shapes of a model, by name without the namespace.
type Shapes<'a> = BTreeMap<&'a str, &'a Value>;

impl Changes {
    /// Compares two models in canonical form.
    pub(super) fn new(old: &str, new: &str) -> Result<Self> {
        let parse = |text| serde_json::from_str::<Value>(text).context("cannot read a model");
        let (old, new) = (parse(old)?, parse(new)?);
        let (old, new) = (shapes(&old), shapes(&new));
        let mut changes = Self {
            added: only_in(&new, &old),
            removed: only_in(&old, &new),
            changed: Vec::new(),
        };
        for (name, shape) in &new {
            // As text, because the order of members matters.
            let is_other = |before: &&&Value| before.to_string() != shape.to_string();
            let Some(before) = old.get(name).filter(is_other) else {
                continue;
            };
            let added = lacking(name, shape, before);
            let removed = lacking(name, before, shape);
            if added.is_empty() && removed.is_empty() {
                changes.changed.push((*name).to_owned());
            }
            changes.added.members.extend(added);
            changes.removed.members.extend(removed);
        }
        Ok(changes)
    }

    /// Describes the changes in a paragraph.
    pub(super) fn describe(&self) -> String {
        if *self == Self::default() {
            return "The facts of the model are unchanged.\n".to_owned();
        }
        let mut text = String::new();
        for (verb, names) in [("New", &self.added), ("Removed", &self.removed)] {
            let lists = [
                ("operation", &names.operations),
                ("error", &names.errors),
                ("other shape", &names.shapes),
                ("member", &names.members),
            ];
            for (noun, names) in lists {
                text.push_str(&line(&format!("{verb}: "), noun, names));
            }
        }
        text.push_str(&line("Changed: ", "shape", &self.changed));
        text
    }
}

fn shapes(model: &Value) -> Shapes<'_> {
    let shapes = model["shapes"].as_object().into_iter().flatten();
    let name = |id: &'_ str| id.find('#').map_or(0, |at| at + 1);
    shapes.map(|(id, shape)| (&id[name(id)..], shape)).collect()
}

/// Returns the names of the shapes that `model` has and `other` has not.
fn only_in(model: &Shapes<'_>, other: &Shapes<'_>) -> Names {
    let mut names = Names::default();
    for (name, shape) in model.iter().filter(|(name, _)| !other.contains_key(*name)) {
        let list = if shape["type"] == "operation" {
            &mut names.operations
        } else if shape["traits"].get("smithy.api#error").is_some() {
            &mut names.errors
        } else {
            &mut names.shapes
        };
        list.push((*name).to_owned());
    }
    names
}

/// Returns the members of a shape that `other` lacks.
fn lacking(name: &str, shape: &Value, other: &Value) -> Vec<String> {
    let members = shape["members"].as_object().into_iter().flatten();
    members
        .filter(|(member, _)| other["members"].get(member).is_none())
        .map(|(member, _)| format!("{name}${member}"))
        .collect()
}

/// Returns a line with the number of names and the first ones; empty if there are none.
pub(super) fn line(start: &str, noun: &str, names: &[String]) -> String {
    let count = names.len();
    let plural = match count {
        0 => return String::new(),
        1 => "",
        _ => "s",
    };
    let mut first = names[..count.min(SHOWN)].join(", ");
    if count > SHOWN {
        first.push_str(&format!(" and {} more", count - SHOWN));
    }
    format!("{start}{count} {noun}{plural}: {first}\n")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Changes, line};

    fn model(shapes: Value) -> String {
        json!({ "shapes": shapes }).to_string()
    }

    #[test]
    fn added_and_removed_shapes_and_members_are_listed() {
        let error = json!({"type": "structure", "traits": {"smithy.api#error": "client"}});
        let old = model(json!({
            "ns#Old": {"type": "operation"},
            "ns#Bad": error,
            "ns#Data": {"type": "structure", "members": {"a": {}, "b": {}}},
            "ns#Name": {"type": "string"},
        }));
        let new = model(json!({
            "ns#New": {"type": "operation"},
            "ns#Kind": {"type": "enum", "members": {"A": {}}},
            "ns#Data": {"type": "structure", "members": {"b": {}, "c": {}}},
            "ns#Name": {"type": "string", "traits": {"smithy.api#length": {}}},
        }));
        let changes = Changes::new(&old, &new).unwrap();
        assert_eq!(
            changes.describe(),
            "New: 1 operation: New\nNew: 1 other shape: Kind\nNew: 1 member: Data$c\n\
             Removed: 1 operation: Old\nRemoved: 1 error: Bad\nRemoved: 1 member: Data$a\n\
             Changed: 1 shape: Name\n"
        );
        let same = Changes::new(&old, &old).unwrap();
        assert_eq!(same.describe(), "The facts of the model are unchanged.\n");
    }

    #[test]
    fn long_lists_are_cut() {
        let names: Vec<_> = (0..12).map(|number| number.to_string()).collect();
        let expected = "New: 12 members: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more\n";
        assert_eq!(line("New: ", "member", &names), expected);
    }
}
