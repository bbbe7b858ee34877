//! Endpoints with headers and properties.

use proc_macro2::TokenStream;
use quote::quote;

use super::values::{borrowed, owned};
use crate::ir::{EndpointParts, Property, RuleValue, TemplatePart, Typed};

/// Returns the expression that builds the endpoint; its type is a `Result`.
pub(super) fn parts(parts: &EndpointParts) -> TokenStream {
    let from_url = match &parts.url.value {
        RuleValue::Template(parts) => {
            let parts = parts.iter().map(|part| match part {
                TemplatePart::Literal(literal) => quote!(#literal),
                TemplatePart::Value(value) => borrowed(value),
            });
            quote!(endpoint::from_parts(&[#(#parts),*]))
        }
        _ => {
            let url = owned(&parts.url);
            quote!(endpoint::from_url(#url))
        }
    };
    let calls = builder_calls(parts, &quote!(endpoint::object));
    match calls.is_empty() {
        true => from_url,
        false => quote!(Ok(#from_url?.into_builder() #calls .build())),
    }
}

/// Returns all calls of an endpoint's builder; `object` is the function that builds objects.
pub(crate) fn all_builder_calls(parts: &EndpointParts, object: &TokenStream) -> TokenStream {
    let url = cow(&parts.url);
    let calls = builder_calls(parts, object);
    quote!(.url(#url) #calls)
}

/// Returns the calls that set headers, properties and auth schemes.
fn builder_calls(parts: &EndpointParts, object: &TokenStream) -> TokenStream {
    let headers = parts.headers.iter().flat_map(|(name, values)| {
        values.iter().map(move |value| {
            let value = cow(value);
            quote!(.header(#name, #value))
        })
    });
    let properties = parts.properties.iter().map(|(name, value)| {
        let value = property(value, object);
        quote!(.property(#name, #value))
    });
    let schemes = parts.auth_schemes.iter().map(|(name, values)| {
        let count = proc_macro2::Literal::usize_unsuffixed(values.len());
        let values = values.iter().map(|(key, value)| {
            let value = property(value, object);
            quote!(.put(#key, #value))
        });
        quote!(.auth_scheme(EndpointAuthScheme::with_capacity(#name, #count) #(#values)*))
    });
    headers.chain(properties).chain(schemes).collect()
}

/// Returns a string that converts into a `Cow`; a literal is not copied.
fn cow(value: &Typed) -> TokenStream {
    match &value.value {
        RuleValue::String(string) => quote!(#string),
        _ => owned(value),
    }
}

fn property(value: &Property, object: &TokenStream) -> TokenStream {
    match value {
        Property::Null => quote!(Document::Null),
        Property::Boolean(flag) => quote!(Document::Bool(#flag)),
        Property::Number(number) => number_document(number),
        Property::String(string) => {
            let string = owned(string);
            quote!(Document::String(#string))
        }
        Property::List(list) => {
            let list = list.iter().map(|value| property(value, object));
            quote!(Document::Array(vec![#(#list),*]))
        }
        Property::Object(members) => {
            let members = members.iter().map(|(key, value)| {
                let value = property(value, object);
                quote!((#key, #value))
            });
            quote!(#object([#(#members),*]))
        }
    }
}

fn number_document(number: &serde_json::Number) -> TokenStream {
    let number = match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(number), _, _) => {
            let number = proc_macro2::Literal::u64_unsuffixed(number);
            quote!(PosInt(#number))
        }
        (None, Some(number), _) => {
            let number = proc_macro2::Literal::i64_unsuffixed(number);
            quote!(NegInt(#number))
        }
        (None, None, number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(number.unwrap_or_default());
            quote!(Float(#number))
        }
    };
    quote!(Document::Number(aws_smithy_types::Number::#number))
}
