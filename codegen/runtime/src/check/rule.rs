//! Rules for values.

use std::fmt;

/// A rule for a value.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// The member must be set.
    Required,
    /// The length must be in these bounds: characters, bytes, items or entries.
    Length {
        /// The least length.
        min: u64,
        /// The greatest length; `None` if any is allowed.
        max: Option<u64>,
    },
    /// The integer must be in these bounds.
    Range {
        /// The least value; `None` if any is allowed.
        min: Option<i64>,
        /// The greatest value; `None` if any is allowed.
        max: Option<i64>,
    },
    /// The floating-point number must be in these bounds.
    FloatRange {
        /// The least value; `None` if any is allowed.
        min: Option<f64>,
        /// The greatest value; `None` if any is allowed.
        max: Option<f64>,
    },
    /// The string must match this pattern.
    Pattern(&'static str),
    /// The items must differ; the value is the first one that equals an earlier one.
    UniqueItems,
    /// The string must have at most this many bytes in UTF-8.
    MaxBytes(u64),
    /// At most one of these members may be set.
    AtMostOne(&'static [&'static str]),
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => f.write_str("must be set"),
            Self::Length { min, max } => interval(f, "must have a length of ", Some(min), *max),
            Self::Range { min, max } => interval(f, "must be ", min.as_ref(), *max),
            Self::FloatRange { min, max } => interval(f, "must be ", min.as_ref(), *max),
            Self::Pattern(pattern) => write!(f, "must match the pattern `{pattern}`"),
            Self::UniqueItems => f.write_str("must not equal an earlier item"),
            Self::MaxBytes(max) => write!(f, "must have at most {max} bytes in UTF-8"),
            Self::AtMostOne(names) => {
                write!(f, "at most one of `{}` may be set", names.join("`, `"))
            }
        }
    }
}

fn interval<T: fmt::Display + PartialEq>(
    f: &mut fmt::Formatter<'_>,
    start: &str,
    min: Option<&T>,
    max: Option<T>,
) -> fmt::Result {
    f.write_str(start)?;
    match (min, max) {
        (Some(min), Some(max)) if *min == max => write!(f, "exactly {min}"),
        (Some(min), Some(max)) => write!(f, "{min} to {max}"),
        (Some(min), None) => write!(f, "at least {min}"),
        (None, Some(max)) => write!(f, "at most {max}"),
        (None, None) => f.write_str("any value"),
    }
}
