//! A retry classifier of the caller's.

use std::time::Duration;

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority,
};
use aws_smithy_types::retry::ErrorKind;

/// What is to be done about one status.
#[derive(Clone, Copy, Debug)]
pub struct Says {
    pub status: u16,
    pub retries: bool,
    after: Option<Duration>,
    last: bool,
}

impl Says {
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

    /// Asked before the others, which then may say otherwise.
    pub fn first(self) -> Self {
        Self {
            last: false,
            ..self
        }
    }

    /// Asked after the others.
    pub fn last(self) -> Self {
        Self { last: true, ..self }
    }
}

impl ClassifyRetry for Says {
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
        "Says"
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
