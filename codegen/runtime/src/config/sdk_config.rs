//! Conversion from `SdkConfig`, the configuration that the clients of a process share.

use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::ServiceConfigKey;

use super::ConfigBuilder;
use crate::service::Service;

impl ConfigBuilder {
    /// Returns the settings of `config` for a client of `service`.
    pub fn from_sdk_config(config: &SdkConfig, service: &Service) -> Self {
        let mut builder = Self::default();
        builder.credentials_provider(config.credentials_provider());
        builder.store_or_unset(config.region().cloned());
        builder.use_fips(config.use_fips());
        builder.use_dual_stack(config.use_dual_stack());
        builder.endpoint_url(endpoint_url(config, service));
        builder.retry_config(config.retry_config().cloned());
        builder.timeout_config(config.timeout_config().cloned());
        builder.components.set_sleep_impl(config.sleep_impl());
        builder.components.set_http_client(config.http_client());
        builder.components.set_time_source(config.time_source());
        builder.behavior_version = config.behavior_version();
        builder.store_or_unset(config.auth_scheme_preference().cloned());
        // `None` would remove the default of this setting.
        if let Some(protection) = config.stalled_stream_protection() {
            builder.store_or_unset(Some(protection));
        }
        if let Some(cache) = config.identity_cache() {
            builder.components.set_identity_cache(Some(cache));
        }
        builder.disable_clock_skew_correction(config.disable_clock_skew_correction());
        builder.store_or_unset(config.app_name().cloned());
        #[cfg(feature = "bearer-auth")]
        builder.token_provider(config.token_provider());
        #[cfg(feature = "compression")]
        {
            builder.disable_request_compression(config.disable_request_compression());
            let size = config.request_min_compression_size_bytes();
            builder.request_min_compression_size_bytes(size);
        }
        for metadata in config.framework_metadata() {
            builder.push_framework_metadata(metadata.clone());
        }
        builder
    }
}

/// Returns the endpoint URL: the one set by the program, else the one in environment or profile for
/// the service, else the one for all services.
fn endpoint_url(config: &SdkConfig, service: &Service) -> Option<String> {
    let shared = || config.endpoint_url().map(str::to_owned);
    if config.get_origin("endpoint_url").is_client_config() {
        return shared();
    }
    let key = ServiceConfigKey::builder()
        .service_id(service.id)
        .env("AWS_ENDPOINT_URL")
        .profile("endpoint_url")
        .build()
        .ok();
    let for_service = config
        .service_config()
        .zip(key)
        .and_then(|(service_config, key)| service_config.load_config(key));
    for_service.or_else(shared)
}
