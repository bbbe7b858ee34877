//! What must be understood, as a test.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::conformance::emit::given::{build, setters};
use crate::conformance::ir::{ComparedBy, ResponseTest};
use crate::emit::tokens::{doc, ident};

pub(super) fn test(case: &ResponseTest) -> TokenStream {
    let docs = doc(&format!("`{}`: what is understood.", case.of.id));
    let (function, method) = (ident(&case.of.function), ident(&case.of.method));
    let (module, ty) = (ident(&case.of.module), ident(&case.ty));
    let code = Literal::u16_unsuffixed(case.code);
    let body = Literal::byte_string(&case.body);
    let headers = case
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let actual = match &case.error {
        None => quote! {
            let actual = answer.expect("an output");
        },
        Some((error, variant)) => {
            let (error, variant) = (ident(error), ident(variant));
            quote! {
                let error = answer.expect_err("an error").into_service_error();
                let sdk::operation::#module::#error::#variant(actual) = error else {
                    panic!("{error:?}");
                };
            }
        }
    };
    let path = match &case.error {
        None => quote!(sdk::operation::#module::#ty),
        Some(_) => quote!(sdk::types::error::#ty),
    };
    let (input, setters) = (setters(&case.input), setters(&case.expected));
    let build = build(case.fallible);
    if case.fields.is_empty() && case.error.is_none() {
        return quote! {
            #docs
            #[tokio::test]
            async fn #function() {
                let http = conformance::Http::responding(#code, &[#(#headers),*], #body);
                let client = crate::client(&http, "https://example.com");
                let answer = client.#method()#input.send().await;
                answer.expect("an output");
            }
        };
    }
    let fields = case.fields.iter().map(|field| {
        let (text, name) = (&field.name, ident(&field.name));
        match field.by {
            ComparedBy::Equality => quote!(assert_eq!(actual.#name, expected.#name, #text);),
            ComparedBy::Collected => quote! {
                let (actual, expected) = (actual.#name.collect(), expected.#name.collect());
                let (actual, expected) = (actual.await, expected.await);
                assert_eq!(actual.expect("bytes").into_bytes(), expected.expect("bytes").into_bytes(), #text);
            },
            ComparedBy::Printed => quote! {
                assert_eq!(format!("{:?}", actual.#name), format!("{:?}", expected.#name), #text);
            },
        }
    });
    quote! {
        #docs
        #[tokio::test]
        async fn #function() {
            let http = conformance::Http::responding(#code, &[#(#headers),*], #body);
            let client = crate::client(&http, "https://example.com");
            let answer = client.#method()#input.send().await;
            #actual
            let expected = #path::builder()#setters #build;
            #(#fields)*
        }
    }
}
