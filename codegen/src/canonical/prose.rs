//! Removes documentation from a model.
//!
//! The order of keys is kept (`shift_remove` and `retain`, not `remove`, which swaps), because the
//! order of members has a meaning.

use serde_json::{Map, Value};

use crate::ast::ids;

/// Traits that are only documentation.
const TRAITS: [&str; 4] = [
    ids::ACTION_PERMISSION_DESCRIPTION,
    ids::DOCUMENTATION,
    ids::EXAMPLES,
    ids::EXTERNAL_DOCUMENTATION,
];

/// Paths to documentation inside of traits with other contents.
///
/// `*` matches all elements of a list or values of an object. An id that ends in `#` matches all
/// traits of a namespace.
const PATHS: [(&str, &str); 15] = [
    (ids::DEFINE_CONDITION_KEYS, "*/documentation"),
    (ids::DEFINE_CONDITION_KEYS, "*/externalDocumentation"),
    (ids::IAM_ACTION, "documentation"),
    (ids::DEPRECATED, "message"),
    (ids::ENUM, "*/documentation"),
    (ids::CLIENT_CONTEXT_PARAMS, "*/documentation"),
    (ids::ENDPOINT_BDD, "conditions/*/documentation"),
    (ids::ENDPOINT_BDD, "parameters/*/deprecated/message"),
    (ids::ENDPOINT_BDD, "parameters/*/documentation"),
    (ids::ENDPOINT_BDD, "results/*/documentation"),
    (ids::ENDPOINT_RULE_SET, "parameters/*/deprecated/message"),
    (ids::ENDPOINT_RULE_SET, "parameters/*/documentation"),
    (ids::ENDPOINT_TESTS, "testCases/*/documentation"),
    ("smithy.test#", "*/documentation"),
    (ids::WAITABLE, "*/documentation"),
];

/// Removes documentation from all shapes, and apply statements that only apply documentation.
pub(super) fn remove(shapes: &mut Map<String, Value>) {
    for (_, shape) in shapes.iter_mut() {
        let Value::Object(shape) = shape else {
            continue;
        };
        remove_from_traits(shape);
        for key in ["member", "key", "value"] {
            shape
                .get_mut(key)
                .and_then(Value::as_object_mut)
                .map(remove_from_traits);
        }
        for (_, member) in shape
            .get_mut("members")
            .and_then(Value::as_object_mut)
            .into_iter()
            .flatten()
        {
            member.as_object_mut().map(remove_from_traits);
        }
    }
    shapes.retain(|_, shape| shape["type"] != "apply" || shape.get("traits").is_some());
}

/// Removes documentation from the traits of a shape or member, and `traits` if it becomes empty.
fn remove_from_traits(owner: &mut Map<String, Value>) {
    let Some(Value::Object(traits)) = owner.get_mut("traits") else {
        return;
    };
    traits.retain(|id, _| !TRAITS.contains(&id.as_str()));
    for (id, value) in traits.iter_mut() {
        for (pattern, path) in PATHS {
            if id == pattern || pattern.ends_with('#') && id.starts_with(pattern) {
                remove_at(value, path);
            }
        }
        if id == ids::ENDPOINT_RULE_SET {
            remove_from_rules(value);
        }
    }
    if traits.is_empty() {
        owner.shift_remove("traits");
    }
}

/// Removes the last key of `path` from all values that the rest of the path matches.
fn remove_at(value: &mut Value, path: &str) {
    let Some((key, rest)) = path.split_once('/') else {
        value
            .as_object_mut()
            .map(|object| object.shift_remove(path));
        return;
    };
    match value {
        Value::Object(object) if key == "*" => {
            object.values_mut().for_each(|value| remove_at(value, rest));
        }
        Value::Array(list) if key == "*" => {
            list.iter_mut().for_each(|value| remove_at(value, rest));
        }
        Value::Object(object) => {
            if let Some(value) = object.get_mut(key) {
                remove_at(value, rest);
            }
        }
        _ => {}
    }
}

/// Removes documentation from rules at any depth; properties of their endpoints are kept.
fn remove_from_rules(tree: &mut Value) {
    for rule in tree
        .get_mut("rules")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        remove_at(rule, "documentation");
        remove_at(rule, "conditions/*/documentation");
        remove_from_rules(rule);
    }
}
