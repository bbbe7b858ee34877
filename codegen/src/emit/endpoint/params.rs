//! The parameters of the endpoint rules.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::tokens::{doc, ident, prefixed};
use crate::ir::{BuiltIn, Endpoint, Parameter, ParameterKind};

/// `Params`, its builder and errors, and how they are made of a call's settings.
pub(super) fn params(endpoint: &Endpoint) -> TokenStream {
    let parameters = &endpoint.parameters;
    let fields = parameters.iter().map(|parameter| {
        let field = ident(&parameter.name.rust);
        let ty = owned(parameter);
        match parameter.default {
            Some(_) => quote!(pub(crate) #field: #ty,),
            None => quote!(pub(crate) #field: Option<#ty>,),
        }
    });
    let getters = parameters.iter().map(getter);
    let builder_fields = parameters.iter().map(|parameter| {
        let field = ident(&parameter.name.rust);
        let ty = owned(parameter);
        quote!(#field: Option<#ty>,)
    });
    let setters = parameters.iter().map(setters);
    let validation = parameters
        .iter()
        .find(|parameter| parameter.built_in == BuiltIn::Region)
        .map(|parameter| {
            let field = ident(&parameter.name.rust);
            let text = &parameter.name.rust;
            quote! {
                let is_label = |text: &String| {
                    restjson1_runtime::endpoint::is_valid_host_label(text, true)
                };
                if !self.#field.as_ref().is_none_or(is_label) {
                    return Err(InvalidParams {
                        field: #text,
                        message: "must be a valid host label",
                    });
                }
            }
        });
    let values = parameters.iter().map(|parameter| {
        let field = ident(&parameter.name.rust);
        match parameter.default {
            Some(default) => quote!(#field: self.#field.unwrap_or(#default),),
            None => quote!(#field: self.#field,),
        }
    });
    let loads = parameters.iter().map(load);
    let config = match parameters.is_empty() {
        true => quote!(_),
        false => quote!(config),
    };
    quote! {
        /// What the choice of an endpoint goes by.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct Params {
            #(#fields)*
        }

        impl Params {
            /// A builder without values.
            #[inline]
            pub fn builder() -> ParamsBuilder {
                ParamsBuilder::default()
            }

            #(#getters)*
        }

        /// A builder of [`Params`].
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct ParamsBuilder {
            #(#builder_fields)*
        }

        impl ParamsBuilder {
            #(#setters)*

            /// The finished parameters.
            ///
            /// # Errors
            /// When the region cannot be part of a host name.
            pub fn build(self) -> Result<Params, InvalidParams> {
                #validation
                Ok(Params {
                    #(#values)*
                })
            }
        }

        /// The parameters of a call, from its settings.
        pub(super) fn params(
            #config: &aws_smithy_types::config_bag::ConfigBag,
        ) -> Result<
            aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            aws_smithy_runtime_api::box_error::BoxError,
        > {
            let params = ParamsBuilder {
                #(#loads)*
            };
            let params = params
                .build()
                .map_err(restjson1_runtime::endpoint::invalid_params)?;
            Ok(aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params))
        }

        /// A parameter has a value that it cannot have.
        #[derive(Debug)]
        pub struct InvalidParams {
            field: &'static str,
            message: &'static str,
        }

        impl std::fmt::Display for InvalidParams {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "invalid value for field: `{}` - {}", self.field, self.message)
            }
        }

        impl std::error::Error for InvalidParams {}
    }
}

fn owned(parameter: &Parameter) -> TokenStream {
    match parameter.kind {
        ParameterKind::String => quote!(String),
        ParameterKind::Boolean => quote!(bool),
    }
}

fn describe(parameter: &Parameter) -> &'static str {
    match parameter.built_in {
        BuiltIn::Region => "the region",
        BuiltIn::DualStack => "whether the endpoint is for both IPv6 and IPv4",
        BuiltIn::Fips => "whether the endpoint is validated for FIPS 140",
        BuiltIn::Endpoint => "the URL that takes the endpoint's place",
    }
}

fn getter(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let what = describe(parameter);
    let docs = doc(&format!("{}{}.", what[..1].to_uppercase(), &what[1..]));
    let (ty, value) = match (parameter.kind, parameter.default) {
        (ParameterKind::String, _) => (quote!(&str), quote!(self.#field.as_deref())),
        (ParameterKind::Boolean, Some(_)) => (quote!(bool), quote!(Some(self.#field))),
        (ParameterKind::Boolean, None) => (quote!(bool), quote!(self.#field)),
    };
    quote! {
        #docs
        #[inline]
        pub fn #field(&self) -> Option<#ty> {
            #value
        }
    }
}

fn setters(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let set = prefixed("set_", &parameter.name.rust);
    let what = describe(parameter);
    let docs = doc(&format!("Sets {what}."));
    let set_docs = doc(&format!("Sets or unsets {what}."));
    let ty = owned(parameter);
    quote! {
        #docs
        #[inline]
        pub fn #field(mut self, value: impl Into<#ty>) -> Self {
            self.#field = Some(value.into());
            self
        }

        #set_docs
        #[inline]
        pub fn #set(mut self, param: Option<#ty>) -> Self {
            self.#field = param;
            self
        }
    }
}

fn load(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let value = match parameter.built_in {
        BuiltIn::Region => quote! {
            config
                .load::<aws_types::region::Region>()
                .map(|region| region.as_ref().to_owned())
        },
        BuiltIn::DualStack => quote! {
            config
                .load::<aws_types::endpoint_config::UseDualStack>()
                .map(|setting| setting.0)
        },
        BuiltIn::Fips => quote! {
            config
                .load::<aws_types::endpoint_config::UseFips>()
                .map(|setting| setting.0)
        },
        BuiltIn::Endpoint => quote! {
            config
                .load::<aws_types::endpoint_config::EndpointUrl>()
                .map(|setting| setting.0.clone())
        },
    };
    quote!(#field: #value,)
}
