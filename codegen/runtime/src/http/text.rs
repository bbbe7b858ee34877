//! Values as the text of a label, a query parameter or a header.

use std::borrow::Cow;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::primitive::Encoder;

/// A value that can stand in a URI or a header.
pub trait HttpText {
    /// The value's text, not yet encoded.
    fn http_text(&self) -> Cow<'_, str>;
}

/// A member as a binding takes it.
pub trait Bound {
    /// The member's text, or `None` where it is unset.
    ///
    /// # Errors
    /// When a timestamp lies outside of what its format can say.
    fn text(&self) -> Result<Option<Cow<'_, str>>, BuildError>;
}

/// A timestamp member with the format that its binding gives it.
#[derive(Debug)]
pub struct Formatted<'a>(pub &'a Option<DateTime>, pub Format);

impl<T: HttpText> Bound for Option<T> {
    #[inline]
    fn text(&self) -> Result<Option<Cow<'_, str>>, BuildError> {
        Ok(self.as_ref().map(T::http_text))
    }
}

impl Bound for Formatted<'_> {
    fn text(&self) -> Result<Option<Cow<'_, str>>, BuildError> {
        match self.0 {
            Some(value) => Ok(Some(Cow::Owned(value.fmt(self.1)?))),
            None => Ok(None),
        }
    }
}

impl HttpText for String {
    fn http_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

macro_rules! encoded {
    ($($type:ty)+) => {$(
        impl HttpText for $type {
            fn http_text(&self) -> Cow<'_, str> {
                Cow::Owned(Encoder::from(*self).encode().to_owned())
            }
        }
    )+};
}

encoded!(bool i8 i16 i32 i64 f32 f64);
