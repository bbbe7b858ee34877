// …

/// Error of [`Plant`](crate::client::Client::plant).
#[derive(Debug)]
#[non_exhaustive]
pub enum PlantError {
    /// The error `Empty`.
    Empty(types::error::Empty),
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

impl PlantError {
    /// Returns `true` if the error is [`Empty`](Self::Empty).
    #[inline]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty(_))
    }
}

restjson1_runtime::error_enum! { error: PlantError, operation: "Plant", variants: [Empty("Empty")] }
