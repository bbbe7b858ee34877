//! Documents of the text of their JSON.

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};
use serde_json::Value;

/// The document that `json` says.
///
/// # Panics
/// Where `json` is none: it comes from the generator, which has read it.
pub fn document(json: &str) -> Document {
    let value: Value = serde_json::from_str(json).expect("JSON");
    of(value)
}

fn of(value: Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(value),
        Value::Number(number) => Document::Number(match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Number::PosInt(number),
            (None, Some(number)) => Number::NegInt(number),
            (None, None) => Number::Float(number.as_f64().expect("a number")),
        }),
        Value::String(text) => Document::String(text),
        Value::Array(values) => Document::Array(values.into_iter().map(of).collect()),
        Value::Object(values) => {
            let values = values.into_iter().map(|(name, value)| (name, of(value)));
            Document::Object(values.collect::<HashMap<_, _>>())
        }
    }
}
