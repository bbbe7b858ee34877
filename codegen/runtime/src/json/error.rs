//! The error of reading JSON.

use std::fmt;

use super::path::{Level, path};

/// The error for JSON that is malformed, or whose values do not fit the shape to read.
///
/// `Display` and `Debug` never print a value or a key of a map, which may be sensitive. They print
/// what was expected, the line and column, and the path to the member.
#[derive(Debug)]
pub struct JsonError(Box<Reason>);

/// The message, boxed so that the error is one word and results fit into registers.
#[derive(Debug)]
struct Reason {
    reason: String,
    /// The levels that the error passed through, the innermost first.
    levels: Vec<Level>,
    path: String,
}

impl JsonError {
    pub(super) fn new(reason: String) -> Self {
        Self(Box::new(Reason {
            reason,
            levels: Vec::new(),
            path: String::new(),
        }))
    }

    /// Records that the error passed through a member of a structure or union.
    #[cold]
    pub(super) fn in_member(self) -> Self {
        self.within(Level::Member)
    }

    /// Records that the error passed through an element of a list.
    #[cold]
    pub(super) fn in_element(self) -> Self {
        self.within(Level::Element)
    }

    /// Records that the error passed through an entry of a map.
    #[cold]
    pub(super) fn in_entry(self) -> Self {
        self.within(Level::Entry)
    }

    fn within(mut self, level: Level) -> Self {
        self.0.levels.push(level);
        self
    }

    /// Finds the path to the value that was being read at `offset` of `json`.
    #[cold]
    pub(super) fn at(mut self, json: &str, offset: usize) -> Self {
        self.0.levels.reverse();
        self.0.path = path(json, offset, &self.0.levels);
        self
    }

    /// Returns the path to the value that could not be read, such as `channels[3].latencyMode`; it
    /// is empty if the JSON itself cannot be read.
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read the JSON: {}", self.0.reason)?;
        match self.path() {
            "" => Ok(()),
            path => write!(f, ", in `{path}`"),
        }
    }
}

impl std::error::Error for JsonError {}
