//! Timestamps in requests and responses.

use harness::{Response, Server};
use ivs_sdk::error::SdkError;
use ivs_sdk::primitives::{DateTime, DateTimeFormat};

#[tokio::test]
async fn timestamps_are_truncated_to_microseconds() {
    for (nanos, formatted) in [
        (0, "2026-09-21T14:13:20Z"),
        (500_000_000, "2026-09-21T14:13:20.5Z"),
        (123_456_999, "2026-09-21T14:13:20.123456Z"),
        (999, "2026-09-21T14:13:20Z"),
    ] {
        let server = Server::start([Response::ok("{}")]).await;
        let time = DateTime::from_secs_and_nanos(1_790_000_000, nanos);
        let call = server.client().insert_ad_break().target_start_at(time);
        call.send().await.expect("an output");
        assert_eq!(
            server.request().text(),
            format!(r#"{{"targetStartAt":"{formatted}"}}"#)
        );
    }
}

#[tokio::test]
async fn years_out_of_range_are_construction_failures() {
    let server = Server::start([]).await;
    for time in [
        DateTime::from_secs(-62_167_219_201),
        DateTime::from_secs(253_402_300_800),
    ] {
        let call = server.client().insert_ad_break().target_start_at(time);
        let error = call.send().await.expect_err("no such year in RFC 3339");
        assert!(
            matches!(error, SdkError::ConstructionFailure(_)),
            "{error:?}"
        );
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn offsets_lower_case_and_leap_seconds_are_accepted() {
    for (sent, utc) in [
        ("2026-09-21T14:13:20Z", "2026-09-21T14:13:20Z"),
        ("2026-09-21t14:13:20z", "2026-09-21T14:13:20Z"),
        ("2026-09-21T16:13:20.125+02:00", "2026-09-21T14:13:20.125Z"),
        // A leap second is valid only at the end of a month in UTC.
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999999999Z"),
        (
            "2017-01-01T00:59:60+01:00",
            "2016-12-31T23:59:59.999999999Z",
        ),
    ] {
        let expected = DateTime::from_str(utc, DateTimeFormat::DateTime).expect("a timestamp");
        let timestamp = parse(&format!("\"{sent}\"")).await.expect(sent);
        assert_eq!(timestamp, Some(expected), "{sent}");
    }
    assert_eq!(parse("null").await.expect("null is absent"), None);
}

#[tokio::test]
async fn other_formats_and_invalid_leap_seconds_are_errors() {
    for sent in [
        "1790000000",
        r#""1790000000""#,
        r#""Mon, 21 Sep 2026 14:13:20 GMT""#,
        r#""2026-09-21T14:13:20""#,
        r#""2026-09-21""#,
        r#""2026-09-21T14:13:60Z""#,
        r#""2026-09-21T23:59:60Z""#,
    ] {
        parse(sent).await.expect_err(sent);
    }
}

/// Parses a response with this JSON as timestamp; returns the timestamp or the error's message.
async fn parse(json: &str) -> Result<Option<DateTime>, String> {
    let server = Server::start([Response::ok(format!(r#"{{"targetStartAt":{json}}}"#))]).await;
    let result = server.client().insert_ad_break().send().await;
    result
        .map(|output| output.target_start_at)
        .map_err(|error| error.to_string())
}
