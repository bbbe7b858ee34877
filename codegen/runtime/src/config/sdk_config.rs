//! Conversion from `SdkConfig`, the configuration that the clients of a process share.

use std::borrow::Cow;

use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::ConfigBuilder;
use crate::endpoint::{InvalidRegion, InvalidUrlSource, is_valid_host_label, is_valid_url};
use crate::service::Service;

impl ConfigBuilder {
    /// Returns the settings of `config` for a client of `service`.
    pub fn from_sdk_config(config: &SdkConfig, service: &Service) -> Self {
        let mut builder = Self::default();
        builder.credentials_provider(config.credentials_provider());
        builder.shared_region(config);
        builder.use_fips(config.use_fips());
        builder.use_dual_stack(config.use_dual_stack());
        builder.shared_endpoint_url(config, service);
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

impl ConfigBuilder {
    /// Sets the region. An empty one, from an empty environment variable, counts as unset.
    fn shared_region(&mut self, config: &SdkConfig) {
        let sources = || Sources(config.service_config()).of_region();
        let region = match config.region() {
            Some(region) if region.as_ref().is_empty() => {
                let found = sources();
                found.first().map(|(region, _)| Region::new(region.clone()))
            }
            region => region.cloned(),
        };
        if let Some(region) = &region
            && !is_valid_host_label(region.as_ref(), false)
        {
            self.store_or_unset(Some(InvalidRegion {
                region: region.clone(),
                source: name(sources(), region.as_ref()),
            }));
        }
        self.store_or_unset(region);
    }

    /// Sets the endpoint URL: the one set by the program, else the one in environment or profile
    /// for the service, else the one for all services. Empty ones count as unset.
    fn shared_endpoint_url(&mut self, config: &SdkConfig, service: &Service) {
        let sources = || Sources(config.service_config()).of_endpoint_url(service);
        let shared = || config.endpoint_url().map(str::to_owned);
        let url = if config.get_origin("endpoint_url").is_client_config() {
            shared()
        } else {
            // This key also looks up the settings for all services.
            match Sources(config.service_config()).load(service.id, URL_VARIABLE, URL_KEY) {
                Some(url) if url.is_empty() => sources().first().map(|(url, _)| url.clone()),
                url => url,
            }
            .or_else(shared)
        };
        let invalid = url.clone().filter(|url| !is_valid_url(url));
        self.endpoint_url(url);
        if let Some(url) = invalid {
            self.store_or_unset(Some(InvalidUrlSource(name(sources(), &url))));
        }
    }
}

const URL_VARIABLE: &str = "AWS_ENDPOINT_URL";
const URL_KEY: &str = "endpoint_url";

/// A value that is not empty, with its source.
type Found = (String, Cow<'static, str>);

/// Returns the name of the first source of `value`.
fn name(sources: Vec<Found>, value: &str) -> Cow<'static, str> {
    let source = sources.into_iter().find(|(found, _)| found == value);
    source.map_or("`SdkConfig`".into(), |(_, name)| name)
}

/// The environment variables and profile keys from which `aws-config` takes settings.
struct Sources<'a>(Option<&'a dyn LoadServiceConfig>);

impl Sources<'_> {
    fn of_region(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for variable in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            self.variable(variable.into(), &mut found);
        }
        self.key("", "region", &mut found);
        found
    }

    fn of_endpoint_url(&self, service: &Service) -> Vec<Found> {
        let suffix = service.id.to_uppercase().replace([' ', '-'], "_");
        let mut found = Vec::new();
        self.variable(format!("{URL_VARIABLE}_{suffix}").into(), &mut found);
        self.variable(URL_VARIABLE.into(), &mut found);
        self.key(service.id, URL_KEY, &mut found);
        self.key("", URL_KEY, &mut found);
        found
    }

    /// Adds the value of an environment variable, if there is one.
    fn variable(&self, variable: Cow<'static, str>, found: &mut Vec<Found>) {
        if let Some(value) = self.load("", &variable, "")
            && !value.is_empty()
        {
            let name = format!("the environment variable `{variable}`");
            found.push((value, name.into()));
        }
    }

    /// Adds the value of a profile key, if there is one.
    fn key(&self, service: &str, key: &'static str, found: &mut Vec<Found>) {
        if let Some(value) = self.load(service, "", key)
            && !value.is_empty()
        {
            found.push((value, format!("the profile key `{key}`").into()));
        }
    }

    /// Loads the first value that is set. No variable and no key has an empty name.
    fn load(&self, service: &str, variable: &str, key: &str) -> Option<String> {
        let key = ServiceConfigKey::builder()
            .service_id(service)
            .env(variable)
            .profile(key)
            .build();
        self.0?.load_config(key.ok()?)
    }
}
