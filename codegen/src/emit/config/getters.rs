//! `Config`: the settings of a client, finished.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::optional_settings;
use crate::emit::tokens::doc;
use crate::ir::Client;

/// The type with its getters.
pub(super) fn config(client: &Client) -> TokenStream {
    let docs = doc(&format!(
        "The settings of a client of {}.",
        client.service.title
    ));
    let stored = stored().map(|(name, ty, text)| {
        let name = format_ident!("{name}");
        let docs = doc(text);
        quote! {
            #docs
            #[inline]
            pub fn #name(&self) -> Option<&#ty> {
                self.inner.layer().load::<#ty>()
            }
        }
    });
    let components = components().map(|(name, ty, text)| {
        let name = format_ident!("{name}");
        let docs = doc(text);
        quote! {
            #docs
            #[inline]
            pub fn #name(&self) -> Option<#ty> {
                self.inner.components.#name()
            }
        }
    });
    let lists = lists().map(|(name, ty, text)| {
        let name = format_ident!("{name}");
        let docs = doc(text);
        quote! {
            #docs
            #[inline]
            pub fn #name(&self) -> impl Iterator<Item = #ty> + '_ {
                self.inner.components.#name()
            }
        }
    });
    let more = optional_settings::getters(client);
    let signing = optional_settings::signing(client);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct Config {
            inner: restjson1_runtime::config::ClientConfig,
        }

        impl Config {
            /// A builder without settings.
            #[inline]
            pub fn builder() -> Builder {
                Builder::default()
            }

            /// The settings that all clients of a process share, for a client of this service.
            #[inline]
            pub fn new(config: &aws_types::sdk_config::SdkConfig) -> Self {
                Builder::from(config).build()
            }

            /// A builder that starts from these settings.
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
            #more

            /// What chooses the auth scheme, where it was set.
            #[inline]
            pub fn auth_scheme_resolver(
                &self,
            ) -> Option<aws_smithy_runtime_api::client::auth::SharedAuthSchemeOptionResolver> {
                self.inner.components.auth_scheme_option_resolver()
            }

            /// What resolves endpoints: what was set, or the model's rules.
            #[inline]
            pub fn endpoint_resolver(
                &self,
            ) -> aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver {
                self.inner.endpoint_resolver()
            }

            /// The frameworks that the user agent names, in the order in which they were added.
            #[inline]
            pub fn framework_metadata(&self) -> Vec<&FrameworkMetadata> {
                self.inner.framework_metadata()
            }

            /// Whether clock skew is left uncorrected, where it was set.
            #[inline]
            pub fn disable_clock_skew_correction(&self) -> Option<bool> {
                self.inner.disable_clock_skew_correction()
            }

            /// What makes the ids of calls, where it was set.
            #[inline]
            pub fn invocation_id_generator(
                &self,
            ) -> Option<aws_runtime::invocation_id::SharedInvocationIdGenerator> {
                self.inner
                    .layer()
                    .load::<aws_runtime::invocation_id::SharedInvocationIdGenerator>()
                    .cloned()
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

type Row = (&'static str, TokenStream, &'static str);

/// The settings that are data.
fn stored() -> impl Iterator<Item = Row> {
    [
        (
            "stalled_stream_protection",
            quote!(StalledStreamProtectionConfig),
            "What happens to streams that stall, where it was set.",
        ),
        (
            "auth_scheme_preference",
            quote!(aws_smithy_runtime_api::client::auth::AuthSchemePreference),
            "Which auth schemes are preferred, where it was set.",
        ),
        (
            "retry_config",
            quote!(aws_smithy_types::retry::RetryConfig),
            "How calls are retried, where it was set.",
        ),
        (
            "timeout_config",
            quote!(aws_smithy_types::timeout::TimeoutConfig),
            "How long calls may take, where it was set.",
        ),
        (
            "retry_partition",
            quote!(aws_smithy_runtime::client::retries::RetryPartition),
            "With which clients the retry quota is shared, where it was set.",
        ),
        (
            "app_name",
            quote!(AppName),
            "The application's name in the user agent, where it was set.",
        ),
        ("region", quote!(Region), "The region, where it was set."),
    ]
    .into_iter()
}

/// The settings that are components.
fn components() -> impl Iterator<Item = Row> {
    [
        (
            "http_client",
            quote!(SharedHttpClient),
            "What sends requests, where it was set.",
        ),
        (
            "sleep_impl",
            quote!(SharedAsyncSleep),
            "What waits, where it was set.",
        ),
        (
            "identity_cache",
            quote!(SharedIdentityCache),
            "What keeps credentials, where it was set.",
        ),
        (
            "time_source",
            quote!(aws_smithy_async::time::SharedTimeSource),
            "What tells the time.",
        ),
    ]
    .into_iter()
}

/// The settings of which there may be several.
fn lists() -> impl Iterator<Item = Row> {
    [
        (
            "auth_schemes",
            quote!(aws_smithy_runtime_api::client::auth::SharedAuthScheme),
            "The auth schemes that were added.",
        ),
        (
            "interceptors",
            quote!(SharedInterceptor),
            "The interceptors that were added.",
        ),
        (
            "retry_classifiers",
            quote!(aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier),
            "The retry classifiers that were added.",
        ),
    ]
    .into_iter()
}
