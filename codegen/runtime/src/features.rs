//! Interceptors that record, for the user agent, which features a call uses.

use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef,
};
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::endpoint_config::EndpointUrl;

/// An interceptor that records one feature.
///
/// The interceptors of all features have one type, because the hooks are compiled for each type.
#[derive(Debug)]
pub(crate) enum FeatureTracker {
    /// Records the retry mode, unless the client's configuration already has it.
    RetryMode,
    /// Records that the endpoint is overridden.
    EndpointOverride,
    /// Records that metrics are sent to OpenTelemetry.
    Observability,
    /// Records that a paginator makes the call.
    Paginator,
    /// Records that a waiter makes the call.
    #[cfg(feature = "waiters")]
    Waiter,
}

#[dyn_dispatch_hint]
impl Intercept for FeatureTracker {
    fn name(&self) -> &'static str {
        match self {
            Self::RetryMode => "RetryModeFeatureTrackerInterceptor",
            Self::EndpointOverride => "EndpointOverrideFeatureTrackerInterceptor",
            Self::Observability => "ObservabilityFeatureTrackerInterceptor",
            Self::Paginator => "PaginatorFeatureTrackerInterceptor",
            #[cfg(feature = "waiters")]
            Self::Waiter => "WaiterFeatureTrackerInterceptor",
        }
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match self {
            Self::EndpointOverride if config.load::<EndpointUrl>().is_some() => {
                let state = config.interceptor_state();
                state.store_append(AwsSdkFeature::EndpointOverride);
            }
            Self::Observability if sends_to_opentelemetry() => {
                record(config, SmithySdkFeature::ObservabilityOtelMetrics);
            }
            _ => {}
        }
        Ok(())
    }

    fn modify_before_serialization(
        &self,
        _: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match self {
            Self::Paginator => record(config, SmithySdkFeature::Paginator),
            #[cfg(feature = "waiters")]
            Self::Waiter => record(config, SmithySdkFeature::Waiter),
            _ => {}
        }
        Ok(())
    }

    fn read_before_serialization(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // The newest feature is the first in the user agent, so it must be this one.
        if let Self::RetryMode = self
            && let Some(feature) = retry_mode(config)
            && config.load::<SmithySdkFeature>().next() != Some(&feature)
        {
            record(config, feature);
        }
        Ok(())
    }
}

fn record(config: &mut ConfigBag, feature: SmithySdkFeature) {
    config.interceptor_state().store_append(feature);
}

/// Returns `true` if metrics are sent to OpenTelemetry.
fn sends_to_opentelemetry() -> bool {
    // Comparing the name avoids a dependency on the provider's crate.
    get_telemetry_provider().is_ok_and(|provider| {
        provider.meter_provider().provider_name() == "AwsSmithyObservabilityOtelProvider"
    })
}

fn retry_mode(config: &ConfigBag) -> Option<SmithySdkFeature> {
    match config.load::<RetryConfig>()?.mode() {
        RetryMode::Standard => Some(SmithySdkFeature::RetryModeStandard),
        RetryMode::Adaptive => Some(SmithySdkFeature::RetryModeAdaptive),
        _ => None,
    }
}

/// Records the retry mode of `config` in `layer`, for calls with this configuration.
pub(crate) fn record_retry_mode(config: &ConfigBag, layer: &mut Layer) {
    if let Some(feature) = retry_mode(config) {
        layer.store_append(feature);
    }
}

/// Returns the plugin for calls made by a paginator.
pub(crate) fn paginator_plugin() -> StaticRuntimePlugin {
    tracker_plugin(
        "PaginatorFeatureTrackerRuntimePlugin",
        FeatureTracker::Paginator,
    )
}

/// Returns the plugin for calls made by a waiter.
#[cfg(feature = "waiters")]
pub(crate) fn waiter_plugin() -> StaticRuntimePlugin {
    tracker_plugin("WaiterFeatureTrackerRuntimePlugin", FeatureTracker::Waiter)
}

fn tracker_plugin(name: &'static str, tracker: FeatureTracker) -> StaticRuntimePlugin {
    let mut components = RuntimeComponentsBuilder::new(name);
    components.push_interceptor(SharedInterceptor::permanent(tracker));
    StaticRuntimePlugin::new().with_runtime_components(components)
}

#[cfg(test)]
mod tests;
