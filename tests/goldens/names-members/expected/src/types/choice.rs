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
    UnknownValue2(String),
    /// The `value` member.
    Value(String),
    /// The `_1` member.
    _1(String),
    /// A variant that this version of the crate does not know. It cannot be sent.
    #[non_exhaustive]
    Unknown,
}

impl Choice {
    /// Returns the value if the variant is [`A`](Self::A).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_a(&self) -> Result<&String, &Self> {
        match self {
            Self::A(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`A`](Self::A).
    #[inline]
    pub fn is_a(&self) -> bool {
        matches!(self, Self::A(_))
    }

    /// Returns the value if the variant is [`AValue`](Self::AValue).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_a_value(&self) -> Result<&String, &Self> {
        match self {
            Self::AValue(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`AValue`](Self::AValue).
    #[inline]
    pub fn is_a_value(&self) -> bool {
        matches!(self, Self::AValue(_))
    }

    /// Returns the value if the variant is [`IsA`](Self::IsA).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_is_a(&self) -> Result<&String, &Self> {
        match self {
            Self::IsA(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`IsA`](Self::IsA).
    #[inline]
    pub fn is_is_a(&self) -> bool {
        matches!(self, Self::IsA(_))
    }

    /// Returns the value if the variant is [`None`](Self::None).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_none(&self) -> Result<&String, &Self> {
        match self {
            Self::None(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`None`](Self::None).
    #[inline]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None(_))
    }

    /// Returns the value if the variant is [`SelfValue`](Self::SelfValue).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_self(&self) -> Result<&String, &Self> {
        match self {
            Self::SelfValue(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`SelfValue`](Self::SelfValue).
    #[inline]
    pub fn is_self(&self) -> bool {
        matches!(self, Self::SelfValue(_))
    }

    /// Returns the value if the variant is [`Type`](Self::Type).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_type(&self) -> Result<&String, &Self> {
        match self {
            Self::Type(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`Type`](Self::Type).
    #[inline]
    pub fn is_type(&self) -> bool {
        matches!(self, Self::Type(_))
    }

    /// Returns the value if the variant is [`UnknownValue`](Self::UnknownValue).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_unknown_value(&self) -> Result<&String, &Self> {
        match self {
            Self::UnknownValue(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`UnknownValue`](Self::UnknownValue).
    #[inline]
    pub fn is_unknown_value(&self) -> bool {
        matches!(self, Self::UnknownValue(_))
    }

    /// Returns the value if the variant is [`UnknownValue2`](Self::UnknownValue2).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_unknown_value_(&self) -> Result<&String, &Self> {
        match self {
            Self::UnknownValue2(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`UnknownValue2`](Self::UnknownValue2).
    #[inline]
    pub fn is_unknown_value_(&self) -> bool {
        matches!(self, Self::UnknownValue2(_))
    }

    /// Returns the value if the variant is [`Value`](Self::Value).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_value(&self) -> Result<&String, &Self> {
        match self {
            Self::Value(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`Value`](Self::Value).
    #[inline]
    pub fn is_value(&self) -> bool {
        matches!(self, Self::Value(_))
    }

    /// Returns the value if the variant is [`_1`](Self::_1).
    ///
    /// # Errors
    /// Returns the union itself if it has another variant.
    #[inline]
    pub fn as_1(&self) -> Result<&String, &Self> {
        match self {
            Self::_1(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Returns `true` if the variant is [`_1`](Self::_1).
    #[inline]
    pub fn is_1(&self) -> bool {
        matches!(self, Self::_1(_))
    }

    /// Returns `true` if the variant is [`Unknown`](Self::Unknown).
    #[inline]
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

// …
