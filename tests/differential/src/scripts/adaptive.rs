//! The adaptive retry mode, in which a throttled client sends fewer requests.

use std::time::Duration;

use aws_smithy_runtime::client::retries::ClientRateLimiter;
use aws_smithy_types::retry::RetryConfig;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::peer::Reply;
use crate::settings::fresh_partition;
use crate::transcript::Transcript;

fn adaptive() -> RetryConfig {
    RetryConfig::adaptive().with_use_static_exponential_base(true)
}

/// Makes a series of calls, some of them throttled.
async fn calls(t: &mut Transcript, fixture: &Fixture, client: &sdk::Client) {
    let throttled = || Reply::error(400, "ThrottlingException");
    let ok = || Reply::ok("{}");
    for replies in [
        vec![ok()],
        vec![throttled(), throttled(), ok()],
        vec![throttled(), Reply::status(500, "{}"), ok()],
        vec![throttled()],
        vec![Reply::status(503, "{}")],
        vec![ok()],
        vec![ok()],
        vec![throttled(), ok()],
    ] {
        for turn in 0..4 {
            fixture.peer.set_replies(replies.clone());
            let outcome = get_channel(client).await;
            fixture.report(t, &format!("turn {turn}"), &outcome);
        }
    }
}

pub async fn slows_down(t: &mut Transcript) {
    for attempts in [3, 6] {
        let mut fixture = Fixture::new([]);
        fixture.settings.retries = adaptive().with_max_attempts(attempts);
        calls(t, &fixture, &client::client(&fixture.settings)).await;
        let elapsed = fixture.clock.elapsed();
        t.check("calls were delayed", elapsed > Duration::from_secs(30));
    }
}

pub async fn first_attempts(t: &mut Transcript) {
    let mut fixture = Fixture::new([Reply::error(429, "TooManyRequestsException")]);
    fixture.settings.retries = adaptive().with_max_attempts(1);
    let client = client::client(&fixture.settings);
    let mut waited = 0;
    for turn in 0..40 {
        let outcome = get_channel(&client).await;
        waited += usize::from(fixture.clock.elapsed() > Duration::ZERO);
        fixture.report(t, &format!("turn {turn}"), &outcome);
    }
    t.check("a client without retries is delayed too", waited > 0);
}

pub async fn shared(t: &mut Transcript) {
    for same in [true, false] {
        let mut fixture = Fixture::new([Reply::error(400, "SlowDown")]);
        fixture.settings.retries = adaptive();
        let first = client::client(&fixture.settings);
        let mut settings = fixture.settings.clone();
        if !same {
            settings.retry_partition = fresh_partition();
        }
        let clients = [first, client::client(&settings)];
        for turn in 0..16 {
            let outcome = get_channel(&clients[turn % 2]).await;
            fixture.report(t, &format!("turn {turn}"), &outcome);
        }
    }
}

pub async fn custom(t: &mut Transcript) {
    let limiter = ClientRateLimiter::builder().token_refill_rate(0.5).build();
    let partition = sdk::config::retry::RetryPartition::custom("mine");
    let partition = partition.client_rate_limiter(limiter).build();
    let fixture = Fixture::new([]);
    let config = client::config(&fixture.settings).retry_config(adaptive());
    let client = sdk::Client::from_conf(config.retry_partition(partition).build());
    calls(t, &fixture, &client).await;
}

/// Makes calls that override the retry mode.
pub async fn per_call(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::error(400, "SlowDown"), Reply::ok("{}")]);
    let client = client::client(&fixture.settings);
    for turn in 0..6 {
        fixture
            .peer
            .set_replies([Reply::error(400, "SlowDown"), Reply::ok("{}")]);
        let call_config = sdk::config::Builder::new().retry_config(adaptive());
        let call = client
            .get_channel()
            .customize()
            .config_override(call_config);
        let outcome = crate::outcome::Outcome::new(call.send().await);
        fixture.report(t, &format!("adaptive {turn}"), &outcome);
        let outcome = get_channel(&client).await;
        fixture.report(t, &format!("standard {turn}"), &outcome);
    }
}
