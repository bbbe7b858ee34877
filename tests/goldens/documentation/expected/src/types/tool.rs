// …

/// A tool.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Tool {
    /// By hand.
    None,
    /// For digging.
    Spade(String),
    /// A variant that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

impl Tool {
    /// Returns the value if the variant is [`None`](Self::None).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_none(&self) -> Result<(), &Self> {
        match self {
            Self::None => Ok(()),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`None`](Self::None).
    #[inline]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// Returns the value if the variant is [`Spade`](Self::Spade).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_spade(&self) -> Result<&String, &Self> {
        match self {
            Self::Spade(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`Spade`](Self::Spade).
    #[inline]
    pub fn is_spade(&self) -> bool {
        matches!(self, Self::Spade(_))
    }

    /// Returns `true` if the variant is [`Unknown`](Self::Unknown).
    #[inline]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

// …
