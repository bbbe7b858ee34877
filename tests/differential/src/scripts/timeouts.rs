//! The timeouts of calls and attempts.

use std::time::Duration;

use aws_smithy_types::timeout::TimeoutConfig;

use super::{client, get_channel, sdk};
use crate::connector::Response;
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::provider::{Provided, Provider};
use crate::transcript::Transcript;

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Returns attempt and operation timeouts in milliseconds; 0 means none.
fn limits(attempt: u64, operation: u64) -> TimeoutConfig {
    let limit = |limit| (limit > 0).then(|| millis(limit));
    let mut timeouts = TimeoutConfig::builder();
    timeouts.set_operation_attempt_timeout(limit(attempt));
    timeouts.set_operation_timeout(limit(operation));
    timeouts.build()
}

fn late(after: u64) -> Reply {
    Reply::Late(millis(after), Response::json(200, "{}"))
}

pub async fn attempt_and_operation(t: &mut Transcript) {
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
            let fixture = Fixture::new(replies.clone());
            let timeouts = limits(attempt, operation);
            let config = client::config(&fixture.settings).timeout_config(timeouts);
            let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
            let title = format!("{attempt} ms, {operation} ms, {replies:?}");
            fixture.report(t, &title, &outcome);
            t.show("  dropped", &fixture.peer.take_dropped());
            let never = matches!(replies[..], [Reply::Never]);
            t.check(
                format_args!("{title}: a timeout"),
                !never || outcome.kind == "TimeoutError",
            );
        }
    }
}

/// Writes the timeouts that the connector receives.
pub async fn connector(t: &mut Transcript) {
    let builder = TimeoutConfig::builder;
    let configs = [
        None,
        Some(builder().connect_timeout(millis(7)).build()),
        Some(builder().read_timeout(millis(8)).build()),
        Some(builder().disable_connect_timeout().build()),
        Some(TimeoutConfig::disabled()),
    ];
    for client_timeouts in &configs {
        for call_timeouts in &configs {
            let fixture = Fixture::new([Reply::ok("{}")]);
            let mut config = client::config(&fixture.settings);
            config.set_timeout_config(client_timeouts.clone());
            let client = sdk::Client::from_conf(config.build());
            let mut config = sdk::config::Builder::new();
            config.set_timeout_config(call_timeouts.clone());
            let call = client.get_channel().customize().config_override(config);
            let outcome = Outcome::new(call.send().await);
            let title = format!("{client_timeouts:?}, {call_timeouts:?}");
            for arrival in fixture.report(t, &title, &outcome) {
                let limits = (arrival.connect_timeout, arrival.read_timeout);
                t.show("  connect, read", &limits);
                let expected = client_timeouts
                    .as_ref()
                    .and_then(TimeoutConfig::read_timeout);
                t.check(
                    format_args!("{title}: the client's read timeout"),
                    expected.is_none() || call_timeouts.is_some() || limits.1 == expected,
                );
            }
        }
    }
}

/// Makes calls whose timeouts override the merged timeouts of the client.
pub async fn per_call(t: &mut Transcript) {
    let configs = [
        limits(0, 0),
        limits(200, 0),
        limits(0, 500),
        limits(100, 150),
        TimeoutConfig::disabled(),
    ];
    for client_timeouts in &configs {
        for call_timeouts in &configs {
            let fixture = Fixture::new([late(120), late(300), late(600)]);
            let config = client::config(&fixture.settings).timeout_config(limits(250, 5000));
            let config = config.timeout_config(client_timeouts.clone()).build();
            t.show("client", &config.timeout_config());
            let client = sdk::Client::from_conf(config);
            for turn in 0..3 {
                let config = sdk::config::Builder::new().timeout_config(call_timeouts.clone());
                let call = client.get_channel().customize().config_override(config);
                let outcome = Outcome::new(call.send().await);
                fixture.report(
                    t,
                    &format!("{turn}: {client_timeouts:?}, {call_timeouts:?}"),
                    &outcome,
                );
            }
        }
    }
}

/// Makes calls in which loading credentials counts towards the timeouts.
pub async fn credentials(t: &mut Transcript) {
    for (attempt, operation) in [(0, 0), (300, 0), (0, 300), (300, 2000)] {
        for provided in [
            Provided::Late(millis(200), "KEY"),
            Provided::Late(millis(400), "KEY"),
            Provided::Never,
        ] {
            let provider = Provider::new([provided]);
            let fixture = Fixture::new([late(50)]);
            let config =
                client::config(&fixture.settings).timeout_config(limits(attempt, operation));
            let config = config.credentials_provider(provider.clone()).build();
            let outcome = get_channel(&sdk::Client::from_conf(config)).await;
            fixture.report(
                t,
                &format!("{attempt} ms, {operation} ms, {provided:?}"),
                &outcome,
            );
            t.show("  loads", &provider.loads());
            t.check("credentials are loaded", provider.loads() > 0);
        }
    }
}

/// Makes a call whose timeouts use the default sleep implementation, because none is set.
pub async fn default_sleep(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::status(500, "{}"), Reply::Never]);
    let mut config = client::config(&fixture.settings).timeout_config(limits(300, 0));
    config.set_sleep_impl(None);
    let client = sdk::Client::from_conf(config.build());
    t.show("sleep", &client.config().sleep_impl().is_some());
    let outcome = get_channel(&client).await;
    fixture.report(t, "the default sleep", &outcome);
    t.check("a timeout", outcome.kind == "TimeoutError");
}
