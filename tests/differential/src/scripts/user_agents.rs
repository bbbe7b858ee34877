//! The user agent: its shape, and which features it tells.

use aws_credential_types::Credentials;
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_smithy_types::retry::RetryConfig;

use super::{client, get_channel, sdk};
use crate::agents;
use crate::meters;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::{AppName, Builder, FrameworkMetadata, Region};

/// A stage whose clients say who they are.
fn stage(replies: impl IntoIterator<Item = Reply>) -> Stage {
    let mut stage = Stage::new(replies);
    stage.settings.interceptors.clear();
    stage
}

fn adaptive() -> RetryConfig {
    RetryConfig::adaptive().with_use_static_exponential_base(true)
}

/// Writes the user agents of the attempts since the last time; returns the features of the last.
fn agents_of(t: &mut Transcript, stage: &Stage, what: &str, outcome: &Outcome) -> Vec<String> {
    let arrivals = stage.report(t, what, outcome);
    for arrival in &arrivals {
        agents::note(t, &arrival.sent);
    }
    arrivals
        .last()
        .map(|last| agents::features(&last.sent))
        .unwrap_or_default()
}

async fn told(
    t: &mut Transcript,
    what: &str,
    change: impl FnOnce(Builder) -> Builder,
) -> Vec<String> {
    let stage = stage([Reply::status(500, "{}"), Reply::ok("{}")]);
    let config = change(client::config(&stage.settings));
    let client = sdk::Client::from_conf(config.build());
    let outcome = get_channel(&client).await;
    agents_of(t, &stage, what, &outcome)
}

pub async fn features(t: &mut Transcript) {
    let has = |features: &[String], id: &str| features.iter().any(|known| known == id);
    let standard = told(t, "standard", |config| config).await;
    t.check("standard mode", has(&standard, "E") && !has(&standard, "F"));
    let second = told(t, "adaptive", |config| config.retry_config(adaptive())).await;
    t.check("adaptive mode", has(&second, "F") && !has(&second, "E"));
    told(t, "disabled", |config| {
        config.retry_config(RetryConfig::disabled())
    })
    .await;
    let url = |config: Builder| config.endpoint_url("https://example.com");
    let url = told(t, "endpoint URL", url).await;
    t.check("endpoint override", has(&url, "N"));
    told(t, "fips", |config| {
        config.use_fips(true).use_dual_stack(true)
    })
    .await;
    told(t, "no auth", |config| config.allow_no_auth()).await;
    told(t, "region", |config| {
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
    told(t, "credentials", |config| {
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
    told(t, "account", |config| config.credentials_provider(account)).await;
}

pub async fn names(t: &mut Transcript) {
    let name = |name: &'static str| AppName::new(name).expect("a name");
    told(t, "application", |config| config.app_name(name("my-app"))).await;
    told(t, "odd application", |config| {
        config.app_name(name("a!#$%&'*+-.^_`|~1"))
    })
    .await;
    let framework = |name: &'static str, version: Option<&'static str>| {
        FrameworkMetadata::new(name, version).expect("a framework")
    };
    let two = |config: Builder| {
        let config = config.framework_metadata(framework("one", Some("1.0")));
        config
            .framework_metadata(framework("two", None))
            .app_name(name("app"))
    };
    told(t, "frameworks", two).await;
    // A call's own ones.
    let stage = stage([Reply::ok("{}")]);
    let config = two(client::config(&stage.settings)).build();
    t.show("frameworks", &config.framework_metadata());
    let client = sdk::Client::from_conf(config);
    let own = Builder::new()
        .framework_metadata(framework("three", Some("3")))
        .app_name(name("call"));
    let own = own
        .retry_config(adaptive())
        .endpoint_url("https://example.com");
    let call = client.get_channel().customize().config_override(own);
    let outcome = Outcome::of(call.send().await);
    let features = agents_of(t, &stage, "of the call", &outcome);
    t.check(
        format_args!("{features:?}"),
        features.iter().any(|id| id == "F"),
    );
    let outcome = get_channel(&client).await;
    agents_of(t, &stage, "after that", &outcome);
}

pub async fn paginators(t: &mut Transcript) {
    let stage = stage([
        Reply::ok(r#"{"channels":[],"nextToken":"a"}"#),
        Reply::ok("{}"),
    ]);
    let client = client::client(&stage.settings);
    let mut pages = client.list_channels().into_paginator().send();
    while let Some(page) = pages.next().await {
        let outcome = Outcome::of(page);
        let features = agents_of(t, &stage, "a page", &outcome);
        t.check(
            format_args!("{features:?}"),
            features.iter().any(|id| id == "C"),
        );
    }
    let outcome = Outcome::of(client.list_channels().send().await);
    let features = agents_of(t, &stage, "no paginator", &outcome);
    t.check(
        format_args!("{features:?}"),
        features.iter().all(|id| id != "C"),
    );
}

pub async fn opentelemetry(t: &mut Transcript) {
    meters::be_opentelemetry(true);
    let features = told(t, "metrics go to OpenTelemetry", |config| config).await;
    meters::be_opentelemetry(false);
    let without = told(t, "and not any more", |config| config).await;
    t.check(
        format_args!("{features:?} {without:?}"),
        features.len() == without.len() + 1,
    );
}
