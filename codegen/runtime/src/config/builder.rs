//! The builder of the configuration.

use aws_credential_types::provider::SharedCredentialsProvider;
use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_runtime::service_clock_skew::DisableClockSkewCorrection;
use aws_smithy_runtime::client::auth::no_auth::NoAuthRuntimePluginV2;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::config_bag::{CloneableLayer, Layer, Storable, StoreReplace};
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::region::{Region, SigningRegion};
use aws_types::sdk_ua_metadata::FrameworkMetadata;

use super::ClientConfig;
use crate::endpoint::{InvalidUrlSource, is_valid_url};
use crate::retries::OnlySafeRetries;
use crate::service::Service;

/// The settings of a client, or the overrides of one call.
#[derive(Clone, Debug)]
pub struct ConfigBuilder {
    /// The settings that are values.
    pub layer: CloneableLayer,
    /// The settings that are components, such as HTTP clients and interceptors.
    pub components: RuntimeComponentsBuilder,
    pub(super) plugins: Vec<SharedRuntimePlugin>,
    /// The version of the AWS runtime's defaults.
    pub behavior_version: Option<BehaviorVersion>,
}

impl Default for ConfigBuilder {
    // Otherwise, each application would compile the maps of the layer.
    #[inline(never)]
    fn default() -> Self {
        Self {
            layer: CloneableLayer::default(),
            components: RuntimeComponentsBuilder::new("service config"),
            plugins: Vec::new(),
            behavior_version: None,
        }
    }
}

impl ConfigBuilder {
    pub(super) fn from_parts(
        layer: CloneableLayer,
        components: RuntimeComponentsBuilder,
        plugins: Vec<SharedRuntimePlugin>,
        behavior_version: Option<BehaviorVersion>,
    ) -> Self {
        Self {
            layer,
            components,
            plugins,
            behavior_version,
        }
    }

    /// Stores `value`, or removes the stored value if it is `None`.
    pub fn store_or_unset<T>(&mut self, value: Option<T>)
    where
        T: Storable<Storer = StoreReplace<T>> + Clone,
    {
        self.layer.store_or_unset(value);
    }

    /// Sets or unsets the region, which most applications set.
    pub fn region(&mut self, region: Option<Region>) {
        self.store_or_unset(region);
    }

    /// Adds a runtime plugin.
    pub fn push_plugin(&mut self, plugin: SharedRuntimePlugin) {
        self.plugins.push(plugin);
    }

    /// Sets the credentials provider. `None` changes nothing.
    pub fn credentials_provider(&mut self, provider: Option<SharedCredentialsProvider>) {
        if let Some(provider) = provider {
            self.components.set_identity_resolver(SCHEME_ID, provider);
        }
    }

    /// Sets the partition of clients that share a retry quota. `None` changes nothing.
    pub fn retry_partition(&mut self, partition: Option<RetryPartition>) {
        if let Some(partition) = partition {
            self.layer.store_put(partition);
        }
    }

    /// Allows unsigned requests.
    pub fn allow_no_auth(&mut self) {
        self.push_plugin(SharedRuntimePlugin::new(NoAuthRuntimePluginV2::new()));
    }

    /// Sets the retry configuration. `None` changes nothing.
    pub fn retry_config(&mut self, config: Option<RetryConfig>) {
        if let Some(config) = config {
            self.layer.store_put(config);
        }
    }

    /// Sets whether requests that are not safe to repeat are sent once.
    pub fn only_safe_retries(&mut self, on: Option<bool>) {
        self.store_or_unset(on.map(OnlySafeRetries));
    }

    /// Sets timeouts. Those that `config` does not set keep their values.
    pub fn timeout_config(&mut self, config: Option<TimeoutConfig>) {
        let Some(mut config) = config else { return };
        if let Some(base) = self.layer.load::<TimeoutConfig>() {
            config.take_defaults_from(base);
        }
        self.layer.store_put(config);
    }

    /// Adds input members that telemetry may record.
    pub fn telemetry_attributes(&mut self, add: impl FnOnce(&mut RequestedTelemetryAttributes)) {
        let requested = self.layer.load::<RequestedTelemetryAttributes>();
        let mut requested = requested.cloned().unwrap_or_default();
        add(&mut requested);
        self.layer.store_put(requested);
    }

    /// Adds a framework to the user agent.
    pub fn push_framework_metadata(&mut self, metadata: FrameworkMetadata) {
        self.layer.store_append(metadata);
    }

    /// Disables the correction of clock skew, or enables it again.
    pub fn disable_clock_skew_correction(&mut self, disable: Option<bool>) {
        self.store_or_unset::<DisableClockSkewCorrection>(disable.map(Into::into));
    }

    /// Sets the endpoint URL, a parameter of the endpoint resolver.
    pub fn endpoint_url(&mut self, url: Option<String>) {
        let is_invalid = url.as_deref().is_some_and(|url| !is_valid_url(url));
        let source = is_invalid.then_some(InvalidUrlSource("the setter `endpoint_url`".into()));
        self.store_or_unset(source);
        self.store_or_unset(url.map(EndpointUrl));
    }

    /// Enables or disables dual-stack endpoints (IPv6 and IPv4).
    pub fn use_dual_stack(&mut self, on: Option<bool>) {
        self.store_or_unset(on.map(UseDualStack));
    }

    /// Enables or disables FIPS endpoints.
    pub fn use_fips(&mut self, on: Option<bool>) {
        self.store_or_unset(on.map(UseFips));
    }

    /// Applies settings for tests: a fixed time, user agent and credentials.
    #[cfg(feature = "test-util")]
    pub fn apply_test_defaults(&mut self) {
        use aws_credential_types::Credentials;
        use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
        use std::time::{Duration, UNIX_EPOCH};

        let time = StaticTimeSource::new(UNIX_EPOCH + Duration::from_secs(1_234_567_890));
        self.components
            .set_time_source(Some(SharedTimeSource::new(time)));
        self.layer
            .store_put(aws_runtime::user_agent::AwsUserAgent::for_tests());
        self.credentials_provider(Some(SharedCredentialsProvider::new(
            Credentials::for_tests(),
        )));
        #[cfg(feature = "bearer-auth")]
        self.token_provider(Some(
            aws_credential_types::provider::token::SharedTokenProvider::new(
                aws_credential_types::Token::for_tests(),
            ),
        ));
        #[cfg(feature = "idempotency-tokens")]
        self.store_or_unset(Some(super::IdempotencyTokenProvider::fixed(
            "00000000-0000-4000-8000-000000000000",
        )));
        self.behavior_version = Some(BehaviorVersion::latest());
    }

    /// Like [`apply_test_defaults`](Self::apply_test_defaults), and sets the region if it is unset.
    #[cfg(feature = "test-util")]
    pub fn apply_test_defaults_v2(&mut self) {
        self.apply_test_defaults();
        if self.layer.load::<Region>().is_none() {
            self.store_or_unset(Some(Region::new("us-east-1")));
        }
    }

    /// Returns the configuration for a client of `service`.
    pub fn build(mut self, service: &'static Service) -> ClientConfig {
        if self.components.time_source().is_none() {
            self.components.set_time_source(Some(Default::default()));
        }
        self.layer.store_put(service.metadata.clone());
        self.layer
            .store_put(SigningName::from_static(service.signing_name));
        if let Some(region) = self.layer.load::<Region>().cloned() {
            self.layer.store_put(SigningRegion::from(region));
        }
        let frozen = Layer::from(self.layer.clone()).with_name("Config").freeze();
        ClientConfig::new(service, frozen, self)
    }
}
