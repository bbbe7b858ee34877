//! Cases of the stream operations: read, stop, insert metadata and ad breaks.

use ivs_sdk::primitives::DateTime;
use ivs_sdk::types::{Stream, StreamFilters, StreamHealth, StreamState, StreamSummary};
use serde_json::{Value, json};

use super::case::{Case, run};

/// Returns 2026-09-21T14:13:20Z.
pub(super) fn start_time() -> DateTime {
    DateTime::from_secs(1_790_000_000)
}

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![get(), list(), stop(), put_metadata(), insert_ad_break()]
}

fn get() -> Case {
    let mut stream = summary_json();
    stream["playbackUrl"] = json!("https://play.example.com/a.m3u8");
    Case::new("GetStream")
        .body(r#"{"channelArn":"arn:channel"}"#)
        .response(json!({ "stream": stream }))
        .call(
            |client| client.get_stream().channel_arn("arn:channel").send(),
            |output| {
                let stream = Stream::builder()
                    .channel_arn("arn:channel")
                    .stream_id("st-1")
                    .playback_url("https://play.example.com/a.m3u8")
                    .start_time(start_time())
                    .state(StreamState::StreamLive)
                    .health(StreamHealth::Starving)
                    .viewer_count(5_000_000_000)
                    .build();
                assert_eq!(output.stream, Some(stream));
            },
        )
}

fn list() -> Case {
    Case::new("ListStreams")
        .body(r#"{"filterBy":{"health":"HEALTHY"},"maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({ "streams": [summary_json()], "nextToken": "page-3" }))
        .call(
            |client| {
                let healthy = StreamFilters::builder()
                    .health(StreamHealth::StreamHealthy)
                    .build();
                client
                    .list_streams()
                    .filter_by(healthy)
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                let summary = StreamSummary::builder()
                    .channel_arn("arn:channel")
                    .stream_id("st-1")
                    .state(StreamState::StreamLive)
                    .health(StreamHealth::Starving)
                    .viewer_count(5_000_000_000)
                    .start_time(start_time())
                    .build();
                assert_eq!(output.streams, [summary]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

fn stop() -> Case {
    Case::new("StopStream")
        .body(r#"{"channelArn":"arn:channel"}"#)
        .response(json!({}))
        .call(
            |client| client.stop_stream().channel_arn("arn:channel").send(),
            |_| {},
        )
}

fn put_metadata() -> Case {
    Case::new("PutMetadata")
        .body(r#"{"channelArn":"arn:channel","metadata":"goal \\o/"}"#)
        .call(
            |client| {
                client
                    .put_metadata()
                    .channel_arn("arn:channel")
                    .metadata(r"goal \o/")
                    .send()
            },
            |_| {},
        )
}

fn insert_ad_break() -> Case {
    Case::new("InsertAdBreak")
        .body(concat!(
            r#"{"adBreakId":"break-1","channelArn":"arn:channel","durationSeconds":90,"#,
            r#""targetStartAt":"2026-09-21T14:13:20Z"}"#,
        ))
        .response(json!({ "adBreakId": "break-1", "targetStartAt": "2026-09-21T14:13:20Z" }))
        .call(
            |client| {
                client
                    .insert_ad_break()
                    .channel_arn("arn:channel")
                    .duration_seconds(90)
                    .ad_break_id("break-1")
                    .target_start_at(start_time())
                    .send()
            },
            |output| {
                assert_eq!(output.ad_break_id(), Some("break-1"));
                assert_eq!(output.target_start_at(), Some(&start_time()));
            },
        )
}

fn summary_json() -> Value {
    json!({
        "channelArn": "arn:channel",
        "streamId": "st-1",
        "state": "LIVE",
        "health": "STARVING",
        "viewerCount": 5_000_000_000_u64,
        "startTime": "2026-09-21T14:13:20Z",
    })
}
