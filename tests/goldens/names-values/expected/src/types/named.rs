// …

/// The enum `Named`.
///
/// The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to
/// tell unknown values apart.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Named {
    /// The value `""`.
    Empty,
    /// The value `-`.
    Dash,
    /// The value `a`.
    First,
    /// The value `b`.
    FirstValue,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

impl Named {
    /// Returns the value's string on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Dash => "-",
            Self::First => "a",
            Self::FirstValue => "b",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the strings of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["", "-", "a", "b"]
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

impl From<&str> for Named {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "" => Self::Empty,
            "-" => Self::Dash,
            "a" => Self::First,
            "b" => Self::FirstValue,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
