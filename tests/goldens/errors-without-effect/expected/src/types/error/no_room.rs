// …

/// The error `NoRoom`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The `beds` member.
    pub beds: Option<Vec<String>>,
    /// The member `Message` of the response, which the model does not declare.
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

    /// The member `Message` of the response, which the model does not declare.
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

restjson1_runtime::error_structure! {
    error: NoRoom,
    name: "NoRoom",
    message: optional,
    fields: [beds, message],
}

// …

#[doc(hidden)]
impl http::FromErrorResponse for NoRoom {
    fn from_response(response: &http::ErrorResponse<'_>) -> Self {
        let mut error = Self::empty();
        response.json(&mut error);
        response.default_message(&mut error.message);
        response.move_metadata(&mut error.meta);
        error
    }
}

restjson1_runtime::readable_members! { members: NoRoom { beds: "beds", message: "Message" } }
