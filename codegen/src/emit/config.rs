//! Configuration: `Config`, its `Builder`, and re-exports.

mod auth;
mod builder;
mod getters;
mod optional_settings;
mod settings;

use proc_macro2::TokenStream;
use quote::quote;

use super::Files;
use crate::ir::Client;
use crate::options::Options;

/// Emits `config.rs` and its submodules, except `config/endpoint.rs`.
pub(super) fn emit(client: &Client, options: &Options, files: &mut Files) {
    let service = service(client, options);
    let config = getters::config(client, &options.lib_name());
    let builder = builder::builder(client, options);
    let uses = uses();
    let optional_uses = optional_settings::uses(client);
    files.rust(
        "src/config.rs",
        quote!(#uses #optional_uses #service #config #builder),
    );
    files.rust("src/config/auth.rs", auth::auth(client));
    for (path, tokens) in re_exports() {
        files.rust(path, tokens);
    }
}

fn service(client: &Client, options: &Options) -> TokenStream {
    let (id, name) = (&client.service.id, &client.service.name);
    let signing_name = client.service.signing_name.as_deref().unwrap_or_default();
    let package = &options.crate_name;
    quote! {
        /// Description of the service for the runtime.
        pub(crate) const SERVICE: &restjson1_runtime::service::Service =
            &restjson1_runtime::service::Service {
                id: #id,
                name: #name,
                signing_name: #signing_name,
                package: #package,
                metadata: crate::meta::API_METADATA,
                endpoint_params: endpoint::params,
                auth_params: auth::params,
                endpoint_resolver: endpoint::default_resolver,
                auth_resolver: auth::default_resolver,
            };
    }
}

fn uses() -> TokenStream {
    quote! {
        //! Configuration of a client or of a single request.
        //!
        //! [`Config::builder`] returns a [`Builder`] without settings; `Builder::from` takes the
        //! settings of a configuration that AWS clients share. The types of retries are in [`retry`],
        //! those of timeouts in [`timeout`], the contexts of interceptors in [`interceptors`], HTTP
        //! requests and responses in [`http`], and resolvers of endpoints and
        //! authentication schemes in [`endpoint`] and [`auth`].

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

        pub mod auth;
        pub mod endpoint;
        pub mod http;
        pub mod interceptors;
        pub mod retry;
        pub mod timeout;
    }
}

fn re_exports() -> [(&'static str, TokenStream); 4] {
    [
        (
            "src/config/http.rs",
            quote! {
                //! Types of HTTP requests and responses.

                pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
            },
        ),
        (
            "src/config/interceptors.rs",
            quote! {
                //! Contexts that interceptors receive.

                pub use aws_smithy_runtime_api::client::interceptors::context::{
                    AfterDeserializationInterceptorContextRef,
                    BeforeDeserializationInterceptorContextMut,
                    BeforeDeserializationInterceptorContextRef,
                    BeforeSerializationInterceptorContextMut,
                    BeforeSerializationInterceptorContextRef,
                    BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
                    FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
                    InterceptorContext,
                };
            },
        ),
        (
            "src/config/retry.rs",
            quote! {
                //! Configuration of retries.

                pub use aws_smithy_runtime::client::retries::{
                    ClientRateLimiter, RetryPartition, TokenBucket,
                };
                pub use aws_smithy_runtime_api::client::retries::ShouldAttempt;
                pub use aws_smithy_runtime_api::client::retries::classifiers::{
                    ClassifyRetry, RetryAction,
                };
                pub use aws_smithy_types::retry::{
                    ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode,
                };
            },
        ),
        (
            "src/config/timeout.rs",
            quote! {
                //! Configuration of timeouts.

                pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
            },
        ),
    ]
}
