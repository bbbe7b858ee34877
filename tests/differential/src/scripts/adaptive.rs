//! The adaptive mode: a client that is throttled asks less often.

use std::time::Duration;

use aws_smithy_runtime::client::retries::ClientRateLimiter;
use aws_smithy_types::retry::RetryConfig;

use super::{client, get_channel, sdk};
use crate::peer::Reply;
use crate::settings::fresh_partition;
use crate::stage::Stage;
use crate::transcript::Transcript;

fn adaptive() -> RetryConfig {
    RetryConfig::adaptive().with_use_static_exponential_base(true)
}

/// Calls of which some are throttled, on and on.
async fn calls(t: &mut Transcript, stage: &Stage, client: &sdk::Client) {
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
            stage.peer.reply(replies.clone());
            let outcome = get_channel(client).await;
            stage.report(t, &format!("turn {turn}"), &outcome);
        }
    }
}

pub async fn slows_down(t: &mut Transcript) {
    for attempts in [3, 6] {
        let mut stage = Stage::new([]);
        stage.settings.retries = adaptive().with_max_attempts(attempts);
        calls(t, &stage, &client::client(&stage.settings)).await;
        let elapsed = stage.clock.elapsed();
        t.check("time went by", elapsed > Duration::from_secs(30));
    }
}

pub async fn first_attempts(t: &mut Transcript) {
    let mut stage = Stage::new([Reply::error(429, "TooManyRequestsException")]);
    stage.settings.retries = adaptive().with_max_attempts(1);
    let client = client::client(&stage.settings);
    let mut waited = 0;
    for turn in 0..40 {
        let outcome = get_channel(&client).await;
        waited += usize::from(stage.clock.elapsed() > Duration::ZERO);
        stage.report(t, &format!("turn {turn}"), &outcome);
    }
    t.check("a client without retries waits as well", waited > 0);
}

pub async fn shared(t: &mut Transcript) {
    for same in [true, false] {
        let mut stage = Stage::new([Reply::error(400, "SlowDown")]);
        stage.settings.retries = adaptive();
        let one = client::client(&stage.settings);
        let mut settings = stage.settings.clone();
        if !same {
            settings.retry_partition = fresh_partition();
        }
        let clients = [one, client::client(&settings)];
        for turn in 0..16 {
            let outcome = get_channel(&clients[turn % 2]).await;
            stage.report(t, &format!("turn {turn}"), &outcome);
        }
    }
}

pub async fn custom(t: &mut Transcript) {
    let limiter = ClientRateLimiter::builder().token_refill_rate(0.5).build();
    let partition = sdk::config::retry::RetryPartition::custom("mine");
    let partition = partition.client_rate_limiter(limiter).build();
    let stage = Stage::new([]);
    let config = client::config(&stage.settings).retry_config(adaptive());
    let client = sdk::Client::from_conf(config.retry_partition(partition).build());
    calls(t, &stage, &client).await;
}

/// Which mode a call is made in may change from call to call.
pub async fn by_call(t: &mut Transcript) {
    let stage = Stage::new([Reply::error(400, "SlowDown"), Reply::ok("{}")]);
    let client = client::client(&stage.settings);
    for turn in 0..6 {
        stage
            .peer
            .reply([Reply::error(400, "SlowDown"), Reply::ok("{}")]);
        let own = sdk::config::Builder::new().retry_config(adaptive());
        let call = client.get_channel().customize().config_override(own);
        let outcome = crate::outcome::Outcome::of(call.send().await);
        stage.report(t, &format!("adaptive {turn}"), &outcome);
        let outcome = get_channel(&client).await;
        stage.report(t, &format!("standard {turn}"), &outcome);
    }
}
