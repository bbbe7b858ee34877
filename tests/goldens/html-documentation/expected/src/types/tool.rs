// …

/// The tool that [`Plant`](crate::client::Client::plant) uses.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Tool {
    /// By hand.
    None,
    /// For ``` ``digging`` ```.
    Spade(String),
    /// A kind that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

impl Tool {
    /// The value, where it is a [`None`](Self::None).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_none(&self) -> Result<(), &Self> {
        match self {
            Self::None => Ok(()),
            _ => Err(self),
        }
    }

    /// Whether it is a [`None`](Self::None).
    #[inline]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// The value, where it is a [`Spade`](Self::Spade).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_spade(&self) -> Result<&String, &Self> {
        match self {
            Self::Spade(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`Spade`](Self::Spade).
    #[inline]
    pub fn is_spade(&self) -> bool {
        matches!(self, Self::Spade(_))
    }

    /// Whether the kind is one that this version of the crate does not know.
    #[inline]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

// …
