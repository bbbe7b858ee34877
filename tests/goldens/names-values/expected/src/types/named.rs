// …

/// The values of `Named`.
///
/// More values may come: match on the known ones with a wildcard arm for the rest, and tell
/// unknown values apart by [`as_str`](Self::as_str).
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Named {
    /// The value ``.
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
    /// The value's text on the wire.
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

    /// The texts of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &["", "-", "a", "b"]
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

impl From<&str> for Named {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "" => Self::Empty,
            "-" => Self::Dash,
            "a" => Self::First,
            "b" => Self::FirstValue,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
