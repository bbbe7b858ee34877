// …

/// The structure `Hidden`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Hidden {
    /// The `name` member.
    pub name: Option<String>,
    /// The `pin` member.
    pub pin: Option<i32>,
}

// …

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hidden")
            .field("name", &"*** Sensitive Data Redacted ***")
            .field("pin", &"*** Sensitive Data Redacted ***")
            .finish()
    }
}

/// Builder for [`Hidden`](crate::types::Hidden).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HiddenBuilder {
    pub(crate) value: Hidden,
}

// …
