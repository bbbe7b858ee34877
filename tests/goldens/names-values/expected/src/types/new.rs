// …

/// The enum `New`.
///
/// The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to
/// tell unknown values apart.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum New {
    /// The value `"quotes" and \ and é`.
    Spaced,
    /// The value `FULL_HD`.
    FullHd,
    /// The value `FullHd`.
    FullHdValue,
    /// The value `UNKNOWN_VALUE`.
    UnknownValue_,
    /// The value `Unknown`.
    UnknownValue,
    /// The value `_1080P`.
    _1080P,
    /// The value `self`.
    SelfValue,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

impl New {
    /// Returns the value's string on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Spaced => "\"quotes\" and \\ and é",
            Self::FullHd => "FULL_HD",
            Self::FullHdValue => "FullHd",
            Self::UnknownValue_ => "UNKNOWN_VALUE",
            Self::UnknownValue => "Unknown",
            Self::_1080P => "_1080P",
            Self::SelfValue => "self",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the strings of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &[
            "\"quotes\" and \\ and é",
            "FULL_HD",
            "FullHd",
            "UNKNOWN_VALUE",
            "Unknown",
            "_1080P",
            "self",
        ]
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

impl From<&str> for New {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "\"quotes\" and \\ and é" => Self::Spaced,
            "FULL_HD" => Self::FullHd,
            "FullHd" => Self::FullHdValue,
            "UNKNOWN_VALUE" => Self::UnknownValue_,
            "Unknown" => Self::UnknownValue,
            "_1080P" => Self::_1080P,
            "self" => Self::SelfValue,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
