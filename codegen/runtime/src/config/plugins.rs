//! The runtime plugins that apply the configuration.

use std::sync::{Arc, PoisonError, RwLock};

use aws_smithy_observability::TelemetryProvider;
use aws_smithy_observability::global::get_telemetry_provider;
use aws_smithy_runtime::client::config_override::Resolver;
use aws_smithy_runtime::client::defaults::{DefaultPluginParams, default_plugins};
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::metrics::MetricsRuntimePlugin;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{
    RuntimePlugin, RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin,
};
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use aws_types::region::{Region, SigningRegion};

use super::{ClientConfig, ConfigBuilder};
use crate::features::record_retry_mode;
use crate::plugin::{LayerPlugin, OperationPlugin};
use crate::user_agent::with_cache;

/// The plugins of all calls of a client.
#[derive(Debug)]
pub(crate) struct ClientPlugins {
    without_metrics: CallPlugins,
    with_metrics: CallPlugins,
}

/// The plugins of calls.
#[derive(Debug)]
struct CallPlugins {
    client: RuntimePlugins,
    /// A plugin for calls without overrides.
    unless_overridden: Option<SharedRuntimePlugin>,
    /// The plugins in `client`, if all are constant and no interceptor of the user could observe that
    /// they are merged with those of an operation.
    constant: Option<Vec<SharedRuntimePlugin>>,
    /// The plugins of calls without overrides, by operation.
    by_operation: RwLock<Vec<(&'static OperationPlugin, Arc<RuntimePlugins>)>>,
}

impl CallPlugins {
    fn new(client: RuntimePlugins) -> Self {
        Self {
            client,
            unless_overridden: None,
            constant: None,
            by_operation: RwLock::default(),
        }
    }

    /// Returns the plugins of an operation's calls without overrides, which are built once.
    fn of_operation(&self, operation: &'static OperationPlugin) -> Arc<RuntimePlugins> {
        let built = self.by_operation.read();
        let built = built.unwrap_or_else(PoisonError::into_inner);
        let mut entries = built.iter();
        if let Some((_, plugins)) = entries.find(|entry| std::ptr::eq(entry.0, operation)) {
            return Arc::clone(plugins);
        }
        drop(built);
        let shared = self.unless_overridden.clone();
        let plugins = Arc::new(match &self.constant {
            Some(constant) => {
                let mut plugins = constant.clone();
                if let Some(shared) = shared {
                    plugins.push(shared);
                }
                // As the last plugin of the client, it has the place of an operation's plugin.
                plugins.push(operation.shared());
                RuntimePlugins::new().with_client_plugins(merge(plugins, &[]))
            }
            None => {
                let mut client = self.client.clone();
                if let Some(shared) = shared {
                    client = client.with_client_plugin(shared);
                }
                client.with_operation_plugin(operation.shared())
            }
        });
        let built = self.by_operation.write();
        // If another thread was faster, both entries are equal.
        let mut built = built.unwrap_or_else(PoisonError::into_inner);
        built.push((operation, Arc::clone(&plugins)));
        plugins
    }
}

impl ClientPlugins {
    /// Creates the plugins of a client with `config`.
    ///
    /// Without a behavior version in `config`, `default_to_latest` selects the latest.
    ///
    /// # Panics
    /// If there is no behavior version, because the AWS runtime's defaults depend on it.
    #[track_caller]
    pub(crate) fn new(config: ClientConfig, default_to_latest: bool) -> Self {
        let service = config.service;
        let latest = default_to_latest.then(BehaviorVersion::latest);
        let behavior_version = config.behavior_version.or(latest).expect(
            "Invalid client configuration: A behavior version must be set: with \
             `Config::builder().behavior_version(..)`, through `aws-config`, or by the cargo feature \
             `behavior-version-latest`.",
        );
        let partition = match config.layer.load::<Region>() {
            Some(region) => format!("{}-{region}", service.id),
            None => service.id.to_owned(),
        };
        let defaults = DefaultPluginParams::new()
            .with_retry_partition_name(partition)
            .with_behavior_version(behavior_version)
            .with_is_aws_sdk(true);
        let time_source = config.components.time_source().unwrap_or_default();
        let metrics = MetricsRuntimePlugin::builder()
            .with_scope(service.package)
            .with_time_source(time_source)
            .build();

        let mut interceptors = config.components.interceptors();
        let is_constant = config.plugins.is_empty() && interceptors.next().is_none();
        drop(interceptors);

        let mut fixed: Vec<_> = default_plugins(defaults).into_iter().collect();
        #[cfg(all(feature = "rustls-ring", not(feature = "default-https-client")))]
        fixed.push(SharedRuntimePlugin::new(super::ring::http_client_plugin(
            behavior_version,
        )));
        fixed.push(SharedRuntimePlugin::new(service.plugin()));
        fixed.push(SharedRuntimePlugin::new(
            StaticRuntimePlugin::new()
                .with_config(config.layer)
                .with_runtime_components(config.components),
        ));
        fixed.push(SharedRuntimePlugin::new(no_auth_plugin()));
        let fixed = merge(fixed, &config.plugins);
        let mut client = RuntimePlugins::new().with_client_plugins(fixed.clone());
        let mut with_metrics = client.clone();
        if let Ok(metrics) = metrics {
            // These methods are generic: if all plugins have one type, they are compiled once.
            with_metrics = with_metrics.with_client_plugin(SharedRuntimePlugin::new(metrics));
        }
        client = client.with_client_plugins(config.plugins.clone());
        let mut without_metrics = CallPlugins::new(client);
        without_metrics.constant = is_constant.then_some(fixed);
        Self {
            without_metrics,
            with_metrics: CallPlugins::new(with_metrics.with_client_plugins(config.plugins)),
        }
    }

    /// Records the retry mode and caches the user agent for all calls without overrides, if no plugin
    /// or interceptor of the user can change them. `bag` is the applied configuration.
    pub(crate) fn share_between_calls(&mut self, bag: &ConfigBag) {
        if self.without_metrics.constant.is_none() {
            return;
        }
        let mut layer = Layer::new("UnlessOverridden");
        record_retry_mode(bag, &mut layer);
        let plugin = Some(SharedRuntimePlugin::new(with_cache(layer)));
        self.without_metrics.unless_overridden.clone_from(&plugin);
        self.with_metrics.unless_overridden = plugin;
    }

    /// Returns the plugins of the client for a call that starts now.
    pub(crate) fn for_call(&self) -> &RuntimePlugins {
        &self.now().client
    }

    /// Returns the plugins for a call of `operation` without overrides that starts now.
    pub(crate) fn for_operation(&self, operation: &'static OperationPlugin) -> Arc<RuntimePlugins> {
        self.now().of_operation(operation)
    }

    /// Returns the plugins that apply now.
    ///
    /// Metrics cost a fifth of a call's allocations even if they are discarded. They are skipped if
    /// the process has not set a telemetry provider that records them.
    fn now(&self) -> &CallPlugins {
        match get_telemetry_provider() {
            Ok(provider) if records_metrics(&provider) => &self.with_metrics,
            _ => &self.without_metrics,
        }
    }
}

/// Returns `true` if `provider` records metrics, which the default provider does not.
fn records_metrics(provider: &TelemetryProvider) -> bool {
    provider.meter_provider().provider_name() != "noop"
}

/// Merges the components of `plugins` once for all calls, because the plugins are constant.
///
/// Nothing is merged if a plugin in `later` must be applied between them.
fn merge(
    plugins: Vec<SharedRuntimePlugin>,
    later: &[SharedRuntimePlugin],
) -> Vec<SharedRuntimePlugin> {
    let plugins = sorted(plugins);
    let last = plugins.last().map(RuntimePlugin::order);
    if later.iter().any(|plugin| Some(plugin.order()) < last) {
        return plugins;
    }
    let mut components = RuntimeComponentsBuilder::new("merged");
    for plugin in &plugins {
        let next = plugin.runtime_components(&components).into_owned();
        components = components.merge_from(&next);
    }
    let mut merged = Vec::with_capacity(plugins.len() + 1);
    for plugin in &plugins {
        if let Some(layer) = plugin.config() {
            merged.push(SharedRuntimePlugin::new(LayerPlugin(layer)));
        }
    }
    // The clone has no spare capacity.
    let components = RuntimeComponentsBuilder::new("merged").merge_from(&components);
    let components = StaticRuntimePlugin::new().with_runtime_components(components);
    merged.push(SharedRuntimePlugin::new(components));
    merged
}

/// Returns `plugins` as the orchestrator applies them: by order, and as before where that is equal.
///
/// The standard library's sort would be compiled for this list of about ten plugins only.
fn sorted(plugins: Vec<SharedRuntimePlugin>) -> Vec<SharedRuntimePlugin> {
    let mut sorted: Vec<SharedRuntimePlugin> = Vec::with_capacity(plugins.len());
    for plugin in plugins {
        let place = sorted.partition_point(|other| other.order() <= plugin.order());
        sorted.insert(place, plugin);
    }
    sorted
}

/// Returns the plugin that adds the scheme without authentication, but does not select it.
#[expect(deprecated, reason = "its successor also selects the scheme")]
fn no_auth_plugin() -> impl RuntimePlugin + 'static {
    aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePlugin::new()
}

/// Adds the plugins for the overrides of a call to `plugins`.
pub(crate) fn override_plugins(
    mut plugins: RuntimePlugins,
    overrides: ConfigBuilder,
    config: &ClientConfig,
) -> RuntimePlugins {
    plugins = plugins.with_operation_plugins(overrides.plugins);
    let mut layer = overrides.layer;
    let mut components = overrides.components;
    let mut resolver = Resolver::overrid(
        config.layer.clone(),
        &config.components,
        &mut layer,
        &mut components,
    );
    let region = resolver.config_mut().load::<Region>().cloned();
    if let Some(region) = region {
        resolver.config_mut().store_put(SigningRegion::from(region));
    }
    // A call with separate credentials gets a separate cache. In the client's cache, each such call
    // would leave a partition behind. The cache is lazy, so that all attempts share an identity.
    if components.has_identity_resolvers() && components.identity_cache().is_none() {
        components.set_identity_cache(Some(IdentityCache::lazy().max_partitions(1).build()));
    }
    let layer = Layer::from(layer).with_name("ConfigOverride").freeze();
    plugins.with_operation_plugin(SharedRuntimePlugin::new(
        StaticRuntimePlugin::new()
            .with_config(layer)
            .with_runtime_components(components),
    ))
}

#[cfg(test)]
mod tests;
