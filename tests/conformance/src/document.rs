//! Documents from JSON.

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};
use serde_json::Value;

/// Parses `json` into a document.
///
/// # Panics
/// Panics if `json` is invalid; the generator writes only valid JSON.
pub fn document(json: &str) -> Document {
    let value: Value = serde_json::from_str(json).expect("JSON");
    from_value(value)
}

fn from_value(value: Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(value),
        Value::Number(number) => Document::Number(match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Number::PosInt(number),
            (None, Some(number)) => Number::NegInt(number),
            (None, None) => Number::Float(number.as_f64().expect("a number")),
        }),
        Value::String(string) => Document::String(string),
        Value::Array(values) => Document::Array(values.into_iter().map(from_value).collect()),
        Value::Object(values) => {
            let values = values
                .into_iter()
                .map(|(name, value)| (name, from_value(value)));
            Document::Object(values.collect::<HashMap<_, _>>())
        }
    }
}
