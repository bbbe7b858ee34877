//! The types of errors that generated code names, and what its error enums have in common.

use std::error::Error as StdError;
use std::fmt;

pub use aws_smithy_runtime_api::box_error::BoxError;
pub use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
pub use aws_smithy_types::error::ErrorMetadata;
pub use aws_smithy_types::error::metadata::ProvideErrorMetadata;
pub use aws_smithy_types::error::operation::{BuildError, SerializationError};
pub use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
pub use aws_types::request_id::RequestId;

/// An error that the model declares.
pub trait Modeled: StdError + ProvideErrorMetadata + 'static {
    /// The error, for `source`.
    fn as_error(&self) -> &(dyn StdError + 'static);
}

impl<T: StdError + ProvideErrorMetadata + 'static> Modeled for T {
    fn as_error(&self) -> &(dyn StdError + 'static) {
        self
    }
}

/// What is in an error enum: the one look into it that its traits share.
pub enum Inner<'a> {
    /// An error that the model declares.
    Modeled(&'a dyn Modeled),
    /// Any other.
    Unhandled(&'a BoxError, &'a ErrorMetadata),
}

impl fmt::Debug for Inner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Inner")
    }
}

impl<'a> Inner<'a> {
    /// Code, message and request id.
    pub fn meta(self) -> &'a ErrorMetadata {
        match self {
            Inner::Modeled(error) => error.meta(),
            Inner::Unhandled(_, meta) => meta,
        }
    }

    /// The error itself, or what led to an unhandled one.
    pub fn source(self) -> &'a (dyn StdError + 'static) {
        match self {
            Inner::Modeled(error) => error.as_error(),
            Inner::Unhandled(source, _) => &**source,
        }
    }

    /// The cause of the error, or what led to an unhandled one.
    pub fn cause(self) -> Option<&'a (dyn StdError + 'static)> {
        match self {
            Inner::Modeled(error) => error.as_error().source(),
            Inner::Unhandled(source, _) => Some(&**source),
        }
    }

    /// Prints the error.
    ///
    /// # Errors
    /// As the formatter's.
    pub fn fmt(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Inner::Modeled(error) => fmt::Display::fmt(error, f),
            Inner::Unhandled(_, meta) => match meta.code() {
                Some(code) => write!(f, "unhandled error ({code})"),
                None => f.write_str("unhandled error"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;

    use super::{BoxError, ErrorMetadata, Inner, Modeled};
    use crate::testing::Error;

    struct Shown<'a>(&'a dyn Fn() -> Inner<'a>);

    impl fmt::Display for Shown<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            (self.0)().fmt(f)
        }
    }

    fn meta(code: &str) -> ErrorMetadata {
        ErrorMetadata::builder().code(code).build()
    }

    #[test]
    fn a_modeled_error_speaks_for_itself() {
        let error = Error::Shy(meta("Shy"));
        let inner = || Inner::Modeled(&error);
        assert_eq!(inner().meta().code(), Some("Shy"));
        assert!(inner().source().is::<Error>());
        assert!(inner().cause().is_none());
        assert_eq!(Shown(&inner).to_string(), "an error");

        let error = Error::Unhandled("why".into(), meta("Shy"));
        assert!(std::ptr::addr_eq(error.as_error(), &raw const error));
        let cause = Inner::Modeled(&error).cause().map(ToString::to_string);
        assert_eq!(cause.as_deref(), Some("why"));
    }

    #[test]
    fn an_unhandled_error_shows_its_code_and_what_led_to_it() {
        let source = BoxError::from("why");
        for (meta, shown) in [
            (meta("Other"), "unhandled error (Other)"),
            (ErrorMetadata::default(), "unhandled error"),
        ] {
            let inner = || Inner::Unhandled(&source, &meta);
            assert_eq!(inner().meta(), &meta);
            assert_eq!(inner().source().to_string(), "why");
            assert_eq!(
                inner().cause().map(ToString::to_string).as_deref(),
                Some("why")
            );
            assert_eq!(Shown(&inner).to_string(), shown);
        }
    }
}
