//! Tests of the plugins of clients and calls.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_observability::Attributes;
use aws_smithy_observability::TelemetryProvider;
use aws_smithy_observability::meter::{Meter, ProvideMeter};
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::auth::AuthScheme as _;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::interceptors::Intercept as _;
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry as _;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{
    Order, RuntimePlugin, RuntimePlugins, SharedRuntimePlugin,
};
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use aws_smithy_types::retry::RetryConfig;
use aws_types::region::Region;

use super::{ClientPlugins, merge, no_auth_plugin, override_plugins, records_metrics, sorted};
use crate::config::ConfigBuilder;
use crate::plugin::OperationPlugin;
use crate::testing::{Greet, SERVICE};

#[test]
fn clients_retry_by_default_and_share_a_quota_by_region() {
    for (region, partition) in [(None, "greeter"), (Some("here"), "greeter-here")] {
        let mut config = ConfigBuilder {
            behavior_version: Some(BehaviorVersion::latest()),
            ..ConfigBuilder::default()
        };
        config.store_or_unset(region.map(Region::new));
        let plugins = ClientPlugins::new(config.build(&SERVICE), false);
        let mut bag = ConfigBag::base();
        let components = plugins.for_call().apply_client_configuration(&mut bag);
        assert!(components.expect("components").identity_cache().is_some());
        let retries = bag.load::<RetryConfig>();
        assert_eq!(retries, Some(&RetryConfig::standard()));
        let expected = RetryPartition::new(partition);
        assert_eq!(bag.load::<RetryPartition>(), Some(&expected));
    }
}

#[test]
fn an_override_with_credentials_adds_an_identity_cache() {
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

/// A plugin that stores its name as the retry partition and counts its calls.
#[derive(Debug)]
struct Named {
    order: Order,
    name: &'static str,
    calls: Arc<AtomicUsize>,
}

impl RuntimePlugin for Named {
    fn order(&self) -> Order {
        self.order
    }

    fn config(&self) -> Option<FrozenLayer> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        let mut layer = Layer::new(self.name);
        layer.store_put(RetryPartition::new(self.name));
        Some(layer.freeze())
    }
}

#[test]
fn constant_plugins_are_called_once_unless_another_is_ordered_between() {
    for (order, calls, last) in [(Order::Overrides, 1, "user"), (Order::Defaults, 3, "fixed")] {
        let counter = Arc::default();
        let fixed = Named {
            order: Order::Overrides,
            name: "fixed",
            calls: Arc::clone(&counter),
        };
        let user = SharedRuntimePlugin::new(Named {
            order,
            name: "user",
            calls: Arc::default(),
        });
        let plugins = merge(
            vec![SharedRuntimePlugin::new(fixed)],
            std::slice::from_ref(&user),
        );
        let plugins = RuntimePlugins::new().with_client_plugins(plugins);
        let plugins = plugins.with_client_plugin(user);
        for _ in 0..3 {
            let mut bag = ConfigBag::base();
            let components = plugins.apply_client_configuration(&mut bag);
            components.expect("components");
            let partition = bag.load::<RetryPartition>();
            assert_eq!(partition, Some(&RetryPartition::new(last)));
        }
        assert_eq!(counter.load(Ordering::Relaxed), calls);
    }
}

#[test]
fn plugins_are_sorted_by_order_and_keep_their_places_otherwise() {
    let orders = [Order::Defaults, Order::Overrides, Order::NestedComponents];
    let names = ["a", "b", "c", "d", "e"];
    // All lists of five plugins.
    for list in 0..3_usize.pow(5) {
        let mut expected: Vec<_> = (0..5)
            .map(|index| (orders[list / 3_usize.pow(index) % 3], names[index as usize]))
            .collect();
        let named = expected.iter().map(|(order, name)| {
            SharedRuntimePlugin::new(Named {
                order: *order,
                name,
                calls: Arc::default(),
            })
        });
        let plugins = sorted(named.collect());
        expected.sort_by_key(|(order, _)| *order);
        for (plugin, (order, name)) in plugins.iter().zip(expected) {
            assert_eq!(plugin.order(), order);
            let layer = plugin.config().expect("a layer");
            let partition = layer.load::<RetryPartition>();
            assert_eq!(partition, Some(&RetryPartition::new(name)));
        }
    }
}

#[test]
fn merging_does_not_change_the_components() {
    let names = |later: &[SharedRuntimePlugin]| -> Vec<_> {
        let fixed = [
            SharedRuntimePlugin::new(no_auth_plugin()),
            SharedRuntimePlugin::new(SERVICE.plugin()),
        ];
        let plugins = RuntimePlugins::new().with_client_plugins(merge(fixed.into(), later));
        let components = plugins.apply_client_configuration(&mut ConfigBag::base());
        let components = components.expect("components");
        assert!(components.endpoint_resolver().is_some());
        components
            .interceptors()
            .map(|interceptor| interceptor.name())
            .collect()
    };
    let between = Named {
        order: Order::Defaults,
        name: "between",
        calls: Arc::default(),
    };
    let unmerged = names(&[SharedRuntimePlugin::new(between)]);
    assert_eq!(names(&[]), unmerged);
    assert_eq!(unmerged.len(), 9);
}

#[test]
fn the_plugins_of_an_operation_are_built_once_for_a_client() {
    let config = ConfigBuilder {
        behavior_version: Some(BehaviorVersion::latest()),
        ..ConfigBuilder::default()
    };
    let client = || ClientPlugins::new(config.clone().build(&SERVICE), false);
    let (plugins, other) = (client(), client());
    let first = plugins.for_operation(Greet::plugin());
    assert!(Arc::ptr_eq(&first, &plugins.for_operation(Greet::plugin())));
    assert!(!Arc::ptr_eq(&first, &other.for_operation(Greet::plugin())));
    let operation: &'static OperationPlugin = Box::leak(Box::new(OperationPlugin::of::<Greet>()));
    assert!(!Arc::ptr_eq(&first, &plugins.for_operation(operation)));
}

/// Applies plugins as the orchestrator does; returns layers, interceptors and retry classifiers in
/// their order, and auth schemes.
fn applied(plugins: &RuntimePlugins) -> [Vec<String>; 4] {
    let mut bag = ConfigBag::base();
    let client = plugins.apply_client_configuration(&mut bag);
    let operation = plugins.apply_operation_configuration(&mut bag);
    let components = RuntimeComponentsBuilder::new("test")
        .merge_from(&client.expect("components"))
        .merge_from(&operation.expect("components"));
    let interceptors = components
        .interceptors()
        .map(|interceptor| format!("{}: {}", interceptor.name(), interceptor.enabled(&bag)));
    let classifiers = components
        .retry_classifiers()
        .map(|classifier| classifier.name().to_owned());
    let schemes = components.auth_schemes();
    // They are in a map.
    let schemes: BTreeSet<_> = schemes
        .map(|scheme| format!("{:?}", scheme.scheme_id()))
        .collect();
    let layers = format!("{bag:#?}");
    [
        layers.lines().map(str::to_owned).collect(),
        interceptors.collect(),
        classifiers.collect(),
        schemes.into_iter().collect(),
    ]
}

#[test]
fn merged_plugins_of_an_operation_apply_the_same_settings_and_components_in_the_same_order() {
    let mut config = ConfigBuilder {
        behavior_version: Some(BehaviorVersion::latest()),
        ..ConfigBuilder::default()
    };
    config.store_or_unset(Some(Region::new("here")));
    config.retry_config(Some(RetryConfig::adaptive()));
    let mut plugins = ClientPlugins::new(config.build(&SERVICE), false);
    let mut bag = ConfigBag::base();
    let components = plugins.for_call().apply_client_configuration(&mut bag);
    components.expect("components");
    plugins.share_between_calls(&bag);

    let mut plugins = plugins.without_metrics;
    let merged = applied(&plugins.of_operation(Greet::plugin()));
    plugins.constant.take().expect("constant plugins");
    plugins.by_operation = RwLock::default();
    let unmerged = applied(&plugins.of_operation(Greet::plugin()));
    assert_eq!(merged, unmerged);
    assert!(merged.iter().all(|names| names.len() > 1), "{merged:?}");
}

#[test]
fn metrics_add_two_interceptors() {
    let config = ConfigBuilder {
        behavior_version: Some(BehaviorVersion::latest()),
        ..ConfigBuilder::default()
    };
    let plugins = ClientPlugins::new(config.build(&SERVICE), false);
    let names = |plugins: &RuntimePlugins| -> Vec<_> {
        let components = plugins.apply_client_configuration(&mut ConfigBag::base());
        let components = components.expect("components");
        components
            .interceptors()
            .map(|interceptor| interceptor.name())
            .collect()
    };
    let mut expected = names(&plugins.without_metrics.client);
    expected.extend(["MetricsInterceptor", "TelemetryBytesInterceptor"]);
    assert_eq!(names(&plugins.with_metrics.client), expected);
}

/// A meter provider without a name.
#[derive(Debug)]
struct Unnamed;

impl ProvideMeter for Unnamed {
    fn get_meter(&self, scope: &'static str, attributes: Option<&Attributes>) -> Meter {
        let noop = TelemetryProvider::noop();
        noop.meter_provider().get_meter(scope, attributes)
    }
}

#[test]
fn only_the_default_provider_does_not_record_metrics() {
    assert!(!records_metrics(&TelemetryProvider::noop()));
    assert!(!records_metrics(&TelemetryProvider::default()));
    let provider = TelemetryProvider::builder().meter_provider(Arc::new(Unnamed));
    assert!(records_metrics(&provider.build()));
}
