//! Why a JSON text could not be read.

use std::fmt;

/// A JSON text that is malformed, or whose values do not fit the shape read from it.
///
/// Neither `Display` nor `Debug` repeats a value, which may be sensitive: they say what was expected,
/// and name the place by line and column.
#[derive(Debug)]
pub struct JsonError(Box<Reason>);

/// Behind a pointer of one word: results of reading then fit into registers.
#[derive(Debug)]
struct Reason(String);

impl JsonError {
    pub(super) fn new(reason: String) -> Self {
        Self(Box::new(Reason(reason)))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the JSON text cannot be read: {}", self.0.0)
    }
}

impl std::error::Error for JsonError {}
