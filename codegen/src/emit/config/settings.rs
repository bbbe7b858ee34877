//! Settings that have a pair of setters: `name` by value, and `set_name` by mutable reference.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::tokens::{self, doc};

/// Returns the pairs of setters that every service has.
///
/// `examples` are those of the setting `only_safe_retries`.
pub(super) fn pairs(examples: &[String]) -> impl Iterator<Item = TokenStream> {
    let lines = SAFE_RETRIES.lines().map(str::to_owned);
    let lines: Vec<_> = lines.chain(examples.iter().cloned()).collect();
    let only_safe_retries = pair_with_details(only_safe_retries(), &lines);
    settings().map(pair).chain([only_safe_retries])
}

/// A setting with a pair of setters.
pub(super) struct Setting {
    pub(super) name: &'static str,
    pub(super) docs: &'static str,
    /// The type of the parameter `value` of `name`.
    pub(super) plain_ty: TokenStream,
    /// The argument that `name` passes to `set_name`.
    pub(super) value: TokenStream,
    /// The type of the parameter `value` of `set_name`.
    pub(super) set_ty: TokenStream,
    /// The expression that stores the parameter of `set_name`.
    pub(super) store: TokenStream,
}

/// Returns the two setters of a setting.
pub(super) fn pair(setting: Setting) -> TokenStream {
    pair_with_details(setting, &[])
}

/// Returns the two setters of a setting, the first with more lines of documentation.
fn pair_with_details(setting: Setting, details: &[String]) -> TokenStream {
    let Setting {
        name,
        docs,
        plain_ty,
        value,
        set_ty,
        store,
    } = setting;
    let (name, set) = (format_ident!("{name}"), format_ident!("set_{name}"));
    let (docs, details) = (doc(docs), tokens::docs(details));
    let set_docs = doc(&format!(
        "Like [`{name}`](Self::{name}), by mutable reference."
    ));
    quote! {
        #docs
        #details
        #[inline]
        pub fn #name(mut self, value: #plain_ty) -> Self {
            self.#set(#value);
            self
        }

        #set_docs
        #[inline]
        pub fn #set(&mut self, value: #set_ty) -> &mut Self {
            #store;
            self
        }
    }
}

fn settings() -> impl Iterator<Item = Setting> {
    let stored = [
        (
            "stalled_stream_protection",
            "Sets the protection against stalled streams.",
            quote!(StalledStreamProtectionConfig),
        ),
        (
            "app_name",
            "Sets the application's name in the user agent.",
            quote!(AppName),
        ),
    ];
    let stored = stored.map(|(name, docs, ty)| Setting {
        name,
        docs,
        plain_ty: quote!(#ty),
        value: quote!(Some(value)),
        set_ty: quote!(Option<#ty>),
        store: quote!(self.inner.store_or_unset(value)),
    });
    let shared = [
        (
            "http_client",
            "Sets the HTTP client that sends requests.",
            quote!(HttpClient),
            quote!(SharedHttpClient),
        ),
        (
            "sleep_impl",
            "Sets the sleep implementation used for retries and timeouts.",
            quote!(AsyncSleep),
            quote!(SharedAsyncSleep),
        ),
        (
            "time_source",
            "Sets the time source; the default is the clock of the system.",
            quote!(aws_smithy_async::time::TimeSource),
            quote!(aws_smithy_async::time::SharedTimeSource),
        ),
    ];
    let shared = shared.map(|(name, docs, unshared, ty)| {
        let set = format_ident!("set_{name}");
        Setting {
            name,
            docs,
            plain_ty: quote!(impl #unshared + 'static),
            value: quote!(Some(value.into_shared())),
            set_ty: quote!(Option<#ty>),
            store: quote!(self.inner.components.#set(value)),
        }
    });
    let merged = [
        (
            "retry_config",
            "Sets the retry configuration.",
            quote!(aws_smithy_types::retry::RetryConfig),
        ),
        (
            "timeout_config",
            "Sets the timeout configuration. Timeouts that it leaves unset keep their values.",
            quote!(aws_smithy_types::timeout::TimeoutConfig),
        ),
    ];
    let merged = merged.map(|(name, docs, ty)| {
        let store = format_ident!("{name}");
        Setting {
            name,
            docs,
            plain_ty: quote!(#ty),
            value: quote!(Some(value)),
            set_ty: quote!(Option<#ty>),
            store: quote!(self.inner.#store(value)),
        }
    });
    let flags = [
        (
            "use_dual_stack",
            "Sets whether to use dual-stack endpoints, which support both IPv6 and IPv4.",
        ),
        (
            "use_fips",
            "Sets whether to use endpoints that are validated for FIPS 140.",
        ),
    ];
    let flags = flags.map(|(name, docs)| {
        let store = format_ident!("{name}");
        Setting {
            name,
            docs,
            plain_ty: quote!(impl Into<bool>),
            value: quote!(Some(value.into())),
            set_ty: quote!(Option<bool>),
            store: quote!(self.inner.#store(value)),
        }
    });
    let rest = [
        Setting {
            name: "endpoint_url",
            docs: "Sets the URL that requests are sent to; a custom endpoint resolver may ignore it.",
            plain_ty: quote!(impl Into<String>),
            value: quote!(Some(value.into())),
            set_ty: quote!(Option<String>),
            store: quote!(self.inner.endpoint_url(value)),
        },
        Setting {
            name: "endpoint_resolver",
            docs: "Sets the endpoint resolver, instead of the default one.",
            plain_ty: quote!(impl endpoint::ResolveEndpoint + 'static),
            value: quote!(Some(value.into_shared_resolver())),
            set_ty: quote!(
                Option<aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver>
            ),
            store: quote!(self.inner.components.set_endpoint_resolver(value)),
        },
        Setting {
            name: "region",
            docs: "Sets the AWS region.",
            plain_ty: quote!(impl Into<Option<Region>>),
            value: quote!(value.into()),
            set_ty: quote!(Option<Region>),
            store: quote!(self.inner.region(value)),
        },
        Setting {
            name: "auth_scheme_preference",
            docs: "Sets the preferred auth schemes, in order.",
            plain_ty: quote!(impl Into<aws_smithy_runtime_api::client::auth::AuthSchemePreference>),
            value: quote!(Some(value.into())),
            set_ty: quote!(Option<aws_smithy_runtime_api::client::auth::AuthSchemePreference>),
            store: quote!(self.inner.store_or_unset(value)),
        },
        Setting {
            name: "retry_partition",
            docs: "Sets the retry partition, whose clients share a retry quota.",
            plain_ty: quote!(aws_smithy_runtime::client::retries::RetryPartition),
            value: quote!(Some(value)),
            set_ty: quote!(Option<aws_smithy_runtime::client::retries::RetryPartition>),
            store: quote!(self.inner.retry_partition(value)),
        },
        Setting {
            name: "identity_cache",
            docs: "Sets the cache of identities such as credentials.",
            plain_ty: quote!(impl ResolveCachedIdentity + 'static),
            value: quote!(value),
            set_ty: quote!(impl ResolveCachedIdentity + 'static),
            store: quote!(self.inner.components.set_identity_cache(Some(value))),
        },
        Setting {
            name: "auth_scheme_resolver",
            docs: "Sets the auth scheme resolver, instead of the default one.",
            plain_ty: quote!(impl auth::ResolveAuthScheme + 'static),
            value: quote!(value),
            set_ty: quote!(impl auth::ResolveAuthScheme + 'static),
            store: quote!(
                self.inner
                    .components
                    .set_auth_scheme_option_resolver(Some(value.into_shared_resolver()))
            ),
        },
        Setting {
            name: "disable_clock_skew_correction",
            docs: "Sets whether clock skew correction is disabled.",
            plain_ty: quote!(impl Into<Option<bool>>),
            value: quote!(value.into()),
            set_ty: quote!(Option<bool>),
            store: quote!(self.inner.disable_clock_skew_correction(value)),
        },
        Setting {
            name: "invocation_id_generator",
            docs: "Sets the generator of invocation ids.",
            plain_ty: quote!(impl aws_runtime::invocation_id::InvocationIdGenerator + 'static),
            value: quote!(Some(
                aws_runtime::invocation_id::SharedInvocationIdGenerator::new(value)
            )),
            set_ty: quote!(Option<aws_runtime::invocation_id::SharedInvocationIdGenerator>),
            store: quote!(self.inner.store_or_unset(value)),
        },
        Setting {
            name: "behavior_version",
            docs: "Sets the behavior version, which decides the runtime's defaults.",
            plain_ty: quote!(BehaviorVersion),
            value: quote!(Some(value)),
            set_ty: quote!(Option<BehaviorVersion>),
            store: quote!(self.inner.behavior_version = value),
        },
    ];
    stored
        .into_iter()
        .chain(shared)
        .chain(merged)
        .chain(flags)
        .chain(rest)
}

/// More documentation of the setting `only_safe_retries`.
const SAFE_RETRIES: &str = "
It is sent again only if it certainly did not reach the service, or was throttled. The
documentation of each operation states whether it is safe. The default is `false`: all requests
are retried.";

fn only_safe_retries() -> Setting {
    Setting {
        name: "only_safe_retries",
        docs: "Sets whether a request that is not safe to repeat is sent only once.",
        plain_ty: quote!(bool),
        value: quote!(Some(value)),
        set_ty: quote!(Option<bool>),
        store: quote!(self.inner.only_safe_retries(value)),
    }
}
