//! What must be sent, as a test.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::conformance::emit::given::setters;
use crate::conformance::ir::{Body, RequestTest};
use crate::emit::tokens::{doc, ident};

pub(super) fn test(case: &RequestTest) -> TokenStream {
    let docs = doc(&format!("`{}`: what is sent.", case.of.id));
    let (function, method) = (ident(&case.of.function), ident(&case.of.method));
    let setters = setters(&case.input);
    let endpoint = format!("https://{}", case.host.as_deref().unwrap_or("example.com"));
    let resolved = match &case.resolved_host {
        Some(host) => quote!(Some(#host)),
        None => quote!(None),
    };
    let RequestTest {
        method: verb,
        path,
        query,
        forbidden_query,
        required_query,
        forbidden_headers,
        required_headers,
        ..
    } = case;
    let headers = case
        .headers
        .iter()
        .map(|(name, value)| quote!((#name, #value)));
    let body = match &case.body {
        None => quote!(Any),
        Some(Body::Json(text)) => quote!(Json(#text)),
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
            let sent = client.#method()#setters.send().await;
            let expected = conformance::Request {
                    method: #verb,
                    path: #path,
                    host: #resolved,
                    query: &[#(#query),*],
                    forbidden_query: &[#(#forbidden_query),*],
                    required_query: &[#(#required_query),*],
                    headers: &[#(#headers),*],
                    forbidden_headers: &[#(#forbidden_headers),*],
                    required_headers: &[#(#required_headers),*],
                    body: conformance::Body::#body,
            };
            http.check(sent.map(drop), &expected).await;
        }
    }
}
