//! Looks into JSON values.

use serde_json::{Map, Value};

/// `value` as an object, where it is one.
pub(crate) fn object(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    let object: Option<&Map<String, Value>> = value.and_then(Value::as_object);
    object.into_iter().flatten()
}
