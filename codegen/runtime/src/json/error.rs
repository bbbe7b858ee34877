//! The error of reading JSON.

use std::fmt;

/// The error for JSON that is malformed, or whose values do not fit the shape to read.
///
/// `Display` and `Debug` never print a value, which may be sensitive. They print what was expected,
/// and the line and column.
#[derive(Debug)]
pub struct JsonError(Box<Reason>);

/// The message, boxed so that the error is one word and results fit into registers.
#[derive(Debug)]
struct Reason(String);

impl JsonError {
    pub(super) fn new(reason: String) -> Self {
        Self(Box::new(Reason(reason)))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read the JSON: {}", self.0.0)
    }
}

impl std::error::Error for JsonError {}
