//! Where credentials come from, how long they are kept, and what happens without.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;

use super::{client, get_channel, sdk};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::provider::{Gives, Provider};
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::IdentityCache;

fn config(stage: &Stage, provider: &Provider) -> sdk::config::Builder {
    client::config(&stage.settings).credentials_provider(provider.clone())
}

/// The key that an attempt was signed with.
fn keys(t: &mut Transcript, stage: &Stage, what: &str, outcome: &Outcome) -> Vec<String> {
    let arrivals = stage.report(t, what, outcome);
    let key = |authorization: &str| {
        let rest = authorization
            .split_once("Credential=")
            .map_or("", |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    let keys: Vec<_> = arrivals
        .iter()
        .map(|one| key(&one.header("authorization")))
        .collect();
    t.show("  keys", &keys);
    keys
}

pub async fn expire(t: &mut Transcript) {
    let lives = [
        [Gives::Key("ONE", Some(900)), Gives::Key("TWO", None)],
        [Gives::Key("ONE", None), Gives::Key("TWO", None)],
        [Gives::Key("ONE", Some(0)), Gives::Key("TWO", Some(1200))],
        [Gives::Key("ONE", Some(900)), Gives::Unhandled],
    ];
    for gives in lives {
        let lazy = IdentityCache::lazy;
        let caches = [
            None,
            Some(lazy().build()),
            Some(lazy().buffer_time(Duration::from_secs(300)).build()),
            Some(lazy().default_expiration(Duration::from_secs(900)).build()),
            Some(IdentityCache::no_cache()),
        ];
        for (number, cache) in caches.into_iter().enumerate() {
            let provider = Provider::new(gives);
            let stage = Stage::new([Reply::ok("{}")]);
            let mut config = config(&stage, &provider);
            if let Some(cache) = cache {
                // How much of the buffer counts is random; the calls are outside of it.
                config = config.identity_cache(cache);
            }
            let client = sdk::Client::from_conf(config.build());
            for seconds in [0, 300, 280, 1000, 300] {
                tokio::time::sleep(Duration::from_secs(seconds)).await;
                let outcome = get_channel(&client).await;
                keys(t, &stage, &format!("{gives:?}, cache {number}"), &outcome);
                t.show("  asked", &provider.asked());
            }
            t.check("asked", provider.asked() > 0);
        }
    }
}

pub async fn expire_between_attempts(t: &mut Transcript) {
    let provider = Provider::new([Gives::Key("ONE", Some(100)), Gives::Key("TWO", None)]);
    let hint = Reply::status(503, "{}").header("x-amz-retry-after", "200000");
    let stage = Stage::new([hint, Reply::ok("{}")]);
    let retries = stage
        .settings
        .retries
        .clone()
        .with_max_backoff(Duration::from_secs(300));
    let config = config(&stage, &provider).retry_config(retries);
    let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
    let keys = keys(t, &stage, "a long wait", &outcome);
    t.check("each attempt has good credentials", keys == ["ONE", "TWO"]);
}

pub async fn fail(t: &mut Transcript) {
    for gives in [
        Gives::NotLoaded,
        Gives::Invalid,
        Gives::Provider,
        Gives::Unhandled,
        Gives::TimedOut,
        Gives::Never,
        Gives::Late(Duration::from_secs(4), "KEY"),
        Gives::Late(Duration::from_secs(6), "KEY"),
    ] {
        let provider = Provider::new([gives, Gives::Key("KEY", None)]);
        let stage = Stage::new([Reply::ok("{}")]);
        let client = sdk::Client::from_conf(config(&stage, &provider).build());
        for turn in 0..2 {
            let outcome = get_channel(&client).await;
            keys(t, &stage, &format!("{turn}: {gives:?}"), &outcome);
            t.show("  asked", &provider.asked());
            let stuck = matches!(gives, Gives::NotLoaded | Gives::Never);
            let good = outcome.kind == "Ok";
            t.check(
                format_args!("{gives:?}, turn {turn}"),
                !stuck || good == (turn == 1),
            );
        }
    }
}

pub async fn missing(t: &mut Transcript) {
    let stage = Stage::new([Reply::ok("{}")]);
    let mut bare = sdk::Config::builder()
        .behavior_version(sdk::config::BehaviorVersion::latest())
        .region(sdk::config::Region::new("us-east-1"))
        .http_client(stage.peer.clone());
    let outcome = get_channel(&sdk::Client::from_conf(bare.clone().build())).await;
    let sent = stage.report(t, "no credentials", &outcome).len();
    t.check(
        "nothing is sent",
        sent == 0 && outcome.kind == "DispatchFailure",
    );
    bare.set_credentials_provider(None);
    let outcome = get_channel(&sdk::Client::from_conf(bare.clone().build())).await;
    stage.report(t, "none on purpose", &outcome);
    // They may come with the call, and go with it.
    let client = sdk::Client::from_conf(bare.time_source(stage.clock.clone()).build());
    let given =
        sdk::config::Builder::new().credentials_provider(Provider::new([Gives::Key("CALL", None)]));
    let call = client.get_channel().customize().config_override(given);
    let outcome = Outcome::of(call.send().await);
    keys(t, &stage, "given with the call", &outcome);
    let outcome = get_channel(&client).await;
    stage.report(t, "and then", &outcome);
}

pub async fn many(t: &mut Transcript) {
    let provider = Provider::new([Gives::Late(Duration::from_secs(1), "KEY")]);
    let stage = Stage::new([Reply::ok("{}")]);
    let client = sdk::Client::from_conf(config(&stage, &provider).build());
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
    t.show("asked", &provider.asked());
    t.check(
        "one load for all",
        provider.asked() == 1 && outcomes.len() == 50,
    );
}

pub async fn by_call(t: &mut Transcript) {
    let of_client = Provider::new([Gives::Key("CLIENT", Some(4000))]);
    let of_call = Provider::new([Gives::Key("CALL", Some(4000))]);
    let stage = Stage::new([Reply::ok("{}")]);
    let client = sdk::Client::from_conf(config(&stage, &of_client).build());
    for own in [false, true, true, false] {
        stage
            .peer
            .reply([Reply::status(500, "{}"), Reply::ok("{}")]);
        let mut config = sdk::config::Builder::new();
        if own {
            config = config.credentials_provider(of_call.clone());
        }
        let call = client.get_channel().customize().config_override(config);
        let outcome = Outcome::of(call.send().await);
        let keys = keys(t, &stage, "a call", &outcome);
        let expected = if own { "CALL" } else { "CLIENT" };
        t.check(format_args!("{keys:?}"), keys == [expected; 2]);
        t.show("  asked", &(of_client.asked(), of_call.asked()));
    }
}

pub async fn parts(t: &mut Transcript) {
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
        let stage = Stage::new([Reply::ok("{}")]);
        let mut config = client::config(&stage.settings);
        config.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials.clone())));
        let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
        stage.report_all(t, &format!("{credentials:?}"), &outcome);
    }
}
