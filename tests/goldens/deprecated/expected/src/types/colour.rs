// …

/// The enum `Colour`.
///
/// The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to
/// tell unknown values apart.
#[deprecated(note = "Colours come and go.")]
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Colour {
    /// The value `BLUE`.
    Blue,
    /// The value `RED`.
    #[deprecated(note = "Nothing red grows.")]
    Red,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

impl Colour {
    /// Returns the value's string on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Blue => "BLUE",
            Self::Red => "RED",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the strings of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["BLUE", "RED"]
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

// …
