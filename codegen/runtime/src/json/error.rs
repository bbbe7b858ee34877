//! Why a JSON text could not be read.

use std::fmt;

/// A JSON text that is malformed, or whose values do not fit the shape read from it.
///
/// Neither `Display` nor `Debug` repeats a value, which may be sensitive: they say what was expected,
/// and name the place by line and column.
#[derive(Debug)]
pub struct JsonError(Box<str>);

impl JsonError {
    pub(super) fn not_utf8() -> Self {
        Self("it is not UTF-8".into())
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the JSON text cannot be read: {}", self.0)
    }
}

impl std::error::Error for JsonError {}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        let text = error.to_string();
        // A value of the wrong type is repeated before the comma; no other message repeats one.
        Self(match text.rsplit_once(", expected ") {
            Some((_, expected)) => format!("expected {expected}").into(),
            None => text.into(),
        })
    }
}
