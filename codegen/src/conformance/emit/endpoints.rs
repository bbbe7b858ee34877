//! The tests of endpoint rules. They use the client's default resolver.

use proc_macro2::TokenStream;
use quote::quote;

use crate::conformance::ir::{EndpointTest, ExpectedEndpoint};
use crate::emit::endpoint::{all_builder_calls, literal};
use crate::emit::tokens::{doc, ident, mentions};
use crate::options::Options;

/// Returns `tests/endpoints.rs`.
pub(super) fn tests(options: &Options, tests: &[EndpointTest]) -> TokenStream {
    let package = ident(&options.lib_name());
    let functions: TokenStream = tests.iter().map(test).collect();
    let has_endpoints = tests
        .iter()
        .any(|test| matches!(test.expected, ExpectedEndpoint::Endpoint(_)));
    let endpoint_import = has_endpoints.then(|| {
        let types = match mentions(&functions, "EndpointAuthScheme") {
            true => quote!({Endpoint, EndpointAuthScheme}),
            false => quote!(Endpoint),
        };
        quote!(use aws_smithy_types::endpoint::#types;)
    });
    let document_import = mentions(&functions, "Document").then(|| {
        quote!(
            use aws_smithy_types::Document;
        )
    });
    let object_function = mentions(&functions, "object").then(|| {
        quote! {
            fn object<const N: usize>(members: [(&str, Document); N]) -> Document {
                let members = members.map(|(key, value)| (key.to_owned(), value));
                Document::Object(members.into())
            }
        }
    });
    let endpoint_type = match has_endpoints {
        true => quote!(Endpoint),
        false => quote!(aws_smithy_types::endpoint::Endpoint),
    };
    quote! {
        //! The model's tests of its endpoint rules.
        #![allow(deprecated, reason = "tests may use deprecated items")]

        use std::pin::pin;
        use std::task::{Context, Poll, Waker};

        #document_import
        #endpoint_import
        use #package::config::endpoint::{DefaultResolver, Params, ParamsBuilder, ResolveEndpoint as _};

        /// Resolves an endpoint; an error becomes its message.
        fn resolve(params: ParamsBuilder) -> Result<#endpoint_type, String> {
            let params = params.build().map_err(|error| error.to_string())?;
            let resolver = DefaultResolver::new();
            let future = resolver.resolve_endpoint(&params);
            match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(result) => result.map_err(|error| error.to_string()),
                Poll::Pending => panic!("the default resolver does not wait"),
            }
        }

        #object_function

        #functions
    }
}

fn test(test: &EndpointTest) -> TokenStream {
    let name = ident(&test.function);
    let title = &test.title;
    let docs = doc(title);
    // `assert_eq!` takes a format string.
    let message = title.replace('{', "{{").replace('}', "}}");
    let params = test.params.iter().map(|(name, value)| {
        let (name, value) = (ident(&name.rust), literal(value));
        quote!(.#name(#value))
    });
    let expected = match &test.expected {
        ExpectedEndpoint::Endpoint(parts) => {
            let calls = all_builder_calls(parts, &quote!(object));
            quote!(Ok(Endpoint::builder() #calls .build()))
        }
        ExpectedEndpoint::Error(message) => quote!(Err(#message.to_owned())),
    };
    quote! {
        #docs
        #[test]
        fn #name() {
            let params = Params::builder() #(#params)*;
            let expected = #expected;
            assert_eq!(resolve(params), expected, #message);
        }
    }
}
