// …

/// The values of `Size`.
///
/// More values may come: match on the known ones with a wildcard arm for the rest, and tell
/// unknown values apart by [`as_str`](Self::as_str).
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
    /// The value's text on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::_2ndSize => "2nd-size",
            Self::Small => "small",
            Self::XLarge => "x.large",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The texts of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["2nd-size", "small", "x.large"]
    }

    /// The known value of a text.
    ///
    /// # Errors
    /// When the text is none of [`values`](Self::values).
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
    fn from(text: &str) -> Self {
        match text {
            "2nd-size" => Self::_2ndSize,
            "small" => Self::Small,
            "x.large" => Self::XLarge,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
