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
        let mut object = out.object();
        match self {
            Self::Rake(value) => object.member("rake", value)?,
            Self::Spade(value) => object.member("Spaten", value)?,
            Self::Unknown => {
                return Err(error::SerializationError::unknown_variant("Tool"));
            }
        }
        object.finish();
        Ok(())
    }
}
