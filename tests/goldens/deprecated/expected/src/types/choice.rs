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
    /// A kind that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

impl Choice {
    /// The value, where it is a [`Colour`](Self::Colour).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[deprecated(note = "deprecated by the service")]
    #[inline]
    pub fn as_colour(&self) -> Result<&types::Colour, &Self> {
        match self {
            Self::Colour(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`Colour`](Self::Colour).
    #[deprecated(note = "deprecated by the service")]
    #[inline]
    pub fn is_colour(&self) -> bool {
        matches!(self, Self::Colour(_))
    }

    /// The value, where it is a [`Name`](Self::Name).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_name(&self) -> Result<&String, &Self> {
        match self {
            Self::Name(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`Name`](Self::Name).
    #[inline]
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Whether the kind is one that this version of the crate does not know.
    #[inline]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

// …
