// …

#[doc(hidden)]
impl json::Read for Tool {
    #[inline]
    fn absent() -> Self {
        Self::Unknown
    }

    #[inline]
    fn slot(&mut self) -> json::Slot<'_> {
        json::Slot::union(self)
    }
}

// …

#[doc(hidden)]
impl json::Write for Tool {
    #[inline]
    fn write(&self, out: json::ValueWriter<'_>) -> json::WriteResult {
        match self {
            Self::Rake(value) => out.members(&[("rake", value)]),
            Self::Spade(value) => out.members(&[("Spaten", value)]),
            Self::Unknown => Err(error::SerializationError::unknown_variant("Tool")),
        }
    }
}
