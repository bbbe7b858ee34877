//! `Builder`: the settings, as they are made.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::tokens::doc;

/// The type with its setters.
pub(super) fn builder() -> TokenStream {
    let plain = plain().map(pair);
    let special = special();
    let tests = tests();
    quote! {
        /// A builder of [`Config`], or of the settings that one call overrides.
        #[derive(Clone, Debug)]
        pub struct Builder {
            inner: restjson1_runtime::config::ConfigBuilder,
        }

        impl Default for Builder {
            fn default() -> Self {
                Self {
                    inner: Default::default(),
                }
            }
        }

        impl Builder {
            /// A builder without settings.
            #[inline]
            pub fn new() -> Self {
                Self::default()
            }

            #[inline]
            pub(crate) fn into_inner(self) -> restjson1_runtime::config::ConfigBuilder {
                self.inner
            }

            #(#plain)*
            #special
            #tests

            /// The finished settings.
            #[inline]
            pub fn build(self) -> Config {
                Config {
                    inner: self.inner.build(SERVICE),
                }
            }
        }

        impl From<&aws_types::sdk_config::SdkConfig> for Builder {
            #[inline]
            fn from(config: &aws_types::sdk_config::SdkConfig) -> Self {
                Self {
                    inner: restjson1_runtime::config::ConfigBuilder::from_sdk_config(
                        config, SERVICE,
                    ),
                }
            }
        }
    }
}

/// A setting with a plain setter and one that takes an `Option`.
struct Setting {
    name: &'static str,
    docs: &'static str,
    /// What the plain setter takes, and the value made of it.
    plain: TokenStream,
    value: TokenStream,
    /// The type of the value.
    ty: TokenStream,
    /// How the optional value is stored.
    store: TokenStream,
}

fn pair(setting: Setting) -> TokenStream {
    let Setting {
        name,
        docs,
        plain,
        value,
        ty,
        store,
    } = setting;
    let (name, set) = (format_ident!("{name}"), format_ident!("set_{name}"));
    let docs = doc(docs);
    let set_docs = doc(&format!("As [`{name}`](Self::{name})."));
    quote! {
        #docs
        #[inline]
        pub fn #name(mut self, value: #plain) -> Self {
            self.#set(#value);
            self
        }

        #set_docs
        #[inline]
        pub fn #set(&mut self, value: #ty) -> &mut Self {
            #store;
            self
        }
    }
}

fn plain() -> impl Iterator<Item = Setting> {
    let stored = [
        (
            "stalled_stream_protection",
            "Sets what happens to streams that stall.",
            quote!(StalledStreamProtectionConfig),
        ),
        ("app_name", "Sets the application's name in the user agent.", quote!(AppName)),
    ];
    let stored = stored.map(|(name, docs, ty)| Setting {
        name,
        docs,
        plain: quote!(#ty),
        value: quote!(Some(value)),
        ty: quote!(Option<#ty>),
        store: quote!(self.inner.store_or_unset(value)),
    });
    let shared = [
        ("http_client", "Sets what sends requests.", quote!(HttpClient), quote!(SharedHttpClient)),
        ("sleep_impl", "Sets what waits.", quote!(AsyncSleep), quote!(SharedAsyncSleep)),
        (
            "time_source",
            "Sets what tells the time.",
            quote!(aws_smithy_async::time::TimeSource),
            quote!(aws_smithy_async::time::SharedTimeSource),
        ),
    ];
    let shared = shared.map(|(name, docs, unshared, ty)| {
        let set = format_ident!("set_{name}");
        Setting {
            name,
            docs,
            plain: quote!(impl #unshared + 'static),
            value: quote!(Some(value.into_shared())),
            ty: quote!(Option<#ty>),
            store: quote!(self.inner.components.#set(value)),
        }
    });
    let merged = [
        (
            "retry_config",
            "Sets how calls are retried.",
            quote!(aws_smithy_types::retry::RetryConfig),
        ),
        (
            "timeout_config",
            "Sets how long calls may take; what is left open keeps its value.",
            quote!(aws_smithy_types::timeout::TimeoutConfig),
        ),
    ];
    let merged = merged.map(|(name, docs, ty)| {
        let store = format_ident!("{name}");
        Setting {
            name,
            docs,
            plain: quote!(#ty),
            value: quote!(Some(value)),
            ty: quote!(Option<#ty>),
            store: quote!(self.inner.#store(value)),
        }
    });
    let flags = [
        (
            "use_dual_stack",
            "Sets whether endpoints for both IPv6 and IPv4 are used.",
        ),
        ("use_fips", "Sets whether endpoints validated for FIPS 140 are used."),
    ];
    let flags = flags.map(|(name, docs)| {
        let store = format_ident!("{name}");
        Setting {
            name,
            docs,
            plain: quote!(impl Into<bool>),
            value: quote!(Some(value.into())),
            ty: quote!(Option<bool>),
            store: quote!(self.inner.#store(value)),
        }
    });
    let rest = [
        Setting {
            name: "endpoint_url",
            docs: "Sets the URL that requests go to, in the place of the resolved endpoint's.",
            plain: quote!(impl Into<String>),
            value: quote!(Some(value.into())),
            ty: quote!(Option<String>),
            store: quote!(self.inner.endpoint_url(value)),
        },
        Setting {
            name: "endpoint_resolver",
            docs: "Sets what resolves endpoints.",
            plain: quote!(impl endpoint::ResolveEndpoint + 'static),
            value: quote!(Some(value.into_shared_resolver())),
            ty: quote!(Option<aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver>),
            store: quote!(self.inner.components.set_endpoint_resolver(value)),
        },
        Setting {
            name: "region",
            docs: "Sets the region.",
            plain: quote!(impl Into<Option<Region>>),
            value: quote!(value.into()),
            ty: quote!(Option<Region>),
            store: quote!(self.inner.store_or_unset(value)),
        },
        Setting {
            name: "credentials_provider",
            docs: "Sets where credentials come from.",
            plain: quote!(impl ProvideCredentials + 'static),
            value: quote!(Some(SharedCredentialsProvider::new(value))),
            ty: quote!(Option<SharedCredentialsProvider>),
            store: quote!(self.inner.credentials_provider(value)),
        },
        Setting {
            name: "auth_scheme_preference",
            docs: "Sets which auth schemes are preferred.",
            plain: quote!(
                impl Into<aws_smithy_runtime_api::client::auth::AuthSchemePreference>
            ),
            value: quote!(Some(value.into())),
            ty: quote!(Option<aws_smithy_runtime_api::client::auth::AuthSchemePreference>),
            store: quote!(self.inner.store_or_unset(value)),
        },
        Setting {
            name: "retry_partition",
            docs: "Sets with which clients the retry quota is shared.",
            plain: quote!(aws_smithy_runtime::client::retries::RetryPartition),
            value: quote!(Some(value)),
            ty: quote!(Option<aws_smithy_runtime::client::retries::RetryPartition>),
            store: quote!(self.inner.retry_partition(value)),
        },
        Setting {
            name: "identity_cache",
            docs: "Sets what keeps credentials.",
            plain: quote!(impl ResolveCachedIdentity + 'static),
            value: quote!(value),
            ty: quote!(impl ResolveCachedIdentity + 'static),
            store: quote!(self.inner.components.set_identity_cache(Some(value))),
        },
        Setting {
            name: "auth_scheme_resolver",
            docs: "Sets what chooses the auth scheme.",
            plain: quote!(impl auth::ResolveAuthScheme + 'static),
            value: quote!(value),
            ty: quote!(impl auth::ResolveAuthScheme + 'static),
            store: quote!(
                self.inner
                    .components
                    .set_auth_scheme_option_resolver(Some(value.into_shared_resolver()))
            ),
        },
        Setting {
            name: "disable_clock_skew_correction",
            docs: "Sets whether clock skew is left uncorrected.",
            plain: quote!(impl Into<Option<bool>>),
            value: quote!(value.into()),
            ty: quote!(Option<bool>),
            store: quote!(self.inner.disable_clock_skew_correction(value)),
        },
        Setting {
            name: "invocation_id_generator",
            docs: "Sets what makes the ids of calls.",
            plain: quote!(impl aws_runtime::invocation_id::InvocationIdGenerator + 'static),
            value: quote!(Some(
                aws_runtime::invocation_id::SharedInvocationIdGenerator::new(value)
            )),
            ty: quote!(Option<aws_runtime::invocation_id::SharedInvocationIdGenerator>),
            store: quote!(self.inner.store_or_unset(value)),
        },
        Setting {
            name: "behavior_version",
            docs: "Sets which of the runtime's defaults apply.",
            plain: quote!(BehaviorVersion),
            value: quote!(Some(value)),
            ty: quote!(Option<BehaviorVersion>),
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

/// The settings that are lists, and the rest.
fn special() -> TokenStream {
    quote! {
        /// Sets the newest of the runtime's defaults. With a later version of the crate they may
        /// be others.
        #[inline]
        pub fn behavior_version_latest(self) -> Self {
            self.behavior_version(BehaviorVersion::latest())
        }

        /// Lets calls go out unsigned where there are no credentials.
        #[inline]
        pub fn allow_no_auth(mut self) -> Self {
            self.set_allow_no_auth();
            self
        }

        /// As [`allow_no_auth`](Self::allow_no_auth).
        #[inline]
        pub fn set_allow_no_auth(&mut self) -> &mut Self {
            self.inner.allow_no_auth();
            self
        }

        /// Adds an auth scheme.
        #[inline]
        pub fn push_auth_scheme(
            mut self,
            auth_scheme: impl aws_smithy_runtime_api::client::auth::AuthScheme + 'static,
        ) -> Self {
            self.inner.components.push_auth_scheme(auth_scheme);
            self
        }

        /// Adds an interceptor.
        #[inline]
        pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
            self.push_interceptor(SharedInterceptor::new(interceptor));
            self
        }

        /// As [`interceptor`](Self::interceptor).
        #[inline]
        pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
            self.inner.components.push_interceptor(interceptor);
            self
        }

        /// Puts interceptors in the place of those added so far.
        #[inline]
        pub fn set_interceptors(
            &mut self,
            interceptors: impl IntoIterator<Item = SharedInterceptor>,
        ) -> &mut Self {
            self.inner.components.set_interceptors(interceptors.into_iter());
            self
        }

        /// Adds a retry classifier.
        #[inline]
        pub fn retry_classifier(
            mut self,
            classifier: impl aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry
                + 'static,
        ) -> Self {
            self.push_retry_classifier(
                aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier::new(
                    classifier,
                ),
            );
            self
        }

        /// As [`retry_classifier`](Self::retry_classifier).
        #[inline]
        pub fn push_retry_classifier(
            &mut self,
            classifier: aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier,
        ) -> &mut Self {
            self.inner.components.push_retry_classifier(classifier);
            self
        }

        /// Puts retry classifiers in the place of those added so far.
        #[inline]
        pub fn set_retry_classifiers(
            &mut self,
            classifiers: impl IntoIterator<
                Item = aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier,
            >,
        ) -> &mut Self {
            self.inner.components.set_retry_classifiers(classifiers.into_iter());
            self
        }

        /// Adds to the frameworks that the user agent names.
        #[inline]
        pub fn framework_metadata(mut self, metadata: FrameworkMetadata) -> Self {
            self.push_framework_metadata(metadata);
            self
        }

        /// As [`framework_metadata`](Self::framework_metadata).
        #[inline]
        pub fn push_framework_metadata(&mut self, metadata: FrameworkMetadata) -> &mut Self {
            self.inner.push_framework_metadata(metadata);
            self
        }

        /// Adds input members, by their names on the wire, to those that telemetry records and
        /// hands on.
        #[inline]
        pub fn emit_input_attributes(
            mut self,
            names: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            self.inner
                .telemetry_attributes(|requested| requested.emit(names.into_iter().map(Into::into)));
            self
        }

        /// Adds input members, by their names on the wire, to those that telemetry records for
        /// interceptors only.
        #[inline]
        pub fn capture_input_attributes(
            mut self,
            names: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            self.inner.telemetry_attributes(|requested| {
                requested.capture_only(names.into_iter().map(Into::into));
            });
            self
        }
    }
}

/// The settings for tests.
fn tests() -> TokenStream {
    let pairs = [
        (
            "test_defaults",
            "Settings for tests: a fixed time, user agent and credentials.",
        ),
        (
            "test_defaults_v2",
            "As [`with_test_defaults`](Self::with_test_defaults), with a region where there is none.",
        ),
    ];
    let pairs = pairs.map(|(name, docs)| {
        let (with, apply) = (format_ident!("with_{name}"), format_ident!("apply_{name}"));
        let docs = doc(docs);
        let apply_docs = doc(&format!("As [`{with}`](Self::{with})."));
        quote! {
            #docs
            #[cfg(feature = "test-util")]
            #[inline]
            pub fn #with(mut self) -> Self {
                self.#apply();
                self
            }

            #apply_docs
            #[cfg(feature = "test-util")]
            #[inline]
            pub fn #apply(&mut self) -> &mut Self {
                self.inner.#apply();
                self
            }
        }
    });
    quote!(#(#pairs)*)
}
