//! The setting that keeps requests that are not safe to repeat from being sent twice.

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, SharedRetryClassifier,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_types::config_bag::{Storable, StoreReplace};
use aws_smithy_types::retry::ErrorKind;

use super::{code_kind, properties};
use crate::explain::was_sent;
use crate::operation::Descriptor;

/// The setting: `true` if requests that are not safe to repeat are sent once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnlySafeRetries(pub(crate) bool);

impl Storable for OnlySafeRetries {
    type Storer = StoreReplace<Self>;
}

/// Returns the plugin that forbids retries of an operation after which the service may have acted.
pub(crate) fn guard(descriptor: &'static Descriptor) -> SharedRuntimePlugin {
    let components = RuntimeComponentsBuilder::new("only safe retries")
        .with_retry_classifier(SharedRetryClassifier::new(Guard(descriptor)));
    SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_runtime_components(components))
}

/// A classifier that forbids a retry unless the service certainly did not act.
#[derive(Debug)]
struct Guard(&'static Descriptor);

impl Guard {
    /// Returns `true` if the service rejected the request before it acted.
    ///
    /// Only the error code of throttling proves that: a status alone may come from a proxy, after
    /// the service has acted.
    fn is_throttled(&self, context: &InterceptorContext) -> bool {
        let Some(error) = properties(self.0, context) else {
            return false;
        };
        let kind = error.retryable.or_else(|| code_kind(error.metadata.code()));
        kind == Some(ErrorKind::ThrottlingError)
    }
}

impl ClassifyRetry for Guard {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let Some(Err(error)) = context.output_or_error() else {
            return RetryAction::NoActionIndicated;
        };
        // Without a response, an error that is no connector error and no timeout precedes sending.
        let was_sent = match error.as_connector_error() {
            Some(error) => was_sent(error),
            None => error.is_timeout_error() || context.response().is_some(),
        };
        match was_sent && !self.is_throttled(context) {
            true => RetryAction::RetryForbidden,
            false => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Only Safe Retries"
    }
}
