//! Why a JSON text could not be read.

use std::fmt;

/// A JSON text that is malformed, or whose values do not fit the shape read from it.
///
/// `Display` names the place by line and column. It never repeats the value, which may be
/// sensitive.
#[derive(Debug)]
pub struct JsonError(serde_json::Error);

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the JSON text does not fit the expected shape")
    }
}

impl std::error::Error for JsonError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        Self(error)
    }
}
