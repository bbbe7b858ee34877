//! A last look for prose that the removal did not know of.

use super::FactsError;
use serde_json::{Map, Value};

/// The tags that AWS documentation can hardly do without, and facts have no use for.
const TAGS: [&str; 3] = ["<p>", "<p/>", "<code>"];

/// Refuses a model in which markup remains, naming the shape.
pub(super) fn refuse(model: &Map<String, Value>) -> Result<(), FactsError> {
    let metadata = model.get("metadata").map(|value| ("metadata", value));
    let shapes = model
        .get("shapes")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    for (place, value) in metadata
        .into_iter()
        .chain(shapes.map(|(id, shape)| (id.as_str(), shape)))
    {
        if let Some(path) = find(value) {
            return Err(FactsError::Prose {
                place: place.to_owned(),
                path,
            });
        }
    }
    Ok(())
}

/// The path to the first string with markup.
fn find(value: &Value) -> Option<String> {
    let below = |key: String, value| {
        find(value).map(|path| {
            if path.is_empty() {
                key.clone()
            } else {
                format!("{key}/{path}")
            }
        })
    };
    match value {
        Value::String(text) => TAGS.iter().any(|tag| text.contains(tag)).then(String::new),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .find_map(|(at, value)| below(at.to_string(), value)),
        Value::Object(object) => object
            .iter()
            .find_map(|(key, value)| below(key.clone(), value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
