//! What the clients that tests call through have in common.

use proc_macro2::TokenStream;
use quote::quote;

/// The function `config` of a file that calls the client `sdk`.
pub(super) fn config() -> TokenStream {
    quote! {
        /// The settings of a client that calls through `http`.
        fn config(http: &conformance::Http) -> sdk::config::Builder {
            sdk::Config::builder()
                .behavior_version(sdk::config::BehaviorVersion::latest())
                .with_test_defaults_v2()
                .retry_config(sdk::config::retry::RetryConfig::disabled())
                .http_client(http.clone())
        }
    }
}
