// …

pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
pub use aws_smithy_runtime::client::identity::IdentityCache;
pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
pub use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
pub use aws_smithy_runtime_api::client::identity::{
    ResolveCachedIdentity, SharedIdentityCache,
};
pub use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
pub use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
pub use aws_smithy_runtime_api::client::runtime_plugin::{
    RuntimePlugin, SharedRuntimePlugin,
};
pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
pub use aws_smithy_runtime_api::shared::IntoShared;
pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
pub use aws_types::app_name::AppName;
pub use aws_types::region::Region;
pub use aws_types::sdk_ua_metadata::FrameworkMetadata;

// …

pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
pub use aws_smithy_runtime_api::client::identity::ResolveIdentity;
pub use aws_smithy_runtime_api::client::identity::http::Token;

// …

impl Builder {
    // …

    /// Sets the provider of the bearer tokens that requests are authenticated with.
    #[inline]
    pub fn token_provider(mut self, value: impl ProvideToken + 'static) -> Self {
        self.set_token_provider(Some(SharedTokenProvider::new(value)));
        self
    }

    /// Like [`token_provider`](Self::token_provider), by mutable reference.
    #[inline]
    pub fn set_token_provider(
        &mut self,
        value: Option<SharedTokenProvider>,
    ) -> &mut Self {
        self.inner.token_provider(value);
        self
    }

    // …

    /// Sets the bearer token that requests are authenticated with.
    #[inline]
    pub fn bearer_token(self, bearer_token: Token) -> Self {
        self.bearer_token_resolver(bearer_token)
    }

    /// Sets the resolver of the bearer tokens that requests are authenticated with.
    #[inline]
    pub fn bearer_token_resolver(
        mut self,
        bearer_token_resolver: impl ResolveIdentity + 'static,
    ) -> Self {
        self.inner.bearer_token_resolver(bearer_token_resolver.into_shared());
        self
    }

    // …
}

// …
