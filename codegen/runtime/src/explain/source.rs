//! The source of an unhandled error.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;

use super::{Explain as _, Failure};
use crate::error::{BoxError, OperationError};

/// The source of an unhandled error. It prints like the source.
pub struct Source {
    error: BoxError,
    failure: Option<FailureOf>,
}

/// Returns the failure if the error has the expected type.
type FailureOf = for<'a> fn(&'a (dyn StdError + 'static)) -> Option<Failure<'a>>;

impl Source {
    /// Creates a source from any error.
    pub fn new(error: impl Into<BoxError>) -> Self {
        Self {
            error: error.into(),
            failure: None,
        }
    }

    /// Creates a source from an error that may be the `SdkError` of an operation with the error `E`.
    pub fn of_call<E: OperationError>(error: BoxError) -> Self {
        Self {
            error,
            failure: Some(|error| {
                let error: &SdkError<E, HttpResponse> = error.downcast_ref()?;
                Some(error.failure())
            }),
        }
    }

    /// Returns the error.
    pub fn error(&self) -> &(dyn StdError + 'static) {
        &*self.error
    }

    /// Returns the failure of the call, if the source is the `SdkError` of an operation.
    pub(super) fn failure(&self) -> Option<Failure<'_>> {
        (self.failure?)(self.error())
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}
