//! `config/endpoint.rs`: parameters, rules and partitions.

mod loads;
mod params;
mod partitions;
mod parts;
mod rules;
mod setters;
mod settings;
mod values;

use quote::quote;

pub(super) use loads::operation_params;
pub(crate) use params::literal;
pub(crate) use parts::all_builder_calls;
pub(super) use settings::{setters as config_setters, shared as shared_settings};

use super::Files;
use super::tokens::mentions;
use crate::ir::Client;

/// Emits `config/endpoint.rs` and its submodules.
pub(super) fn emit(client: &Client, files: &mut Files) {
    let params = params::params(&client.endpoint);
    let loads = loads::loads(client);
    let invalid_params = params::invalid_params(&client.endpoint);
    let finalize_params = settings::finalize_params(&client.endpoint);
    let holders = settings::holders(&client.endpoint);
    let settings = holders.is_some().then(|| {
        quote!(
            pub(crate) mod settings;
        )
    });
    let rules = rules::rules(&client.endpoint);
    let has_partitions = mentions(&rules, "PARTITIONS");
    let partitions = has_partitions.then(|| {
        quote!(
            mod partitions;
        )
    });
    files.rust(
        "src/config/endpoint.rs",
        quote! {
            //! Endpoint resolution.

            pub use aws_smithy_runtime_api::client::endpoint::{
                EndpointFuture, SharedEndpointResolver,
            };
            pub use aws_smithy_types::endpoint::Endpoint;

            #partitions
            mod rules;
            #settings

            /// Resolves the endpoint of a request.
            pub trait ResolveEndpoint: Send + Sync + std::fmt::Debug {
                /// Returns the endpoint for `params`.
                fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;

                /// Converts the resolver into the form that the runtime uses.
                fn into_shared_resolver(self) -> SharedEndpointResolver
                where
                    Self: Sized + 'static,
                {
                    SharedEndpointResolver::new(Typed(self))
                }
            }

            /// Adapter from the runtime's untyped parameters to [`Params`].
            #[derive(Debug)]
            struct Typed<T>(T);

            impl<T: ResolveEndpoint> aws_smithy_runtime_api::client::endpoint::ResolveEndpoint
                for Typed<T>
            {
                fn resolve_endpoint<'a>(
                    &'a self,
                    params: &'a aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
                ) -> EndpointFuture<'a> {
                    match params.get::<Params>() {
                        Some(params) => self.0.resolve_endpoint(params),
                        None => EndpointFuture::ready(Err(
                            "params of expected type was not present".into(),
                        )),
                    }
                }

                #finalize_params
            }

            /// The default resolver, which evaluates the model's endpoint rules.
            #[derive(Debug)]
            pub struct DefaultResolver {
                _private: (),
            }

            impl Default for DefaultResolver {
                fn default() -> Self {
                    Self::new()
                }
            }

            impl DefaultResolver {
                /// Creates the resolver.
                #[inline]
                pub fn new() -> Self {
                    Self { _private: () }
                }
            }

            impl ResolveEndpoint for DefaultResolver {
                fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
                    EndpointFuture::ready(rules::resolve(params))
                }
            }

            pub(super) fn default_resolver() -> SharedEndpointResolver {
                let resolver = Typed(DefaultResolver::new());
                SharedEndpointResolver::new(restjson1_runtime::endpoint::NameUrlSource(resolver))
            }

            #params
            #loads
            #invalid_params
        },
    );
    files.rust("src/config/endpoint/rules.rs", rules);
    if let Some(holders) = holders {
        files.rust("src/config/endpoint/settings.rs", holders);
    }
    if has_partitions {
        let table = partitions::partitions(&client.partitions);
        files.rust("src/config/endpoint/partitions.rs", table);
    }
}
