// …

/// `NoRoom` is left at `bed_arn`: see [`Bed`](crate::types::Bed).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The ARN of the full bed.
    ///
    /// Length: at most 128 characters.
    pub bed_arn: Option<String>,
    /// The service's message, if it sent one.
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
            bed_arn: None,
            message: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

impl fmt::Debug for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NoRoom")
            .field("bed_arn", &self.bed_arn)
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
            "bedArn" => Some(self.bed_arn.slot()),
            "Message" => Some(self.message.slot()),
            _ => None,
        }
    }
}
