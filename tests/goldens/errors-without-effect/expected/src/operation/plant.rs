// …

/// Error of [`Plant`](crate::client::Client::plant).
#[derive(Debug)]
#[non_exhaustive]
pub enum PlantError {
    /// The error `NoRoom`.
    NoRoom(types::error::NoRoom),
    /// An error that the operation does not declare, or a response that cannot be parsed.
    #[deprecated(
        note = "match it with a wildcard arm and use `code()`; later versions may add variants"
    )]
    Unhandled(Unhandled),
}

impl PlantError {
    /// Returns `true` if the error is [`NoRoom`](Self::NoRoom).
    #[inline]
    pub fn is_no_room(&self) -> bool {
        matches!(self, Self::NoRoom(_))
    }
}

restjson1_runtime::error_enum! {
    error: PlantError,
    operation: "Plant",
    variants: [NoRoom("NoRoom")],
}
