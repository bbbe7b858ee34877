//! Tests that the classifiers decide like the official ones.

use std::time::Duration;

use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_runtime::service_clock_skew::ServiceClockSkewClassifier;
use aws_smithy_runtime::client::retries::classifiers::{
    ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    Error as ErasedError, Input, InterceptorContext, Output,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry as _, RetryAction, SharedRetryClassifier,
};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::retry::ErrorKind;

use super::classifiers;
use crate::testing::{BUSY, Error, Greet};

type AttemptResult = Result<Output, OrchestratorError<ErasedError>>;

fn official() -> [SharedRetryClassifier; 4] {
    [
        SharedRetryClassifier::new(TransientErrorClassifier::<Error>::new()),
        SharedRetryClassifier::new(ModeledAsRetryableClassifier::<Error>::new()),
        SharedRetryClassifier::new(AwsErrorCodeClassifier::<Error>::new()),
        SharedRetryClassifier::new(ServiceClockSkewClassifier::<Error>::new()),
    ]
}

fn operation_error(code: &str) -> AttemptResult {
    let metadata = ErrorMetadata::builder().code(code).build();
    let error = ErasedError::erase(Error::Shy(metadata));
    Err(OrchestratorError::operation(error))
}

fn cause() -> BoxError {
    "cause".into()
}

/// Returns the results of attempts, each with a name.
fn results() -> Vec<(&'static str, Option<AttemptResult>)> {
    let connector = |error| Some(Err(OrchestratorError::connector(error)));
    let foreign = ErasedError::erase(ErrorMetadata::builder().code("SlowDown").build());
    vec![
        ("none", None),
        ("an output", Some(Ok(Output::erase("output")))),
        ("an unknown code", Some(operation_error("Shy"))),
        ("a retryable error", Some(operation_error(BUSY))),
        ("throttling", Some(operation_error("SlowDown"))),
        ("transient", Some(operation_error("RequestTimeout"))),
        ("skewed", Some(operation_error("RequestTimeTooSkewed"))),
        (
            "another type",
            Some(Err(OrchestratorError::operation(foreign))),
        ),
        ("a timeout", Some(Err(OrchestratorError::timeout(cause())))),
        (
            "a response",
            Some(Err(OrchestratorError::response(cause()))),
        ),
        ("other", Some(Err(OrchestratorError::other(cause())))),
        ("an I/O error", connector(ConnectorError::io(cause()))),
        ("a user's error", connector(ConnectorError::user(cause()))),
        (
            "a throttled connector",
            connector(ConnectorError::other(
                cause(),
                Some(ErrorKind::ThrottlingError),
            )),
        ),
    ]
}

#[test]
fn classifiers_decide_like_the_official_ones() {
    let delay = Duration::from_millis(70);
    let previous = [
        RetryAction::NoActionIndicated,
        RetryAction::RetryForbidden,
        RetryAction::server_error(),
        RetryAction::retryable_error_with_explicit_delay(ErrorKind::ClientError, delay),
    ];
    let mut retried = 0;
    for after in [None, Some("1500"), Some("soon")] {
        for (name, result) in results() {
            let mut context = InterceptorContext::new(Input::erase("input"));
            let mut response =
                HttpResponse::new(400.try_into().expect("a status"), SdkBody::empty());
            if let Some(after) = after {
                response.headers_mut().insert("x-amz-retry-after", after);
            }
            context.set_response(response);
            if let Some(result) = result {
                context.set_output_or_error(result);
            }
            let ours = classifiers(Greet::plugin().descriptor());
            for (ours, official) in ours.iter().zip(&official()) {
                assert_eq!(ours.name(), official.name());
                assert_eq!(ours.priority(), official.priority());
                let action = official.classify_retry(&context);
                let classifier = ours.name();
                assert_eq!(
                    ours.classify_retry(&context),
                    action,
                    "{classifier}: {name}"
                );
                retried += usize::from(action.should_retry());
                for previous in &previous {
                    assert_eq!(
                        ours.classify_retry_v2(&context, previous),
                        official.classify_retry_v2(&context, previous),
                        "{classifier}: {name}, {after:?}, {previous:?}"
                    );
                }
            }
        }
    }
    assert_eq!(retried, 3 * 7);
}
