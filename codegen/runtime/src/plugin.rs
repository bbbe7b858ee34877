//! The runtime plugin of an operation, created once per process.

mod interceptor;

use std::borrow::Cow;
use std::sync::OnceLock;

use aws_runtime::auth::{PayloadSigningOverride, SigV4OperationSigningConfig, SigningOptions};
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::orchestrator::{Metadata, SensitiveOutput};
pub use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
pub use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{SharedRequestSerializer, SharedResponseDeserializer};
pub use aws_smithy_types::config_bag::FrozenLayer;
use aws_smithy_types::config_bag::Layer;

use self::interceptor::OperationInterceptor;
use crate::codec::Codec;
use crate::operation::{Descriptor, Operation};
use crate::optional_interceptors;
use crate::retries::classifiers;
use crate::span::SpanSite;

/// The runtime plugin of an operation: its configuration and components.
#[derive(Debug)]
pub struct OperationPlugin {
    descriptor: &'static Descriptor,
    span: &'static SpanSite,
    shared: SharedRuntimePlugin,
}

/// A cell for the plugin of an operation, which is created on first use.
#[derive(Debug)]
pub struct PluginCell(OnceLock<OperationPlugin>);

impl PluginCell {
    /// Creates an empty cell.
    #[expect(clippy::new_without_default, reason = "it is only used in statics")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// Returns the plugin; calls `create` on first use.
    ///
    /// `create` is a function pointer so that all operations share one instance of this code.
    pub fn get(&self, create: fn() -> OperationPlugin) -> &OperationPlugin {
        self.0.get_or_init(create)
    }
}

/// A plugin with fixed configuration and components.
#[derive(Debug)]
struct FixedPlugin {
    config: FrozenLayer,
    components: RuntimeComponentsBuilder,
}

/// A plugin with fixed configuration, much smaller than one that may have components.
#[derive(Debug)]
pub(crate) struct LayerPlugin(pub(crate) FrozenLayer);

impl RuntimePlugin for LayerPlugin {
    fn config(&self) -> Option<FrozenLayer> {
        Some(self.0.clone())
    }
}

impl OperationPlugin {
    /// Creates the plugin of `O`.
    pub fn of<O: Operation>() -> Self {
        Self::new(&const { Descriptor::of::<O>() })
    }

    fn new(descriptor: &'static Descriptor) -> Self {
        let names = descriptor.names;
        let mut layer = Layer::new(names.operation);
        layer.store_put(SharedRequestSerializer::new(Codec(descriptor)));
        layer.store_put(SharedResponseDeserializer::new(Codec(descriptor)));
        if descriptor.sensitive_output {
            layer.store_put(SensitiveOutput);
        }
        layer.store_put((names.service.auth_params)(names.operation));
        layer.store_put(Metadata::new(names.operation, names.service.id));
        let mut signing_options = SigningOptions::default();
        signing_options.double_uri_encode = true;
        // An unsigned body must be declared to the service.
        signing_options.content_sha256_header = descriptor.http_options.unsigned_payload;
        signing_options.normalize_uri_path = true;
        signing_options.payload_override = None;
        if descriptor.http_options.unsigned_payload {
            layer.store_put(PayloadSigningOverride::unsigned_payload());
        }
        layer.store_put(SigV4OperationSigningConfig {
            signing_options,
            ..SigV4OperationSigningConfig::default()
        });

        let mut components = RuntimeComponentsBuilder::new(names.operation);
        if descriptor.captures {
            components.push_interceptor(SharedInterceptor::permanent(
                OperationInterceptor::TelemetryCapture(descriptor),
            ));
        }
        components.push_interceptor(SharedInterceptor::permanent(
            StalledStreamProtectionInterceptor::default(),
        ));
        components.push_interceptor(SharedInterceptor::permanent(
            OperationInterceptor::EndpointParams(descriptor),
        ));
        optional_interceptors::push_interceptors(descriptor, &mut components);
        for classifier in classifiers(descriptor) {
            components.push_retry_classifier(classifier);
        }

        let config = layer.freeze();
        Self {
            descriptor,
            span: SpanSite::leak(&descriptor.names),
            shared: SharedRuntimePlugin::new(FixedPlugin { config, components }),
        }
    }

    /// Returns the configuration layer of the plugin.
    pub fn config(&self) -> Option<FrozenLayer> {
        self.shared.config()
    }

    /// Returns the components of the plugin.
    pub fn runtime_components(
        &self,
        current: &RuntimeComponentsBuilder,
    ) -> Cow<'_, RuntimeComponentsBuilder> {
        self.shared.runtime_components(current)
    }

    pub(crate) fn descriptor(&self) -> &'static Descriptor {
        self.descriptor
    }

    pub(crate) fn span(&self) -> tracing::Span {
        self.span.span(&self.descriptor.names)
    }

    pub(crate) fn shared(&self) -> SharedRuntimePlugin {
        self.shared.clone()
    }
}

impl RuntimePlugin for FixedPlugin {
    fn config(&self) -> Option<FrozenLayer> {
        Some(self.config.clone())
    }

    fn runtime_components(
        &self,
        _: &RuntimeComponentsBuilder,
    ) -> Cow<'_, RuntimeComponentsBuilder> {
        Cow::Borrowed(&self.components)
    }
}

#[cfg(test)]
mod tests {
    use aws_runtime::auth::SigV4OperationSigningConfig;
    use aws_smithy_runtime_api::client::interceptors::Intercept as _;
    use aws_smithy_runtime_api::client::orchestrator::Metadata;
    use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry as _;
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;

    use crate::testing::Greet;

    #[test]
    fn a_plugin_has_metadata_and_signing_options() {
        let config = Greet::plugin().config().expect("a layer");
        let metadata = config.load::<Metadata>().expect("metadata");
        assert_eq!((metadata.name(), metadata.service()), ("Greet", "greeter"));
        let signing = config.load::<SigV4OperationSigningConfig>();
        let options = &signing.expect("signing options").signing_options;
        assert!(options.double_uri_encode && options.normalize_uri_path);
        assert!(!options.content_sha256_header && options.payload_override.is_none());
    }

    #[test]
    fn a_plugin_has_interceptors_and_retry_classifiers() {
        let empty = RuntimeComponentsBuilder::new("empty");
        let components = Greet::plugin().runtime_components(&empty);
        let names: Vec<_> = components
            .interceptors()
            .map(|interceptor| interceptor.name())
            .collect();
        let expected = [
            "GreetTelemetryInputCaptureInterceptor",
            "StalledStreamProtectionInterceptor",
            "GreetEndpointParamsInterceptor",
        ];
        assert_eq!(names, expected);
        let names: Vec<_> = components
            .retry_classifiers()
            .map(|classifier| classifier.name().to_owned())
            .collect();
        let expected = [
            "Retryable Smithy Errors",
            "Errors Modeled As Retryable",
            "AWS Error Code",
            "ServiceClockSkew",
        ];
        assert_eq!(names, expected);
    }
}
