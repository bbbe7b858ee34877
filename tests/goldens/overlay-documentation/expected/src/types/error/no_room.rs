// …

/// `NoRoom` is left at `bed_arn`: see [`Bed`](crate::types::Bed).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The ARN of the full bed.
    ///
    /// Length: at most 128 characters.
    pub bed_arn: Option<String>,
    /// The member `Message` of the response, which the model does not declare.
    pub message: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

impl NoRoom {
    /// The ARN of the full bed.
    ///
    /// Length: at most 128 characters.
    #[inline]
    pub fn bed_arn(&self) -> Option<&str> {
        self.bed_arn.as_deref()
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
            bed_arn: None,
            message: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

restjson1_runtime::error_structure! {
    error: NoRoom,
    name: "NoRoom",
    message: optional,
    fields: [bed_arn, message],
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

restjson1_runtime::readable_members! { members: NoRoom { bed_arn: "bedArn", message: "Message" } }
