// …

/// The union `Tool`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Tool {
    /// The `name` member.
    Name(String),
    /// The `secret` member.
    Secret(String),
    /// A variant that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

// …

impl fmt::Debug for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(value) => f.debug_tuple("Name").field(value).finish(),
            Self::Secret(_) => {
                f.debug_tuple("Secret")
                    .field(&"*** Sensitive Data Redacted ***")
                    .finish()
            }
            Self::Unknown => f.write_str("Unknown"),
        }
    }
}

// …
