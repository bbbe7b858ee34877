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

/// An interceptor that records the retry mode, unless the client's configuration already has it.
#[derive(Debug)]
pub(crate) struct RetryModeFeature;

#[dyn_dispatch_hint]
impl Intercept for RetryModeFeature {
    fn name(&self) -> &'static str {
        "RetryModeFeatureTrackerInterceptor"
    }

    fn read_before_serialization(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(feature) = retry_mode(config) else {
            return Ok(());
        };
        // The newest feature is the first in the user agent, so it must be this one.
        if config.load::<SmithySdkFeature>().next() != Some(&feature) {
            config.interceptor_state().store_append(feature);
        }
        Ok(())
    }
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

/// An interceptor that records that the endpoint is overridden.
#[derive(Debug)]
pub(crate) struct EndpointOverrideFeature;

#[dyn_dispatch_hint]
impl Intercept for EndpointOverrideFeature {
    fn name(&self) -> &'static str {
        "EndpointOverrideFeatureTrackerInterceptor"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if config.load::<EndpointUrl>().is_some() {
            config
                .interceptor_state()
                .store_append(AwsSdkFeature::EndpointOverride);
        }
        Ok(())
    }
}

/// An interceptor that records that metrics are sent to OpenTelemetry.
#[derive(Debug)]
pub(crate) struct ObservabilityFeature;

#[dyn_dispatch_hint]
impl Intercept for ObservabilityFeature {
    fn name(&self) -> &'static str {
        "ObservabilityFeatureTrackerInterceptor"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // Comparing the name avoids a dependency on the provider's crate.
        let opentelemetry = get_telemetry_provider().is_ok_and(|provider| {
            provider.meter_provider().provider_name() == "AwsSmithyObservabilityOtelProvider"
        });
        if opentelemetry {
            config
                .interceptor_state()
                .store_append(SmithySdkFeature::ObservabilityOtelMetrics);
        }
        Ok(())
    }
}

/// An interceptor that records that a paginator makes the call.
#[derive(Debug)]
struct PaginatorFeature;

#[dyn_dispatch_hint]
impl Intercept for PaginatorFeature {
    fn name(&self) -> &'static str {
        "PaginatorFeatureTrackerInterceptor"
    }

    fn modify_before_serialization(
        &self,
        _: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        config
            .interceptor_state()
            .store_append(SmithySdkFeature::Paginator);
        Ok(())
    }
}

/// Returns the plugin for calls made by a paginator.
pub(crate) fn paginator_plugin() -> StaticRuntimePlugin {
    StaticRuntimePlugin::new().with_runtime_components(
        RuntimeComponentsBuilder::new("PaginatorFeatureTrackerRuntimePlugin")
            .with_interceptor(SharedInterceptor::permanent(PaginatorFeature)),
    )
}

/// An interceptor that records that a waiter makes the call.
#[cfg(feature = "waiters")]
#[derive(Debug)]
struct WaiterFeature;

#[cfg(feature = "waiters")]
#[dyn_dispatch_hint]
impl Intercept for WaiterFeature {
    fn name(&self) -> &'static str {
        "WaiterFeatureTrackerInterceptor"
    }

    fn modify_before_serialization(
        &self,
        _: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        config
            .interceptor_state()
            .store_append(SmithySdkFeature::Waiter);
        Ok(())
    }
}

/// Returns the plugin for calls made by a waiter.
#[cfg(feature = "waiters")]
pub(crate) fn waiter_plugin() -> StaticRuntimePlugin {
    StaticRuntimePlugin::new().with_runtime_components(
        RuntimeComponentsBuilder::new("WaiterFeatureTrackerRuntimePlugin")
            .with_interceptor(SharedInterceptor::permanent(WaiterFeature)),
    )
}

#[cfg(test)]
mod tests;
