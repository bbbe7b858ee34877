// …

/// The error `Frozen`.
#[deprecated(note = "See [\"Frost\"] & <Thaw>.")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Frozen {
    /// The message that the service gave, if any.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

// …
