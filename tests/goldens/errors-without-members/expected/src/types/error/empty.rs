// …

/// The error `Empty`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Empty {
    /// The member `Message` of the response, which the model does not declare.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl Empty {
    /// The member `Message` of the response, which the model does not declare.
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

restjson1_runtime::error_structure! {
    error: Empty,
    name: "Empty",
    message: optional,
    fields: [message],
}

// …

#[doc(hidden)]
impl http::FromErrorResponse for Empty {
    fn from_response(response: &http::ErrorResponse<'_>) -> Self {
        let mut error = Self::empty();
        response.json(&mut error);
        response.default_message(&mut error.message);
        response.move_metadata(&mut error.meta);
        error
    }
}

restjson1_runtime::readable_members! { members: Empty { message: "Message" } }
