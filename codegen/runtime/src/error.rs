//! The error types that generated code uses, and the shared behavior of its error enums.

use std::any::Any;
use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::request_id::apply_request_id;

pub use aws_smithy_runtime_api::box_error::BoxError;
pub use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
pub use aws_smithy_types::error::ErrorMetadata;
pub use aws_smithy_types::error::metadata::ProvideErrorMetadata;
pub use aws_smithy_types::error::operation::{BuildError, SerializationError};
pub use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
pub use aws_types::request_id::RequestId;

use crate::explain::Source;
use crate::http::ErrorResponse;

/// The error enum of an operation.
///
/// Only generated types implement this trait. It is the only one for the behavior of all of them,
/// because each implementation of a trait costs compile time.
pub trait OperationError:
    StdError
    + CreateUnhandledError
    + ProvideErrorKind
    + ProvideErrorMetadata
    + Send
    + Sync
    + Sized
    + 'static
{
    /// The operation's name in the model.
    const OPERATION: &'static str;

    /// Returns the content of the error.
    fn content(&self) -> Inner<'_>;

    /// Creates an unhandled error.
    fn from_unhandled(content: Unhandled) -> Self;

    /// Reads the error with `code`, or returns `None` if the operation has no such error.
    ///
    /// The response notes a failure to read a member.
    fn from_code(code: &str, response: &ErrorResponse<'_>) -> Option<Self>;
}

/// The content of an unhandled error, such as that of a response that cannot be read.
#[derive(Debug)]
pub struct Unhandled {
    /// The source.
    pub source: Source,
    /// Code, message and request ID.
    pub metadata: ErrorMetadata,
}

/// Returns the metadata of an error: that of the operation's error, or the request ID of a response
/// that could not be received completely.
pub fn metadata<E, R>(error: &SdkError<E, R>) -> ErrorMetadata
where
    E: ProvideErrorMetadata,
    R: fmt::Debug + Any,
{
    let response = match error {
        SdkError::ResponseError(context) => (context.raw() as &dyn Any).downcast_ref(),
        _ => None,
    };
    let response: Option<&HttpResponse> = response;
    match response {
        Some(response) => apply_request_id(ErrorMetadata::builder(), response.headers()).build(),
        None => ProvideErrorMetadata::meta(error).clone(),
    }
}

/// An error that is declared in the model.
///
/// It has no supertraits, because their provided methods would be compiled for each error.
pub trait Modeled {
    /// Returns the error as a trait object.
    fn as_error(&self) -> &(dyn StdError + 'static);

    /// Returns code, message and request ID.
    fn metadata(&self) -> &ErrorMetadata;

    /// Returns the service's message, if a member that the metadata ignores contains it.
    fn text(&self) -> Option<&str> {
        None
    }
}

/// The content of an error enum, on which its trait implementations are based.
#[derive(Clone, Copy)]
pub enum Inner<'a> {
    /// An error that is declared in the model.
    Modeled(&'a dyn Modeled),
    /// Any other error: its source and metadata.
    Unhandled(&'a Source, &'a ErrorMetadata),
}

impl fmt::Debug for Inner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Inner")
    }
}

impl<'a> Inner<'a> {
    /// Returns code, message and request ID.
    pub fn meta(self) -> &'a ErrorMetadata {
        match self {
            Inner::Modeled(error) => error.metadata(),
            Inner::Unhandled(_, meta) => meta,
        }
    }

    /// Returns the source of an operation's error enum: the modeled error, or the source of an
    /// unhandled one.
    pub fn source(self) -> &'a (dyn StdError + 'static) {
        match self {
            Inner::Modeled(error) => error.as_error(),
            Inner::Unhandled(source, _) => source.error(),
        }
    }

    /// Returns the service's message, if a member that the metadata ignores contains it.
    pub(crate) fn text(self) -> Option<&'a str> {
        match self {
            Inner::Modeled(error) => error.text(),
            Inner::Unhandled(..) => None,
        }
    }

    /// Returns the source of the crate's `Error`: that of the modeled error, or of the unhandled one.
    pub fn crate_error_source(self) -> Option<&'a (dyn StdError + 'static)> {
        match self {
            Inner::Modeled(error) => error.as_error().source(),
            Inner::Unhandled(source, _) => Some(source.error()),
        }
    }

    /// Prints the error.
    ///
    /// # Errors
    /// If the formatter fails.
    pub fn fmt(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Inner::Modeled(error) => fmt::Display::fmt(error.as_error(), f),
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

    use super::{ErrorMetadata, Inner, Modeled as _};
    use crate::explain::Source;
    use crate::testing::Error;

    struct Printed<'a>(&'a dyn Fn() -> Inner<'a>);

    impl fmt::Display for Printed<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            (self.0)().fmt(f)
        }
    }

    fn meta(code: &str) -> ErrorMetadata {
        ErrorMetadata::builder().code(code).build()
    }

    #[test]
    fn a_modeled_error_is_the_source_of_an_operations_error() {
        let error = Error::Shy(meta("Shy"));
        let inner = || Inner::Modeled(&error);
        assert_eq!(inner().meta().code(), Some("Shy"));
        assert!(inner().source().is::<Error>());
        assert!(inner().crate_error_source().is_none());
        assert_eq!(Printed(&inner).to_string(), "an error");
    }

    #[test]
    fn the_crate_error_has_the_source_of_a_modeled_error() {
        let error = Error::Unhandled(Source::new("cause"), meta("Shy"));
        assert!(std::ptr::addr_eq(error.as_error(), &raw const error));
        let source = Inner::Modeled(&error)
            .crate_error_source()
            .map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("cause"));
    }

    #[test]
    fn an_unhandled_error_prints_its_code_and_has_a_source() {
        let source = Source::new("cause");
        for (meta, printed) in [
            (meta("Other"), "unhandled error (Other)"),
            (ErrorMetadata::default(), "unhandled error"),
        ] {
            let inner = || Inner::Unhandled(&source, &meta);
            assert_eq!(inner().meta(), &meta);
            assert_eq!(inner().source().to_string(), "cause");
            assert_eq!(
                inner()
                    .crate_error_source()
                    .map(ToString::to_string)
                    .as_deref(),
                Some("cause")
            );
            assert_eq!(Printed(&inner).to_string(), printed);
        }
    }
}
