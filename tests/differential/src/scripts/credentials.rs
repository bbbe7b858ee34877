//! The loading and caching of credentials, and calls without them.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::provider::{Provided, Provider};
use crate::transcript::Transcript;
use sdk::config::IdentityCache;

fn config(fixture: &Fixture, provider: &Provider) -> sdk::config::Builder {
    client::config(&fixture.settings).credentials_provider(provider.clone())
}

/// Reports a call and returns the access key that signed each attempt.
fn keys(t: &mut Transcript, fixture: &Fixture, title: &str, outcome: &Outcome) -> Vec<String> {
    let arrivals = fixture.report(t, title, outcome);
    let key = |authorization: &str| {
        let rest = authorization
            .split_once("Credential=")
            .map_or("", |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    let keys: Vec<_> = arrivals
        .iter()
        .map(|arrival| key(&arrival.header("authorization")))
        .collect();
    t.show("  keys", &keys);
    keys
}

pub async fn expiry(t: &mut Transcript) {
    let results = [
        [Provided::Key("ONE", Some(900)), Provided::Key("TWO", None)],
        [Provided::Key("ONE", None), Provided::Key("TWO", None)],
        [
            Provided::Key("ONE", Some(0)),
            Provided::Key("TWO", Some(1200)),
        ],
        [Provided::Key("ONE", Some(900)), Provided::Unhandled],
    ];
    for provided in results {
        let lazy = IdentityCache::lazy;
        let caches = [
            None,
            Some(lazy().build()),
            Some(lazy().buffer_time(Duration::from_secs(300)).build()),
            Some(lazy().default_expiration(Duration::from_secs(900)).build()),
            Some(IdentityCache::no_cache()),
        ];
        for (number, cache) in caches.into_iter().enumerate() {
            let provider = Provider::new(provided);
            let fixture = Fixture::new([Reply::ok("{}")]);
            let mut config = config(&fixture, &provider);
            if let Some(cache) = cache {
                // The buffer time is randomized; these calls fall outside of it.
                config = config.identity_cache(cache);
            }
            let client = sdk::Client::from_conf(config.build());
            for seconds in [0, 300, 280, 1000, 300] {
                tokio::time::sleep(Duration::from_secs(seconds)).await;
                let outcome = get_channel(&client).await;
                keys(
                    t,
                    &fixture,
                    &format!("{provided:?}, cache {number}"),
                    &outcome,
                );
                t.show("  loads", &provider.loads());
            }
            t.check("credentials are loaded", provider.loads() > 0);
        }
    }
}

pub async fn expiry_between_attempts(t: &mut Transcript) {
    let provider = Provider::new([Provided::Key("ONE", Some(100)), Provided::Key("TWO", None)]);
    let hint = Reply::status(503, "{}").header("x-amz-retry-after", "200000");
    let fixture = Fixture::new([hint, Reply::ok("{}")]);
    let retries = fixture
        .settings
        .retries
        .clone()
        .with_max_backoff(Duration::from_secs(300));
    let config = config(&fixture, &provider).retry_config(retries);
    let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
    let keys = keys(t, &fixture, "a long wait", &outcome);
    t.check("each attempt has valid credentials", keys == ["ONE", "TWO"]);
}

pub async fn errors(t: &mut Transcript) {
    for provided in [
        Provided::NotLoaded,
        Provided::Invalid,
        Provided::ProviderError,
        Provided::Unhandled,
        Provided::TimedOut,
        Provided::Never,
        Provided::Late(Duration::from_secs(4), "KEY"),
        Provided::Late(Duration::from_secs(6), "KEY"),
    ] {
        let provider = Provider::new([provided, Provided::Key("KEY", None)]);
        let fixture = Fixture::new([Reply::ok("{}")]);
        let client = sdk::Client::from_conf(config(&fixture, &provider).build());
        for turn in 0..2 {
            let outcome = get_channel(&client).await;
            keys(t, &fixture, &format!("{turn}: {provided:?}"), &outcome);
            t.show("  loads", &provider.loads());
            let fails_first = matches!(provided, Provided::NotLoaded | Provided::Never);
            let ok = outcome.kind == "Ok";
            t.check(
                format_args!("{provided:?}, turn {turn}: success only in turn 1"),
                !fails_first || ok == (turn == 1),
            );
        }
    }
}

pub async fn missing(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::ok("{}")]);
    let mut bare = sdk::Config::builder()
        .behavior_version(sdk::config::BehaviorVersion::latest())
        .region(sdk::config::Region::new("us-east-1"))
        .http_client(fixture.peer.clone());
    let outcome = get_channel(&sdk::Client::from_conf(bare.clone().build())).await;
    let sent = fixture.report(t, "no credentials", &outcome).len();
    t.check(
        "nothing is sent",
        sent == 0 && outcome.kind == "DispatchFailure",
    );
    bare.set_credentials_provider(None);
    let outcome = get_channel(&sdk::Client::from_conf(bare.clone().build())).await;
    fixture.report(t, "explicitly none", &outcome);
    // Credentials of a call apply to that call only.
    let client = sdk::Client::from_conf(bare.time_source(fixture.clock.clone()).build());
    let call_config = sdk::config::Builder::new()
        .credentials_provider(Provider::new([Provided::Key("CALL", None)]));
    let call = client
        .get_channel()
        .customize()
        .config_override(call_config);
    let outcome = Outcome::new(call.send().await);
    keys(t, &fixture, "set for the call", &outcome);
    let outcome = get_channel(&client).await;
    fixture.report(t, "next call", &outcome);
}

pub async fn concurrent(t: &mut Transcript) {
    let provider = Provider::new([Provided::Late(Duration::from_secs(1), "KEY")]);
    let fixture = Fixture::new([Reply::ok("{}")]);
    let client = sdk::Client::from_conf(config(&fixture, &provider).build());
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let client = client.clone();
        calls.spawn(async move { get_channel(&client).await });
    }
    let outcomes = calls.join_all().await;
    t.show(
        "calls",
        &outcomes
            .iter()
            .filter(|outcome| outcome.kind == "Ok")
            .count(),
    );
    t.show("loads", &provider.loads());
    t.check(
        "one load for all calls",
        provider.loads() == 1 && outcomes.len() == 50,
    );
}

pub async fn per_call(t: &mut Transcript) {
    let client_provider = Provider::new([Provided::Key("CLIENT", Some(4000))]);
    let call_provider = Provider::new([Provided::Key("CALL", Some(4000))]);
    let fixture = Fixture::new([Reply::ok("{}")]);
    let client = sdk::Client::from_conf(config(&fixture, &client_provider).build());
    for overridden in [false, true, true, false] {
        fixture
            .peer
            .set_replies([Reply::status(500, "{}"), Reply::ok("{}")]);
        let mut config = sdk::config::Builder::new();
        if overridden {
            config = config.credentials_provider(call_provider.clone());
        }
        let call = client.get_channel().customize().config_override(config);
        let outcome = Outcome::new(call.send().await);
        let keys = keys(t, &fixture, "a call", &outcome);
        let expected = if overridden { "CALL" } else { "CLIENT" };
        t.check(
            format_args!("{keys:?}: expected {expected} twice"),
            keys == [expected; 2],
        );
        t.show("  loads", &(client_provider.loads(), call_provider.loads()));
    }
}

pub async fn fields(t: &mut Transcript) {
    let keys = |id: &str, secret: &str, token| Credentials::new(id, secret, token, None, "x");
    let credentials = [
        keys("KEY", "secret", None),
        keys("KEY", "secret", Some(String::new())),
        keys("KEY", "secret", Some("tøken".to_owned())),
        keys("", "", None),
        Credentials::builder()
            .access_key_id("KEY")
            .secret_access_key("secret")
            .account_id("123")
            .provider_name("x")
            .build(),
    ];
    for credentials in credentials {
        let fixture = Fixture::new([Reply::ok("{}")]);
        let mut config = client::config(&fixture.settings);
        config.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials.clone())));
        let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
        fixture.report_all(t, &format!("{credentials:?}"), &outcome);
    }
}
