// …

/// The values of `None`.
///
/// More values may come: match on the known ones with a wildcard arm for the rest, and tell
/// unknown values apart by [`as_str`](Self::as_str).
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum None {
    /// The value `None`.
    None,
    /// The value `Ok`.
    Ok,
    /// The value `SOME`.
    Some,
    /// The value `Unknown`.
    UnknownValue,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

impl None {
    /// The value's text on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "None",
            Self::Ok => "Ok",
            Self::Some => "SOME",
            Self::UnknownValue => "Unknown",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// The texts of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["None", "Ok", "SOME", "Unknown"]
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

impl From<&str> for None {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "None" => Self::None,
            "Ok" => Self::Ok,
            "SOME" => Self::Some,
            "Unknown" => Self::UnknownValue,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
