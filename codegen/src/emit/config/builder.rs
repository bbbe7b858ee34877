//! `Builder`: the builder of `Config`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::optional_settings;
use super::settings::pairs;
use crate::emit::endpoint::{config_setters, shared_settings};
use crate::emit::examples;
use crate::emit::tokens::doc;
use crate::ir::Client;
use crate::options::Options;

/// Returns the type with its setters.
pub(super) fn builder(client: &Client, options: &Options) -> TokenStream {
    let endpoint = &client.endpoint;
    let endpoint_setters = config_setters(endpoint);
    let unsafe_example = client.unsafe_example;
    let examples = unsafe_example.map_or_else(Vec::new, |index| {
        examples::safe_retries(&client.operations[index], &options.lib_name())
    });
    let pairs = pairs(&examples).chain(optional_settings::pairs(client));
    let bearer_setters = optional_settings::bearer_setters(client);
    let other_setters = other_setters();
    let test_setters = test_setters();
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
        /// Builder for [`Config`], or for the settings that a single request overrides.
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
            /// Creates a builder without settings.
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

            #(#pairs)*
            #other_setters
            #endpoint_setters
            #bearer_setters
            #test_setters

            /// Builds the configuration.
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

/// Returns the setters that are not pairs: setters of lists, and shortcuts.
fn other_setters() -> TokenStream {
    quote! {
        /// Sets the behavior version to the latest one, whose defaults may change when this crate
        /// is updated.
        #[inline]
        pub fn behavior_version_latest(self) -> Self {
            self.behavior_version(BehaviorVersion::latest())
        }

        /// Allows requests without authentication if no credentials are available.
        #[inline]
        pub fn allow_no_auth(mut self) -> Self {
            self.set_allow_no_auth();
            self
        }

        /// Like [`allow_no_auth`](Self::allow_no_auth), by mutable reference.
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

        /// Like [`interceptor`](Self::interceptor), by mutable reference.
        #[inline]
        pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
            self.inner.components.push_interceptor(interceptor);
            self
        }

        /// Replaces the interceptors added so far.
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

        /// Like [`retry_classifier`](Self::retry_classifier), by mutable reference.
        #[inline]
        pub fn push_retry_classifier(
            &mut self,
            classifier: aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier,
        ) -> &mut Self {
            self.inner.components.push_retry_classifier(classifier);
            self
        }

        /// Replaces the retry classifiers added so far.
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

        /// Adds a plugin, which can replace each part of the client's runtime.
        ///
        /// Plugins apply after the settings of this builder.
        #[inline]
        pub fn runtime_plugin(
            mut self,
            plugin: impl aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin + 'static,
        ) -> Self {
            self.inner.push_plugin(
                aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin::new(plugin),
            );
            self
        }

        /// Adds the metadata of a framework to the user agent.
        #[inline]
        pub fn framework_metadata(mut self, metadata: FrameworkMetadata) -> Self {
            self.push_framework_metadata(metadata);
            self
        }

        /// Like [`framework_metadata`](Self::framework_metadata), by mutable reference.
        #[inline]
        pub fn push_framework_metadata(&mut self, metadata: FrameworkMetadata) -> &mut Self {
            self.inner.push_framework_metadata(metadata);
            self
        }

        /// Adds input members that telemetry records and exports.
        ///
        /// Members are named as in the service's model.
        #[inline]
        pub fn emit_input_attributes(
            mut self,
            names: impl IntoIterator<Item = impl Into<String>>,
        ) -> Self {
            self.inner
                .telemetry_attributes(|requested| requested.emit(names.into_iter().map(Into::into)));
            self
        }

        /// Adds input members that telemetry records for interceptors, but does not export.
        ///
        /// Members are named as in the service's model.
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

/// Returns the setters for tests.
fn test_setters() -> TokenStream {
    let pairs = [
        (
            "test_defaults",
            "Sets fixed values for tests, such as time and credentials, and the latest behavior version.",
        ),
        (
            "test_defaults_v2",
            "Like [`with_test_defaults`](Self::with_test_defaults), but also sets a region if none is set.",
        ),
    ];
    let pairs = pairs.map(|(name, docs)| {
        let (with, apply) = (format_ident!("with_{name}"), format_ident!("apply_{name}"));
        let docs = doc(docs);
        let apply_docs = doc(&format!(
            "Like [`{with}`](Self::{with}), by mutable reference."
        ));
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
