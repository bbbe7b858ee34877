//! The sources of a request's endpoint parameters: settings, and the input.

use proc_macro2::TokenStream;
use quote::quote;

use super::params::literal;
use crate::emit::tokens::ident;
use crate::ir::{
    BindingSource, BuiltIn, Client, EndpointBinding, InputPath, Operation, Parameter,
    ParameterKind, PathEnd, PathField, StringStep,
};

/// Returns the functions that build a request's parameters from its settings.
pub(super) fn loads(client: &Client) -> TokenStream {
    let parameters = &client.endpoint.parameters;
    let is_bound = client
        .operations
        .iter()
        .any(|operation| !operation.endpoint.is_empty());
    let loads = parameters.iter().map(load);
    let loads = quote!(ParamsBuilder { #(#loads)* });
    let is_read = |parameter: &Parameter| {
        let built_in = parameter.built_in;
        parameter.setting.is_some()
            || built_in.is_some_and(|built_in| built_in != BuiltIn::AccountId)
    };
    let config = match parameters.iter().any(is_read) {
        true => quote!(config),
        false => quote!(_),
    };
    let finish = quote! {
        let params = params
            .build()
            .map_err(restjson1_runtime::endpoint::invalid_params)?;
        Ok(aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params))
    };
    let result = quote! {
        Result<
            aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            aws_smithy_runtime_api::box_error::BoxError,
        >
    };
    if !is_bound {
        return quote! {
            /// Returns the endpoint parameters for a request's settings.
            pub(super) fn params(
                #config: &aws_smithy_types::config_bag::ConfigBag,
            ) -> #result {
                let params = #loads;
                #finish
            }
        };
    }
    quote! {
        /// Returns the endpoint parameters for a request's settings.
        pub(super) fn params(config: &aws_smithy_types::config_bag::ConfigBag) -> #result {
            resolver_params(from_settings(config))
        }

        /// Returns a builder with the parameters that come from a request's settings.
        pub(crate) fn from_settings(
            #config: &aws_smithy_types::config_bag::ConfigBag,
        ) -> ParamsBuilder {
            #loads
        }

        /// Builds the parameters in the form that the runtime uses.
        pub(crate) fn resolver_params(params: ParamsBuilder) -> #result {
            #finish
        }
    }
}

fn load(parameter: &Parameter) -> TokenStream {
    let field = ident(&parameter.name.rust);
    let setting = parameter.setting.as_ref().map(|setting| {
        let holder = ident(&setting.type_name);
        let value = match parameter.kind {
            ParameterKind::Boolean => quote!(setting.0),
            ParameterKind::String | ParameterKind::StringArray => quote!(setting.0.clone()),
        };
        quote! {
            config
                .load::<settings::#holder>()
                .map(|setting| #value)
        }
    });
    let built_in = match parameter.built_in {
        Some(BuiltIn::Region) => Some(quote! {
            config
                .load::<aws_types::region::Region>()
                .map(|region| region.as_ref().to_owned())
        }),
        Some(BuiltIn::DualStack) => Some(quote! {
            config
                .load::<aws_types::endpoint_config::UseDualStack>()
                .map(|setting| setting.0)
        }),
        Some(BuiltIn::Fips) => Some(quote! {
            config
                .load::<aws_types::endpoint_config::UseFips>()
                .map(|setting| setting.0)
        }),
        Some(BuiltIn::Endpoint) => Some(quote! {
            config
                .load::<aws_types::endpoint_config::EndpointUrl>()
                .map(|setting| setting.0.clone())
        }),
        Some(BuiltIn::AccountIdMode) => Some(quote! {
            config
                .load::<aws_types::endpoint_config::AccountIdEndpointMode>()
                .map(ToString::to_string)
        }),
        // The account id is known only once the credentials are resolved.
        Some(BuiltIn::AccountId) | None => None,
    };
    let value = match (setting, built_in) {
        (Some(setting), Some(built_in)) => quote!(#setting.or_else(|| #built_in)),
        (Some(value), None) | (None, Some(value)) => value,
        (None, None) => quote!(None),
    };
    quote!(#field: #value,)
}

/// Returns the function that sets the parameters bound by an operation, if it binds any.
pub(in crate::emit) fn operation_params(operation: &Operation) -> Option<TokenStream> {
    if operation.endpoint.is_empty() {
        return None;
    }
    let bindings = operation.endpoint.iter().map(binding);
    let is_read = |binding: &EndpointBinding| !matches!(binding.source, BindingSource::Static(_));
    let input = match operation.endpoint.iter().any(is_read) {
        true => quote!(input),
        false => quote!(_),
    };
    Some(quote! {
        #[inline]
        fn endpoint_params(
            #input: &Self::Input,
            config: &aws_smithy_types::config_bag::ConfigBag,
        ) -> Result<
            aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            error::BoxError,
        > {
            let mut params = config::endpoint::from_settings(config);
            #(#bindings)*
            config::endpoint::resolver_params(params)
        }
    })
}

fn binding(binding: &EndpointBinding) -> TokenStream {
    let field = ident(&binding.parameter);
    match &binding.source {
        BindingSource::Static(value) => {
            let value = literal(value);
            quote!(params = params.#field(#value);)
        }
        BindingSource::Member {
            path,
            required: None,
        } => {
            let value = value(path);
            quote! {
                if let Some(value) = #value {
                    params = params.#field(value);
                }
            }
        }
        BindingSource::Member {
            path,
            required: Some(member),
        } => {
            let reason = format!("the endpoint cannot be found without `{member}`");
            let not_blank = (path.end == PathEnd::String)
                .then(|| quote!(.filter(|string: &String| !string.trim().is_empty())));
            let value = value(path);
            quote! {
                params = params.#field(#value #not_blank .ok_or(#reason)?);
            }
        }
    }
}

/// Returns an `Option` of the value at the end of a path.
fn value(path: &InputPath) -> TokenStream {
    let holder = member(&path.fields, &quote!(input));
    match &path.end {
        PathEnd::Boolean => quote!(#holder.copied()),
        PathEnd::String => quote!(#holder.map(|string| string.as_str().to_owned())),
        PathEnd::Keys => quote! {
            #holder.map(|map| {
                let mut keys: Vec<String> =
                    map.keys().map(|key| key.as_str().to_owned()).collect();
                keys.sort();
                keys
            })
        },
        PathEnd::Strings(steps) => strings(&holder, steps),
    }
}

/// Returns an `Option` of the strings at the end of the steps.
fn strings(holder: &TokenStream, steps: &[StringStep]) -> TokenStream {
    let mut items = TokenStream::new();
    for (index, step) in steps.iter().enumerate() {
        let flattened = match step {
            StringStep::Elements { sparse: true } | StringStep::Values { sparse: true } => {
                quote!(.flatten())
            }
            _ => TokenStream::new(),
        };
        // The first step starts from one value; later steps apply to each item of an iterator.
        items.extend(match (index, step) {
            (0, StringStep::Elements { .. }) => quote!(item.iter() #flattened),
            (0, StringStep::Values { .. }) => quote!(item.values() #flattened),
            (0, StringStep::Each(paths)) => {
                let strings = each(paths);
                quote!(#strings.into_iter().flatten())
            }
            (_, StringStep::Elements { .. }) => quote!(.flat_map(|item| item.iter() #flattened)),
            (_, StringStep::Values { .. }) => quote!(.flat_map(|item| item.values() #flattened)),
            (_, StringStep::Each(paths)) => {
                let strings = each(paths);
                quote!(.flat_map(|item| #strings.into_iter().flatten()))
            }
            (_, StringStep::Members(fields)) => {
                let member = member(fields, &quote!(item));
                quote!(.filter_map(|item| #member))
            }
        });
    }
    if !matches!(steps.last(), Some(StringStep::Each(_))) {
        items.extend(quote!(.map(|string| string.as_str().to_owned())));
    }
    // A map has no order.
    let is_map = |step: &StringStep| matches!(step, StringStep::Values { .. });
    match steps.iter().any(is_map) {
        true => quote! {
            #holder.map(|item| {
                let mut strings: Vec<String> = #items.collect();
                strings.sort();
                strings
            })
        },
        false => quote!(#holder.map(|item| #items.collect::<Vec<String>>())),
    }
}

/// Returns an array of the strings at the ends of paths, each an `Option`.
fn each(paths: &[Vec<PathField>]) -> TokenStream {
    let strings = paths.iter().map(|fields| {
        let member = member(fields, &quote!(item));
        quote!(#member.map(|string| string.as_str().to_owned()))
    });
    quote!([#(#strings),*])
}

/// Returns an `Option` of a reference to the member at the end of a path.
fn member(fields: &[PathField], from: &TokenStream) -> TokenStream {
    if fields.is_empty() {
        return quote!(Some(#from));
    }
    let mut tokens = TokenStream::new();
    for (index, field) in fields.iter().enumerate() {
        let name = ident(&field.rust);
        tokens.extend(match (index, field.optional) {
            (0, true) => quote!(#from.#name.as_ref()),
            (0, false) => quote!(Some(&#from.#name)),
            (_, true) => quote!(.and_then(|part| part.#name.as_ref())),
            (_, false) => quote!(.map(|part| &part.#name)),
        });
    }
    tokens
}
