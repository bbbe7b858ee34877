// …

/// The error `Busy`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Busy {
    /// The `message` member.
    pub message: Option<String>,
    /// The `wait` member.
    pub wait: Option<i32>,
    pub(crate) meta: error::ErrorMetadata,
}

impl Busy {
    /// The `message` member.
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The `wait` member.
    #[inline]
    pub fn wait(&self) -> Option<i32> {
        self.wait
    }

    /// Returns a builder for `Busy`.
    #[inline]
    pub fn builder() -> types::error::builders::BusyBuilder {
        types::error::builders::BusyBuilder::default()
    }

    #[inline]
    pub(crate) fn empty() -> Self {
        Self {
            message: None,
            wait: None,
            meta: error::ErrorMetadata::default(),
        }
    }
}

restjson1_runtime::error_structure! {
    error: Busy,
    name: "Busy",
    message: optional,
    fields: [message, wait],
}

// …

#[doc(hidden)]
impl http::FromErrorResponse for Busy {
    fn from_response(response: &http::ErrorResponse<'_>) -> Self {
        let mut error = Self::empty();
        response.json(&mut error);
        error.wait = response.note(response.response().parsed_header("X-Wait", "wait"));
        response.default_message(&mut error.message);
        response.move_metadata(&mut error.meta);
        error
    }
}

restjson1_runtime::readable_members! { members: Busy { message: "message" } }
