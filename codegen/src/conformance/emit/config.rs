//! The configuration of clients in tests.

use proc_macro2::TokenStream;
use quote::quote;

/// Returns the function `config` of a test file that calls the client crate `sdk`.
pub(super) fn config() -> TokenStream {
    quote! {
        /// Returns the configuration of a client that sends requests through `http`.
        fn config(http: &conformance::Http) -> sdk::config::Builder {
            sdk::Config::builder()
                .behavior_version(sdk::config::BehaviorVersion::latest())
                .with_test_defaults_v2()
                .retry_config(sdk::config::retry::RetryConfig::disabled())
                .http_client(http.clone())
        }
    }
}
