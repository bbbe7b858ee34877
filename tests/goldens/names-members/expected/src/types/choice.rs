// …

/// The union `Choice`.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub enum Choice {
    /// The `a` member.
    A(String),
    /// The `_a` member.
    AValue(String),
    /// The `is_a` member.
    IsA(String),
    /// The `none` member.
    None(String),
    /// The `self` member.
    SelfValue(String),
    /// The `type` member.
    Type(String),
    /// The `unknown` member.
    UnknownValue(String),
    /// The `unknownValue` member.
    UnknownValue__(String),
    /// The `value` member.
    Value(String),
    /// The `_1` member.
    _1(String),
    /// A kind that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

impl Choice {
    /// The value, where it is a [`A`](Self::A).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_a(&self) -> Result<&String, &Self> {
        match self {
            Self::A(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`A`](Self::A).
    #[inline]
    pub fn is_a(&self) -> bool {
        matches!(self, Self::A(_))
    }

    /// The value, where it is a [`AValue`](Self::AValue).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_a_value(&self) -> Result<&String, &Self> {
        match self {
            Self::AValue(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`AValue`](Self::AValue).
    #[inline]
    pub fn is_a_value(&self) -> bool {
        matches!(self, Self::AValue(_))
    }

    /// The value, where it is a [`IsA`](Self::IsA).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_is_a(&self) -> Result<&String, &Self> {
        match self {
            Self::IsA(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`IsA`](Self::IsA).
    #[inline]
    pub fn is_is_a(&self) -> bool {
        matches!(self, Self::IsA(_))
    }

    /// The value, where it is a [`None`](Self::None).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_none(&self) -> Result<&String, &Self> {
        match self {
            Self::None(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`None`](Self::None).
    #[inline]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None(_))
    }

    /// The value, where it is a [`SelfValue`](Self::SelfValue).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_self(&self) -> Result<&String, &Self> {
        match self {
            Self::SelfValue(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`SelfValue`](Self::SelfValue).
    #[inline]
    pub fn is_self(&self) -> bool {
        matches!(self, Self::SelfValue(_))
    }

    /// The value, where it is a [`Type`](Self::Type).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_type(&self) -> Result<&String, &Self> {
        match self {
            Self::Type(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`Type`](Self::Type).
    #[inline]
    pub fn is_type(&self) -> bool {
        matches!(self, Self::Type(_))
    }

    /// The value, where it is a [`UnknownValue`](Self::UnknownValue).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_unknown_value(&self) -> Result<&String, &Self> {
        match self {
            Self::UnknownValue(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`UnknownValue`](Self::UnknownValue).
    #[inline]
    pub fn is_unknown_value(&self) -> bool {
        matches!(self, Self::UnknownValue(_))
    }

    /// The value, where it is a [`UnknownValue__`](Self::UnknownValue__).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_unknown_value_(&self) -> Result<&String, &Self> {
        match self {
            Self::UnknownValue__(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`UnknownValue__`](Self::UnknownValue__).
    #[inline]
    pub fn is_unknown_value_(&self) -> bool {
        matches!(self, Self::UnknownValue__(_))
    }

    /// The value, where it is a [`Value`](Self::Value).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_value(&self) -> Result<&String, &Self> {
        match self {
            Self::Value(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`Value`](Self::Value).
    #[inline]
    pub fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// The value, where it is a [`_1`](Self::_1).
    ///
    /// # Errors
    /// The union itself, where it is of another kind.
    #[inline]
    pub fn as_1(&self) -> Result<&String, &Self> {
        match self {
            Self::_1(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether it is a [`_1`](Self::_1).
    #[inline]
    pub fn is_1(&self) -> bool {
        matches!(self, Self::_1(_))
    }

    /// Whether the kind is one that this version of the crate does not know.
    #[inline]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

// …
