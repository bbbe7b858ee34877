//! `Config`: the configuration of a client.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::optional_settings;
use crate::emit::tokens::{doc, docs};
use crate::ir::Client;

/// Returns the type with its getters.
pub(super) fn config(client: &Client, lib_name: &str) -> TokenStream {
    let title = &client.service.markdown_title;
    let text = format!(
        r#"Configuration of a client for {title}.

[`builder`](Self::builder) starts without settings, [`new`](Self::new) with those that AWS
clients share.

```rust,no_run
use {lib_name}::Client;
use {lib_name}::config::{{BehaviorVersion, Config, Region}};

let config = Config::builder()
    .behavior_version(BehaviorVersion::latest())
    .region(Region::new("us-west-2"))
    .build();
let client = Client::from_conf(config);
```"#
    );
    let lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let docs = docs(&lines);
    let stored = stored().map(|(name, ty, docs)| {
        let name = format_ident!("{name}");
        let docs = doc(docs);
        quote! {
            #docs
            #[inline]
            pub fn #name(&self) -> Option<&#ty> {
                self.inner.layer().load::<#ty>()
            }
        }
    });
    let components = components().map(|(name, ty, docs)| {
        let name = format_ident!("{name}");
        let docs = doc(docs);
        quote! {
            #docs
            #[inline]
            pub fn #name(&self) -> Option<#ty> {
                self.inner.components.#name()
            }
        }
    });
    let lists = lists().map(|(name, ty, docs)| {
        let name = format_ident!("{name}");
        let docs = doc(docs);
        quote! {
            #docs
            #[inline]
            pub fn #name(&self) -> impl Iterator<Item = #ty> + '_ {
                self.inner.components.#name()
            }
        }
    });
    let optional = optional_settings::getters(client);
    let signing = optional_settings::signing(client);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct Config {
            inner: restjson1_runtime::config::ClientConfig,
        }

        impl Config {
            /// Returns a builder without settings.
            #[inline]
            pub fn builder() -> Builder {
                Builder::default()
            }

            /// Creates a configuration from the settings that AWS clients share.
            #[inline]
            pub fn new(config: &aws_types::sdk_config::SdkConfig) -> Self {
                <Builder as From<_>>::from(config).build()
            }

            /// Returns a builder with the settings of this configuration.
            #[inline]
            pub fn to_builder(&self) -> Builder {
                Builder {
                    inner: self.inner.to_builder(),
                }
            }

            #[inline]
            pub(crate) fn inner(&self) -> &restjson1_runtime::config::ClientConfig {
                &self.inner
            }

            #(#stored)*
            #(#components)*
            #(#lists)*
            #optional

            /// Returns the auth scheme resolver, if it was set.
            #[inline]
            pub fn auth_scheme_resolver(
                &self,
            ) -> Option<aws_smithy_runtime_api::client::auth::SharedAuthSchemeOptionResolver> {
                self.inner.components.auth_scheme_option_resolver()
            }

            /// Returns the endpoint resolver that was set, or the default one.
            #[inline]
            pub fn endpoint_resolver(
                &self,
            ) -> aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver {
                self.inner.endpoint_resolver()
            }

            /// Returns the frameworks' metadata for the user agent, in the order added.
            #[inline]
            pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
                self.inner.framework_metadata()
            }

            /// Returns `true` if clock skew correction is disabled, or `None` if unset.
            #[inline]
            pub fn disable_clock_skew_correction(&self) -> Option<bool> {
                self.inner.disable_clock_skew_correction()
            }

            /// Returns the generator of invocation ids, if it was set.
            #[inline]
            pub fn invocation_id_generator(
                &self,
            ) -> Option<aws_runtime::invocation_id::SharedInvocationIdGenerator> {
                self.inner
                    .layer()
                    .load::<aws_runtime::invocation_id::SharedInvocationIdGenerator>()
                    .cloned()
            }

            /// Returns whether requests that are not safe to send again are sent only once, if that
            /// was set.
            #[inline]
            pub fn only_safe_retries(&self) -> Option<bool> {
                self.inner.only_safe_retries()
            }

            #signing
        }

        impl From<&aws_types::sdk_config::SdkConfig> for Config {
            #[inline]
            fn from(config: &aws_types::sdk_config::SdkConfig) -> Self {
                Self::new(config)
            }
        }
    }
}

/// The name, type and documentation of a getter.
type Row = (&'static str, TokenStream, &'static str);

/// Returns the settings in the configuration's layer.
fn stored() -> impl Iterator<Item = Row> {
    [
        (
            "stalled_stream_protection",
            quote!(StalledStreamProtectionConfig),
            "Returns the protection against stalled streams, if it was set.",
        ),
        (
            "auth_scheme_preference",
            quote!(aws_smithy_runtime_api::client::auth::AuthSchemePreference),
            "Returns the preferred auth schemes, if they were set.",
        ),
        (
            "retry_config",
            quote!(aws_smithy_types::retry::RetryConfig),
            "Returns the retry configuration, if it was set.",
        ),
        (
            "timeout_config",
            quote!(aws_smithy_types::timeout::TimeoutConfig),
            "Returns the timeout configuration, if it was set.",
        ),
        (
            "retry_partition",
            quote!(aws_smithy_runtime::client::retries::RetryPartition),
            "Returns the retry partition, whose clients share a retry quota, if it was set.",
        ),
        (
            "app_name",
            quote!(AppName),
            "Returns the application's name in the user agent, if it was set.",
        ),
        (
            "region",
            quote!(Region),
            "Returns the AWS region, if it was set.",
        ),
    ]
    .into_iter()
}

/// Returns the settings that are runtime components.
fn components() -> impl Iterator<Item = Row> {
    [
        (
            "http_client",
            quote!(SharedHttpClient),
            "Returns the HTTP client, if it was set.",
        ),
        (
            "sleep_impl",
            quote!(SharedAsyncSleep),
            "Returns the sleep implementation used for retries and timeouts, if it was set.",
        ),
        (
            "identity_cache",
            quote!(SharedIdentityCache),
            "Returns the cache of identities such as credentials, if it was set.",
        ),
        (
            "time_source",
            quote!(aws_smithy_async::time::SharedTimeSource),
            "Returns the time source, if it was set.",
        ),
    ]
    .into_iter()
}

/// Returns the settings that are lists of runtime components.
fn lists() -> impl Iterator<Item = Row> {
    [
        (
            "auth_schemes",
            quote!(aws_smithy_runtime_api::client::auth::SharedAuthScheme),
            "Returns the auth schemes that were added.",
        ),
        (
            "interceptors",
            quote!(SharedInterceptor),
            "Returns the interceptors that were added.",
        ),
        (
            "retry_classifiers",
            quote!(aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier),
            "Returns the retry classifiers that were added.",
        ),
    ]
    .into_iter()
}
