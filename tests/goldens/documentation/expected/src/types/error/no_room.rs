// …

/// No bed is free.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The reason.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl NoRoom {
    /// The reason.
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns a builder for `NoRoom`.
    #[inline]
    pub fn builder() -> types::error::builders::NoRoomBuilder {
        types::error::builders::NoRoomBuilder::default()
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
