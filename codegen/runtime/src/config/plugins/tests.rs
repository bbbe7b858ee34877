//! Which plugins a client and a call have.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_observability::Attributes;
use aws_smithy_observability::TelemetryProvider;
use aws_smithy_observability::meter::{Meter, ProvideMeter};
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::interceptors::Intercept as _;
use aws_smithy_runtime_api::client::runtime_plugin::{
    Order, RuntimePlugin, RuntimePlugins, SharedRuntimePlugin,
};
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use aws_smithy_types::retry::RetryConfig;
use aws_types::region::Region;

use super::{ClientPlugins, listens, no_auth_plugin, override_plugins, settled};
use crate::config::ConfigBuilder;
use crate::testing::SERVICE;

#[test]
fn clients_repeat_calls_by_default_and_share_a_quota_by_region() {
    for (region, partition) in [(None, "greeter"), (Some("here"), "greeter-here")] {
        let mut config = ConfigBuilder {
            behavior_version: Some(BehaviorVersion::latest()),
            ..ConfigBuilder::default()
        };
        config.store_or_unset(region.map(Region::new));
        let plugins = ClientPlugins::new(config.build(&SERVICE), false);
        let mut bag = ConfigBag::base();
        let components = plugins.of_call().apply_client_configuration(&mut bag);
        assert!(components.expect("components").identity_cache().is_some());
        let retries = bag.load::<RetryConfig>();
        assert_eq!(retries, Some(&RetryConfig::standard()));
        let own = RetryPartition::new(partition);
        assert_eq!(bag.load::<RetryPartition>(), Some(&own));
    }
}

#[test]
fn an_override_with_credentials_brings_an_identity_cache() {
    let config = ConfigBuilder::default().build(&SERVICE);
    for with_credentials in [false, true] {
        let mut overrides = ConfigBuilder::default();
        if with_credentials {
            let credentials = SharedCredentialsProvider::new(Credentials::for_tests());
            overrides.credentials_provider(Some(credentials));
        }
        let plugins = override_plugins(RuntimePlugins::new(), overrides, &config);
        let components = plugins.apply_operation_configuration(&mut ConfigBag::base());
        let cache = components.expect("components").identity_cache();
        assert_eq!(cache.is_some(), with_credentials);
    }
}

/// Stores its name as the retry partition, and counts how often it is asked.
#[derive(Debug)]
struct Named {
    order: Order,
    name: &'static str,
    asked: Arc<AtomicUsize>,
}

impl RuntimePlugin for Named {
    fn order(&self) -> Order {
        self.order
    }

    fn config(&self) -> Option<FrozenLayer> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let mut layer = Layer::new(self.name);
        layer.store_put(RetryPartition::new(self.name));
        Some(layer.freeze())
    }
}

#[test]
fn fixed_plugins_are_asked_once_unless_another_comes_between() {
    for (order, asked, last) in [(Order::Overrides, 1, "user"), (Order::Defaults, 3, "fixed")] {
        let counter = Arc::default();
        let fixed = Named {
            order: Order::Overrides,
            name: "fixed",
            asked: Arc::clone(&counter),
        };
        let user = SharedRuntimePlugin::new(Named {
            order,
            name: "user",
            asked: Arc::default(),
        });
        let plugins = settled(
            vec![SharedRuntimePlugin::new(fixed)],
            std::slice::from_ref(&user),
        );
        let plugins = plugins.with_client_plugin(user);
        for _ in 0..3 {
            let mut bag = ConfigBag::base();
            let components = plugins.apply_client_configuration(&mut bag);
            components.expect("components");
            let partition = bag.load::<RetryPartition>();
            assert_eq!(partition, Some(&RetryPartition::new(last)));
        }
        assert_eq!(counter.load(Ordering::Relaxed), asked);
    }
}

#[test]
fn merged_or_not_the_components_are_the_same() {
    let names = |later: &[SharedRuntimePlugin]| -> Vec<_> {
        let fixed = [
            SharedRuntimePlugin::new(no_auth_plugin()),
            SharedRuntimePlugin::new(SERVICE.plugin()),
        ];
        let plugins = settled(fixed.into(), later);
        let components = plugins.apply_client_configuration(&mut ConfigBag::base());
        let components = components.expect("components");
        assert!(components.endpoint_resolver().is_some());
        components.interceptors().map(|it| it.name()).collect()
    };
    let between = Named {
        order: Order::Defaults,
        name: "between",
        asked: Arc::default(),
    };
    let apart = names(&[SharedRuntimePlugin::new(between)]);
    assert_eq!(names(&[]), apart);
    assert_eq!(apart.len(), 9);
}

#[test]
fn a_measured_call_has_two_interceptors_more() {
    let config = ConfigBuilder {
        behavior_version: Some(BehaviorVersion::latest()),
        ..ConfigBuilder::default()
    };
    let plugins = ClientPlugins::new(config.build(&SERVICE), false);
    let names = |plugins: &RuntimePlugins| -> Vec<_> {
        let components = plugins.apply_client_configuration(&mut ConfigBag::base());
        let components = components.expect("components");
        components.interceptors().map(|it| it.name()).collect()
    };
    let mut expected = names(&plugins.silent);
    expected.extend(["MetricsInterceptor", "TelemetryBytesInterceptor"]);
    assert_eq!(names(&plugins.measured), expected);
}

/// Whoever does not say otherwise listens.
#[derive(Debug)]
struct Unnamed;

impl ProvideMeter for Unnamed {
    fn get_meter(&self, scope: &'static str, attributes: Option<&Attributes>) -> Meter {
        let noop = TelemetryProvider::noop();
        noop.meter_provider().get_meter(scope, attributes)
    }
}

#[test]
fn only_the_provider_that_stands_in_for_none_does_not_listen() {
    assert!(!listens(&TelemetryProvider::noop()));
    assert!(!listens(&TelemetryProvider::default()));
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(Unnamed));
    assert!(listens(&provider.build()));
}
