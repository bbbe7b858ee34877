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
    /// The place of the type in the client.
    pub(crate) place: Place,
    /// `true` if values can be compared, which streams cannot.
    pub(crate) is_comparable: bool,
    /// The values, at least one.
    pub(crate) samples: Vec<Sample>,
}

/// The place of a type in the client.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// The input of the operation in this module.
    Input(String),
    /// The output of the operation in this module.
    Output(String),
    /// The module `types`.
    Types,
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
