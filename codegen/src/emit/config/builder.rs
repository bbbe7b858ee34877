//! `Builder`: the settings, as they are made.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::optional_settings;
use super::settings::pairs;
use crate::emit::endpoint::{config_setters, shared_settings};
use crate::emit::tokens::doc;
use crate::ir::Client;

/// The type with its setters.
pub(super) fn builder(client: &Client) -> TokenStream {
    let endpoint = &client.endpoint;
    let of_endpoint = config_setters(endpoint);
    let plain = pairs().chain(optional_settings::pairs(client));
    let more = optional_settings::setters(client);
    let special = special();
    let tests = tests();
    let from_shared = quote! {
        Self {
            inner: restjson1_runtime::config::ConfigBuilder::from_sdk_config(config, SERVICE),
        }
    };
    let from_shared = match shared_settings(endpoint) {
        Some(more) => quote!(let mut builder = #from_shared; #more builder),
        None => from_shared,
    };
    quote! {
        /// A builder of [`Config`], or of the settings that one call overrides.
        #[derive(Clone, Debug)]
        pub struct Builder {
            inner: restjson1_runtime::config::ConfigBuilder,
        }

        impl Default for Builder {
            fn default() -> Self {
                Self::new()
            }
        }

        impl Builder {
            /// A builder without settings.
            #[inline]
            pub fn new() -> Self {
                Self {
                    inner: Default::default(),
                }
            }

            #[inline]
            pub(crate) fn into_inner(self) -> restjson1_runtime::config::ConfigBuilder {
                self.inner
            }

            #(#plain)*
            #special
            #of_endpoint
            #more
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
                #from_shared
            }
        }
    }
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
