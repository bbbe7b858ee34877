//! The protocol tests, through the client, which they call `sdk`. What they have in common is in the
//! crate `conformance`.

mod request;
mod response;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::config::config;
use crate::Options;
use crate::conformance::ir::HttpTests;
use crate::emit::Files;
use crate::emit::tokens::{ident, inner_docs};
use crate::ir::Client;

/// The files of the integration test `protocol`: `main.rs`, and one for each operation.
pub(super) fn emit(client: &Client, options: &Options, cases: &HttpTests, files: &mut Files) {
    let mut tests: BTreeMap<&str, Vec<TokenStream>> = BTreeMap::new();
    for case in &cases.requests {
        let tests = tests.entry(&case.of.module).or_default();
        tests.push(request::test(case));
    }
    for case in &cases.responses {
        let tests = tests.entry(&case.of.module).or_default();
        tests.push(response::test(case));
    }
    let modules: BTreeSet<&str> = tests.keys().copied().collect();
    files.rust("tests/protocol/main.rs", main(client, options, &modules));
    for (module, tests) in tests {
        let docs = inner_docs(&[format!("The protocol tests of `{module}`.")]);
        files.rust(
            format!("tests/protocol/{module}.rs"),
            quote!(#docs #(#tests)*),
        );
    }
}

fn main(client: &Client, options: &Options, modules: &BTreeSet<&str>) -> TokenStream {
    let docs = inner_docs(&[format!("The protocol tests of {}.", client.service.title)]);
    let modules = modules.iter().map(|module| ident(module));
    let package = ident(&options.lib_name());
    let config = config();
    quote! {
        #docs

        extern crate #package as sdk;

        #(mod #modules;)*

        #config

        /// A client that calls `endpoint` through `http`.
        fn client(http: &conformance::Http, endpoint: &str) -> sdk::Client {
            let config = config(http).endpoint_url(endpoint);
            sdk::Client::from_conf(config.build())
        }
    }
}
