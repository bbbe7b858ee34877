//! Tests of live streams.

use super::*;

#[test]
fn live_stream_is_shown() {
    let service = service();
    let created = call(&service, "CreateChannel", json!({}));
    let arn = string(&created, "/channel/arn");
    let key = string(&created, "/streamKey/value");
    let stream_id = service.control().go_live(&key, Encoder::default()).unwrap();
    assert_eq!(stream_id.len(), 26);
    assert!(stream_id.starts_with("st-"));
    service.control().viewers(&arn, 7).unwrap();
    let mut expected = json!({
        "channelArn": arn,
        "streamId": stream_id,
        "playbackUrl": created["channel"]["playbackUrl"],
        "startTime": 1_767_225_600,
        "state": "LIVE",
        "health": "HEALTHY",
        "viewerCount": 7,
    });
    let got = call(&service, "GetStream", json!({ "channelArn": arn }));
    assert_eq!(got, json!({ "stream": expected }));
    expected
        .as_object_mut()
        .unwrap()
        .shift_remove("playbackUrl");
    let listed = call(&service, "ListStreams", json!({}));
    assert_eq!(listed, json!({ "streams": [expected] }));
}

#[test]
fn offline_and_unknown_channels_have_different_codes() {
    let service = service();
    let offline = channel(&service, json!({}));
    let missing = unknown("channel");
    for (operation, input) in [
        ("GetStream", json!({})),
        ("StopStream", json!({})),
        ("PutMetadata", json!({ "metadata": "a" })),
    ] {
        let with = |arn: &str| {
            let mut input = input.clone();
            input["channelArn"] = json!(arn);
            input
        };
        assert_eq!(
            error(&service, operation, with(&offline)),
            "ChannelNotBroadcasting"
        );
        assert_eq!(
            error(&service, operation, with(&missing)),
            "ResourceNotFoundException"
        );
    }
}

#[test]
fn stop_ends_the_stream() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    let input = json!({ "channelArn": arn });
    assert_eq!(call(&service, "StopStream", input.clone()), json!({}));
    assert_eq!(
        error(&service, "StopStream", input.clone()),
        "ChannelNotBroadcasting"
    );
    assert_eq!(
        call(&service, "ListStreams", json!({})),
        json!({ "streams": [] })
    );
    let first = service.control().go_live(&arn, Encoder::default()).unwrap();
    let stream = call(&service, "GetStream", input);
    assert_eq!(stream["stream"]["streamId"], json!(first));
}

#[test]
fn streams_are_filtered_by_health() {
    let service = service();
    let healthy = live_channel(&service, json!({}));
    let starving = live_channel(&service, json!({}));
    service.control().starve(&starving, false).unwrap();
    for (health, expected) in [
        ("HEALTHY", vec![&healthy]),
        ("STARVING", vec![&starving]),
        ("UNKNOWN", vec![]),
    ] {
        let listed = call(
            &service,
            "ListStreams",
            json!({ "filterBy": { "health": health } }),
        );
        let arns: Vec<Value> = listed["streams"]
            .as_array()
            .unwrap()
            .iter()
            .map(|stream| stream["channelArn"].clone())
            .collect();
        assert_eq!(json!(arns), json!(expected), "{health}");
    }
    let listed = call(&service, "ListStreams", json!({ "filterBy": {} }));
    assert_eq!(listed["streams"].as_array().unwrap().len(), 2);
    errors(
        &service,
        "ListStreams",
        "ValidationException",
        [json!({ "filterBy": { "health": "ILL" } })],
    );
}

#[test]
fn metadata_is_measured_in_bytes() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    let put = |metadata: String| json!({ "channelArn": arn, "metadata": metadata });
    assert_eq!(
        call(&service, "PutMetadata", put("a".repeat(1024))),
        json!({})
    );
    call(&service, "PutMetadata", put("ä".repeat(512)));
    errors(
        &service,
        "PutMetadata",
        "ValidationException",
        [put("a".repeat(1025)), put("ä".repeat(513))],
    );
}

#[test]
fn viewer_count_can_time_out() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    service.control().viewers(&arn, -1).unwrap();
    let stream = call(&service, "GetStream", json!({ "channelArn": arn }));
    assert_eq!(stream["stream"]["viewerCount"], -1);
    assert_eq!(
        service.control().viewers(&arn, -2).unwrap_err().status(),
        400
    );
}
