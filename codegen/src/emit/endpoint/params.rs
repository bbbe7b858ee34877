//! The parameters of the endpoint rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::setters::{getter, owned, setters};
use crate::emit::tokens::ident;
use crate::ir::{BuiltIn, Endpoint, Parameter, ParameterValue};

/// Returns `Params` and its builder.
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
    let errors = match (validation.is_some(), has_mandatory_parameter(endpoint)) {
        (true, true) => {
            "Returns an error if the region is not a valid host label, or a required parameter is unset."
        }
        (true, false) => "Returns an error if the region is not a valid host label.",
        (false, true) => "Returns an error if a required parameter is unset.",
        (false, false) => "Returns no error at present; a later version may check the parameters.",
    };
    let errors = crate::emit::tokens::doc(errors);
    quote! {
        /// Parameters of endpoint resolution.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct Params {
            #(#fields)*
        }

        impl Params {
            /// Returns a builder without values.
            #[inline]
            pub fn builder() -> ParamsBuilder {
                ParamsBuilder::default()
            }

            #(#getters)*
        }

        /// Builder for [`Params`].
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct ParamsBuilder {
            #(#builder_fields)*
        }

        impl ParamsBuilder {
            #(#setters)*

            /// Builds the parameters.
            ///
            /// # Errors
            #errors
            pub fn build(self) -> Result<Params, InvalidParams> {
                #validation
                Ok(Params {
                    #(#values)*
                })
            }
        }
    }
}

/// Returns `true` if a parameter is required and has no default.
fn has_mandatory_parameter(endpoint: &Endpoint) -> bool {
    let mut parameters = endpoint.parameters.iter();
    parameters.any(|parameter| parameter.required && parameter.default.is_none())
}

fn validation(parameter: &Parameter, endpoint: &Endpoint) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let name = &parameter.name.rust;
    let message = match has_mandatory_parameter(endpoint) {
        true => quote!(Some("must be a valid host label")),
        false => quote!("must be a valid host label"),
    };
    quote! {
        let is_label = |region: &String| {
            restjson1_runtime::endpoint::is_valid_host_label(region, true)
        };
        if !self.#field.as_ref().is_none_or(is_label) {
            return Err(InvalidParams {
                field: #name,
                message: #message,
            });
        }
    }
}

/// Returns the initializer of a field of `Params`, from the value in the builder.
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
            let name = &parameter.name.rust;
            quote! {
                #field: self.#field.ok_or(InvalidParams {
                    field: #name,
                    message: None,
                })?,
            }
        }
        None => quote!(#field: self.#field,),
    }
}

/// Returns a parameter's value as an expression.
pub(crate) fn literal(value: &ParameterValue) -> TokenStream {
    match value {
        ParameterValue::String(string) => quote!(#string.to_owned()),
        ParameterValue::Boolean(flag) => quote!(#flag),
        ParameterValue::StringArray(strings) => quote!(vec![#(#strings.to_owned()),*]),
    }
}

/// Returns the error type of the builder.
pub(super) fn invalid_params(endpoint: &Endpoint) -> TokenStream {
    let (message, display) = match has_mandatory_parameter(endpoint) {
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
        /// The error of [`ParamsBuilder::build`].
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
