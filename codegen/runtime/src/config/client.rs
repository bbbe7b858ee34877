//! The configuration of a client.

use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::config_bag::{CloneableLayer, FrozenLayer};
use aws_types::sdk_ua_metadata::FrameworkMetadata;

use super::ConfigBuilder;
use crate::retries::OnlySafeRetries;
use crate::service::Service;

/// A client's configuration.
#[derive(Clone, Debug)]
pub struct ClientConfig {
    pub(super) service: &'static Service,
    // Both layers have the same settings; a frozen one cannot be converted back to a builder.
    pub(super) layer: FrozenLayer,
    cloneable: CloneableLayer,
    /// The settings that are components, such as HTTP clients and interceptors.
    pub components: RuntimeComponentsBuilder,
    pub(super) plugins: Vec<SharedRuntimePlugin>,
    pub(super) behavior_version: Option<BehaviorVersion>,
    /// The setting in the layer, which is expensive to search.
    only_safe_retries: Option<bool>,
}

impl ClientConfig {
    pub(super) fn new(
        service: &'static Service,
        layer: FrozenLayer,
        builder: ConfigBuilder,
    ) -> Self {
        let only_safe_retries = layer.load::<OnlySafeRetries>().map(|setting| setting.0);
        Self {
            service,
            layer,
            cloneable: builder.layer,
            components: builder.components,
            plugins: builder.plugins,
            behavior_version: builder.behavior_version,
            only_safe_retries,
        }
    }

    /// Returns `true` if requests that are not safe to repeat are sent once, or `None` if that is not
    /// set.
    pub fn only_safe_retries(&self) -> Option<bool> {
        self.only_safe_retries
    }

    /// Returns `true` if a call with these overrides only repeats what is safe to repeat.
    pub(crate) fn only_safe(&self, overrides: Option<&ConfigBuilder>) -> bool {
        let setting = overrides.and_then(|overrides| overrides.layer.load::<OnlySafeRetries>());
        let setting = setting.map(|setting| setting.0);
        setting.or(self.only_safe_retries).unwrap_or_default()
    }

    /// Returns a builder with these settings.
    pub fn to_builder(&self) -> ConfigBuilder {
        ConfigBuilder::from_parts(
            self.cloneable.clone(),
            self.components.clone(),
            self.plugins.clone(),
            self.behavior_version,
        )
    }

    /// Returns the settings that are values.
    pub fn layer(&self) -> &FrozenLayer {
        &self.layer
    }

    /// Returns the configured endpoint resolver, or the one for the model's rules.
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        let resolver = self.components.endpoint_resolver();
        resolver.unwrap_or_else(self.service.endpoint_resolver)
    }

    /// Returns the frameworks in the user agent, in the order in which they were added.
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        let mut entries: Vec<_> = self.layer.load::<FrameworkMetadata>().collect();
        entries.reverse();
        entries
    }

    /// Returns `true` if the correction of clock skew is disabled, or `None` if that is not set.
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        let disable = self.layer.load::<DisableClockSkewCorrection>();
        disable.map(DisableClockSkewCorrection::is_disabled)
    }
}
