//! A test of a request.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::conformance::emit::values::setters;
use crate::conformance::ir::{Body, RequestTest};
use crate::emit::tokens::{doc, ident};
use crate::printable::escape;

/// Returns the test function.
pub(super) fn function(test: &RequestTest) -> TokenStream {
    let docs = doc(&format!("{}: the request.", escape::code(&test.info.id)));
    let (function, method) = (ident(&test.info.function), ident(&test.info.method));
    let setters = setters(&test.input);
    let endpoint = format!("https://{}", test.host.as_deref().unwrap_or("example.com"));
    let resolved_host = match &test.resolved_host {
        Some(host) => quote!(Some(#host)),
        None => quote!(None),
    };
    let RequestTest {
        method: http_method,
        path,
        query,
        forbidden_query,
        required_query,
        forbidden_headers,
        required_headers,
        ..
    } = test;
    let headers = test
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let body = match &test.body {
        None => quote!(Any),
        Some(Body::Json(json)) => quote!(Json(#json)),
        Some(Body::Bytes(bytes)) => {
            let bytes = Literal::byte_string(bytes);
            quote!(Bytes(#bytes))
        }
    };
    quote! {
        #docs
        #[tokio::test]
        async fn #function() {
            let http = conformance::Http::recording();
            let client = crate::client(&http, #endpoint);
            let result = client.#method()#setters.send().await;
            let expected = conformance::Request {
                    method: #http_method,
                    path: #path,
                    host: #resolved_host,
                    query: &[#(#query),*],
                    forbidden_query: &[#(#forbidden_query),*],
                    required_query: &[#(#required_query),*],
                    headers: &[#(#headers),*],
                    forbidden_headers: &[#(#forbidden_headers),*],
                    required_headers: &[#(#required_headers),*],
                    body: conformance::Body::#body,
            };
            http.check(result.map(drop), &expected).await;
        }
    }
}
