// …

/// The union `Choice`.
#[deprecated(note = "deprecated by the service")]
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Choice {
    /// The `colour` member.
    #[deprecated(note = "deprecated by the service")]
    Colour(types::Colour),
    /// The `name` member.
    Name(String),
    /// A variant that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

impl Choice {
    /// Returns the value if the variant is [`Colour`](Self::Colour).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[deprecated(note = "deprecated by the service")]
    #[inline]
    pub fn as_colour(&self) -> Result<&types::Colour, &Self> {
        match self {
            Self::Colour(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`Colour`](Self::Colour).
    #[deprecated(note = "deprecated by the service")]
    #[inline]
    pub fn is_colour(&self) -> bool {
        matches!(self, Self::Colour(_))
    }

    /// Returns the value if the variant is [`Name`](Self::Name).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_name(&self) -> Result<&String, &Self> {
        match self {
            Self::Name(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`Name`](Self::Name).
    #[inline]
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Returns `true` if the variant is [`Unknown`](Self::Unknown).
    #[inline]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

// …
