//! The interface between services and the runtime, and the components of all calls.

use aws_runtime::auth::sigv4::SigV4AuthScheme;
use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::recursion_detection::RecursionDetectionInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::service_clock_skew::ServiceClockSkewInterceptor;
use aws_runtime::user_agent::{ApiMetadata, UserAgentInterceptor};
use aws_smithy_runtime::client::http::connection_poisoning::ConnectionPoisoningInterceptor;
use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
use aws_smithy_runtime::client::retries::classifiers::HttpStatusCodeClassifier;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemeOptionResolverParams, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, SharedEndpointResolver};
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{Order, StaticRuntimePlugin};
use aws_smithy_types::config_bag::{ConfigBag, Layer};

use crate::features::FeatureTracker;

/// The names of a service, and constructors for types that differ between clients.
#[derive(Debug)]
pub struct Service {
    /// The ID of the service in AWS SDKs, such as `ivs`.
    pub id: &'static str,
    /// The name of the service shape, such as `AmazonInteractiveVideoService`.
    pub name: &'static str,
    /// The name of the service in request signatures.
    pub signing_name: &'static str,
    /// The package of the client, which is the scope of its metrics.
    pub package: &'static str,
    /// The service and the version of the client, for the user agent.
    pub metadata: ApiMetadata,
    /// Returns the endpoint parameters for the configuration of a call.
    pub endpoint_params: fn(&ConfigBag) -> Result<EndpointResolverParams, BoxError>,
    /// Returns the auth scheme parameters for the name of an operation.
    pub auth_params: fn(&'static str) -> AuthSchemeOptionResolverParams,
    /// Returns the resolver for the endpoint rules of the model.
    pub endpoint_resolver: fn() -> SharedEndpointResolver,
    /// Returns the resolver for the auth schemes of the model.
    pub auth_resolver: fn() -> SharedAuthSchemeOptionResolver,
}

impl Service {
    /// Creates the plugin with the components of all calls.
    pub(crate) fn plugin(&self) -> StaticRuntimePlugin {
        let mut layer = Layer::new(self.name);
        layer.store_put(AuthSchemeAndEndpointOrchestrationV2);

        let mut components = RuntimeComponentsBuilder::new("ServiceRuntimePlugin");
        components.set_auth_scheme_option_resolver(Some((self.auth_resolver)()));
        components.set_endpoint_resolver(Some((self.endpoint_resolver)()));
        components.push_auth_scheme(SharedAuthScheme::new(SigV4AuthScheme::new()));
        #[cfg(feature = "bearer-auth")]
        components.push_auth_scheme(SharedAuthScheme::new(
            aws_smithy_runtime::client::auth::http::BearerAuthScheme::new(),
        ));
        components.push_retry_classifier(SharedRetryClassifier::new(
            HttpStatusCodeClassifier::default(),
        ));
        // The order is that of the official client. Users can disable those that are not permanent.
        components.push_interceptor(SharedInterceptor::permanent(
            ConnectionPoisoningInterceptor::new(),
        ));
        components.push_interceptor(SharedInterceptor::permanent(FeatureTracker::RetryMode));
        components.push_interceptor(SharedInterceptor::new(ServiceClockSkewInterceptor::new()));
        components.push_interceptor(SharedInterceptor::new(RequestInfoInterceptor::new()));
        components.push_interceptor(SharedInterceptor::new(UserAgentInterceptor::new()));
        components.push_interceptor(SharedInterceptor::new(InvocationIdInterceptor::new()));
        components.push_interceptor(SharedInterceptor::permanent(
            RecursionDetectionInterceptor::new(),
        ));
        components.push_interceptor(SharedInterceptor::permanent(
            FeatureTracker::EndpointOverride,
        ));
        components.push_interceptor(SharedInterceptor::permanent(FeatureTracker::Observability));

        StaticRuntimePlugin::new()
            .with_order(Order::Defaults)
            .with_config(layer.freeze())
            .with_runtime_components(components)
    }
}

#[cfg(test)]
mod tests {
    use aws_runtime::invocation_id::InvocationIdInterceptor;
    use aws_runtime::request_info::RequestInfoInterceptor;
    use aws_runtime::service_clock_skew::ServiceClockSkewInterceptor;
    use aws_runtime::user_agent::UserAgentInterceptor;
    use aws_smithy_runtime_api::client::interceptors::{Intercept as _, disable_interceptor};
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
    use aws_smithy_runtime_api::client::runtime_plugin::{Order, RuntimePlugin as _};
    use aws_smithy_types::config_bag::{ConfigBag, Layer};

    use crate::testing::SERVICE;

    #[test]
    fn interceptors_have_the_official_order_and_four_can_be_disabled() {
        let plugin = SERVICE.plugin();
        assert_eq!(plugin.order(), Order::Defaults);
        let mut layer = Layer::new("test");
        layer.store_put(disable_interceptor::<ServiceClockSkewInterceptor>("test"));
        layer.store_put(disable_interceptor::<RequestInfoInterceptor>("test"));
        layer.store_put(disable_interceptor::<UserAgentInterceptor>("test"));
        layer.store_put(disable_interceptor::<InvocationIdInterceptor>("test"));
        let config = ConfigBag::of_layers(vec![layer]);

        let empty = RuntimeComponentsBuilder::new("empty");
        let components = plugin.runtime_components(&empty);
        let interceptors: Vec<_> = components
            .interceptors()
            .map(|interceptor| (interceptor.name(), interceptor.enabled(&config)))
            .collect();
        let expected = [
            ("ConnectionPoisoningInterceptor", true),
            ("RetryModeFeatureTrackerInterceptor", true),
            ("ServiceClockSkewInterceptor", false),
            ("RequestInfoInterceptor", false),
            ("UserAgentInterceptor", false),
            ("InvocationIdInterceptor", false),
            ("RecursionDetectionInterceptor", true),
            ("EndpointOverrideFeatureTrackerInterceptor", true),
            ("ObservabilityFeatureTrackerInterceptor", true),
        ];
        assert_eq!(interceptors, expected);
        let schemes = 1 + usize::from(cfg!(feature = "bearer-auth"));
        assert_eq!(components.auth_schemes().count(), schemes);
        assert_eq!(components.retry_classifiers().count(), 1);
    }
}
