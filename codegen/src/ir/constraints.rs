//! Constraints of values.

use std::fmt;

use serde_json::Number;

/// The constraints of a value, which a member or the shape that it targets states.
///
/// Required-ness is in [`Member`](super::Member), and the values of enums are in
/// [`Enum`](super::Enum).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// The bounds of a number.
    pub range: Option<Bounds<Number>>,
    /// The bounds of a length: characters of a string, bytes of a blob, elements of a list, entries
    /// of a map.
    pub length: Option<Bounds<u64>>,
    /// The regular expression that a part of the string must match, in ECMA 262's syntax.
    pub pattern: Option<String>,
    /// `true` if the elements of the list must differ.
    pub unique_items: bool,
    /// The names and values of an integer enum, in the model's order; empty for other types.
    pub numbers: Vec<(String, i32)>,
    /// The constraints of each element of a list or each value of a map; `None` if there are none.
    pub element: Option<Box<Constraints>>,
    /// The constraints of each key of a map; `None` if there are none.
    pub key: Option<Box<Constraints>>,
}

impl Constraints {
    /// Returns the constraints; `None` if there are none.
    pub fn non_empty(self) -> Option<Self> {
        (self != Self::default()).then_some(self)
    }
}

/// The bounds of a value, inclusive; at least one is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Bounds<T> {
    /// The least value.
    pub min: Option<T>,
    /// The greatest value.
    pub max: Option<T>,
}

impl<T> Bounds<T> {
    /// Returns the bounds; `None` if neither is set.
    pub fn new(min: Option<T>, max: Option<T>) -> Option<Self> {
        (min.is_some() || max.is_some()).then_some(Self { min, max })
    }
}

impl<T: fmt::Display + PartialEq> fmt::Display for Bounds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.min, &self.max) {
            (Some(min), Some(max)) if min == max => write!(f, "exactly {min}"),
            (Some(min), Some(max)) => write!(f, "{min} to {max}"),
            (Some(min), None) => write!(f, "at least {min}"),
            (None, Some(max)) => write!(f, "at most {max}"),
            (None, None) => Ok(()),
        }
    }
}
