//! The tests that values survive a round trip through JSON, with the feature `serde`.

use serde_json::Value;

use crate::ir::TypedValue;

/// The test of a type.
#[derive(Clone, Debug)]
pub(crate) struct RoundTrip {
    /// The name of the test function.
    pub(crate) function: String,
    /// The name of the type.
    pub(crate) ty: String,
    /// The module of the type in `operation`; `None` for a type in `types`.
    pub(crate) module: Option<String>,
    /// `true` if values can be compared, which streams cannot.
    pub(crate) is_comparable: bool,
    /// The values, at least one.
    pub(crate) samples: Vec<Sample>,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    /// The value.
    pub(crate) value: TypedValue,
    /// The value in JSON, as on the wire.
    pub(crate) json: Value,
    /// `true` if the value is sensitive or contains sensitive members.
    pub(crate) is_sensitive: bool,
}
