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
