//! Re-exported items are identical to the upstream items, so that values pass between crates.
//!
//! These checks happen at compile time: a new type in place of a re-export would not compile.

use aws_smithy_async::rt::sleep;
use aws_smithy_runtime::client as runtime;
use aws_smithy_runtime_api::client::interceptors::context;
use aws_smithy_runtime_api::{box_error, client, shared};
use aws_smithy_types as types;
use ivs_sdk::{config, error, operation, primitives};

/// Implemented only if both types are the same.
trait Is<T: ?Sized> {}

impl<T: ?Sized> Is<T> for T {}

fn same<A: Is<B> + ?Sized, B: ?Sized>() {}

macro_rules! same {
    ($($ours:ty = $theirs:ty;)+) => {
        const _: fn() = || {
            $(same::<$ours, $theirs>();)+
        };
    };
}

same! {
    config::AppName = aws_types::app_name::AppName;
    config::BehaviorVersion = client::behavior_version::BehaviorVersion;
    config::ConfigBag = types::config_bag::ConfigBag;
    config::Credentials = aws_credential_types::Credentials;
    config::FrameworkMetadata = aws_types::sdk_ua_metadata::FrameworkMetadata;
    config::FrozenLayer = types::config_bag::FrozenLayer;
    config::IdentityCache = runtime::identity::IdentityCache;
    config::Layer = types::config_bag::Layer;
    config::Region = aws_types::region::Region;
    config::RuntimeComponents = client::runtime_components::RuntimeComponents;
    config::RuntimeComponentsBuilder = client::runtime_components::RuntimeComponentsBuilder;
    config::SharedAsyncSleep = sleep::SharedAsyncSleep;
    config::SharedCredentialsProvider = aws_credential_types::provider::SharedCredentialsProvider;
    config::SharedHttpClient = client::http::SharedHttpClient;
    config::SharedIdentityCache = client::identity::SharedIdentityCache;
    config::SharedInterceptor = client::interceptors::SharedInterceptor;
    config::SharedRuntimePlugin = client::runtime_plugin::SharedRuntimePlugin;
    config::Sleep = sleep::Sleep;
    config::StalledStreamProtectionConfig
        = client::stalled_stream_protection::StalledStreamProtectionConfig;
    config::endpoint::Endpoint = types::endpoint::Endpoint;
    config::endpoint::EndpointFuture = client::endpoint::EndpointFuture;
    config::endpoint::SharedEndpointResolver = client::endpoint::SharedEndpointResolver;
    config::http::HttpRequest = client::orchestrator::HttpRequest;
    config::http::HttpResponse = client::orchestrator::HttpResponse;
    config::interceptors::AfterDeserializationInterceptorContextRef
        = context::AfterDeserializationInterceptorContextRef;
    config::interceptors::BeforeDeserializationInterceptorContextMut
        = context::BeforeDeserializationInterceptorContextMut;
    config::interceptors::BeforeDeserializationInterceptorContextRef
        = context::BeforeDeserializationInterceptorContextRef;
    config::interceptors::BeforeSerializationInterceptorContextMut
        = context::BeforeSerializationInterceptorContextMut;
    config::interceptors::BeforeSerializationInterceptorContextRef
        = context::BeforeSerializationInterceptorContextRef;
    config::interceptors::BeforeTransmitInterceptorContextMut
        = context::BeforeTransmitInterceptorContextMut;
    config::interceptors::BeforeTransmitInterceptorContextRef
        = context::BeforeTransmitInterceptorContextRef;
    config::interceptors::FinalizerInterceptorContextMut = context::FinalizerInterceptorContextMut;
    config::interceptors::FinalizerInterceptorContextRef = context::FinalizerInterceptorContextRef;
    config::interceptors::InterceptorContext = context::InterceptorContext;
    config::retry::ClientRateLimiter = runtime::retries::ClientRateLimiter;
    config::retry::ReconnectMode = types::retry::ReconnectMode;
    config::retry::RetryAction = client::retries::classifiers::RetryAction;
    config::retry::RetryConfig = types::retry::RetryConfig;
    config::retry::RetryConfigBuilder = types::retry::RetryConfigBuilder;
    config::retry::RetryMode = types::retry::RetryMode;
    config::retry::RetryPartition = runtime::retries::RetryPartition;
    config::retry::ShouldAttempt = client::retries::ShouldAttempt;
    config::retry::TokenBucket = runtime::retries::TokenBucket;
    config::timeout::TimeoutConfig = types::timeout::TimeoutConfig;
    config::timeout::TimeoutConfigBuilder = types::timeout::TimeoutConfigBuilder;
    error::BoxError = box_error::BoxError;
    error::BuildError = types::error::operation::BuildError;
    error::ConnectorError = client::result::ConnectorError;
    error::DisplayErrorContext<std::fmt::Error>
        = types::error::display::DisplayErrorContext<std::fmt::Error>;
    error::ErrorMetadata = types::error::metadata::ErrorMetadata;
    primitives::Blob = types::Blob;
    primitives::DateTime = types::DateTime;
    primitives::DateTimeFormat = types::date_time::Format;
    error::SdkError<()> = client::result::SdkError<(), client::orchestrator::HttpResponse>;
}

// Traits are compared by their trait objects.
same! {
    dyn config::AsyncSleep = dyn sleep::AsyncSleep;
    dyn config::HttpClient = dyn client::http::HttpClient;
    dyn config::Intercept = dyn client::interceptors::Intercept;
    dyn config::IntoShared<()> = dyn shared::IntoShared<()>;
    dyn config::ProvideCredentials = dyn aws_credential_types::provider::ProvideCredentials;
    dyn config::ResolveCachedIdentity = dyn client::identity::ResolveCachedIdentity;
    dyn config::RuntimePlugin = dyn client::runtime_plugin::RuntimePlugin;
    dyn config::retry::ClassifyRetry = dyn client::retries::classifiers::ClassifyRetry;
    dyn error::ProvideErrorMetadata = dyn types::error::metadata::ProvideErrorMetadata;
    dyn operation::RequestId = dyn aws_types::request_id::RequestId;
}
