//! Settings that only some services need.

use proc_macro2::TokenStream;
use quote::quote;

use super::settings::{Setting, pair};
use crate::ir::{Client, Feature};

/// Returns the re-exports of the types of these settings.
pub(super) fn uses(client: &Client) -> Option<TokenStream> {
    client.features.contains(&Feature::BearerAuth).then(|| {
        quote! {
            pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
            pub use aws_smithy_runtime_api::client::identity::ResolveIdentity;
            pub use aws_smithy_runtime_api::client::identity::http::Token;
        }
    })
}

/// Returns the pairs of setters.
pub(super) fn pairs(client: &Client) -> impl Iterator<Item = TokenStream> {
    let credentials = client.service.signing_name.is_some().then(|| Setting {
        name: "credentials_provider",
        docs: "Sets the provider of the credentials that requests are signed with.",
        plain_ty: quote!(impl ProvideCredentials + 'static),
        value: quote!(Some(SharedCredentialsProvider::new(value))),
        set_ty: quote!(Option<SharedCredentialsProvider>),
        store: quote!(self.inner.credentials_provider(value)),
    });
    let token_provider = [Setting {
        name: "token_provider",
        docs: "Sets the provider of the bearer tokens that requests are authenticated with.",
        plain_ty: quote!(impl ProvideToken + 'static),
        value: quote!(Some(SharedTokenProvider::new(value))),
        set_ty: quote!(Option<SharedTokenProvider>),
        store: quote!(self.inner.token_provider(value)),
    }];
    let idempotency = [Setting {
        name: "idempotency_token_provider",
        docs: "Sets the provider of the idempotency tokens for inputs that have none.",
        plain_ty: quote!(impl Into<restjson1_runtime::config::IdempotencyTokenProvider>),
        value: quote!(Some(value.into())),
        set_ty: quote!(Option<restjson1_runtime::config::IdempotencyTokenProvider>),
        store: quote!(self.inner.store_or_unset(value)),
    }];
    let compression = [
        Setting {
            name: "disable_request_compression",
            docs: "Sets whether compression of request bodies is disabled.",
            plain_ty: quote!(impl Into<Option<bool>>),
            value: quote!(value.into()),
            set_ty: quote!(Option<bool>),
            store: quote!(self.inner.disable_request_compression(value)),
        },
        Setting {
            name: "request_min_compression_size_bytes",
            docs: "Sets the minimum size in bytes of request bodies to compress.",
            plain_ty: quote!(impl Into<Option<u32>>),
            value: quote!(value.into()),
            set_ty: quote!(Option<u32>),
            store: quote!(self.inner.request_min_compression_size_bytes(value)),
        },
    ];
    let has = |feature| client.features.contains(&feature);
    let token_provider = token_provider
        .into_iter()
        .filter(|_| has(Feature::BearerAuth));
    let idempotency = idempotency.into_iter();
    let idempotency = idempotency.filter(|_| has(Feature::IdempotencyTokens));
    let compression = compression
        .into_iter()
        .filter(|_| has(Feature::Compression));
    let all = credentials.into_iter().chain(token_provider);
    let all = all.chain(idempotency).chain(compression);
    let all: Vec<_> = all.collect();
    all.into_iter().map(pair)
}

/// Returns the setters that concern bearer tokens and are not pairs.
pub(super) fn bearer_setters(client: &Client) -> Option<TokenStream> {
    client.features.contains(&Feature::BearerAuth).then(|| {
        quote! {
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
        }
    })
}

/// Returns the getters of `Config` that concern signing.
pub(super) fn signing(client: &Client) -> Option<TokenStream> {
    client.service.signing_name.as_ref().map(|name| {
        quote! {
            /// Returns the service name that requests are signed for.
            #[inline]
            pub fn signing_name(&self) -> &'static str {
                #name
            }

            /// Returns `None`: the provider is not accessible once it is set.
            #[deprecated(note = "it always returns `None`")]
            #[inline]
            pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
                None
            }
        }
    })
}

/// Returns the getters of `Config` that concern compression.
pub(super) fn getters(client: &Client) -> Option<TokenStream> {
    client.features.contains(&Feature::Compression).then(|| {
        quote! {
            /// Returns `true` if compression of request bodies is disabled, or `None` if unset.
            #[inline]
            pub fn disable_request_compression(&self) -> Option<bool> {
                self.inner
                    .layer()
                    .load::<restjson1_runtime::config::DisableRequestCompression>()
                    .map(|disable| disable.0)
            }

            /// Returns the minimum size in bytes of request bodies to compress, if it was set.
            #[inline]
            pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
                self.inner
                    .layer()
                    .load::<restjson1_runtime::config::RequestMinCompressionSizeBytes>()
                    .map(|size| size.0)
            }
        }
    })
}
