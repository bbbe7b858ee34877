//! The canonical order of a model.
//!
//! Shapes, traits, metadata and lists of targets are sorted, because their order has no meaning.
//! Members keep the order of the model.

use serde_json::{Map, Value};

/// Lists of targets whose order has no meaning.
const TARGETS: [&str; 4] = ["operations", "collectionOperations", "resources", "errors"];

/// Sorts a model.
pub(super) fn sort_model(model: &mut Map<String, Value>) {
    sort_by_rank(model, |key, _| {
        rank_in(&["smithy", "metadata", "shapes"], key)
    });
    if let Some(Value::Object(metadata)) = model.get_mut("metadata") {
        metadata.sort_keys();
    }
    if let Some(Value::Object(shapes)) = model.get_mut("shapes") {
        sort_by_rank(shapes, |_, shape| {
            rank_in(
                &["service", "operation"],
                shape["type"].as_str().unwrap_or_default(),
            )
        });
        shapes
            .values_mut()
            .filter_map(Value::as_object_mut)
            .for_each(sort_shape);
    }
}

fn sort_shape(shape: &mut Map<String, Value>) {
    let first = [
        "type",
        "version",
        "operations",
        "input",
        "output",
        "errors",
        "member",
        "key",
        "value",
        "members",
    ];
    sort_by_rank(shape, |key, _| {
        if key == "traits" {
            usize::MAX
        } else {
            rank_in(&first, key)
        }
    });
    sort_traits(shape);
    for key in TARGETS {
        if let Some(Value::Array(targets)) = shape.get_mut(key) {
            targets.sort_by(|a, b| a["target"].as_str().cmp(&b["target"].as_str()));
        }
    }
    for key in ["member", "key", "value"] {
        shape
            .get_mut(key)
            .and_then(Value::as_object_mut)
            .map(sort_member);
    }
    if let Some(Value::Object(members)) = shape.get_mut("members") {
        members
            .values_mut()
            .filter_map(Value::as_object_mut)
            .for_each(sort_member);
    }
}

fn sort_member(member: &mut Map<String, Value>) {
    sort_by_rank(member, |key, _| {
        if key == "traits" {
            usize::MAX
        } else {
            rank_in(&["target"], key)
        }
    });
    sort_traits(member);
}

fn sort_traits(owner: &mut Map<String, Value>) {
    if let Some(Value::Object(traits)) = owner.get_mut("traits") {
        traits.sort_keys();
    }
}

/// Sorts by rank, and by key within a rank.
fn sort_by_rank(object: &mut Map<String, Value>, rank: impl Fn(&str, &Value) -> usize) {
    let mut entries: Vec<_> = std::mem::take(object)
        .into_iter()
        .map(|(key, value)| (rank(&key, &value), key, value))
        .collect();
    entries.sort_by(|(rank_a, key_a, _), (rank_b, key_b, _)| (rank_a, key_a).cmp(&(rank_b, key_b)));
    object.extend(entries.into_iter().map(|(_, key, value)| (key, value)));
}

/// Returns the index of `key` in `first`; all other keys share the rank after the last one.
fn rank_in(first: &[&str], key: &str) -> usize {
    first
        .iter()
        .position(|ranked| *ranked == key)
        .unwrap_or(first.len())
}
