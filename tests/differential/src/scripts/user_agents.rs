//! The form of the user agent and the features in it.

use aws_credential_types::Credentials;
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_smithy_types::retry::RetryConfig;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::metrics;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;
use crate::user_agents;
use sdk::config::{AppName, Builder, FrameworkMetadata, Region};

/// Creates a fixture whose clients send their original user agents.
fn fixture(replies: impl IntoIterator<Item = Reply>) -> Fixture {
    let mut fixture = Fixture::new(replies);
    fixture.settings.interceptors.clear();
    fixture
}

fn adaptive() -> RetryConfig {
    RetryConfig::adaptive().with_use_static_exponential_base(true)
}

/// Writes the user agents of a call's attempts, and returns the features in the last.
fn report(t: &mut Transcript, fixture: &Fixture, title: &str, outcome: &Outcome) -> Vec<String> {
    let arrivals = fixture.report(t, title, outcome);
    for arrival in &arrivals {
        user_agents::note(t, &arrival.request);
    }
    arrivals
        .last()
        .map(|last| user_agents::features(&last.request))
        .unwrap_or_default()
}

/// Makes a call with changed settings, and returns the features in its user agent.
async fn call(
    t: &mut Transcript,
    title: &str,
    change: impl FnOnce(Builder) -> Builder,
) -> Vec<String> {
    let fixture = fixture([Reply::status(500, "{}"), Reply::ok("{}")]);
    let config = change(client::config(&fixture.settings));
    let client = sdk::Client::from_conf(config.build());
    let outcome = get_channel(&client).await;
    report(t, &fixture, title, &outcome)
}

pub async fn features(t: &mut Transcript) {
    let has = |features: &[String], id: &str| features.iter().any(|known| known == id);
    let standard = call(t, "standard", |config| config).await;
    t.check("standard mode", has(&standard, "E") && !has(&standard, "F"));
    let with_adaptive = call(t, "adaptive", |config| config.retry_config(adaptive())).await;
    t.check(
        "adaptive mode",
        has(&with_adaptive, "F") && !has(&with_adaptive, "E"),
    );
    call(t, "disabled", |config| {
        config.retry_config(RetryConfig::disabled())
    })
    .await;
    let set_url = |config: Builder| config.endpoint_url("https://example.com");
    let with_url = call(t, "endpoint URL", set_url).await;
    t.check("endpoint override", has(&with_url, "N"));
    call(t, "fips", |config| {
        config.use_fips(true).use_dual_stack(true)
    })
    .await;
    call(t, "no auth", |config| config.allow_no_auth()).await;
    call(t, "region", |config| {
        config.region(Region::new("cn-north-1"))
    })
    .await;
    let mut credentials = Credentials::new("KEY", "secret", None, None, "mine");
    credentials.set_property(AwsCredentialFeature::CredentialsCode);
    let mut features = vec![
        AwsCredentialFeature::CredentialsImds,
        AwsCredentialFeature::CredentialsSso,
    ];
    credentials
        .get_property_mut_or_default::<Vec<AwsCredentialFeature>>()
        .append(&mut features);
    call(t, "credentials", |config| {
        config.credentials_provider(credentials)
    })
    .await;
    let account = Credentials::builder()
        .access_key_id("KEY")
        .secret_access_key("secret");
    let account = account
        .account_id("123456789012")
        .provider_name("mine")
        .build();
    call(t, "account", |config| config.credentials_provider(account)).await;
}

pub async fn names(t: &mut Transcript) {
    let name = |name: &'static str| AppName::new(name).expect("a name");
    call(t, "application", |config| config.app_name(name("my-app"))).await;
    call(t, "odd application", |config| {
        config.app_name(name("a!#$%&'*+-.^_`|~1"))
    })
    .await;
    let framework = |name: &'static str, version: Option<&'static str>| {
        FrameworkMetadata::new(name, version).expect("a framework")
    };
    let two_frameworks = |config: Builder| {
        config
            .framework_metadata(framework("one", Some("1.0")))
            .framework_metadata(framework("two", None))
            .app_name(name("app"))
    };
    call(t, "frameworks", two_frameworks).await;
    // Settings of a call, in addition to the client's.
    let fixture = fixture([Reply::ok("{}")]);
    let config = two_frameworks(client::config(&fixture.settings)).build();
    t.show("frameworks", &config.framework_metadata());
    let client = sdk::Client::from_conf(config);
    let call_config = Builder::new()
        .framework_metadata(framework("three", Some("3")))
        .app_name(name("call"));
    let call_config = call_config
        .retry_config(adaptive())
        .endpoint_url("https://example.com");
    let call = client
        .get_channel()
        .customize()
        .config_override(call_config);
    let outcome = Outcome::new(call.send().await);
    let features = report(t, &fixture, "of the call", &outcome);
    t.check(
        format_args!("F is in {features:?}"),
        features.iter().any(|id| id == "F"),
    );
    let outcome = get_channel(&client).await;
    report(t, &fixture, "after that", &outcome);
}

pub async fn paginators(t: &mut Transcript) {
    let fixture = fixture([
        Reply::ok(r#"{"channels":[],"nextToken":"a"}"#),
        Reply::ok("{}"),
    ]);
    let client = client::client(&fixture.settings);
    let mut pages = client.list_channels().into_paginator().send();
    while let Some(page) = pages.next().await {
        let outcome = Outcome::new(page);
        let features = report(t, &fixture, "a page", &outcome);
        t.check(
            format_args!("C is in {features:?}"),
            features.iter().any(|id| id == "C"),
        );
    }
    let outcome = Outcome::new(client.list_channels().send().await);
    let features = report(t, &fixture, "no paginator", &outcome);
    t.check(
        format_args!("C is not in {features:?}"),
        features.iter().all(|id| id != "C"),
    );
}

pub async fn opentelemetry(t: &mut Transcript) {
    metrics::set_opentelemetry(true);
    let features = call(t, "metrics go to OpenTelemetry", |config| config).await;
    metrics::set_opentelemetry(false);
    let without = call(t, "metrics do not go to OpenTelemetry", |config| config).await;
    t.check(
        format_args!("{features:?} has one more than {without:?}"),
        features.len() == without.len() + 1,
    );
}
