//! Values as strings in labels, query parameters and headers.

use std::borrow::Cow;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::primitive::Encoder;

/// A value that can be bound to a URI or a header.
pub trait ToHttpString {
    /// Returns the value as a string that is not encoded yet.
    fn to_http_string(&self) -> Cow<'_, str>;
}

/// A member that is bound to a URI or a header.
pub trait Bound {
    /// Returns the member's value as a string, or `None` if it is unset.
    ///
    /// # Errors
    /// If a timestamp is out of range for its format.
    fn to_http_string(&self) -> Result<Option<Cow<'_, str>>, BuildError>;
}

/// A timestamp member with the format of its binding.
#[derive(Debug)]
pub struct Formatted<'a>(pub &'a Option<DateTime>, pub Format);

impl<T: ToHttpString> Bound for Option<T> {
    #[inline]
    fn to_http_string(&self) -> Result<Option<Cow<'_, str>>, BuildError> {
        Ok(self.as_ref().map(T::to_http_string))
    }
}

impl Bound for Formatted<'_> {
    fn to_http_string(&self) -> Result<Option<Cow<'_, str>>, BuildError> {
        match self.0 {
            Some(value) => Ok(Some(Cow::Owned(value.fmt(self.1)?))),
            None => Ok(None),
        }
    }
}

impl ToHttpString for String {
    fn to_http_string(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

macro_rules! encoded {
    ($($type:ty)+) => {$(
        impl ToHttpString for $type {
            fn to_http_string(&self) -> Cow<'_, str> {
                Cow::Owned(Encoder::from(*self).encode().to_owned())
            }
        }
    )+};
}

encoded!(bool i8 i16 i32 i64 f32 f64);

#[cfg(feature = "big-numbers")]
macro_rules! digits {
    ($($type:ident)+) => {$(
        impl ToHttpString for aws_smithy_types::$type {
            fn to_http_string(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.as_ref())
            }
        }
    )+};
}

#[cfg(feature = "big-numbers")]
digits!(BigInteger BigDecimal);
