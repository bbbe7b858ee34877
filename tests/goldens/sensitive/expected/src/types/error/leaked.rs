// …

/// The error `Leaked`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Leaked {
    /// The value of `message`.
    pub message: Option<String>,
    /// The value of `secret`.
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
