// …

/// The union `Tool`.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Tool {
    /// The `size` member.
    Size(aws_smithy_types::BigInteger),
    /// The `weight` member.
    Weight(aws_smithy_types::BigDecimal),
    /// A variant that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

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
            Self::Size(value) => out.members(&[("size", value)]),
            Self::Weight(value) => out.members(&[("weight", value)]),
            Self::Unknown => Err(error::SerializationError::unknown_variant("Tool")),
        }
    }
}
