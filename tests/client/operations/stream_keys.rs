//! Cases of the stream key operations.

use ivs_sdk::types::{BatchError, StreamKey, StreamKeySummary};
use serde_json::{Value, json};

use super::case::{BOUND_HEADERS, Case, run, tags};

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![create(), get(), batch_get(), delete(), list()]
}

fn create() -> Case {
    Case::new("CreateStreamKey")
        .body(r#"{"channelArn":"arn:channel","tags":{"team":"live"}}"#)
        .response(json!({ "streamKey": full_json() }))
        .call(
            |client| {
                client
                    .create_stream_key()
                    .channel_arn("arn:channel")
                    .tags("team", "live")
                    .send()
            },
            |output| assert_eq!(output.stream_key, Some(full())),
        )
}

fn get() -> Case {
    Case::new("GetStreamKey")
        .body(r#"{"arn":"arn:stream-key"}"#)
        .response(json!({ "streamKey": full_json() }))
        .call(
            |client| client.get_stream_key().arn("arn:stream-key").send(),
            |output| assert_eq!(output.stream_key, Some(full())),
        )
}

fn batch_get() -> Case {
    Case::new("BatchGetStreamKey")
        .body(r#"{"arns":["arn:stream-key","arn:gone"]}"#)
        .response(json!({
            "streamKeys": [full_json()],
            "errors": [{ "arn": "arn:gone", "code": "NotFound", "message": "no such key" }],
        }))
        .with_bound_headers()
        .call(
            |client| {
                client
                    .batch_get_stream_key()
                    .arns("arn:stream-key")
                    .arns("arn:gone")
                    .send()
            },
            |output| {
                let error = BatchError::builder()
                    .arn("arn:gone")
                    .code("NotFound")
                    .message("no such key")
                    .build();
                assert_eq!(output.stream_keys(), [full()]);
                assert_eq!(output.errors(), [error]);
                let headers = [
                    output.access_control_allow_origin(),
                    output.access_control_expose_headers(),
                    output.cache_control(),
                    output.content_security_policy(),
                    output.strict_transport_security(),
                    output.x_content_type_options(),
                    output.x_frame_options(),
                ];
                assert_eq!(headers, BOUND_HEADERS.map(|(_, value)| Some(value)));
            },
        )
}

fn delete() -> Case {
    Case::new("DeleteStreamKey")
        .body(r#"{"arn":"arn:stream-key"}"#)
        .call(
            |client| client.delete_stream_key().arn("arn:stream-key").send(),
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListStreamKeys")
        .body(r#"{"channelArn":"arn:channel","maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({
            "streamKeys": [
                { "arn": "arn:stream-key", "channelArn": "arn:channel", "tags": { "team": "live" } },
            ],
            "nextToken": "page-3",
        }))
        .call(
            |client| {
                client
                    .list_stream_keys()
                    .channel_arn("arn:channel")
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                let summary = StreamKeySummary::builder()
                    .arn("arn:stream-key")
                    .channel_arn("arn:channel")
                    .set_tags(Some(tags("team", "live")))
                    .build();
                assert_eq!(output.stream_keys, [summary]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

pub(super) fn full_json() -> Value {
    json!({
        "arn": "arn:stream-key",
        "value": "sk_us-east-1_secret",
        "channelArn": "arn:channel",
        "tags": { "team": "live" },
    })
}

pub(super) fn full() -> StreamKey {
    StreamKey::builder()
        .arn("arn:stream-key")
        .value("sk_us-east-1_secret")
        .channel_arn("arn:channel")
        .set_tags(Some(tags("team", "live")))
        .build()
}
