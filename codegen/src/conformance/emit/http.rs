//! The protocol tests. They call the client crate `sdk`, and share the crate `conformance`.

mod request;
mod response;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::config::config;
use crate::conformance::ir::HttpTests;
use crate::emit::Files;
use crate::emit::tokens::{ident, inner_docs};
use crate::ir::Client;
use crate::options::Options;

/// Adds the files of the integration test `protocol`: `main.rs`, and one for each operation.
pub(super) fn emit(client: &Client, options: &Options, tests: &HttpTests, files: &mut Files) {
    let mut functions: BTreeMap<&str, Vec<TokenStream>> = BTreeMap::new();
    for test in &tests.requests {
        let module_functions = functions.entry(&test.info.module).or_default();
        module_functions.push(request::function(test));
    }
    for test in &tests.responses {
        let module_functions = functions.entry(&test.info.module).or_default();
        module_functions.push(response::function(test));
    }
    let modules: BTreeSet<&str> = functions.keys().copied().collect();
    files.rust("tests/protocol/main.rs", main(client, options, &modules));
    for (module, functions) in functions {
        let docs = inner_docs(&[format!("The protocol tests of `{module}`.")]);
        files.rust(
            format!("tests/protocol/{module}.rs"),
            quote!(#docs #(#functions)*),
        );
    }
}

fn main(client: &Client, options: &Options, modules: &BTreeSet<&str>) -> TokenStream {
    let title = &client.service.markdown_title;
    let docs = inner_docs(&[format!("The protocol tests of {title}.")]);
    let modules = modules.iter().map(|module| ident(module));
    let package = ident(&options.lib_name());
    let config = config();
    quote! {
        #docs

        extern crate #package as sdk;

        #(mod #modules;)*

        #config

        /// Returns a client that calls `endpoint` through `http`.
        fn client(http: &conformance::Http, endpoint: &str) -> sdk::Client {
            let config = config(http).endpoint_url(endpoint);
            sdk::Client::from_conf(config.build())
        }
    }
}
