//! The correction of clock skew by the date of a response.

use std::time::Duration;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::{client, get_channel, sdk};
use crate::clock::START;
use crate::connector::Response;
use crate::fixture::Fixture;
use crate::peer::{Arrival, Reply};
use crate::transcript::Transcript;

const HOUR: i64 = 3600;

/// Returns the HTTP date this many seconds after the start of the clock.
fn date(seconds: i64) -> String {
    let start = i64::try_from(START).expect("a time");
    let date = DateTime::from_secs(start + seconds).fmt(Format::HttpDate);
    date.expect("a date")
}

/// Returns the hour in the signing date of each attempt.
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
            let fixture = Fixture::new([skewed.clone(), skewed, Reply::ok("{}")]);
            let client = client::client(&fixture.settings);
            let title = format!("{status} {code}, {skew} s");
            let outcome = get_channel(&client).await;
            let arrivals = fixture.report(t, &title, &outcome);
            let corrected = code == "RequestTimeTooSkewed" && skew == HOUR;
            t.check(
                format_args!("{title}: retries are corrected"),
                !corrected || hours(&arrivals)[1..] == ["09", "09"],
            );
            // The client keeps the correction.
            fixture.peer.set_replies([Reply::ok("{}")]);
            let outcome = get_channel(&client).await;
            fixture.report(t, "next call", &outcome);
        }
    }
}

/// Makes calls that receive valid, invalid or no dates.
pub async fn by_response(t: &mut Transcript) {
    let skewed = || Reply::error(403, "RequestTimeTooSkewed");
    let late = Response {
        headers: vec![
            ("date".to_owned(), date(HOUR)),
            (
                "x-amzn-errortype".to_owned(),
                "RequestTimeTooSkewed".to_owned(),
            ),
        ],
        ..Response::json(403, "{}")
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
            let fixture = Fixture::new([reply.clone(), Reply::ok("{}")]);
            let mut config = client::config(&fixture.settings);
            config.set_disable_clock_skew_correction(disable);
            let client = sdk::Client::from_conf(config.build());
            t.show("disabled", &client.config().disable_clock_skew_correction());
            for turn in 0..2 {
                let outcome = get_channel(&client).await;
                let arrivals = fixture.report(t, &format!("{turn}: {reply:?}"), &outcome);
                let uncorrected = hours(&arrivals).iter().all(|hour| hour == "08");
                t.check(
                    "not corrected if disabled",
                    disable != Some(true) || uncorrected,
                );
            }
        }
    }
}

/// Makes calls with several clients: each has a separate correction, which a call can disable.
pub async fn by_client(t: &mut Transcript) {
    let skewed = || Reply::error(403, "RequestTimeTooSkewed").header("date", &date(HOUR));
    let fixture = Fixture::new([skewed(), Reply::ok("{}")]);
    let first = client::client(&fixture.settings);
    let (clone, second) = (first.clone(), client::client(&fixture.settings));
    let same_config = sdk::Client::from_conf(first.config().clone());
    for (name, client) in [
        ("first", &first),
        ("clone", &clone),
        ("second", &second),
        ("same config", &same_config),
    ] {
        let outcome = get_channel(client).await;
        fixture.report(t, name, &outcome);
    }
    let mut config = sdk::config::Builder::new();
    config.set_disable_clock_skew_correction(Some(true));
    let call = first.get_channel().customize().config_override(config);
    let outcome = crate::outcome::Outcome::new(call.send().await);
    let arrivals = fixture.report(t, "a call without correction", &outcome);
    t.check("not corrected", hours(&arrivals) == ["08"]);
    let outcome = get_channel(&first).await;
    let arrivals = fixture.report(t, "after that", &outcome);
    t.check("corrected", hours(&arrivals) == ["09"]);
}
