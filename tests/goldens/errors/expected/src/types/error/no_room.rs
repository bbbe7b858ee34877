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

#[doc(hidden)]
impl http::FromErrorResponse for NoRoom {
    fn from_response(response: &http::ErrorResponse<'_>) -> Self {
        let mut error = Self::empty();
        response.json(&mut error);
        if error.message.is_empty() {
            error.message = response.message().unwrap_or_default();
        }
        response.move_metadata(&mut error.meta);
        error
    }
}

restjson1_runtime::readable_members! {
    members: NoRoom {
        message: "message",
        bed: "bed",
        beds: "beds",
    },
}
