//! The protocol tests of a model as Rust tests, from outside the client crate, which they call
//! `sdk`. What they have in common is in the crate `conformance`.

mod given;
mod request;
mod response;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{ident, inner_docs};
use crate::diagnostics::Diagnostics;
use crate::ir::{Cases, Client};
use crate::render::{self, Header};

/// The files of an integration test, by path: `main.rs` and one for each operation.
///
/// # Errors
/// Only faults of the generator itself.
pub(crate) fn emit(
    client: &Client,
    cases: &Cases,
) -> Result<BTreeMap<String, String>, Diagnostics> {
    let header = Header::new(&client.service.title, &client.service.version);
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
    let mut files = BTreeMap::new();
    let mut file = |path: String, tokens| -> Result<(), Diagnostics> {
        let text = render::file(&header, &path, tokens)?;
        files.insert(path, text);
        Ok(())
    };
    file("main.rs".to_owned(), main(client, &modules))?;
    for (module, tests) in tests {
        let docs = inner_docs(&[format!("The protocol tests of `{module}`.")]);
        let tokens = quote!(#docs #(#tests)*);
        file(format!("{module}.rs"), tokens)?;
    }
    Ok(files)
}

fn main(client: &Client, modules: &BTreeSet<&str>) -> TokenStream {
    let docs = inner_docs(&[format!("The protocol tests of {}.", client.service.title)]);
    let modules = modules.iter().map(|module| ident(module));
    quote! {
        #docs
        #(mod #modules;)*

        /// A client that calls `endpoint` through `http`.
        fn client(http: &conformance::Http, endpoint: &str) -> sdk::Client {
            let config = sdk::Config::builder()
                .behavior_version(sdk::config::BehaviorVersion::latest())
                .with_test_defaults_v2()
                .endpoint_url(endpoint)
                .retry_config(sdk::config::retry::RetryConfig::disabled())
                .http_client(http.clone());
            sdk::Client::from_conf(config.build())
        }
    }
}
