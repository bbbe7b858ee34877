//! The settings of a client, finished.

use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::config_bag::{CloneableLayer, FrozenLayer};
use aws_types::sdk_ua_metadata::FrameworkMetadata;

use super::ConfigBuilder;
use crate::service::Service;

/// A client's configuration.
#[derive(Clone, Debug)]
pub struct ClientConfig {
    pub(super) service: &'static Service,
    // Both layers hold the same; a frozen one cannot go back to a builder.
    pub(super) layer: FrozenLayer,
    cloneable: CloneableLayer,
    /// The settings that are components.
    pub components: RuntimeComponentsBuilder,
    pub(super) plugins: Vec<SharedRuntimePlugin>,
    pub(super) behavior_version: Option<BehaviorVersion>,
}

impl ClientConfig {
    pub(super) fn new(
        service: &'static Service,
        layer: FrozenLayer,
        builder: ConfigBuilder,
    ) -> Self {
        Self {
            service,
            layer,
            cloneable: builder.layer,
            components: builder.components,
            plugins: builder.plugins,
            behavior_version: builder.behavior_version,
        }
    }

    /// A builder that starts from these settings.
    pub fn to_builder(&self) -> ConfigBuilder {
        ConfigBuilder::from_parts(
            self.cloneable.clone(),
            self.components.clone(),
            self.plugins.clone(),
            self.behavior_version,
        )
    }

    /// The settings that are data.
    pub fn layer(&self) -> &FrozenLayer {
        &self.layer
    }

    /// The resolver that was set, or that of the model's rules.
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        let resolver = self.components.endpoint_resolver();
        resolver.unwrap_or_else(self.service.endpoint_resolver)
    }

    /// The frameworks that the user agent names, the first first.
    pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
        let mut entries: Vec<_> = self.layer.load::<FrameworkMetadata>().collect();
        entries.reverse();
        entries
    }

    /// Whether clock skew is left uncorrected.
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        let disable = self.layer.load::<DisableClockSkewCorrection>();
        disable.map(DisableClockSkewCorrection::is_disabled)
    }
}
