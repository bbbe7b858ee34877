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
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};
use aws_types::endpoint_config::EndpointUrl;

/// An interceptor that records the retry mode.
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
        let feature = match config.load::<RetryConfig>().map(RetryConfig::mode) {
            Some(RetryMode::Standard) => SmithySdkFeature::RetryModeStandard,
            Some(RetryMode::Adaptive) => SmithySdkFeature::RetryModeAdaptive,
            _ => return Ok(()),
        };
        config.interceptor_state().store_append(feature);
        Ok(())
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
mod tests {
    use std::sync::Arc;

    use aws_smithy_observability::global::set_telemetry_provider;
    use aws_smithy_observability::meter::{Meter, ProvideMeter};
    use aws_smithy_observability::{Attributes, TelemetryProvider};
    use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
    use aws_smithy_runtime_api::client::interceptors::Intercept as _;
    use aws_smithy_runtime_api::client::interceptors::context::{Input, InterceptorContext};
    use aws_smithy_types::config_bag::ConfigBag;
    use aws_smithy_types::retry::RetryConfig;

    use super::ObservabilityFeature;
    use crate::client::{Call, Handle};
    use crate::config::ConfigBuilder;
    use crate::testing::{Connection, Greet, SERVICE};

    /// Returns the letters of the features in the user agent of a call.
    async fn metrics(set: impl FnOnce(&mut ConfigBuilder)) -> String {
        let connection = Connection::new([(200, "{}")]);
        let mut config = connection.config();
        set(&mut config);
        let handle = Handle::new(config.build(&SERVICE), false);
        let input = Ok(Input::erase(Greet::input()));
        let call = Call::<Greet>::new(&handle, Greet::plugin(), input, None);
        call.await.expect("an output");
        let agent = connection.sent(|request| {
            let agent = request.headers().get("x-amz-user-agent");
            agent.expect("a user agent").to_owned()
        });
        let metrics = agent[0].split(' ').find_map(|part| part.strip_prefix("m/"));
        metrics.unwrap_or_default().to_owned()
    }

    #[tokio::test]
    async fn the_user_agent_names_the_features_in_use() {
        let has = |metrics: &str, letter| metrics.split(',').any(|metric| metric == letter);
        let standard = metrics(|_| ()).await;
        assert!(has(&standard, "E") && !has(&standard, "F"), "{standard}");
        assert!(!has(&standard, "N") && !has(&standard, "C"), "{standard}");
        let adaptive = |config: &mut ConfigBuilder| {
            config.retry_config(Some(RetryConfig::adaptive()));
        };
        let adaptive = metrics(adaptive).await;
        assert!(has(&adaptive, "F") && !has(&adaptive, "E"), "{adaptive}");
        let overridden = |config: &mut ConfigBuilder| {
            config.endpoint_url(Some("http://localhost".to_owned()));
        };
        let overridden = metrics(overridden).await;
        assert!(has(&overridden, "N"), "{overridden}");
    }

    #[derive(Debug)]
    struct OpenTelemetry;

    impl ProvideMeter for OpenTelemetry {
        fn get_meter(&self, scope: &'static str, attributes: Option<&Attributes>) -> Meter {
            let noop = TelemetryProvider::noop();
            noop.meter_provider().get_meter(scope, attributes)
        }

        fn provider_name(&self) -> &'static str {
            "AwsSmithyObservabilityOtelProvider"
        }
    }

    #[test]
    fn metrics_sent_to_opentelemetry_are_recorded() {
        let context = InterceptorContext::new(Input::erase(()));
        let recorded = || {
            let mut config = ConfigBag::base();
            let result =
                ObservabilityFeature.read_before_execution(&(&context).into(), &mut config);
            result.expect("no error");
            config
                .load::<SmithySdkFeature>()
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(recorded(), []);
        let provider = TelemetryProvider::builder().meter_provider(Arc::new(OpenTelemetry));
        set_telemetry_provider(provider.build()).expect("a provider");
        assert_eq!(recorded(), [SmithySdkFeature::ObservabilityOtelMetrics]);
    }
}
