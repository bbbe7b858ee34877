//! The client under test; this file is compiled once against each crate.

use aws_credential_types::Credentials;

use super::sdk;
use crate::settings::Settings;

/// Creates a client with `settings`.
pub fn client(settings: &Settings) -> sdk::Client {
    sdk::Client::from_conf(config(settings).build())
}

/// Creates a client of a service on loopback, with the default HTTP client, time and retries.
pub fn loopback(endpoint: &str) -> sdk::Client {
    let credentials = Credentials::new("ivs-fake", "ivs-fake", None, None, "fixed");
    let config = sdk::Config::builder()
        .behavior_version(sdk::config::BehaviorVersion::latest())
        .region(sdk::config::Region::new("us-east-1"))
        .credentials_provider(credentials)
        .endpoint_url(endpoint);
    sdk::Client::from_conf(config.build())
}

/// Converts `settings` to the crate's config builder.
pub fn config(settings: &Settings) -> sdk::config::Builder {
    let mut config = sdk::Config::builder()
        .behavior_version(sdk::config::BehaviorVersion::latest())
        .region(sdk::config::Region::new("us-west-2"))
        .credentials_provider(settings.credentials.clone())
        .http_client(settings.http_client.clone())
        .time_source(settings.time.clone())
        .sleep_impl(settings.sleep.clone())
        .invocation_id_generator(settings.invocation_ids.clone())
        .retry_partition(sdk::config::retry::RetryPartition::new(
            settings.retry_partition.clone(),
        ))
        .retry_config(settings.retries.clone())
        .stalled_stream_protection(sdk::config::StalledStreamProtectionConfig::disabled());
    for interceptor in &settings.interceptors {
        config.push_interceptor(interceptor.clone());
    }
    config
}
