//! A clock that is wrong, and an answer that says so.

use std::time::Duration;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::{client, get_channel, sdk};
use crate::clock::START;
use crate::peer::{Arrival, Reply};
use crate::stage::Stage;
use crate::transcript::Transcript;
use crate::wire::Answer;

const HOUR: i64 = 3600;

/// A date so many seconds from the start of the clock.
fn date(seconds: i64) -> String {
    let start = i64::try_from(START).expect("a time");
    let date = DateTime::from_secs(start + seconds).fmt(Format::HttpDate);
    date.expect("a date")
}

/// The hour of each attempt.
fn hours(arrivals: &[Arrival]) -> Vec<String> {
    let hour = |arrival: &Arrival| arrival.header("x-amz-date")[9..11].to_owned();
    arrivals.iter().map(hour).collect()
}

pub async fn by_code(t: &mut Transcript) {
    for code in [
        "RequestTimeTooSkewed",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "AuthFailure",
        "AccessDeniedException",
        "RequestExpired",
        "RequestInTheFuture",
        "ValidationException",
        "SlowDown",
    ] {
        for (status, skew) in [
            (403, HOUR),
            (400, -HOUR),
            (403, 241),
            (403, 240),
            (403, -239),
            (500, HOUR),
        ] {
            let skewed = Reply::error(status, code).header("date", &date(skew));
            let stage = Stage::new([skewed.clone(), skewed, Reply::ok("{}")]);
            let client = client::client(&stage.settings);
            let what = format!("{status} {code}, {skew} s");
            let outcome = get_channel(&client).await;
            let arrivals = stage.report(t, &what, &outcome);
            let moved = code == "RequestTimeTooSkewed" && skew == HOUR;
            t.check(what, !moved || hours(&arrivals)[1..] == ["09", "09"]);
            // What was learned stays.
            stage.peer.reply([Reply::ok("{}")]);
            let outcome = get_channel(&client).await;
            stage.report(t, "and then", &outcome);
        }
    }
}

/// Answers whose date says something, or does not.
pub async fn by_answer(t: &mut Transcript) {
    let skewed = || Reply::error(403, "RequestTimeTooSkewed");
    let late = Answer {
        headers: vec![
            ("date".to_owned(), date(HOUR)),
            (
                "x-amzn-errortype".to_owned(),
                "RequestTimeTooSkewed".to_owned(),
            ),
        ],
        ..Answer::json(403, "{}")
    };
    let replies = [
        skewed(),
        skewed().header("date", "yesterday"),
        skewed().header("date", "2027-01-15T09:00:00Z"),
        skewed().header("date", &date(HOUR)).header("age", "3"),
        Reply::Late(Duration::from_secs(200), late.clone()),
        Reply::Late(Duration::from_secs(1000), late),
        Reply::ok("{}").header("date", &date(HOUR)),
        Reply::ok("{}").header("date", &date(-HOUR)),
        Reply::ok("{").header("date", &date(HOUR)),
        Reply::status(500, "{}").header("date", &date(HOUR)),
        Reply::error(404, "ResourceNotFoundException").header("date", &date(2 * HOUR)),
    ];
    for reply in replies {
        for disable in [None, Some(false), Some(true)] {
            let stage = Stage::new([reply.clone(), Reply::ok("{}")]);
            let mut config = client::config(&stage.settings);
            config.set_disable_clock_skew_correction(disable);
            let client = sdk::Client::from_conf(config.build());
            t.show("disabled", &client.config().disable_clock_skew_correction());
            for turn in 0..2 {
                let outcome = get_channel(&client).await;
                let arrivals = stage.report(t, &format!("{turn}: {reply:?}"), &outcome);
                let still = hours(&arrivals).iter().all(|hour| hour == "08");
                t.check("no correction", disable != Some(true) || still);
            }
        }
    }
}

/// One client's clock is not the other's, and a call may do without.
pub async fn by_client(t: &mut Transcript) {
    let skewed = || Reply::error(403, "RequestTimeTooSkewed").header("date", &date(HOUR));
    let stage = Stage::new([skewed(), Reply::ok("{}")]);
    let one = client::client(&stage.settings);
    let (clone, other) = (one.clone(), client::client(&stage.settings));
    let again = sdk::Client::from_conf(one.config().clone());
    for (name, client) in [
        ("one", &one),
        ("clone", &clone),
        ("other", &other),
        ("same config", &again),
    ] {
        let outcome = get_channel(client).await;
        stage.report(t, name, &outcome);
    }
    let mut config = sdk::config::Builder::new();
    config.set_disable_clock_skew_correction(Some(true));
    let call = one.get_channel().customize().config_override(config);
    let outcome = crate::outcome::Outcome::of(call.send().await);
    let arrivals = stage.report(t, "a call without", &outcome);
    t.check("not corrected", hours(&arrivals) == ["08"]);
    let outcome = get_channel(&one).await;
    let arrivals = stage.report(t, "after that", &outcome);
    t.check("corrected", hours(&arrivals) == ["09"]);
}
