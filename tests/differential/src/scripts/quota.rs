//! The retry quota and its sharing between clients.

use aws_smithy_runtime::client::retries::TokenBucket;

use super::{client, get_channel, sdk};
use crate::fixture::Fixture;
use crate::peer::{Failure, Reply};
use crate::settings::fresh_partition;
use crate::transcript::Transcript;

/// Exhausts the retry quota with failing calls, then makes successful and failing calls.
///
/// Returns the maximum and minimum number of attempts of the first failing calls.
async fn exhaust(
    t: &mut Transcript,
    fixture: &Fixture,
    failure: &Reply,
    client: &sdk::Client,
) -> (usize, usize) {
    let mut failing = Vec::new();
    for (calls, reply) in [(60, failure), (30, &Reply::ok("{}")), (20, failure)] {
        fixture.peer.set_replies([reply.clone()]);
        let mut attempts = Vec::new();
        for _ in 0..calls {
            get_channel(client).await;
            attempts.push(fixture.peer.take_arrivals().len());
        }
        t.show("attempts", &attempts);
        t.show("waited for", &fixture.clock.take_sleeps());
        if calls == 60 {
            failing = attempts;
        }
    }
    let max = failing.iter().max().copied().unwrap_or_default();
    (max, failing.iter().min().copied().unwrap_or_default())
}

async fn exhausted_by(t: &mut Transcript, failure: Reply) {
    let fixture = Fixture::new([]);
    let client = client::client(&fixture.settings);
    let attempts = exhaust(t, &fixture, &failure, &client).await;
    t.check(
        format_args!("maximum and minimum attempts {attempts:?}"),
        attempts == (3, 1),
    );
}

pub async fn errors(t: &mut Transcript) {
    exhausted_by(t, Reply::status(500, "{}")).await;
}

pub async fn throttling(t: &mut Transcript) {
    exhausted_by(t, Reply::error(400, "ThrottlingException")).await;
}

pub async fn timeouts(t: &mut Transcript) {
    exhausted_by(t, Reply::Failure(Failure::Timeout)).await;
}

/// Makes calls with two clients alternately and returns the total number of attempts.
async fn alternate(t: &mut Transcript, fixture: &Fixture, clients: [sdk::Client; 2]) -> usize {
    let mut attempts = Vec::new();
    for turn in 0..60 {
        get_channel(&clients[turn % 2]).await;
        attempts.push(fixture.peer.take_arrivals().len());
    }
    t.show("attempts", &attempts);
    attempts.iter().sum()
}

pub async fn shared(t: &mut Transcript) {
    let mut totals = Vec::new();
    for same in [true, false] {
        let fixture = Fixture::new([Reply::status(500, "{}")]);
        let first = client::client(&fixture.settings);
        let mut settings = fixture.settings.clone();
        if !same {
            settings.retry_partition = fresh_partition();
        }
        totals.push(alternate(t, &fixture, [first, client::client(&settings)]).await);
    }
    t.check("two quotas last longer than one", totals[0] < totals[1]);
}

/// Makes calls with clients that use the retry partition of their region.
pub async fn by_region(t: &mut Transcript) {
    let mut totals = Vec::new();
    for same in [true, false] {
        let fixture = Fixture::new([Reply::status(500, "{}")]);
        // Unique regions, so that no other client shares the partition.
        let first = fresh_partition();
        let second = if same {
            first.clone()
        } else {
            fresh_partition()
        };
        let clients = [first, second].map(|region| {
            let config = sdk::Config::builder()
                .behavior_version(sdk::config::BehaviorVersion::latest())
                .region(sdk::config::Region::new(region))
                .credentials_provider(fixture.settings.credentials.clone())
                .sleep_impl(fixture.clock.clone())
                .time_source(fixture.clock.clone())
                .http_client(fixture.peer.clone());
            sdk::Client::from_conf(config.build())
        });
        totals.push(alternate(t, &fixture, clients).await);
    }
    t.check("two quotas last longer than one", totals[0] < totals[1]);
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
        let fixture = Fixture::new([]);
        let config = client::config(&fixture.settings).retry_partition(partition.build());
        let client = sdk::Client::from_conf(config.build());
        let (max, _) = exhaust(t, &fixture, &Reply::status(500, "{}"), &client).await;
        t.check("the maximum is three attempts", max == 3);
    }
}
