//! Concurrent calls, and calls that are dropped.

use std::time::Duration;

use tokio::task::JoinSet;

use super::{client, get_channel, sdk};
use crate::connector::Response;
use crate::fixture::Fixture;
use crate::hooks::{Hooks, Log, take};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;

const CALLS: usize = 500;

fn late(after: Duration) -> Reply {
    Reply::Late(after, Response::json(200, r#"{"channel":{"arn":"arn"}}"#))
}

/// Makes concurrent calls with one client, each with a different input.
async fn call_concurrently(t: &mut Transcript, fixture: &Fixture, client: &sdk::Client) {
    let mut calls = JoinSet::new();
    for number in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move {
            let result = client
                .get_channel()
                .arn(format!("arn-{number:03}"))
                .send()
                .await;
            (number, Outcome::new(result))
        });
    }
    let mut outcomes = calls.join_all().await;
    outcomes.sort_by_key(|(number, _)| *number);
    let succeeded = outcomes
        .iter()
        .filter(|(_, outcome)| outcome.kind == "Ok")
        .count();
    t.show("succeeded", &succeeded);
    let arrivals = fixture.peer.take_arrivals();
    t.show("attempts", &arrivals.len());
    // The order of arrival does not matter.
    let mut bodies: Vec<_> = arrivals
        .iter()
        .map(|arrival| arrival.request.body.clone())
        .collect();
    bodies.sort_unstable();
    bodies.dedup();
    t.show("inputs", &bodies.len());
    t.show("first and last", &(bodies.first(), bodies.last()));
    t.check(
        "all calls were sent",
        bodies.len() == CALLS && outcomes.len() == CALLS,
    );
}

pub async fn calls(t: &mut Transcript) {
    let fixture = Fixture::new([late(Duration::from_secs(2))]);
    let client = client::client(&fixture.settings);
    call_concurrently(t, &fixture, &client).await;
    let elapsed = fixture.clock.elapsed();
    t.show("took", &elapsed);
    t.check(
        "all calls take as long as one",
        elapsed == Duration::from_secs(2),
    );
}

/// Makes calls that all fail and share a retry quota.
pub async fn failures(t: &mut Transcript) {
    let fixture = Fixture::new([Reply::status(503, "{}")]);
    call_concurrently(t, &fixture, &client::client(&fixture.settings)).await;
    t.show("took", &fixture.clock.elapsed());
}

/// Makes calls on several threads.
pub async fn threads(t: &mut Transcript) {
    let fixture = Fixture::new([late(Duration::from_millis(20))]);
    call_concurrently(t, &fixture, &client::client(&fixture.settings)).await;
    t.show("dropped", &fixture.peer.take_dropped());
}

pub async fn dropped(t: &mut Transcript) {
    let log = Log::default();
    let fixture = Fixture::new([Reply::Never]);
    let config = client::config(&fixture.settings).interceptor(Hooks::new("H", &log));
    let client = sdk::Client::from_conf(config.build());
    let report = |t: &mut Transcript, title: &str| {
        t.note(format_args!("{title}, at {:?}", fixture.clock.elapsed()));
        t.show("  attempts", &fixture.peer.take_arrivals().len());
        t.show("  dropped", &fixture.peer.take_dropped());
        t.show("  waited for", &fixture.clock.take_sleeps());
        for line in take(&log) {
            let hook = line.split(':').next().unwrap_or_default();
            t.note(format_args!("  {hook}"));
        }
    };

    drop(client.get_channel().send());
    report(t, "never polled");

    let brief = Duration::from_millis(100);
    let waited = tokio::time::timeout(brief, get_channel(&client)).await;
    t.check("still waiting", waited.is_err());
    report(t, "in the first attempt");

    fixture
        .peer
        .set_replies([Reply::status(500, "{}"), Reply::Never]);
    let waited = tokio::time::timeout(brief, get_channel(&client)).await;
    t.check("still waiting", waited.is_err());
    report(t, "between attempts");

    fixture
        .peer
        .set_replies([Reply::status(500, "{}"), Reply::Never]);
    let waited = tokio::time::timeout(Duration::from_secs(2), get_channel(&client)).await;
    t.check("still waiting", waited.is_err());
    report(t, "in the second attempt");

    // Retries of later calls show whether dropped calls returned their share of the quota.
    fixture.peer.set_replies([Reply::status(500, "{}")]);
    let mut attempts = Vec::new();
    for _ in 0..30 {
        get_channel(&client).await;
        attempts.push(fixture.peer.take_arrivals().len());
    }
    t.show("attempts after that", &attempts);
    take(&log);

    let task = tokio::spawn(async move { get_channel(&client).await });
    tokio::time::sleep(brief).await;
    task.abort();
    t.show("aborted", &task.await.is_err());
    report(t, "aborted");
}

/// Makes a call that continues after its client is dropped.
pub async fn client_dropped(t: &mut Transcript) {
    let fixture = Fixture::new([late(Duration::from_secs(1))]);
    let client = client::client(&fixture.settings);
    let call = client.get_channel().arn("arn").send();
    drop(client);
    let outcome = Outcome::new(call.await);
    let sent = fixture.report(t, "without its client", &outcome).len();
    t.check("one successful attempt", sent == 1 && outcome.kind == "Ok");
}
