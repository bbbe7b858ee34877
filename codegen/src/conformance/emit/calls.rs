//! The calls in tests of endpoint rules. They call the client crate `sdk`.

use proc_macro2::TokenStream;
use quote::quote;

use super::config::config;
use super::values::setters;
use crate::conformance::ir::{CallOutcome, CallSetting, EndpointCall, EndpointTest};
use crate::emit::endpoint::literal;
use crate::emit::tokens::{doc, ident};
use crate::ir::BuiltIn;
use crate::options::Options;

/// Returns `tests/endpoint_calls.rs`; `None` if there are no calls.
pub(super) fn tests(options: &Options, tests: &[EndpointTest]) -> Option<TokenStream> {
    let package = ident(&options.lib_name());
    let config = config();
    let calls = tests.iter().flat_map(|test| {
        let calls = test.calls.iter();
        calls.map(|call| self::test(&test.title, call))
    });
    let calls: Vec<_> = calls.collect();
    (!calls.is_empty()).then(|| {
        quote! {
            //! The calls in the model's tests of its endpoint rules.
            #![allow(deprecated, reason = "tests may use deprecated items")]

            extern crate #package as sdk;

            #config

            #(#calls)*
        }
    })
}

fn test(title: &str, call: &EndpointCall) -> TokenStream {
    let docs = doc(&format!("{title}: a call of `{}`.", call.operation));
    let (function, method) = (ident(&call.function), ident(&call.method));
    let settings = call.settings.iter().map(setting);
    let input = setters(&call.input);
    let check = match &call.outcome {
        CallOutcome::Sent {
            url,
            prefixed,
            headers,
            scope,
        } => {
            let headers = headers.iter().map(|(name, value)| quote!((#name, #value)));
            quote! {
                let expected = conformance::Endpoint {
                    url: #url,
                    prefixed: #prefixed,
                    headers: &[#(#headers),*],
                    scope: &[#(#scope),*],
                };
                http.check_endpoint(result.map(drop), &expected);
            }
        }
        CallOutcome::Failed(message) => quote! {
            http.check_failure(result.map(drop), #message);
        },
    };
    quote! {
        #docs
        #[tokio::test]
        async fn #function() {
            let http = conformance::Http::recording();
            let config = config(&http) #(#settings)*;
            let client = sdk::Client::from_conf(config.build());
            let result = client.#method()#input.send().await;
            #check
        }
    }
}

fn setting(setting: &CallSetting) -> TokenStream {
    let (built_in, value) = match setting {
        CallSetting::BuiltIn(built_in, value) => (built_in, value),
        CallSetting::ContextParam(name, value) => {
            let (name, value) = (ident(name), literal(value));
            return quote!(.#name(#value));
        }
        CallSetting::NoRegion => return quote!(.region(None::<sdk::config::Region>)),
    };
    let value = literal(value);
    match built_in {
        BuiltIn::Region => quote!(.region(sdk::config::Region::new(#value))),
        BuiltIn::DualStack => quote!(.use_dual_stack(#value)),
        BuiltIn::Fips => quote!(.use_fips(#value)),
        BuiltIn::Endpoint => quote!(.endpoint_url(#value)),
        BuiltIn::AccountId => quote! {
            .credentials_provider(
                sdk::config::Credentials::builder()
                    .access_key_id("key")
                    .secret_access_key("secret")
                    .account_id(#value)
                    .provider_name("test")
                    .build(),
            )
        },
        BuiltIn::AccountIdMode => quote! {
            .account_id_endpoint_mode(
                #value.parse::<aws_types::endpoint_config::AccountIdEndpointMode>().expect("a valid mode"),
            )
        },
    }
}
