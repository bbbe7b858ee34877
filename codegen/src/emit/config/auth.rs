//! `config/auth.rs`: auth scheme resolution.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{AuthScheme, Client};

/// Returns the resolver trait, its parameters, and the default resolver.
pub(super) fn auth(client: &Client) -> TokenStream {
    let resolver = resolver(client);
    quote! {
        //! Auth scheme resolution.

        use aws_smithy_runtime_api::client::auth::{
            AuthSchemeOption, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture,
            ResolveAuthSchemeOptions, SharedAuthSchemeOptionResolver,
        };
        use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
        use aws_smithy_types::config_bag::ConfigBag;

        /// Resolves the auth schemes of a request.
        pub trait ResolveAuthScheme: Send + Sync + std::fmt::Debug {
            /// Returns the schemes for a request, the preferred one first.
            fn resolve_auth_scheme<'a>(
                &'a self,
                params: &'a Params,
                cfg: &'a ConfigBag,
                runtime_components: &'a RuntimeComponents,
            ) -> AuthSchemeOptionsFuture<'a>;

            /// Converts the resolver into the form that the runtime uses.
            fn into_shared_resolver(self) -> SharedAuthSchemeOptionResolver
            where
                Self: Sized + 'static,
            {
                SharedAuthSchemeOptionResolver::new(Typed(self))
            }
        }

        /// Adapter from the runtime's untyped parameters to [`Params`].
        #[derive(Debug)]
        struct Typed<T>(T);

        impl<T: ResolveAuthScheme> ResolveAuthSchemeOptions for Typed<T> {
            fn resolve_auth_scheme_options_v2<'a>(
                &'a self,
                params: &'a AuthSchemeOptionResolverParams,
                cfg: &'a ConfigBag,
                runtime_components: &'a RuntimeComponents,
            ) -> AuthSchemeOptionsFuture<'a> {
                match params.get::<Params>() {
                    Some(params) => self.0.resolve_auth_scheme(params, cfg, runtime_components),
                    None => AuthSchemeOptionsFuture::ready(Err(
                        "params of expected type was not present".into(),
                    )),
                }
            }
        }

        #resolver

        pub(super) fn default_resolver() -> SharedAuthSchemeOptionResolver {
            DefaultAuthSchemeResolver::default().into_shared_resolver()
        }

        pub(super) fn params(operation: &'static str) -> AuthSchemeOptionResolverParams {
            AuthSchemeOptionResolverParams::new(Params {
                operation_name: operation.into(),
            })
        }

        /// Parameters of auth scheme resolution.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Params {
            operation_name: std::borrow::Cow<'static, str>,
        }

        impl Params {
            /// Returns a builder without values.
            #[inline]
            pub fn builder() -> ParamsBuilder {
                ParamsBuilder::default()
            }

            /// Returns the operation's name in the model.
            #[inline]
            pub fn operation_name(&self) -> &str {
                &self.operation_name
            }
        }

        /// Builder for [`Params`].
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct ParamsBuilder {
            operation_name: Option<std::borrow::Cow<'static, str>>,
        }

        impl ParamsBuilder {
            /// Sets the operation's name.
            #[inline]
            pub fn operation_name(
                self,
                operation_name: impl Into<std::borrow::Cow<'static, str>>,
            ) -> Self {
                self.set_operation_name(Some(operation_name.into()))
            }

            /// Sets or unsets the operation's name.
            #[inline]
            pub fn set_operation_name(
                mut self,
                operation_name: Option<std::borrow::Cow<'static, str>>,
            ) -> Self {
                self.operation_name = operation_name;
                self
            }

            /// Builds the parameters.
            ///
            /// # Errors
            /// Returns an error if the operation's name is unset.
            #[inline]
            pub fn build(self) -> Result<Params, BuildError> {
                match self.operation_name {
                    Some(operation_name) => Ok(Params { operation_name }),
                    None => Err(BuildError {
                        field: "operation_name",
                    }),
                }
            }
        }

        /// The error of [`ParamsBuilder::build`].
        #[derive(Debug)]
        pub struct BuildError {
            field: &'static str,
        }

        impl std::fmt::Display for BuildError {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "a required field was missing: `{}`", self.field)
            }
        }

        impl std::error::Error for BuildError {}
    }
}

/// Returns the default resolver.
fn resolver(client: &Client) -> TokenStream {
    let default = schemes(&client.service.auth);
    let overrides = client.operations.iter().filter_map(|operation| {
        let name = &operation.name.wire;
        let schemes = schemes(operation.auth.as_ref()?);
        Some(quote!(#name => #schemes,))
    });
    let overrides: Vec<_> = overrides.collect();
    let (params, options) = if overrides.is_empty() {
        (quote!(_), quote!(self.options.clone()))
    } else {
        let options = quote! {
            match params.operation_name() {
                #(#overrides)*
                _ => self.options.clone(),
            }
        };
        (quote!(params), options)
    };
    quote! {
        /// The default resolver, which returns the schemes of the model.
        #[derive(Debug)]
        pub struct DefaultAuthSchemeResolver {
            options: Vec<AuthSchemeOption>,
        }

        impl Default for DefaultAuthSchemeResolver {
            fn default() -> Self {
                Self { options: #default }
            }
        }

        impl ResolveAuthScheme for DefaultAuthSchemeResolver {
            fn resolve_auth_scheme<'a>(
                &'a self,
                #params: &'a Params,
                _: &'a ConfigBag,
                _: &'a RuntimeComponents,
            ) -> AuthSchemeOptionsFuture<'a> {
                AuthSchemeOptionsFuture::ready(Ok(#options))
            }
        }
    }
}

fn schemes(schemes: &[AuthScheme]) -> TokenStream {
    let ids = schemes.iter().map(|scheme| match scheme {
        AuthScheme::SigV4 => quote!(aws_runtime::auth::sigv4::SCHEME_ID),
        AuthScheme::Bearer => {
            quote!(aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID)
        }
        AuthScheme::None => quote!(aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID),
    });
    quote!(vec![#(#ids.into()),*])
}
