//! The config that clients of several services share.

use std::time::Duration;

use aws_smithy_runtime_api::client::auth::{AuthSchemeId, AuthSchemePreference};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::origin::Origin;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::config::{AppName, BehaviorVersion, Region, SharedCredentialsProvider};

type Builder = aws_types::sdk_config::Builder;

fn shared(fixture: &Fixture) -> Builder {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(
            fixture.settings.credentials.clone(),
        ))
        .retry_config(RetryConfig::standard().with_use_static_exponential_base(true))
        .http_client(fixture.peer.clone())
        .sleep_impl(fixture.clock.clone())
        .time_source(fixture.clock.clone())
}

/// A function that changes settings.
type Change = Box<dyn Fn(Builder) -> Builder>;

/// Prints the settings from empty environment variables, which only our client takes as unset.
pub async fn empty_variables(t: &mut Transcript) {
    for (title, change) in [
        ("no variables", None),
        ("an empty URL", Some((Some(""), "eu-west-1"))),
        ("an empty region", Some((None, ""))),
    ] {
        let fixture = Fixture::new([Reply::ok("{}")]);
        let mut config = shared(&fixture);
        if let Some((url, region)) = change {
            config = config
                .region(Region::new(region))
                .service_config(Profile(url));
        }
        let config = sdk::config::Builder::from(&config.build()).build();
        t.note(format_args!("{title}: {:?}", config.region()));
        if change.is_none() || config.region().is_none() {
            continue;
        }
        // The official client panics if the URL is empty.
        let client = sdk::Client::from_conf(config);
        let call = tokio::spawn(async move { get_channel(&client).await.kind });
        t.note(format_args!("{:?}", call.await.ok()));
    }
}

/// The endpoint URL of the service in a profile or the environment.
#[derive(Debug)]
struct Profile(Option<&'static str>);

impl LoadServiceConfig for Profile {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let key = (key.service_id(), key.env(), key.profile());
        let matches = key == ("ivs", "AWS_ENDPOINT_URL", "endpoint_url");
        self.0.filter(|_| matches).map(str::to_owned)
    }
}

pub async fn settings(t: &mut Transcript) {
    let profile = |builder: Builder, url| builder.service_config(Profile(url));
    let retries = RetryConfig::standard()
        .with_max_attempts(2)
        .with_use_static_exponential_base(true);
    let timeouts = TimeoutConfig::builder()
        .read_timeout(Duration::from_secs(9))
        .build();
    let preference = AuthSchemePreference::from([AuthSchemeId::from("noAuth")]);
    let cases: Vec<(&str, Change)> = vec![
        ("nothing more", Box::new(|builder| builder)),
        (
            "endpoint",
            Box::new(|builder| builder.endpoint_url("https://all.example")),
        ),
        (
            "service",
            Box::new(move |builder| profile(builder, Some("https://ivs.example/x"))),
        ),
        (
            "no service",
            Box::new(move |builder| profile(builder, None)),
        ),
        (
            "both",
            Box::new(move |builder| {
                profile(
                    builder.endpoint_url("https://all.example"),
                    Some("https://ivs.example"),
                )
            }),
        ),
        (
            "both, one from the shared config",
            Box::new(move |mut builder| {
                builder = profile(
                    builder.endpoint_url("https://all.example"),
                    Some("https://ivs.example"),
                );
                builder.insert_origin("endpoint_url", Origin::shared_config());
                builder
            }),
        ),
        (
            "retries",
            Box::new(move |builder| builder.retry_config(retries.clone())),
        ),
        (
            "timeouts",
            Box::new(move |builder| builder.timeout_config(timeouts.clone())),
        ),
        ("fips", Box::new(|builder| builder.use_fips(true))),
        (
            "dual-stack",
            Box::new(|builder| builder.use_dual_stack(true).use_fips(false)),
        ),
        (
            "name",
            Box::new(|builder| builder.app_name(AppName::new("app").expect("a name"))),
        ),
        (
            "preference",
            Box::new(move |builder| builder.auth_scheme_preference(preference.clone())),
        ),
        (
            "stalls",
            Box::new(|builder| {
                builder.stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            }),
        ),
        (
            "skew",
            Box::new(|builder| builder.disable_clock_skew_correction(true)),
        ),
        (
            "no region",
            Box::new(|mut builder| {
                builder.set_region(None);
                builder
            }),
        ),
    ];
    for (title, change) in cases {
        let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}")]);
        let shared = change(shared(&fixture)).build();
        let config = sdk::Config::from(&shared);
        show(t, &config);
        for client in [sdk::Client::new(&shared), sdk::Client::from_conf(config)] {
            fixture
                .peer
                .set_replies([Reply::status(500, "{}"), Reply::ok("{}")]);
            let outcome = get_channel(&client).await;
            let arrivals = fixture.peer.take_arrivals();
            for arrival in &arrivals {
                let authorization = arrival.header("authorization");
                let scope = authorization.split(", ").next().unwrap_or_default();
                t.note(format_args!("{title}: {} {scope}", arrival.request.uri));
                t.note(format_args!("  {}", arrival.header("amz-sdk-request")));
            }
            t.outcome(&outcome);
            t.check(
                format_args!("{title}: two attempts"),
                title == "no region" || arrivals.len() == 2,
            );
        }
    }
}

/// Writes the settings of a config.
fn show(t: &mut Transcript, config: &sdk::Config) {
    t.show("region", &config.region());
    t.show("retries", &config.retry_config());
    t.show("timeouts", &config.timeout_config());
    t.show("partition", &config.retry_partition());
    t.show("name", &config.app_name());
    t.show("preference", &config.auth_scheme_preference());
    t.show("stalls", &config.stalled_stream_protection());
    t.show("skew", &config.disable_clock_skew_correction());
    t.show("frameworks", &config.framework_metadata());
    t.show("signing name", &config.signing_name());
    let set = [
        config.http_client().is_some(),
        config.sleep_impl().is_some(),
        config.time_source().is_some(),
        config.identity_cache().is_some(),
        config.auth_scheme_resolver().is_some(),
        config.invocation_id_generator().is_some(),
    ];
    t.show("set", &set);
    let counts = [
        config.auth_schemes().count(),
        config.interceptors().count(),
        config.retry_classifiers().count(),
    ];
    t.show("counts", &counts);
}

/// Converts a config to a builder and back, which keeps its settings.
pub async fn round_trip(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::ok("{}")]);
    show(t, &sdk::Config::builder().build());
    let full = client::config(&fixture.settings)
        .app_name(AppName::new("app").expect("a name"))
        .allow_no_auth()
        .timeout_config(TimeoutConfig::disabled())
        .identity_cache(sdk::config::IdentityCache::no_cache())
        .build();
    t.check("a region", full.region().is_some());
    let rebuilt = full.to_builder().build();
    let builder = sdk::Client::from_conf(rebuilt).config().to_builder();
    let changed = builder.region(Region::new("eu-west-2")).build();
    t.hide(fixture.settings.retry_partition.clone(), "PARTITION");
    show(t, &full);
    show(t, &changed);
    let outcome = get_channel(&sdk::Client::from_conf(changed)).await;
    fixture.report_all(t, "round trip", &outcome);
    let mut unset = full.to_builder();
    unset
        .set_region(None)
        .set_app_name(None)
        .set_http_client(None)
        .set_sleep_impl(None);
    unset
        .set_time_source(None)
        .set_retry_config(None)
        .set_timeout_config(None);
    unset
        .set_retry_partition(None)
        .set_invocation_id_generator(None);
    unset
        .set_stalled_stream_protection(None)
        .set_auth_scheme_preference(None);
    show(t, &unset.build());
}
