//! What is left for retries, and who shares it.

use aws_smithy_runtime::client::retries::TokenBucket;

use super::{client, get_channel, sdk};
use crate::peer::{Failure, Reply};
use crate::settings::fresh_partition;
use crate::stage::Stage;
use crate::transcript::Transcript;

/// Calls until nothing is left for retries, then successes, then failures again. Returns the most
/// and the least attempts that a failing call took.
async fn exhaust(
    t: &mut Transcript,
    stage: &Stage,
    failure: &Reply,
    client: &sdk::Client,
) -> (usize, usize) {
    let mut failing = Vec::new();
    for (calls, reply) in [(60, failure), (30, &Reply::ok("{}")), (20, failure)] {
        stage.peer.reply([reply.clone()]);
        let mut attempts = Vec::new();
        for _ in 0..calls {
            get_channel(client).await;
            attempts.push(stage.peer.arrivals().len());
        }
        t.show("attempts", &attempts);
        t.show("waited for", &stage.clock.slept());
        if calls == 60 {
            failing = attempts;
        }
    }
    let most = failing.iter().max().copied().unwrap_or_default();
    (most, failing.iter().min().copied().unwrap_or_default())
}

async fn exhausted_by(t: &mut Transcript, failure: Reply) {
    let stage = Stage::new([]);
    let client = client::client(&stage.settings);
    let attempts = exhaust(t, &stage, &failure, &client).await;
    t.check(
        format_args!("most and least attempts {attempts:?}"),
        attempts == (3, 1),
    );
}

pub async fn of_errors(t: &mut Transcript) {
    exhausted_by(t, Reply::status(500, "{}")).await;
}

pub async fn of_throttling(t: &mut Transcript) {
    exhausted_by(t, Reply::error(400, "ThrottlingException")).await;
}

pub async fn of_timeouts(t: &mut Transcript) {
    exhausted_by(t, Reply::Fails(Failure::Timeout)).await;
}

/// The attempts of two clients that take turns.
async fn turns(t: &mut Transcript, stage: &Stage, clients: [sdk::Client; 2]) -> usize {
    let mut attempts = Vec::new();
    for turn in 0..60 {
        get_channel(&clients[turn % 2]).await;
        attempts.push(stage.peer.arrivals().len());
    }
    t.show("attempts", &attempts);
    attempts.iter().sum()
}

pub async fn shared(t: &mut Transcript) {
    let mut all = Vec::new();
    for same in [true, false] {
        let stage = Stage::new([Reply::status(500, "{}")]);
        let one = client::client(&stage.settings);
        let mut settings = stage.settings.clone();
        if !same {
            settings.retry_partition = fresh_partition();
        }
        all.push(turns(t, &stage, [one, client::client(&settings)]).await);
    }
    t.check("two quotas last longer than one", all[0] < all[1]);
}

/// Without a partition of its own, a client has that of its region.
pub async fn by_region(t: &mut Transcript) {
    let mut all = Vec::new();
    for same in [true, false] {
        let stage = Stage::new([Reply::status(500, "{}")]);
        // Regions that no other script and no other client knows.
        let region = fresh_partition();
        let other = if same {
            region.clone()
        } else {
            fresh_partition()
        };
        let clients = [region, other].map(|region| {
            let config = sdk::Config::builder()
                .behavior_version(sdk::config::BehaviorVersion::latest())
                .region(sdk::config::Region::new(region))
                .credentials_provider(stage.settings.credentials.clone())
                .sleep_impl(stage.clock.clone())
                .time_source(stage.clock.clone())
                .http_client(stage.peer.clone());
            sdk::Client::from_conf(config.build())
        });
        all.push(turns(t, &stage, clients).await);
    }
    t.check("two quotas last longer than one", all[0] < all[1]);
}

pub async fn custom(t: &mut Transcript) {
    let buckets = [
        TokenBucket::builder().capacity(20).build(),
        TokenBucket::builder()
            .capacity(20)
            .retry_cost(1)
            .timeout_retry_cost(2)
            .build(),
        TokenBucket::builder()
            .capacity(30)
            .success_reward(2.5)
            .refill_rate(0.5)
            .build(),
        TokenBucket::unlimited(),
    ];
    for bucket in buckets {
        let partition = sdk::config::retry::RetryPartition::custom("mine").token_bucket(bucket);
        let stage = Stage::new([]);
        let config = client::config(&stage.settings).retry_partition(partition.build());
        let client = sdk::Client::from_conf(config.build());
        let (most, _) = exhaust(t, &stage, &Reply::status(500, "{}"), &client).await;
        t.check("retries", most == 3);
    }
}
