//! Tests of the features in the user agent.

use std::sync::Arc;

use aws_smithy_observability::global::set_telemetry_provider;
use aws_smithy_observability::meter::{Meter, ProvideMeter};
use aws_smithy_observability::{Attributes, TelemetryProvider};
use aws_smithy_runtime_api::client::interceptors::context::{Input, InterceptorContext};
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugin, SharedRuntimePlugin};
use aws_smithy_types::config_bag::FrozenLayer;
use aws_types::region::Region;

use super::*;
use crate::client::Handle;
use crate::config::ConfigBuilder;
use crate::testing::{Connection, Greet, SERVICE};

/// Returns the letters of the features in the user agent of a call.
async fn metrics(set: impl FnOnce(&mut ConfigBuilder)) -> String {
    let [metrics] = metrics_of_calls(set, [None]).await;
    metrics
}

/// Returns the letters of the features in the user agent of each call, made with overrides.
async fn metrics_of_calls<const N: usize>(
    set: impl FnOnce(&mut ConfigBuilder),
    overrides: [Option<ConfigBuilder>; N],
) -> [String; N] {
    let connection = Connection::new([(200, "{}"); N]);
    let mut config = connection.config();
    set(&mut config);
    let handle = Handle::new(config.build(&SERVICE), false);
    for overridden in overrides {
        let call = Greet::call(&handle, Ok(Greet::input()), overridden);
        call.await.expect("an output");
    }
    let metrics = connection.sent(|request| {
        let agent = request.headers().get("x-amz-user-agent");
        let agent = agent.expect("a user agent").to_owned();
        let metrics = agent.split(' ').find_map(|part| part.strip_prefix("m/"));
        // Another test sets a telemetry provider for the process, whose letter is the last.
        metrics
            .unwrap_or_default()
            .trim_end_matches(",7")
            .to_owned()
    });
    metrics.try_into().expect("a request for each call")
}

/// An interceptor and a plugin that select the adaptive retry mode.
#[derive(Debug)]
struct Adaptive;

impl Intercept for Adaptive {
    fn name(&self) -> &'static str {
        "Adaptive"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let state = config.interceptor_state();
        state.store_put(RetryConfig::adaptive());
        Ok(())
    }
}

impl RuntimePlugin for Adaptive {
    fn config(&self) -> Option<FrozenLayer> {
        let mut layer = Layer::new("Adaptive");
        layer.store_put(RetryConfig::adaptive());
        Some(layer.freeze())
    }
}

#[tokio::test]
async fn the_retry_mode_of_a_call_gives_way_to_overrides() {
    let overridden = |set: fn(&mut ConfigBuilder)| {
        let mut config = ConfigBuilder::default();
        set(&mut config);
        Some(config)
    };
    let adaptive = || {
        overridden(|config| {
            config.retry_config(Some(RetryConfig::adaptive()));
        })
    };
    let intercepted = || {
        overridden(|config| {
            let interceptor = SharedInterceptor::new(Adaptive);
            config.components.push_interceptor(interceptor);
        })
    };
    let unrelated = || {
        overridden(|config| {
            config.store_or_unset(Some(Region::new("eu-west-1")));
        })
    };
    let calls = [None, adaptive(), None, intercepted(), unrelated(), None];
    let metrics = metrics_of_calls(|_| (), calls).await;
    assert_eq!(metrics, ["E", "F", "E", "F", "E", "E"]);

    let set = |config: &mut ConfigBuilder| {
        config.retry_config(Some(RetryConfig::adaptive()));
    };
    let standard = || {
        overridden(|config| {
            config.retry_config(Some(RetryConfig::standard()));
        })
    };
    let metrics = metrics_of_calls(set, [None, standard(), None]).await;
    assert_eq!(metrics, ["F", "E", "F"]);
}

#[tokio::test]
async fn plugins_and_interceptors_of_a_client_may_change_the_retry_mode() {
    let interceptor = |config: &mut ConfigBuilder| {
        let interceptor = SharedInterceptor::new(Adaptive);
        config.components.push_interceptor(interceptor);
    };
    assert_eq!(
        metrics_of_calls(interceptor, [None, None]).await,
        ["F", "F"]
    );
    let plugin = |config: &mut ConfigBuilder| {
        config.push_plugin(SharedRuntimePlugin::new(Adaptive));
    };
    assert_eq!(metrics_of_calls(plugin, [None, None]).await, ["F", "F"]);
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
            FeatureTracker::Observability.read_before_execution(&(&context).into(), &mut config);
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
