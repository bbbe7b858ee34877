// …

/// The enum `Old`.
///
/// The service may add values: match with a wildcard arm, and use [`as_str`](Self::as_str) to
/// tell unknown values apart.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Old {
    /// The value `*.star`.
    Star,
    /// The value `1080p`.
    _1080p,
    /// The value `2`.
    _2,
    /// The value `Ab`.
    AbValue,
    /// The value `Self`.
    SelfValue_,
    /// The value `UnknownValue`.
    UnknownValue_,
    /// The value `a-b`.
    AB,
    /// The value `aB`.
    ABValue,
    /// The value `a_b`.
    ABValue_,
    /// The value `ab`.
    Ab,
    /// The value `aws:kms`.
    AwsKms,
    /// The value `none`.
    None,
    /// The value `self`.
    SelfValue,
    /// The value `type`.
    Type,
    /// The value `unknown`.
    UnknownValue,
    /// A value that this version of the crate does not know.
    #[deprecated(
        note = "match unknown values with a wildcard arm and `as_str`; later versions may add variants"
    )]
    Unknown(UnknownVariantValue),
}

impl Old {
    /// Returns the value's string on the wire.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Star => "*.star",
            Self::_1080p => "1080p",
            Self::_2 => "2",
            Self::AbValue => "Ab",
            Self::SelfValue_ => "Self",
            Self::UnknownValue_ => "UnknownValue",
            Self::AB => "a-b",
            Self::ABValue => "aB",
            Self::ABValue_ => "a_b",
            Self::Ab => "ab",
            Self::AwsKms => "aws:kms",
            Self::None => "none",
            Self::SelfValue => "self",
            Self::Type => "type",
            Self::UnknownValue => "unknown",
            Self::Unknown(value) => value.as_str(),
        }
    }

    /// Returns the strings of the known values, sorted.
    #[inline]
    pub const fn values() -> &'static [&'static str] {
        &[
            "*.star",
            "1080p",
            "2",
            "Ab",
            "Self",
            "UnknownValue",
            "a-b",
            "aB",
            "a_b",
            "ab",
            "aws:kms",
            "none",
            "self",
            "type",
            "unknown",
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

impl From<&str> for Old {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "*.star" => Self::Star,
            "1080p" => Self::_1080p,
            "2" => Self::_2,
            "Ab" => Self::AbValue,
            "Self" => Self::SelfValue_,
            "UnknownValue" => Self::UnknownValue_,
            "a-b" => Self::AB,
            "aB" => Self::ABValue,
            "a_b" => Self::ABValue_,
            "ab" => Self::Ab,
            "aws:kms" => Self::AwsKms,
            "none" => Self::None,
            "self" => Self::SelfValue,
            "type" => Self::Type,
            "unknown" => Self::UnknownValue,
            other => Self::Unknown(UnknownVariantValue::new(other)),
        }
    }
}

// …
