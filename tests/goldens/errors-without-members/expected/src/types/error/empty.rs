// …

/// The error `Empty`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Empty {
    /// The service's message, if it sent one.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl Empty {
    /// The service's message, if it sent one.
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns a builder for `Empty`.
    #[inline]
    pub fn builder() -> types::error::builders::EmptyBuilder {
        types::error::builders::EmptyBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            message: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

impl fmt::Debug for Empty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Empty")
            .field("message", &self.message)
            .field("meta", &self.meta)
            .finish()
    }
}

restjson1_runtime::error_structure! { error: Empty, name: "Empty", message: optional }

// …

impl Empty {
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
impl json::Members for Empty {
    #[inline]
    fn member(&mut self, name: &str) -> Option<json::Slot<'_>> {
        use json::Read as _;
        match name {
            "Message" => Some(self.message.slot()),
            _ => None,
        }
    }
}
