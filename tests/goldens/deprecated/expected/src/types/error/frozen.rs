// …

/// The error `Frozen`.
#[deprecated(note = "See \\[\"Frost\"\\] & \\<Thaw>.")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Frozen {
    /// The member `Message` of the response, which the model does not declare.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

// …
