//! The parameters of the endpoint rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters::{getter, owned, setters};
use crate::emit::tokens::ident;
use crate::ir::{BuiltIn, Endpoint, Parameter, ParameterValue};

/// `Params` and its builder.
pub(super) fn params(endpoint: &Endpoint) -> TokenStream {
    let parameters = &endpoint.parameters;
    let fields = parameters.iter().map(|parameter| {
        let field = ident(&parameter.name.rust);
        let ty = owned(parameter);
        match parameter.required {
            true => quote!(pub(crate) #field: #ty,),
            false => quote!(pub(crate) #field: Option<#ty>,),
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
        .find(|parameter| parameter.built_in == Some(BuiltIn::Region))
        .map(|parameter| validation(parameter, endpoint));
    let values = parameters.iter().map(value);
    let fails = match (validation.is_some(), can_be_missing(endpoint)) {
        (true, true) => {
            "When the region cannot be part of a host name, or what is needed is unset."
        }
        (_, true) => "When what is needed is unset.",
        (_, false) => "When the region cannot be part of a host name.",
    };
    let fails = crate::emit::tokens::doc(fails);
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
            #fails
            pub fn build(self) -> Result<Params, InvalidParams> {
                #validation
                Ok(Params {
                    #(#values)*
                })
            }
        }
    }
}

/// Whether a parameter is required and has no default.
fn can_be_missing(endpoint: &Endpoint) -> bool {
    let mut parameters = endpoint.parameters.iter();
    parameters.any(|parameter| parameter.required && parameter.default.is_none())
}

fn validation(parameter: &Parameter, endpoint: &Endpoint) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let text = &parameter.name.rust;
    let message = match can_be_missing(endpoint) {
        true => quote!(Some("must be a valid host label")),
        false => quote!("must be a valid host label"),
    };
    quote! {
        let is_label = |text: &String| {
            restjson1_runtime::endpoint::is_valid_host_label(text, true)
        };
        if !self.#field.as_ref().is_none_or(is_label) {
            return Err(InvalidParams {
                field: #text,
                message: #message,
            });
        }
    }
}

/// The field of the finished parameters.
fn value(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    match &parameter.default {
        Some(ParameterValue::Boolean(default)) => {
            quote!(#field: self.#field.unwrap_or(#default),)
        }
        Some(default) => {
            let default = literal(default);
            quote!(#field: self.#field.unwrap_or_else(|| #default),)
        }
        None if parameter.required => {
            let text = &parameter.name.rust;
            quote! {
                #field: self.#field.ok_or(InvalidParams {
                    field: #text,
                    message: None,
                })?,
            }
        }
        None => quote!(#field: self.#field,),
    }
}

/// A value of a parameter.
pub(crate) fn literal(value: &ParameterValue) -> TokenStream {
    match value {
        ParameterValue::String(text) => quote!(#text.to_owned()),
        ParameterValue::Boolean(flag) => quote!(#flag),
        ParameterValue::StringArray(texts) => quote!(vec![#(#texts.to_owned()),*]),
    }
}

/// The error of the builder.
pub(super) fn invalid(endpoint: &Endpoint) -> TokenStream {
    let (message, display) = match can_be_missing(endpoint) {
        true => (
            quote!(Option<&'static str>),
            quote! {
                match self.message {
                    Some(message) => {
                        write!(f, "invalid value for field: `{}` - {message}", self.field)
                    }
                    None => write!(f, "a required field was missing: `{}`", self.field),
                }
            },
        ),
        false => (
            quote!(&'static str),
            quote!(write!(
                f,
                "invalid value for field: `{}` - {}",
                self.field, self.message
            )),
        ),
    };
    quote! {
        /// A parameter has a value that it cannot have.
        #[derive(Debug)]
        pub struct InvalidParams {
            field: &'static str,
            message: #message,
        }

        impl std::fmt::Display for InvalidParams {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                #display
            }
        }

        impl std::error::Error for InvalidParams {}
    }
}
