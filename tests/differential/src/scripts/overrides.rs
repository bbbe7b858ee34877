//! Settings of a call that override the client's.

use std::time::Duration;

use aws_smithy_async::time::StaticTimeSource;

use super::{client, get_channel, sdk};
use crate::classifier::StatusClassifier;
use crate::clock::{Clock, START};
use crate::fixture::Fixture;
use crate::outcome::Outcome;
use crate::peer::{Peer, Reply};
use crate::provider::{Provided, Provider};
use crate::settings::FixedId;
use crate::transcript::Transcript;
use sdk::config::retry::RetryPartition;
use sdk::config::{AppName, Builder, IdentityCache, Region, StalledStreamProtectionConfig};

fn replies() -> [Reply; 2] {
    [Reply::status(500, "{}"), Reply::ok("{}")]
}

/// Makes a call with overridden settings, then one without.
async fn overridden(
    t: &mut Transcript,
    fixture: &Fixture,
    title: &str,
    call_config: Builder,
) -> Outcome {
    let client = client::client(&fixture.settings);
    let call = client.get_channel().arn("arn").customize();
    let outcome = Outcome::new(call.config_override(call_config).send().await);
    fixture.report_all(t, title, &outcome);
    fixture.peer.set_replies(replies());
    let after = get_channel(&client).await;
    let sent = fixture.report_all(t, "after that", &after);
    let unchanged = sent
        .iter()
        .all(|arrival| arrival.request.uri.contains("us-west-2"));
    t.check(
        format_args!("{title}: the client keeps its settings"),
        sent.len() == 2 && unchanged,
    );
    outcome
}

/// Overrides runtime components.
pub async fn components(t: &mut Transcript) {
    let fixture = Fixture::new(replies());
    let call_peer = Peer::new(fixture.clock.clone(), replies());
    let call_config = Builder::new().http_client(call_peer.clone());
    overridden(t, &fixture, "HTTP client", call_config).await;
    let arrivals = call_peer.take_arrivals();
    t.check("sent by the override", arrivals.len() == 2);
    for arrival in arrivals {
        t.request(&arrival.request);
    }

    let fixture = Fixture::new(replies());
    let sleep = Clock::start();
    overridden(
        t,
        &fixture,
        "sleep",
        Builder::new().sleep_impl(sleep.clone()),
    )
    .await;
    let slept = sleep.take_sleeps();
    t.show("slept", &slept);
    t.check("slept one second", slept == [Duration::from_secs(1)]);

    let fixture = Fixture::new(replies());
    let time = StaticTimeSource::from_secs(START - 86_400);
    overridden(t, &fixture, "time", Builder::new().time_source(time)).await;

    let fixture = Fixture::new(replies());
    let provider = Provider::new([Provided::Key("CALL", None)]);
    let call_config = Builder::new().credentials_provider(provider.clone());
    let call_config = call_config.identity_cache(IdentityCache::no_cache());
    overridden(t, &fixture, "credentials without a cache", call_config).await;
    t.show("loads", &provider.loads());
    t.check("loaded for each attempt", provider.loads() == 2);

    let fixture = Fixture::new(replies());
    let call_config = Builder::new().identity_cache(IdentityCache::no_cache());
    overridden(t, &fixture, "a cache alone", call_config).await;
    let fixture = Fixture::new(replies());
    let call_config = Builder::new().retry_classifier(StatusClassifier::forbid(500).last());
    overridden(t, &fixture, "a classifier", call_config).await;
}

/// Overrides plain settings.
pub async fn settings(t: &mut Transcript) {
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
            Builder::new().retry_partition(RetryPartition::new("call")),
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
    for (title, call_config) in overrides {
        let fixture = Fixture::new(replies());
        overridden(t, &fixture, title, call_config).await;
    }
}

/// Makes calls with default invocation ids: unique per call, the same for its attempts.
pub async fn invocation_ids(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}"), Reply::ok("{}")]);
    let mut config = client::config(&fixture.settings);
    config.set_invocation_id_generator(None);
    let client = sdk::Client::from_conf(config.build());
    for _ in 0..2 {
        get_channel(&client).await;
    }
    let arrivals = fixture.peer.take_arrivals();
    let ids: Vec<_> = arrivals
        .iter()
        .map(|arrival| arrival.header("amz-sdk-invocation-id"))
        .collect();
    let hyphens = |id: &String| id.match_indices('-').map(|(at, _)| at).collect::<Vec<_>>();
    t.show("lengths", &ids.iter().map(String::len).collect::<Vec<_>>());
    t.show("hyphens", &ids.iter().map(hyphens).collect::<Vec<_>>());
    t.check("three attempts", ids.len() == 3);
    t.check("one id per call", ids[0] == ids[1] && ids[1] != ids[2]);
}
