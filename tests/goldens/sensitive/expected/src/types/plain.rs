// …

/// The structure `Plain`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Plain {
    /// The `secret` member.
    pub secret: Option<String>,
    /// The `open` member.
    pub open: Option<String>,
    /// The `hidden` member.
    pub hidden: Option<types::Hidden>,
    /// The `key` member. Required.
    pub key: aws_smithy_types::Blob,
}

// …

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain")
            .field("secret", &"*** Sensitive Data Redacted ***")
            .field("open", &self.open)
            .field("hidden", &"*** Sensitive Data Redacted ***")
            .field("key", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

/// Builder for [`Plain`](crate::types::Plain).
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PlainBuilder {
    secret: Option<String>,
    open: Option<String>,
    hidden: Option<types::Hidden>,
    key: Option<aws_smithy_types::Blob>,
}

impl fmt::Debug for PlainBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlainBuilder")
            .field("secret", &"*** Sensitive Data Redacted ***")
            .field("open", &self.open)
            .field("hidden", &"*** Sensitive Data Redacted ***")
            .field("key", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

// …
