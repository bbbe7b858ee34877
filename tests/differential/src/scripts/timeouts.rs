//! How long a call and its attempts may take.

use std::time::Duration;

use aws_smithy_types::timeout::TimeoutConfig;

use super::{client, get_channel, sdk};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::provider::{Gives, Provider};
use crate::stage::Stage;
use crate::transcript::Transcript;
use crate::wire::Answer;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Limits of an attempt and of the call, in milliseconds; 0 is none.
fn limits(attempt: u64, operation: u64) -> TimeoutConfig {
    let limit = |limit| (limit > 0).then(|| millis(limit));
    let mut timeouts = TimeoutConfig::builder();
    timeouts.set_operation_attempt_timeout(limit(attempt));
    timeouts.set_operation_timeout(limit(operation));
    timeouts.build()
}

fn late(after: u64) -> Reply {
    Reply::Late(millis(after), Answer::json(200, "{}"))
}

pub async fn of_attempt_and_call(t: &mut Transcript) {
    let replies = [
        vec![Reply::Never],
        vec![late(250)],
        vec![late(350)],
        vec![Reply::Never, late(100)],
        vec![Reply::Never, Reply::Never, late(299)],
        vec![Reply::status(500, "{}"), Reply::Never],
        vec![late(100), Reply::Never],
    ];
    for (attempt, operation) in [
        (300, 0),
        (0, 300),
        (300, 700),
        (300, 2000),
        (0, 3100),
        (9000, 300),
    ] {
        for replies in &replies {
            let stage = Stage::new(replies.clone());
            let timeouts = limits(attempt, operation);
            let config = client::config(&stage.settings).timeout_config(timeouts);
            let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
            let what = format!("{attempt} ms, {operation} ms, {replies:?}");
            stage.report(t, &what, &outcome);
            t.show("  given up", &stage.peer.given_up());
            let never = matches!(replies[..], [Reply::Never]);
            t.check(what, !never || outcome.kind == "TimeoutError");
        }
    }
}

/// What the connector is told.
pub async fn of_connector(t: &mut Transcript) {
    let builder = TimeoutConfig::builder;
    let own = [
        None,
        Some(builder().connect_timeout(millis(7)).build()),
        Some(builder().read_timeout(millis(8)).build()),
        Some(builder().disable_connect_timeout().build()),
        Some(TimeoutConfig::disabled()),
    ];
    for client_s in &own {
        for call_s in &own {
            let stage = Stage::new([Reply::ok("{}")]);
            let mut config = client::config(&stage.settings);
            config.set_timeout_config(client_s.clone());
            let client = sdk::Client::from_conf(config.build());
            let mut config = sdk::config::Builder::new();
            config.set_timeout_config(call_s.clone());
            let call = client.get_channel().customize().config_override(config);
            let outcome = Outcome::of(call.send().await);
            let what = format!("{client_s:?}, {call_s:?}");
            for arrival in stage.report(t, &what, &outcome) {
                let limits = (arrival.connect_timeout, arrival.read_timeout);
                t.show("  connect, read", &limits);
                let asked = client_s.as_ref().and_then(TimeoutConfig::read_timeout);
                t.check(
                    what.clone(),
                    asked.is_none() || call_s.is_some() || limits.1 == asked,
                );
            }
        }
    }
}

/// Settings of a client are added up, and those of a call come on top.
pub async fn by_call(t: &mut Transcript) {
    let own = [
        limits(0, 0),
        limits(200, 0),
        limits(0, 500),
        limits(100, 150),
        TimeoutConfig::disabled(),
    ];
    for client_s in &own {
        for call_s in &own {
            let stage = Stage::new([late(120), late(300), late(600)]);
            let config = client::config(&stage.settings).timeout_config(limits(250, 5000));
            let config = config.timeout_config(client_s.clone()).build();
            t.show("client", &config.timeout_config());
            let client = sdk::Client::from_conf(config);
            for turn in 0..3 {
                let config = sdk::config::Builder::new().timeout_config(call_s.clone());
                let call = client.get_channel().customize().config_override(config);
                let outcome = Outcome::of(call.send().await);
                stage.report(t, &format!("{turn}: {client_s:?}, {call_s:?}"), &outcome);
            }
        }
    }
}

/// The time that credentials take counts.
pub async fn of_credentials(t: &mut Transcript) {
    for (attempt, operation) in [(0, 0), (300, 0), (0, 300), (300, 2000)] {
        for gives in [
            Gives::Late(millis(200), "KEY"),
            Gives::Late(millis(400), "KEY"),
            Gives::Never,
        ] {
            let provider = Provider::new([gives]);
            let stage = Stage::new([late(50)]);
            let config = client::config(&stage.settings).timeout_config(limits(attempt, operation));
            let config = config.credentials_provider(provider.clone()).build();
            let outcome = get_channel(&sdk::Client::from_conf(config)).await;
            stage.report(
                t,
                &format!("{attempt} ms, {operation} ms, {gives:?}"),
                &outcome,
            );
            t.show("  asked", &provider.asked());
            t.check("asked for credentials", provider.asked() > 0);
        }
    }
}

/// Without a sleep of the caller's the default one measures.
pub async fn without_a_sleep(t: &mut Transcript) {
    let stage = Stage::new([Reply::status(500, "{}"), Reply::Never]);
    let mut config = client::config(&stage.settings).timeout_config(limits(300, 0));
    config.set_sleep_impl(None);
    let client = sdk::Client::from_conf(config.build());
    t.show("sleep", &client.config().sleep_impl().is_some());
    let outcome = get_channel(&client).await;
    stage.report(t, "the default sleep", &outcome);
    t.check("a timeout", outcome.kind == "TimeoutError");
}
