//! A custom retry classifier.

use std::time::Duration;

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority,
};
use aws_smithy_types::retry::ErrorKind;

/// A classifier that retries or forbids retries for one status.
#[derive(Clone, Copy, Debug)]
pub struct StatusClassifier {
    pub status: u16,
    pub retries: bool,
    after: Option<Duration>,
    last: bool,
}

impl StatusClassifier {
    pub fn retry(status: u16) -> Self {
        Self {
            status,
            retries: true,
            after: None,
            last: true,
        }
    }

    pub fn retry_after(status: u16, after: Duration) -> Self {
        Self {
            after: Some(after),
            ..Self::retry(status)
        }
    }

    pub fn forbid(status: u16) -> Self {
        Self {
            retries: false,
            ..Self::retry(status)
        }
    }

    /// Runs this classifier before the standard ones, which may override it.
    pub fn first(self) -> Self {
        Self {
            last: false,
            ..self
        }
    }

    /// Runs this classifier after the standard ones.
    pub fn last(self) -> Self {
        Self { last: true, ..self }
    }
}

impl ClassifyRetry for StatusClassifier {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let status = context
            .response()
            .map(|response| response.status().as_u16());
        if status != Some(self.status) {
            return RetryAction::NoActionIndicated;
        }
        match (self.retries, self.after) {
            (false, _) => RetryAction::RetryForbidden,
            (true, None) => RetryAction::retryable_error(ErrorKind::ClientError),
            (true, Some(after)) => {
                RetryAction::retryable_error_with_explicit_delay(ErrorKind::ServerError, after)
            }
        }
    }

    fn name(&self) -> &'static str {
        "StatusClassifier"
    }

    fn priority(&self) -> RetryClassifierPriority {
        match self.last {
            true => RetryClassifierPriority::run_after(
                RetryClassifierPriority::transient_error_classifier(),
            ),
            false => RetryClassifierPriority::run_before(
                RetryClassifierPriority::http_status_code_classifier(),
            ),
        }
    }
}
