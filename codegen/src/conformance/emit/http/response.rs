//! A test of a response.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::conformance::emit::values::{build, setters};
use crate::conformance::ir::{FieldComparison, ResponseTest};
use crate::emit::tokens::{doc, ident};
use crate::printable::escape;

/// Returns the test function.
pub(super) fn function(test: &ResponseTest) -> TokenStream {
    let docs = doc(&format!("{}: the response.", escape::code(&test.info.id)));
    let (function, method) = (ident(&test.info.function), ident(&test.info.method));
    let (module, ty) = (ident(&test.info.module), ident(&test.ty));
    let status = Literal::u16_unsuffixed(test.status);
    let body = Literal::byte_string(&test.body);
    let headers = test
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let actual = match &test.error {
        None => quote! {
            let actual = result.expect("an output");
        },
        Some((error, variant)) => {
            let (error, variant) = (ident(error), ident(variant));
            quote! {
                let error = result.expect_err("an error").into_service_error();
                let sdk::operation::#module::#error::#variant(actual) = error else {
                    panic!("{error:?}");
                };
            }
        }
    };
    let path = match &test.error {
        None => quote!(sdk::operation::#module::#ty),
        Some(_) => quote!(sdk::types::error::#ty),
    };
    let (input, setters) = (setters(&test.input), setters(&test.expected));
    let build = build(test.fallible);
    if test.fields.is_empty() && test.error.is_none() {
        return quote! {
            #docs
            #[tokio::test]
            async fn #function() {
                let http = conformance::Http::responding(#status, &[#(#headers),*], #body);
                let client = crate::client(&http, "https://example.com");
                let result = client.#method()#input.send().await;
                result.expect("an output");
            }
        };
    }
    let fields = test.fields.iter().map(|field| {
        let (label, name) = (&field.name, ident(&field.name));
        match field.comparison {
            FieldComparison::Equality => quote!(assert_eq!(actual.#name, expected.#name, #label);),
            FieldComparison::Collected => quote! {
                let (actual, expected) = (actual.#name.collect(), expected.#name.collect());
                let (actual, expected) = (actual.await, expected.await);
                assert_eq!(actual.expect("bytes").into_bytes(), expected.expect("bytes").into_bytes(), #label);
            },
            FieldComparison::Debug => quote! {
                assert_eq!(format!("{:?}", actual.#name), format!("{:?}", expected.#name), #label);
            },
        }
    });
    quote! {
        #docs
        #[tokio::test]
        async fn #function() {
            let http = conformance::Http::responding(#status, &[#(#headers),*], #body);
            let client = crate::client(&http, "https://example.com");
            let result = client.#method()#input.send().await;
            #actual
            let expected = #path::builder()#setters #build;
            #(#fields)*
        }
    }
}
