//! JSON texts and values.

use serde_json::{Map, Value};

use crate::Source;
use crate::diagnostics::{Code, Diagnostics};

/// Reads a JSON text; `help` says what text is wanted.
pub(crate) fn json(source: Source<'_>, help: &str) -> Result<Value, Diagnostics> {
    serde_json::from_str(source.text).map_err(|error| {
        let mut found = Diagnostics::about(source.name);
        found.text(Code::Json, format!("the text is not JSON: {error}"), help);
        found
    })
}

/// `value` as an object, where it is one.
pub(crate) fn object(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    let object: Option<&Map<String, Value>> = value.and_then(Value::as_object);
    object.into_iter().flatten()
}
