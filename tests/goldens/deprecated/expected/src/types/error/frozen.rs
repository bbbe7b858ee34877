// …

/// The error `Frozen`.
#[deprecated(note = "See \\[\"Frost\"\\] & \\<Thaw>.")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Frozen {
    /// The service's message, if it sent one.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

// …
