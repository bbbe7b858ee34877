//! Tests of settings, from builders to the configuration of clients.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::app_name::AppName;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::origin::Origin;
use aws_types::region::{Region, SigningRegion};
use aws_types::sdk_config::SdkConfig;
use aws_types::sdk_ua_metadata::FrameworkMetadata;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::{ClientConfig, ConfigBuilder};
use crate::client::Handle;
use crate::endpoint::InvalidUrlSource;
use crate::testing::{Connection, SERVICE};

fn build(set: impl FnOnce(&mut ConfigBuilder)) -> ClientConfig {
    let mut builder = ConfigBuilder::default();
    set(&mut builder);
    builder.build(&SERVICE)
}

#[test]
fn build_adds_service_metadata_and_signing_scope() {
    let config = build(|builder| builder.store_or_unset(Some(Region::new("eu-west-1"))));
    let layer = config.layer();
    let name = layer.load::<SigningName>().map(AsRef::as_ref);
    assert_eq!(name, Some("greeter"));
    let region = layer.load::<SigningRegion>().map(AsRef::as_ref);
    assert_eq!(region, Some("eu-west-1"));
    assert!(layer.load::<ApiMetadata>().is_some());
    assert!(config.components.time_source().is_some());
    assert!(build(|_| ()).layer().load::<SigningRegion>().is_none());
}

#[test]
fn settings_can_be_unset() {
    let config = build(|builder| {
        builder.use_fips(Some(true));
        builder.use_dual_stack(Some(true));
        builder.endpoint_url(Some("http://localhost".to_owned()));
        builder.disable_clock_skew_correction(Some(true));
        builder.use_fips(None);
        builder.use_dual_stack(None);
        builder.endpoint_url(None);
        builder.disable_clock_skew_correction(None);
    });
    assert!(config.layer().load::<UseFips>().is_none());
    assert!(config.layer().load::<UseDualStack>().is_none());
    assert!(config.layer().load::<EndpointUrl>().is_none());
    assert_eq!(config.disable_clock_skew_correction(), None);
}

#[test]
fn none_does_not_change_some_settings() {
    let partition = RetryPartition::new("custom");
    let config = build(|builder| {
        builder.retry_partition(Some(partition.clone()));
        builder.retry_partition(None);
        builder.retry_config(Some(RetryConfig::adaptive()));
        builder.retry_config(None);
        let credentials = SharedCredentialsProvider::new(Credentials::for_tests());
        builder.credentials_provider(Some(credentials));
        builder.credentials_provider(None);
    });
    assert_eq!(config.layer().load::<RetryPartition>(), Some(&partition));
    let retries = config.layer().load::<RetryConfig>();
    assert_eq!(retries, Some(&RetryConfig::adaptive()));
    assert!(config.components.identity_resolver(&SCHEME_ID).is_some());
}

#[test]
fn timeouts_are_merged() {
    let (one, two) = (Duration::from_secs(1), Duration::from_secs(2));
    let config = build(|builder| {
        let timeouts = TimeoutConfig::builder()
            .read_timeout(one)
            .connect_timeout(one);
        builder.timeout_config(Some(timeouts.build()));
        let timeouts = TimeoutConfig::builder().connect_timeout(two);
        builder.timeout_config(Some(timeouts.build()));
        builder.timeout_config(None);
    });
    let timeouts = config.layer().load::<TimeoutConfig>().expect("timeouts");
    assert_eq!(timeouts.read_timeout(), Some(one));
    assert_eq!(timeouts.connect_timeout(), Some(two));
}

#[test]
fn telemetry_attributes_and_frameworks_accumulate() {
    let metadata = |name| FrameworkMetadata::new(name, None::<&str>).expect("a name");
    let config = build(|builder| {
        builder.telemetry_attributes(|requested| requested.capture_only(["a"]));
        builder.telemetry_attributes(|requested| requested.emit(["b"]));
        builder.push_framework_metadata(metadata("one"));
        builder.push_framework_metadata(metadata("two"));
    });
    let requested = config.layer().load::<RequestedTelemetryAttributes>();
    let requested = requested.expect("attributes");
    assert!(requested.should_capture("a") && !requested.should_emit("a"));
    assert!(requested.should_emit("b"));
    let (one, two) = (metadata("one"), metadata("two"));
    assert_eq!(config.framework_metadata(), [&one, &two]);
}

#[test]
fn a_configuration_converts_back_to_a_builder() {
    let first = build(|builder| {
        builder.behavior_version = Some(BehaviorVersion::latest());
        builder.store_or_unset(Some(Region::new("eu-west-1")));
        builder.disable_clock_skew_correction(Some(true));
        builder.allow_no_auth();
    });
    let mut builder = first.to_builder();
    assert_eq!(builder.behavior_version, Some(BehaviorVersion::latest()));
    assert_eq!(builder.plugins.len(), 1);
    builder.store_or_unset(Some(Region::new("us-west-2")));
    let second = builder.build(&SERVICE);
    let regions = [&first, &second].map(|config| {
        let layer = config.layer();
        (layer.load::<Region>(), layer.load::<SigningRegion>())
    });
    for ((region, signing), name) in regions.into_iter().zip(["eu-west-1", "us-west-2"]) {
        assert_eq!(region.map(AsRef::as_ref), Some(name));
        assert_eq!(signing.map(AsRef::as_ref), Some(name));
    }
    assert_eq!(second.disable_clock_skew_correction(), Some(true));
}

#[tokio::test]
async fn the_models_rules_are_the_default_endpoint_resolver() {
    let resolver = build(|_| ()).endpoint_resolver();
    let params = EndpointResolverParams::new(Some("http://from-params".to_owned()));
    let resolve = aws_smithy_runtime_api::client::endpoint::ResolveEndpoint::resolve_endpoint;
    let endpoint = resolve(&resolver, &params).await.expect("an endpoint");
    assert_eq!(endpoint.url(), "http://from-params");
}

#[derive(Clone, Debug)]
struct Environment;

impl LoadServiceConfig for Environment {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        assert_eq!(
            (key.env(), key.profile()),
            ("AWS_ENDPOINT_URL", "endpoint_url")
        );
        (key.service_id() == "greeter").then(|| "http://service".to_owned())
    }
}

#[test]
fn the_programs_endpoint_url_wins_over_the_one_for_the_service() {
    for (origin, for_service, shared, expected) in [
        (
            Origin::shared_config(),
            true,
            Some("http://all"),
            Some("http://all"),
        ),
        (
            Origin::shared_environment_variable(),
            true,
            Some("http://all"),
            Some("http://service"),
        ),
        (
            Origin::shared_profile_file(),
            true,
            None,
            Some("http://service"),
        ),
        (
            Origin::shared_profile_file(),
            false,
            Some("http://all"),
            Some("http://all"),
        ),
        (Origin::unknown(), false, None, None),
    ] {
        let mut shared_config = SdkConfig::builder();
        shared_config.set_endpoint_url(shared.map(str::to_owned));
        shared_config.set_service_config(for_service.then_some(Environment));
        shared_config.insert_origin("endpoint_url", origin);
        let config = ConfigBuilder::from_sdk_config(&shared_config.build(), &SERVICE);
        let url = config.layer.load::<EndpointUrl>().map(|url| url.0.as_str());
        assert_eq!(url, expected, "{origin:?}, {for_service}, {shared:?}");
    }
}

/// Environment variables and profile keys, which are looked up as `aws-config` does.
#[derive(Clone, Debug)]
struct Settings(&'static [(&'static str, &'static str)]);

impl LoadServiceConfig for Settings {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let get = |name: &str| {
            let found = self.0.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let service = key.service_id();
        get(&format!("{}_{}", key.env(), service.to_uppercase()))
            .or_else(|| get(key.env()))
            .or_else(|| get(&format!("{service}.{}", key.profile())))
            .or_else(|| get(key.profile()))
    }
}

const VARIABLE: &str = "AWS_ENDPOINT_URL_GREETER";

#[test]
fn empty_endpoint_urls_count_as_unset() {
    for (settings, expected) in [
        (&[(VARIABLE, "")][..], None),
        (&[(VARIABLE, ""), ("AWS_ENDPOINT_URL", "")], None),
        (
            &[(VARIABLE, ""), ("AWS_ENDPOINT_URL", "http://a")],
            Some("http://a"),
        ),
        (
            &[
                ("AWS_ENDPOINT_URL", ""),
                ("greeter.endpoint_url", "http://b"),
                ("endpoint_url", "http://c"),
            ],
            Some("http://b"),
        ),
        (
            &[("greeter.endpoint_url", ""), ("endpoint_url", "http://c")],
            Some("http://c"),
        ),
        (&[(VARIABLE, "http://d")], Some("http://d")),
    ] {
        let shared = SdkConfig::builder()
            .service_config(Settings(settings))
            .build();
        let config = ConfigBuilder::from_sdk_config(&shared, &SERVICE);
        let url = config.layer.load::<EndpointUrl>().map(|url| url.0.as_str());
        assert_eq!(url, expected, "{settings:?}");
    }
}

#[test]
fn an_empty_region_counts_as_unset() {
    for (settings, expected) in [
        (&[("AWS_REGION", "")][..], None),
        (
            &[("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "a")],
            Some("a"),
        ),
        (&[("AWS_REGION", ""), ("region", "b")], Some("b")),
    ] {
        let shared = SdkConfig::builder()
            .region(Region::new(""))
            .service_config(Settings(settings))
            .build();
        let config = ConfigBuilder::from_sdk_config(&shared, &SERVICE);
        let region = config.layer.load::<Region>().map(AsRef::as_ref);
        assert_eq!(region, expected, "{settings:?}");
    }
}

#[test]
fn only_invalid_values_have_a_source() {
    let source = |config: &ConfigBuilder| {
        let source = config.layer.load::<InvalidUrlSource>();
        source.map(|source| source.0.clone().into_owned())
    };
    let shared = |settings| {
        let shared = SdkConfig::builder().service_config(Settings(settings));
        ConfigBuilder::from_sdk_config(&shared.build(), &SERVICE)
    };
    assert_eq!(source(&shared(&[(VARIABLE, "http://a")])), None);
    let invalid = shared(&[(VARIABLE, "a"), ("AWS_ENDPOINT_URL", "a")]);
    let expected = format!("the environment variable `{VARIABLE}`");
    assert_eq!(source(&invalid), Some(expected));
    let mut config = shared(&[("endpoint_url", "a")]);
    let expected = "the profile key `endpoint_url`".to_owned();
    assert_eq!(source(&config), Some(expected));
    config.endpoint_url(Some("b".to_owned()));
    let expected = "the setter `endpoint_url`".to_owned();
    assert_eq!(source(&config), Some(expected));
    config.endpoint_url(Some("http://b".to_owned()));
    assert_eq!(source(&config), None);
    let by_program = SdkConfig::builder().endpoint_url("a").build();
    let config = ConfigBuilder::from_sdk_config(&by_program, &SERVICE);
    assert_eq!(source(&config).as_deref(), Some("`SdkConfig`"));
}

#[test]
fn shared_settings_are_converted() {
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(9));
    let shared = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .use_fips(true)
        .use_dual_stack(false)
        .retry_config(RetryConfig::adaptive())
        .timeout_config(timeouts.build())
        .credentials_provider(SharedCredentialsProvider::new(Credentials::for_tests()))
        .behavior_version(BehaviorVersion::latest())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .app_name(AppName::new("app").expect("a name"))
        .build();
    let builder = ConfigBuilder::from_sdk_config(&shared, &SERVICE);
    assert_eq!(builder.behavior_version, Some(BehaviorVersion::latest()));
    let config = builder.build(&SERVICE);
    let layer = config.layer();
    assert_eq!(layer.load::<Region>().map(AsRef::as_ref), Some("eu-west-1"));
    assert_eq!(layer.load::<UseFips>().map(|setting| setting.0), Some(true));
    assert_eq!(
        layer.load::<UseDualStack>().map(|setting| setting.0),
        Some(false)
    );
    assert_eq!(layer.load::<RetryConfig>(), Some(&RetryConfig::adaptive()));
    let timeouts = layer.load::<TimeoutConfig>().expect("timeouts");
    assert_eq!(timeouts.read_timeout(), Some(Duration::from_secs(9)));
    let protection = layer
        .load::<StalledStreamProtectionConfig>()
        .expect("protection");
    assert!(!protection.is_enabled());
    assert_eq!(layer.load::<AppName>().map(AsRef::as_ref), Some("app"));
    assert!(config.components.identity_resolver(&SCHEME_ID).is_some());
}

#[test]
#[should_panic(
    expected = "Invalid client configuration: A behavior version must be set: with \
                `Config::builder().behavior_version(..)`, through `aws-config`, or by the cargo \
                feature `behavior-version-latest`."
)]
fn a_client_without_a_behavior_version_panics() {
    let mut config = Connection::default().config();
    config.behavior_version = None;
    Handle::new(config.build(&SERVICE), false);
}

#[test]
fn the_latest_behavior_version_can_be_the_default() {
    let mut config = Connection::default().config();
    config.behavior_version = None;
    Handle::new(config.build(&SERVICE), true);
}

#[cfg(feature = "test-util")]
#[test]
fn test_defaults_are_fixed() {
    let config = build(ConfigBuilder::apply_test_defaults_v2);
    let time = config
        .components
        .time_source()
        .expect("a time source")
        .now();
    let expected = std::time::UNIX_EPOCH + Duration::from_secs(1_234_567_890);
    assert_eq!(time, expected);
    let region = config.layer().load::<Region>().map(AsRef::as_ref);
    assert_eq!(region, Some("us-east-1"));
    let with_region = build(|builder| {
        builder.store_or_unset(Some(Region::new("eu-west-1")));
        builder.apply_test_defaults_v2();
    });
    let region = with_region.layer().load::<Region>().map(AsRef::as_ref);
    assert_eq!(region, Some("eu-west-1"));
}
