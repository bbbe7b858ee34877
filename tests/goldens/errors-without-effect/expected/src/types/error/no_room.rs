// …

/// The error `NoRoom`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The `beds` member.
    pub beds: Option<Vec<String>>,
    /// The service's message, if it sent one.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl NoRoom {
    /// The `beds` member.
    ///
    /// An unset list gives an empty slice; the field itself is then `None`.
    #[inline]
    pub fn beds(&self) -> &[String] {
        self.beds.as_deref().unwrap_or_default()
    }

    /// The service's message, if it sent one.
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
            beds: None,
            message: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

impl fmt::Debug for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoRoom")
            .field("beds", &self.beds)
            .field("message", &self.message)
            .field("meta", &self.meta)
            .finish()
    }
}

restjson1_runtime::error_structure! { error: NoRoom, name: "NoRoom", message: optional }

// …

impl NoRoom {
    pub(crate) fn read(response: &http::ErrorResponse<'_>) -> Self {
        let mut error = Self::empty();
        response.json(&mut error);
        if error.message.is_none() {
            error.message = response.message();
        }
        error.meta = response.take_metadata();
        error
    }
}

#[doc(hidden)]
impl json::Members for NoRoom {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "beds" => Some(self.beds.slot()),
            "Message" => Some(self.message.slot()),
            _ => None,
        }
    }
}
