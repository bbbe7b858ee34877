//! Settings of one call, in the place of the client's.

use std::time::Duration;

use aws_smithy_async::time::StaticTimeSource;

use super::{client, get_channel, sdk};
use crate::classifier::Says;
use crate::clock::{Clock, START};
use crate::outcome::Outcome;
use crate::peer::{Peer, Reply};
use crate::provider::{Gives, Provider};
use crate::settings::FixedId;
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::retry::RetryPartition;
use sdk::config::{AppName, Builder, IdentityCache, Region, StalledStreamProtectionConfig};

fn replies() -> [Reply; 2] {
    [Reply::status(500, "{}"), Reply::ok("{}")]
}

/// A call with settings of its own, and one after that without.
async fn overridden(t: &mut Transcript, stage: &Stage, what: &str, own: Builder) -> Outcome {
    let client = client::client(&stage.settings);
    let call = client.get_channel().arn("arn").customize();
    let outcome = Outcome::of(call.config_override(own).send().await);
    stage.report_all(t, what, &outcome);
    stage.peer.reply(replies());
    let after = get_channel(&client).await;
    let sent = stage.report_all(t, "after that", &after);
    let plain = sent.iter().all(|one| one.sent.uri.contains("us-west-2"));
    t.check(
        format_args!("{what}: the client's own settings"),
        sent.len() == 2 && plain,
    );
    outcome
}

/// Who sends, who waits and who tells the time.
pub async fn components(t: &mut Transcript) {
    let stage = Stage::new(replies());
    let other = Peer::new(stage.clock.clone(), replies());
    let own = Builder::new().http_client(other.clone());
    overridden(t, &stage, "HTTP client", own).await;
    let arrived = other.arrivals();
    t.check("sent by the other", arrived.len() == 2);
    for arrival in arrived {
        t.request(&arrival.sent);
    }

    let stage = Stage::new(replies());
    let sleep = Clock::start();
    overridden(t, &stage, "sleep", Builder::new().sleep_impl(sleep.clone())).await;
    let slept = sleep.slept();
    t.show("waited by the other", &slept);
    t.check("waited by the other", slept == [Duration::from_secs(1)]);

    let stage = Stage::new(replies());
    let time = StaticTimeSource::from_secs(START - 86_400);
    overridden(t, &stage, "time", Builder::new().time_source(time)).await;

    let stage = Stage::new(replies());
    let provider = Provider::new([Gives::Key("CALL", None)]);
    let own = Builder::new().credentials_provider(provider.clone());
    let own = own.identity_cache(IdentityCache::no_cache());
    overridden(t, &stage, "credentials without a cache", own).await;
    t.show("asked", &provider.asked());
    t.check("asked for each attempt", provider.asked() == 2);

    let stage = Stage::new(replies());
    let own = Builder::new().identity_cache(IdentityCache::no_cache());
    overridden(t, &stage, "a cache alone", own).await;
    let stage = Stage::new(replies());
    let own = Builder::new().retry_classifier(Says::forbid(500).last());
    overridden(t, &stage, "a classifier", own).await;
}

/// Settings that are data.
pub async fn data(t: &mut Transcript) {
    let protection = StalledStreamProtectionConfig::enabled().build();
    let none = None::<Region>;
    let overrides = [
        ("nothing", Builder::new()),
        ("region", Builder::new().region(Region::new("eu-west-1"))),
        ("no region", Builder::new().region(none)),
        ("fips", Builder::new().use_fips(true).use_dual_stack(true)),
        (
            "name",
            Builder::new().app_name(AppName::new("call").expect("a name")),
        ),
        (
            "partition",
            Builder::new().retry_partition(RetryPartition::new("own")),
        ),
        ("ids", Builder::new().invocation_id_generator(FixedId)),
        (
            "protection",
            Builder::new().stalled_stream_protection(protection),
        ),
        (
            "URL",
            Builder::new().endpoint_url("http://call.example/base/"),
        ),
        (
            "version",
            Builder::new().behavior_version(sdk::config::BehaviorVersion::latest()),
        ),
        ("tests", Builder::new().with_test_defaults()),
    ];
    for (what, own) in overrides {
        let stage = Stage::new(replies());
        overridden(t, &stage, what, own).await;
    }
}

/// Ids of calls by default: each its own, and one for all attempts.
pub async fn ids(t: &mut Transcript) {
    let stage = Stage::new([Reply::status(500, "{}"), Reply::ok("{}"), Reply::ok("{}")]);
    let mut config = client::config(&stage.settings);
    config.set_invocation_id_generator(None);
    let client = sdk::Client::from_conf(config.build());
    for _ in 0..2 {
        get_channel(&client).await;
    }
    let arrivals = stage.peer.arrivals();
    let ids: Vec<_> = arrivals
        .iter()
        .map(|one| one.header("amz-sdk-invocation-id"))
        .collect();
    let hyphens = |id: &String| id.match_indices('-').map(|(at, _)| at).collect::<Vec<_>>();
    t.show("lengths", &ids.iter().map(String::len).collect::<Vec<_>>());
    t.show("hyphens", &ids.iter().map(hyphens).collect::<Vec<_>>());
    t.check("attempts", ids.len() == 3);
    t.check("one a call", ids[0] == ids[1] && ids[1] != ids[2]);
}
