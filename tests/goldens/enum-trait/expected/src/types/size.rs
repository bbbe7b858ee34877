// …

/// The enum `Size`.
///
/// The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to
/// tell unknown values apart.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Size {
    /// The value `2nd-size`.
    _2ndSize,
    /// The value `small`.
    Small,
    /// The value `x.large`.
    XLarge,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

impl Size {
    /// Returns the value's string on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::_2ndSize => "2nd-size",
            Self::Small => "small",
            Self::XLarge => "x.large",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the strings of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["2nd-size", "small", "x.large"]
    }

    /// Parses a known value.
    ///
    /// # Errors
    /// Returns an error if the string is none of [`values`](Self::values).
    #[inline]
    pub fn try_parse(value: &str) -> Result<Self, UnknownVariantError> {
        match Self::from(value) {
            Self::Unknown(_) => Err(UnknownVariantError::new(value)),
            known => Ok(known),
        }
    }
}

impl From<&str> for Size {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "2nd-size" => Self::_2ndSize,
            "small" => Self::Small,
            "x.large" => Self::XLarge,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
