//! The setting that keeps requests that are not safe to repeat from being sent twice.

use std::sync::LazyLock;

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, SharedRetryClassifier,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{SharedRuntimePlugin, StaticRuntimePlugin};
use aws_smithy_types::config_bag::{Storable, StoreReplace};

use crate::explain::was_sent;

/// The setting: `true` if requests that are not safe to repeat are sent once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnlySafeRetries(pub(crate) bool);

impl Storable for OnlySafeRetries {
    type Storer = StoreReplace<Self>;
}

/// Returns the plugin that forbids retries of requests that the service may have received.
pub(crate) fn guard() -> SharedRuntimePlugin {
    static GUARD: LazyLock<SharedRuntimePlugin> = LazyLock::new(|| {
        let components = RuntimeComponentsBuilder::new("only safe retries")
            .with_retry_classifier(SharedRetryClassifier::new(SentOnce));
        SharedRuntimePlugin::new(StaticRuntimePlugin::new().with_runtime_components(components))
    });
    GUARD.clone()
}

/// A classifier that forbids a retry unless the request was certainly not sent.
#[derive(Debug)]
struct SentOnce;

impl ClassifyRetry for SentOnce {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let Some(Err(error)) = context.output_or_error() else {
            return RetryAction::NoActionIndicated;
        };
        // Without a response, an error that is no connector error and no timeout precedes sending.
        let sent = match error.as_connector_error() {
            Some(error) => was_sent(error),
            None => error.is_timeout_error() || context.response().is_some(),
        };
        match sent {
            true => RetryAction::RetryForbidden,
            false => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Only Safe Retries"
    }
}
