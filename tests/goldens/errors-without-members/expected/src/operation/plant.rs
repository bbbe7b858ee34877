// …

#[doc(hidden)]
impl operation::Operation for Plant {
    // …

    #[inline]
    fn read_error(
        code: &str,
        response: &http::ErrorResponse<'_>,
    ) -> Option<Self::Error> {
        let error = match code {
            "Empty" => PlantError::Empty(types::error::Empty::read(response)),
            _ => return None,
        };
        Some(error)
    }

    // …
}

// …

/// Error of `Plant`.
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
    #[inline]
    fn inner(&self) -> error::Inner<'_> {
        match self {
            Self::Empty(inner) => error::Inner::Modeled(inner),
            Self::Unhandled(inner) => inner.inner(),
        }
    }

    /// Returns `true` if the error is [`Empty`](Self::Empty).
    #[inline]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty(_))
    }
}

restjson1_runtime::error_enum! { error: PlantError, operation: "Plant" }
