// …

/// The error `NoRoom`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NoRoom {
    /// The `message` member.
    pub message: String,
    /// The `bed` member.
    pub bed: Option<types::Bed>,
    /// The `beds` member.
    pub beds: Option<Vec<types::Bed>>,
    pub(crate) meta: error::ErrorMetadata,
}

impl NoRoom {
    // …

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            message: String::new(),
            bed: None,
            beds: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

// …

impl NoRoom {
    pub(crate) fn read(response: &http::ErrorResponse<'_>) -> Self {
        let mut error = Self::empty();
        response.json(&mut error);
        if error.message.is_empty() {
            error.message = response.message().unwrap_or_default();
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
            "message" => Some(self.message.slot()),
            "bed" => Some(self.bed.slot()),
            "beds" => Some(self.beds.slot()),
            _ => None,
        }
    }
}
