// …

/// The error `Leaked`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Leaked {
    /// The `message` member.
    pub message: Option<String>,
    /// The `secret` member.
    pub secret: Option<String>,
    pub(crate) meta: error::ErrorMetadata,
}

// …

impl fmt::Debug for Leaked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Leaked")
            .field("message", &"*** Sensitive Data Redacted ***")
            .field("secret", &"*** Sensitive Data Redacted ***")
            .field("meta", &self.meta)
            .finish()
    }
}

// …
