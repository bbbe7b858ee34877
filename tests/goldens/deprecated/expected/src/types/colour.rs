// …

/// The values of `Colour`.
///
/// More values may come: match on the known ones with a wildcard arm for the rest, and tell
/// unknown values apart by [`as_str`](Self::as_str).
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
    /// The value's text on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Blue => "BLUE",
            Self::Red => "RED",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The texts of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["BLUE", "RED"]
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

// …
