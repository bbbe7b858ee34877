//! Upgrades models of Smithy 1 to Smithy 2.
//!
//! In Smithy 1, numbers and booleans have the default zero unless they have the trait `box`; Smithy
//! 2 has defaults instead. A `set` becomes a list of unique items. The trait `enum` is valid in both
//! versions.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::ast::{ids, object};

const BOX: &str = "smithy.api#box";
const UNIQUE_ITEMS: &str = "smithy.api#uniqueItems";

/// Upgrades the shapes of a model of Smithy 1.
pub(super) fn upgrade(shapes: &mut Map<String, Value>) {
    let boxed: BTreeSet<String> = boxed_ids(shapes);
    let zeros: Map<String, Value> = shapes
        .iter()
        .filter(|(id, _)| !boxed.contains(*id))
        .filter_map(|(id, shape)| Some((id.clone(), zero(shape["type"].as_str()?)?)))
        .collect();
    let streams: BTreeSet<String> = shapes
        .iter()
        .filter(|(_, shape)| shape["traits"].get(ids::STREAMING).is_some())
        .filter(|(_, shape)| shape["type"] == "blob")
        .map(|(id, _)| id.clone())
        .collect();
    for (id, shape) in shapes.iter_mut() {
        if let Some(zero) = zeros.get(id) {
            set_default(shape, zero.clone());
        }
        if shape["type"] == "set" {
            shape["type"] = "list".into();
            add_trait(shape, UNIQUE_ITEMS, Value::Object(Map::new()));
        }
        let is_structure = shape["type"] == "structure";
        remove_box(shape);
        for key in ["member", "key", "value"] {
            shape.get_mut(key).map(remove_box);
        }
        let members = shape.get_mut("members").and_then(Value::as_object_mut);
        for (name, member) in members.into_iter().flatten() {
            let target = member["target"].as_str().unwrap_or_default().to_owned();
            let is_boxed = boxed.contains(&format!("{id}${name}"));
            let zero = zeros
                .get(&target)
                .cloned()
                .or_else(|| prelude_zero(&target));
            let is_stream =
                streams.contains(&target) && member["traits"].get(ids::HTTP_PAYLOAD).is_some();
            match zero {
                Some(_) if is_boxed && is_structure => set_default(member, Value::Null),
                Some(zero) if is_structure => set_default(member, zero),
                None if is_stream => set_default(member, "".into()),
                _ => {}
            }
            remove_box(member);
        }
    }
    shapes.retain(|_, shape| shape["type"] != "apply" || shape.get("traits").is_some());
}

/// Returns the ids of shapes and members with the trait `box`, also in apply statements.
fn boxed_ids(shapes: &Map<String, Value>) -> BTreeSet<String> {
    let is_boxed = |shape: &Value| shape["traits"].get(BOX).is_some();
    let mut boxed = BTreeSet::new();
    for (id, shape) in shapes {
        if is_boxed(shape) {
            boxed.insert(id.clone());
        }
        let members = object(shape.get("members")).filter(|(_, member)| is_boxed(member));
        boxed.extend(members.map(|(name, _)| format!("{id}${name}")));
    }
    boxed
}

/// Returns the default of a type that is not boxed.
fn zero(kind: &str) -> Option<Value> {
    match kind {
        "boolean" => Some(false.into()),
        "byte" | "short" | "integer" | "long" | "float" | "double" => Some(0.into()),
        _ => None,
    }
}

/// Returns the default of a shape of the prelude; only those called `Primitive…` have one.
fn prelude_zero(id: &str) -> Option<Value> {
    let name = id.strip_prefix("smithy.api#Primitive")?;
    zero(&name.to_ascii_lowercase())
}

fn set_default(shape: &mut Value, value: Value) {
    if shape["traits"].get(ids::DEFAULT).is_none() {
        add_trait(shape, ids::DEFAULT, value);
    }
}

fn add_trait(shape: &mut Value, id: &str, value: Value) {
    let traits = shape.as_object_mut().map(|shape| {
        let traits = shape.entry("traits");
        traits.or_insert_with(|| Value::Object(Map::new()))
    });
    if let Some(Value::Object(traits)) = traits {
        traits.insert(id.to_owned(), value);
    }
}

/// Removes the trait `box`, and `traits` if it becomes empty.
fn remove_box(shape: &mut Value) {
    let Some(shape) = shape.as_object_mut() else {
        return;
    };
    if let Some(Value::Object(traits)) = shape.get_mut("traits")
        && traits.shift_remove(BOX).is_some()
        && traits.is_empty()
    {
        shape.shift_remove("traits");
    }
}
