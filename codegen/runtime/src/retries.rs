//! The retry classifiers of an operation, and the guard of operations that are not safe to repeat.
//!
//! They decide like the official ones, but are compiled once: only the descriptor knows the type of
//! the operation's error.

mod guard;

use std::fmt;

use aws_runtime::retries::classifiers::{
    AwsErrorCodeClassifier, THROTTLING_ERRORS, TRANSIENT_ERRORS,
};
use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
use aws_smithy_runtime::client::retries::classifiers::{
    ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority, SharedRetryClassifier,
};
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::retry::ErrorKind;

pub(crate) use self::guard::{OnlySafeRetries, guard};
use crate::operation::{Descriptor, ErrorProperties};

/// The error type of official classifiers that must not recognize any error.
#[derive(Debug)]
enum NoError {}

impl fmt::Display for NoError {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for NoError {}

impl ProvideErrorMetadata for NoError {
    fn meta(&self) -> &ErrorMetadata {
        match *self {}
    }
}

/// Returns the classifiers of an operation.
pub(crate) fn classifiers(descriptor: &'static Descriptor) -> [SharedRetryClassifier; 4] {
    [
        // This one does not inspect the operation's error.
        SharedRetryClassifier::new(TransientErrorClassifier::<NoError>::new()),
        SharedRetryClassifier::new(ModeledClassifier(descriptor)),
        SharedRetryClassifier::new(CodeClassifier {
            descriptor,
            official: AwsErrorCodeClassifier::new(),
        }),
        SharedRetryClassifier::new(ClockSkewClassifier(descriptor)),
    ]
}

/// Returns the properties of the operation's error, or `None` if the attempt had no such error.
fn properties<'a>(
    descriptor: &Descriptor,
    context: &'a InterceptorContext,
) -> Option<ErrorProperties<'a>> {
    let error = context.output_or_error()?.err()?;
    let error = OrchestratorError::as_operation_error(error)?;
    (descriptor.error_properties)(error)
}

/// Returns the kind of an error code of throttling or transient errors.
fn code_kind(code: Option<&str>) -> Option<ErrorKind> {
    match code? {
        code if THROTTLING_ERRORS.contains(&code) => Some(ErrorKind::ThrottlingError),
        code if TRANSIENT_ERRORS.contains(&code) => Some(ErrorKind::TransientError),
        _ => None,
    }
}

/// Retries errors that the model declares retryable.
#[derive(Debug)]
struct ModeledClassifier(&'static Descriptor);

impl ClassifyRetry for ModeledClassifier {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match properties(self.0, context) {
            Some(ErrorProperties {
                retryable: Some(kind),
                ..
            }) => RetryAction::retryable_error(kind),
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Errors Modeled As Retryable"
    }

    fn priority(&self) -> RetryClassifierPriority {
        ModeledAsRetryableClassifier::<NoError>::priority()
    }
}

/// Retries errors with the codes of throttling and transient errors.
#[derive(Debug)]
struct CodeClassifier {
    descriptor: &'static Descriptor,
    official: AwsErrorCodeClassifier<NoError>,
}

impl ClassifyRetry for CodeClassifier {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let properties = properties(self.descriptor, context);
        let Some(kind) = code_kind(properties.and_then(|error| error.metadata.code())) else {
            return RetryAction::NoActionIndicated;
        };
        let action = RetryAction::retryable_error(kind);
        // The official classifier adds the delay that the service asked for, if there is one.
        match self.official.classify_retry_v2(context, &action) {
            RetryAction::NoActionIndicated => action,
            delayed => delayed,
        }
    }

    fn classify_retry_v2(
        &self,
        context: &InterceptorContext,
        previous: &RetryAction,
    ) -> RetryAction {
        match self.classify_retry(context) {
            RetryAction::NoActionIndicated => self.official.classify_retry_v2(context, previous),
            action => action,
        }
    }

    fn name(&self) -> &'static str {
        self.official.name()
    }

    fn priority(&self) -> RetryClassifierPriority {
        self.official.priority()
    }
}

/// Retries errors due to a wrong clock.
///
/// The official classifier decides, because the measured skew is private to its crate.
#[derive(Debug)]
struct ClockSkewClassifier(&'static Descriptor);

impl ClassifyRetry for ClockSkewClassifier {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        (self.0.classify_clock_skew)(context)
    }

    fn name(&self) -> &'static str {
        "ServiceClockSkew"
    }

    fn priority(&self) -> RetryClassifierPriority {
        ServiceClockSkewClassifier::<NoError>::new().priority()
    }
}

#[cfg(test)]
mod tests;
