//! The client, and customisable calls.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{deprecated, docs, ident};
use super::{Files, waiters};
use crate::ir::{Client, Operation};

/// `client.rs` and what is below.
pub(super) fn emit(client: &Client, files: &mut Files) {
    files.rust("src/client.rs", whole(client));
    files.rust("src/client/customize.rs", customize());
    files.rust("src/client/customize/internal.rs", internal());
}

fn whole(client: &Client) -> TokenStream {
    let title = format!("A client of {}.", client.service.title);
    let client_docs = docs(&[
        title,
        String::new(),
        "Cheap to clone: clones share connections, credentials and settings. Make one with"
            .to_owned(),
        "[`new`](Self::new) or [`from_conf`](Self::from_conf), once a process, for to make one is \
         not cheap."
            .to_owned(),
    ]);
    let deprecated = deprecated(&client.service.deprecated);
    let operations = client.operations.iter().map(operation);
    let waiters = waiters::client_trait(client);
    quote! {
        //! The client.

        /// Calls with interceptors or settings of their own.
        pub mod customize;

        #client_docs
        #deprecated
        #[derive(Clone, Debug)]
        pub struct Client {
            handle: std::sync::Arc<restjson1_runtime::client::Handle>,
            config: std::sync::Arc<crate::config::Config>,
        }

        impl Client {
            /// A client with the settings that all clients of a process share.
            ///
            /// # Panics
            /// As [`from_conf`](Self::from_conf).
            #[inline]
            #[track_caller]
            pub fn new(sdk_config: &aws_types::sdk_config::SdkConfig) -> Self {
                Self::from_conf(sdk_config.into())
            }

            /// A client with settings of its own.
            ///
            /// # Panics
            /// When the settings cannot work: no behavior version, retries or timeouts without a
            /// way to sleep, or a missing HTTP client.
            #[track_caller]
            pub fn from_conf(conf: crate::config::Config) -> Self {
                let latest = cfg!(feature = "behavior-version-latest");
                Self {
                    handle: restjson1_runtime::client::Handle::new(conf.inner().clone(), latest),
                    config: std::sync::Arc::new(conf),
                }
            }

            /// The settings.
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
        "Answers with [`{0}`](crate::operation::{1}::{0}), or fails with",
        operation.output.name.rust, operation.module
    ));
    lines.push(format!(
        "[`{0}`](crate::operation::{1}::{0}).",
        operation.error, operation.module
    ));
    if operation.pagination.is_some() {
        lines.push(format!(
            "Pages: [`into_paginator`](crate::operation::{}::builders::{}::into_paginator).",
            operation.module, operation.fluent_builder
        ));
    }
    let docs = docs(&lines);
    let deprecated = deprecated(&operation.deprecated);
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #method(&self) -> #builder {
            #builder::new(self.handle.clone())
        }
    }
}

fn customize() -> TokenStream {
    quote! {
        //! Calls with interceptors or settings of their own.

        pub(crate) mod internal;

        /// A call that is being customised; [`send`](Self::send) makes it.
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

            /// Adds an interceptor, for this call only.
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

            /// Puts the request that `f` makes of it in its place, before it is signed.
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

            /// Changes the request before it is signed.
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

            /// Puts settings in the place of the client's, for this call only.
            #[inline]
            pub fn config_override(
                mut self,
                config_override: impl Into<crate::config::Builder>,
            ) -> Self {
                self.config_override = Some(config_override.into());
                self
            }

            /// Makes the call.
            ///
            /// # Errors
            /// As the operation.
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
                let mut config_override = self.config_override.unwrap_or_default();
                for interceptor in self.interceptors {
                    config_override.push_interceptor(interceptor);
                }
                self.customizable_send.send(config_override)
            }
        }
    }
}

fn internal() -> TokenStream {
    quote! {
        //! What customised calls are made of. Nameable for their signatures only.

        /// A future that can move between threads.
        pub type BoxFuture<T> =
            std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send>>;

        /// What a call comes to.
        pub type SendResult<T, E> = Result<
            T,
            aws_smithy_runtime_api::client::result::SdkError<
                E,
                aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
        >;

        /// A call that can be made with settings of its own.
        pub trait CustomizableSend<T, E>: Send + Sync {
            /// Makes the call with `config_override` in the place of the client's settings.
            fn send(self, config_override: crate::config::Builder) -> BoxFuture<SendResult<T, E>>;
        }
    }
}
