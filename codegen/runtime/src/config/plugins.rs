//! The runtime plugins that apply the configuration.

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
use aws_smithy_types::config_bag::Layer;
use aws_types::region::{Region, SigningRegion};

use super::{ClientConfig, ConfigBuilder};

/// The plugins of all calls of a client.
#[derive(Debug)]
pub(crate) struct ClientPlugins {
    without_metrics: RuntimePlugins,
    with_metrics: RuntimePlugins,
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

        let mut fixed: Vec<_> = default_plugins(defaults).into_iter().collect();
        #[cfg(all(feature = "rustls-ring", not(feature = "default-https-client")))]
        fixed.push(SharedRuntimePlugin::new(super::ring::http_client_plugin(
            behavior_version,
        )));
        fixed.extend([
            SharedRuntimePlugin::new(service.plugin()),
            SharedRuntimePlugin::new(
                StaticRuntimePlugin::new()
                    .with_config(config.layer)
                    .with_runtime_components(config.components),
            ),
            SharedRuntimePlugin::new(no_auth_plugin()),
        ]);
        let merged = merge(fixed, &config.plugins);
        let mut with_metrics = merged.clone();
        if let Ok(metrics) = metrics {
            with_metrics = with_metrics.with_client_plugin(metrics);
        }
        Self {
            without_metrics: merged.with_client_plugins(config.plugins.clone()),
            with_metrics: with_metrics.with_client_plugins(config.plugins),
        }
    }

    /// Returns the plugins for a call that starts now.
    ///
    /// Metrics cost a fifth of a call's allocations even if they are discarded. They are skipped if
    /// the process has not set a telemetry provider that records them.
    pub(crate) fn for_call(&self) -> &RuntimePlugins {
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
fn merge(mut plugins: Vec<SharedRuntimePlugin>, later: &[SharedRuntimePlugin]) -> RuntimePlugins {
    // The orchestrator applies plugins in this order.
    plugins.sort_by_key(RuntimePlugin::order);
    let last = plugins.last().map(RuntimePlugin::order);
    if later.iter().any(|plugin| Some(plugin.order()) < last) {
        return RuntimePlugins::new().with_client_plugins(plugins);
    }
    let mut components = RuntimeComponentsBuilder::new("merged");
    for plugin in &plugins {
        let next = plugin.runtime_components(&components).into_owned();
        components = components.merge_from(&next);
    }
    let layers = plugins.iter().filter_map(RuntimePlugin::config);
    let layers = layers.map(|layer| StaticRuntimePlugin::new().with_config(layer));
    RuntimePlugins::new()
        .with_client_plugins(layers.map(SharedRuntimePlugin::new))
        .with_client_plugin(StaticRuntimePlugin::new().with_runtime_components(components))
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
    plugins.with_operation_plugin(
        StaticRuntimePlugin::new()
            .with_config(layer)
            .with_runtime_components(components),
    )
}

#[cfg(test)]
mod tests;
