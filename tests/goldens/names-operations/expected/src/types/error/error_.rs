// …

/// The error `Error`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// The `message` member.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl Error {
    /// The `message` member.
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns a builder for `Error`.
    #[inline]
    pub fn builder() -> types::error::builders::ErrorBuilder {
        types::error::builders::ErrorBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            message: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

// …
