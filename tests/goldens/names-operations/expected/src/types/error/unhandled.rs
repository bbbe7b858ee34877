// …

/// The error `Unhandled`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UnhandledValue {
    /// The `message` member.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl UnhandledValue {
    /// The `message` member.
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns a builder for `UnhandledValue`.
    #[inline]
    pub fn builder() -> types::error::builders::UnhandledValueBuilder {
        types::error::builders::UnhandledValueBuilder::default()
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
