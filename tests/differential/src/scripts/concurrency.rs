//! Many calls at once, and calls that nobody waits for any more.

use std::time::Duration;

use tokio::task::JoinSet;

use super::{client, get_channel, sdk};
use crate::hooks::{Hooks, Log, taken};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;
use crate::wire::Answer;

const CALLS: usize = 500;

fn late(after: Duration) -> Reply {
    Reply::Late(after, Answer::json(200, r#"{"channel":{"arn":"arn"}}"#))
}

/// Calls of one client at once, each with an input of its own.
async fn at_once(t: &mut Transcript, stage: &Stage, client: &sdk::Client) {
    let mut calls = JoinSet::new();
    for number in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move {
            let result = client
                .get_channel()
                .arn(format!("arn-{number:03}"))
                .send()
                .await;
            (number, Outcome::of(result))
        });
    }
    let mut outcomes = calls.join_all().await;
    outcomes.sort_by_key(|(number, _)| *number);
    let good = outcomes
        .iter()
        .filter(|(_, outcome)| outcome.kind == "Ok")
        .count();
    t.show("good", &good);
    let arrivals = stage.peer.arrivals();
    t.show("attempts", &arrivals.len());
    // Who came when is of no account; that all came is.
    let mut bodies: Vec<_> = arrivals.iter().map(|one| one.sent.body.clone()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    t.show("inputs", &bodies.len());
    t.show("first and last", &(bodies.first(), bodies.last()));
    t.check(
        "all have been sent",
        bodies.len() == CALLS && outcomes.len() == CALLS,
    );
}

pub async fn calls(t: &mut Transcript) {
    let stage = Stage::new([late(Duration::from_secs(2))]);
    let client = client::client(&stage.settings);
    at_once(t, &stage, &client).await;
    let elapsed = stage.clock.elapsed();
    t.show("took", &elapsed);
    t.check("at once", elapsed == Duration::from_secs(2));
}

/// All fail, and share what is left for retries.
pub async fn failures(t: &mut Transcript) {
    let stage = Stage::new([Reply::status(503, "{}")]);
    at_once(t, &stage, &client::client(&stage.settings)).await;
    t.show("took", &stage.clock.elapsed());
}

/// On several threads.
pub async fn threads(t: &mut Transcript) {
    let stage = Stage::new([late(Duration::from_millis(20))]);
    at_once(t, &stage, &client::client(&stage.settings)).await;
    t.show("given up", &stage.peer.given_up());
}

pub async fn dropped(t: &mut Transcript) {
    let log = Log::default();
    let stage = Stage::new([Reply::Never]);
    let config = client::config(&stage.settings).interceptor(Hooks::new("H", &log));
    let client = sdk::Client::from_conf(config.build());
    let report = |t: &mut Transcript, what: &str| {
        t.note(format_args!("{what}, at {:?}", stage.clock.elapsed()));
        t.show("  attempts", &stage.peer.arrivals().len());
        t.show("  given up", &stage.peer.given_up());
        t.show("  waited for", &stage.clock.slept());
        for line in taken(&log) {
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

    stage.peer.reply([Reply::status(500, "{}"), Reply::Never]);
    let waited = tokio::time::timeout(brief, get_channel(&client)).await;
    t.check("still waiting", waited.is_err());
    report(t, "between attempts");

    stage.peer.reply([Reply::status(500, "{}"), Reply::Never]);
    let waited = tokio::time::timeout(Duration::from_secs(2), get_channel(&client)).await;
    t.check("still waiting", waited.is_err());
    report(t, "in the second attempt");

    // What a dropped call held of the quota: retries of later calls tell.
    stage.peer.reply([Reply::status(500, "{}")]);
    let mut attempts = Vec::new();
    for _ in 0..30 {
        get_channel(&client).await;
        attempts.push(stage.peer.arrivals().len());
    }
    t.show("attempts after that", &attempts);
    taken(&log);

    let task = tokio::spawn(async move { get_channel(&client).await });
    tokio::time::sleep(brief).await;
    task.abort();
    t.show("aborted", &task.await.is_err());
    report(t, "aborted");
}

/// A call goes on when its client is gone.
pub async fn client_gone(t: &mut Transcript) {
    let stage = Stage::new([late(Duration::from_secs(1))]);
    let client = client::client(&stage.settings);
    let call = client.get_channel().arn("arn").send();
    drop(client);
    let outcome = Outcome::of(call.await);
    let sent = stage.report(t, "without its client", &outcome).len();
    t.check("sent", sent == 1 && outcome.kind == "Ok");
}
