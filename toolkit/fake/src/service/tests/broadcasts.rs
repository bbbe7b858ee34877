//! Tests of what encoders do.

use super::*;
use crate::service::{Ingest, VideoTrack};

fn encoder(tracks: Vec<VideoTrack>) -> Encoder {
    let ingest = Ingest {
        video_configurations: tracks,
        ..Ingest::default()
    };
    Encoder {
        ingest: Some(ingest),
        ..Encoder::default()
    }
}

#[test]
fn connecting_encoder_is_not_live_yet() {
    let service = service();
    let arn = channel(&service, json!({}));
    let connecting = Duration::from_secs(6);
    service
        .control()
        .go_live(
            &arn,
            Encoder {
                connecting,
                ..Encoder::default()
            },
        )
        .unwrap();
    let get = json!({ "channelArn": arn });
    assert_eq!(
        error(&service, "GetStream", get.clone()),
        "ChannelNotBroadcasting"
    );
    assert_eq!(
        call(&service, "ListStreams", json!({}))["streams"],
        json!([])
    );
    assert_eq!(event_names(&service), ["Session Created"]);
    let session = call(&service, "GetStreamSession", get.clone());
    assert_eq!(session["streamSession"].get("startTime"), None);
    assert_eq!(
        error(&service, "UpdateChannel", json!({ "arn": arn })),
        "ConflictException"
    );
    advance(&service, 6);
    let stream = call(&service, "GetStream", get);
    assert_eq!(stream["stream"]["startTime"], 1_767_225_606);
    assert_eq!(event_names(&service), ["Session Created", "Stream Start"]);
}

#[test]
fn second_encoder_is_rejected() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    let error = service
        .control()
        .go_live(&arn, Encoder::default())
        .unwrap_err();
    assert_eq!(
        (error.status(), error.to_string().as_str()),
        (409, "Another encoder is connected")
    );
}

#[test]
fn starving_stream_recovers() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    let health = || {
        let stream = call(&service, "GetStream", json!({ "channelArn": arn }));
        string(&stream, "/stream/health")
    };
    service.control().starve(&arn, false).unwrap();
    service.control().starve(&arn, false).unwrap();
    advance(&service, 3600);
    assert_eq!(health(), "STARVING");
    service.control().recover(&arn).unwrap();
    service.control().recover(&arn).unwrap();
    assert_eq!(health(), "HEALTHY");
    let names = event_names(&service);
    assert_eq!(names[2..], ["Starvation Start", "Starvation End"]);
}

#[test]
fn silent_encoder_is_disconnected_after_thirty_seconds() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    service.control().starve(&arn, true).unwrap();
    advance(&service, 20);
    service.control().recover(&arn).unwrap();
    service.control().starve(&arn, true).unwrap();
    advance(&service, 29);
    call(&service, "GetStream", json!({ "channelArn": arn }));
    advance(&service, 100);
    let get = json!({ "channelArn": arn });
    assert_eq!(
        error(&service, "GetStream", get.clone()),
        "ChannelNotBroadcasting"
    );
    let session = call(&service, "GetStreamSession", get);
    assert_eq!(session["streamSession"]["endTime"], 1_767_225_600 + 50);
}

#[test]
fn streams_end_after_48_hours() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    advance(&service, 48 * 3600 - 1);
    call(&service, "GetStream", json!({ "channelArn": arn }));
    advance(&service, 1);
    assert_eq!(
        error(&service, "GetStream", json!({ "channelArn": arn })),
        "ChannelNotBroadcasting"
    );
}

#[test]
fn failing_streams_leave_an_error_event() {
    let service = service();
    let arn = channel(&service, json!({}));
    service.control().fail(&arn, None).unwrap();
    assert_eq!(
        event_names(&service),
        ["Session Created", "Stream Failure", "Session Ended"]
    );
    service.control().go_live(&arn, Encoder::default()).unwrap();
    service.control().fail(&arn, Some("No luck.")).unwrap();
    let names = event_names(&service);
    assert_eq!(
        names[3..],
        [
            "Session Created",
            "Stream Start",
            "Stream Failure",
            "Stream End",
            "Session Ended"
        ]
    );
    let reason = |event: &crate::service::Event| event.detail.get("reason").cloned();
    let reasons: Vec<Value> = service
        .control()
        .events()
        .iter()
        .filter_map(reason)
        .collect();
    assert_eq!(reasons, ["No transcoder free, try later.", "No luck."]);
    let listed = call(&service, "ListStreamSessions", json!({ "channelArn": arn }));
    for session in listed["streamSessions"].as_array().unwrap() {
        assert_eq!(session["hasErrorEvent"], true);
    }
}

#[test]
fn limits_of_the_channel_disconnect_the_encoder() {
    let service = service();
    let track = |width: i64, height: i64, bitrate: i64| VideoTrack {
        video_width: width,
        video_height: height,
        target_bitrate: bitrate,
        ..VideoTrack::default()
    };
    let basic = channel(&service, json!({ "type": "BASIC" }));
    let standard = channel(&service, json!({}));
    for (arn, track, limit) in [
        (
            &basic,
            track(852, 480, 1_500_001),
            json!(["Ingest Bitrate", 1_500_000, 1]),
        ),
        (
            &basic,
            track(1280, 720, 3_500_002),
            json!(["Ingest Bitrate", 3_500_000, 2]),
        ),
        (
            &standard,
            track(1280, 720, 8_600_000),
            json!(["Ingest Bitrate", 8_500_000, 100_000]),
        ),
        (
            &standard,
            track(1920, 1200, 1),
            json!(["Ingest Resolution", 2_073_600, 230_400]),
        ),
        (
            &standard,
            track(1922, 100, 1),
            json!(["Ingest Resolution", 1_920, 2]),
        ),
    ] {
        let error = service
            .control()
            .go_live(arn, encoder(vec![track]))
            .unwrap_err();
        assert_eq!(error.status(), 409);
        let names = event_names(&service);
        let last = &names[names.len() - 3..];
        assert_eq!(
            last,
            [
                "Session Created",
                limit[0].as_str().unwrap(),
                "Session Ended"
            ]
        );
        let events = service.control().events();
        let detail = &events[events.len() - 2].detail;
        let found = json!([
            detail["limit_name"],
            detail["limit_value"],
            detail["exceeded_by"]
        ]);
        assert_eq!(found, limit);
    }
    service
        .control()
        .go_live(&standard, encoder(vec![track(1920, 1080, 8_500_000)]))
        .unwrap();
}

#[test]
fn multitrack_encoders_need_a_multitrack_channel() {
    let service = service();
    let multitrack = |policy: &str| {
        channel(
            &service,
            json!({
                "containerFormat": "FRAGMENTED_MP4",
                "multitrackInputConfiguration": {
                    "enabled": true, "policy": policy, "maximumResolution": "HD",
                },
            }),
        )
    };
    let one = || encoder(vec![VideoTrack::default()]);
    let two = || encoder(vec![VideoTrack::default(), VideoTrack::default()]);
    let (plain, allow, require) = (
        channel(&service, json!({})),
        multitrack("ALLOW"),
        multitrack("REQUIRE"),
    );
    let rejected = |arn: &str, encoder: Encoder| {
        service.control().go_live(arn, encoder).unwrap_err();
        let event = service.control().events().pop().unwrap();
        assert_eq!(event.detail["event_name"], "Session Ended");
        event.detail["code"].clone()
    };
    assert_eq!(rejected(&plain, two()), "MultitrackInputNotAllowed");
    assert_eq!(rejected(&require, one()), "MultitrackInputRequired");
    service.control().go_live(&allow, one()).unwrap();
    service.control().end(&allow).unwrap();
    service.control().go_live(&allow, two()).unwrap();
    service.control().go_live(&require, two()).unwrap();
    let full_hd = VideoTrack {
        video_width: 1920,
        video_height: 1080,
        ..VideoTrack::default()
    };
    service.control().end(&allow).unwrap();
    let large = encoder(vec![full_hd, VideoTrack::default()]);
    assert_eq!(
        service
            .control()
            .go_live(&allow, large)
            .unwrap_err()
            .status(),
        409
    );
}

#[test]
fn encoders_need_a_channel() {
    let service = service();
    let control = service.control();
    let missing = unknown("channel");
    for target in [missing.as_str(), "sk_eu-west-1_x", ""] {
        assert_eq!(
            control
                .go_live(target, Encoder::default())
                .unwrap_err()
                .status(),
            404
        );
        assert_eq!(control.end(target).unwrap_err().status(), 404);
        assert_eq!(control.fail(target, None).unwrap_err().status(), 404);
    }
    let policy = policy(&service, json!({}));
    assert_eq!(control.end(&policy).unwrap_err().status(), 400);
    let offline = channel(&service, json!({}));
    for result in [
        control.end(&offline),
        control.starve(&offline, true),
        control.recover(&offline),
        control.viewers(&offline, 1),
    ] {
        assert_eq!(result.unwrap_err().status(), 409);
    }
}
