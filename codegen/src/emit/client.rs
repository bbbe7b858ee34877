//! The client, and customized requests.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{deprecated, doc, docs, ident};
use super::{Files, resources, waiters};
use crate::identifier::bare;
use crate::ir::{Client, Operation};

/// Emits `client.rs` and its submodules.
pub(super) fn emit(client: &Client, files: &mut Files) {
    files.rust("src/client.rs", module(client));
    files.rust("src/client/customize.rs", customize());
    files.rust("src/client/customize/internal.rs", internal());
}

fn module(client: &Client) -> TokenStream {
    let client_docs = doc(&format!("Client for {}.", client.service.markdown_title));
    let deprecated = deprecated(&client.service.deprecated);
    let operations = client.operations.iter().map(operation);
    let waiters = waiters::client_trait(client);
    let list = resources::list(client, |operation| {
        let method = bare(&operation.method_name);
        format!("[`{method}`](Self::{method})")
    });
    let heading = [String::new(), "# Operations".to_owned(), String::new()];
    let examples = ["", "The [front page](crate) has examples."].map(str::to_owned);
    let list =
        (!list.is_empty()).then(|| docs(&[heading.to_vec(), list, examples.to_vec()].concat()));
    quote! {
        //! The client, which has a method for each operation.
        //!
        //! [`customize`] has the requests with changed settings that the method `customize` of a
        //! builder returns.

        pub mod customize;

        #client_docs
        ///
        /// Creating a client is expensive; create one per process with [`new`](Self::new) or
        /// [`from_conf`](Self::from_conf) and clone it. Clones share connections, credentials and
        /// settings.
        #list
        #deprecated
        #[derive(Clone, Debug)]
        pub struct Client {
            handle: std::sync::Arc<restjson1_runtime::client::Handle>,
            config: std::sync::Arc<crate::config::Config>,
        }

        impl Client {
            /// Creates a client from a configuration that AWS clients share.
            ///
            /// # Panics
            /// Panics under the conditions of [`from_conf`](Self::from_conf).
            #[inline]
            #[track_caller]
            pub fn new(sdk_config: &aws_types::sdk_config::SdkConfig) -> Self {
                Self::from_conf(sdk_config.into())
            }

            /// Creates a client from `conf`.
            ///
            /// # Panics
            /// Panics if `conf` has no behavior version, or enables retries or timeouts without a
            /// sleep implementation.
            #[track_caller]
            pub fn from_conf(conf: crate::config::Config) -> Self {
                let latest = cfg!(feature = "behavior-version-latest");
                Self {
                    handle: restjson1_runtime::client::Handle::new(conf.inner().clone(), latest),
                    config: std::sync::Arc::new(conf),
                }
            }

            /// Returns the client's configuration.
            #[inline]
            pub fn config(&self) -> &crate::config::Config {
                &self.config
            }
        }

        impl Client {
            #(#operations)*
        }

        #waiters
    }
}

fn operation(operation: &Operation) -> TokenStream {
    let module = ident(&operation.module);
    let method = ident(&operation.method_name);
    let builder = ident(&operation.fluent_builder);
    let builder = quote!(crate::operation::#module::builders::#builder);
    let mut lines = operation.docs.clone();
    lines.push(String::new());
    lines.push(format!(
        "The output is [`{0}`](crate::operation::{1}::{0});",
        operation.output.name.rust, operation.module
    ));
    lines.push(format!(
        "the error is [`{0}`](crate::operation::{1}::{0}).",
        operation.error, operation.module
    ));
    if operation.pagination.is_some() {
        lines.push(format!(
            "For all pages, use [`into_paginator`](crate::operation::{}::builders::{}::into_paginator).",
            operation.module, operation.fluent_builder
        ));
    }
    if !operation.examples.is_empty() {
        let module = &operation.module;
        lines.push(format!(
            "See the [examples](crate::operation::{module}#examples)."
        ));
    }
    let docs = docs(&lines);
    let deprecated = deprecated(&operation.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #method(&self) -> #builder {
            #builder::new(&self.handle)
        }
    }
}

fn customize() -> TokenStream {
    quote! {
        //! Requests with additional interceptors or changed settings.

        pub(crate) mod internal;

        /// A request with additional interceptors or changed settings.
        ///
        /// [`send`](Self::send) sends it.
        pub struct CustomizableOperation<T, E, B> {
            customizable_send: B,
            config_override: Option<crate::config::Builder>,
            interceptors: Vec<aws_smithy_runtime_api::client::interceptors::SharedInterceptor>,
            types: std::marker::PhantomData<(T, E)>,
        }

        impl<T, E, B> CustomizableOperation<T, E, B> {
            #[inline]
            pub(crate) fn new(customizable_send: B) -> Self {
                Self {
                    customizable_send,
                    config_override: None,
                    interceptors: Vec::new(),
                    types: std::marker::PhantomData,
                }
            }

            /// Adds an interceptor for this request.
            #[inline]
            pub fn interceptor(
                mut self,
                interceptor: impl aws_smithy_runtime_api::client::interceptors::Intercept + 'static,
            ) -> Self {
                self.interceptors.push(
                    aws_smithy_runtime_api::client::interceptors::SharedInterceptor::new(
                        interceptor,
                    ),
                );
                self
            }

            /// Replaces the HTTP request with the result of `f`, before it is signed.
            ///
            /// If `f` returns an error, the request is not sent.
            #[inline]
            pub fn map_request<F, MapE>(self, f: F) -> Self
            where
                F: Fn(
                        aws_smithy_runtime_api::client::orchestrator::HttpRequest,
                    ) -> Result<
                        aws_smithy_runtime_api::client::orchestrator::HttpRequest,
                        MapE,
                    > + Send
                    + Sync
                    + 'static,
                MapE: std::error::Error + Send + Sync + 'static,
            {
                self.interceptor(
                    aws_smithy_runtime::client::interceptors::MapRequestInterceptor::new(f),
                )
            }

            /// Changes the HTTP request with `f`, before it is signed.
            #[inline]
            pub fn mutate_request<F>(self, f: F) -> Self
            where
                F: Fn(&mut aws_smithy_runtime_api::client::orchestrator::HttpRequest)
                    + Send
                    + Sync
                    + 'static,
            {
                self.interceptor(
                    aws_smithy_runtime::client::interceptors::MutateRequestInterceptor::new(f),
                )
            }

            /// Overrides settings of the client for this request.
            #[inline]
            pub fn config_override(
                mut self,
                config_override: impl Into<crate::config::Builder>,
            ) -> Self {
                self.config_override = Some(config_override.into());
                self
            }

            /// Sends the request.
            ///
            /// # Errors
            /// Returns the operation's error, or a failure to send the request or to parse the
            /// response.
            #[inline]
            pub fn send(
                self,
            ) -> impl std::future::Future<
                Output = crate::client::customize::internal::SendResult<T, E>,
            > + Send
            where
                E: std::error::Error + Send + Sync + 'static,
                B: crate::client::customize::internal::CustomizableSend<T, E>,
            {
                let (config_override, customizable_send) = self.into_parts();
                customizable_send.send(config_override)
            }

            /// Returns the overrides of settings, and the request to which they apply.
            #[inline]
            pub(crate) fn into_parts(self) -> (crate::config::Builder, B) {
                let mut config_override = self.config_override.unwrap_or_default();
                for interceptor in self.interceptors {
                    config_override.push_interceptor(interceptor);
                }
                (config_override, self.customizable_send)
            }

            /// Sends the request and waits for the output, in synchronous code.
            ///
            /// # Errors
            /// As `send`. In an async task it is a construction failure, and nothing is sent.
            #[cfg(feature = "blocking")]
            pub fn send_blocking(
                self,
            ) -> crate::client::customize::internal::SendResult<T, E>
            where
                E: std::error::Error + Send + Sync + 'static,
                B: crate::client::customize::internal::CustomizableSend<T, E>,
            {
                restjson1_runtime::blocking::wait(self.send())
            }
        }
    }
}

fn internal() -> TokenStream {
    quote! {
        //! Types in the signatures of customized requests. Not meant to be used directly.

        use restjson1_runtime::{client, operation};

        /// A boxed future that can move between threads.
        pub type BoxFuture<T> =
            std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send>>;

        /// The result of a request.
        pub type SendResult<T, E> = Result<
            T,
            aws_smithy_runtime_api::client::result::SdkError<
                E,
                aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
        >;

        /// A request whose settings can be overridden.
        pub trait CustomizableSend<T, E>: Send + Sync {
            /// Sends the request; `config_override` overrides the client's settings.
            fn send(self, config_override: crate::config::Builder) -> BoxFuture<SendResult<T, E>>;
        }

        // One implementation for the fluent builders of all operations compiles faster than one for each.
        impl<B: client::FluentBuilder + Send + Sync>
            CustomizableSend<
                <B::Operation as operation::Operation>::Output,
                <B::Operation as operation::Operation>::Error,
            > for B
        {
            #[inline]
            fn send(
                self,
                config_override: crate::config::Builder,
            ) -> BoxFuture<
                SendResult<
                    <B::Operation as operation::Operation>::Output,
                    <B::Operation as operation::Operation>::Error,
                >,
            > {
                self.call(config_override.into_inner()).boxed()
            }
        }
    }
}
