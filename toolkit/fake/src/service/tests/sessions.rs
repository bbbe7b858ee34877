//! Tests of the records of broadcasts.

use super::*;
use crate::service::{AudioTrack, Ingest, VideoTrack};

fn session(service: &Service, input: Value) -> Value {
    call(service, "GetStreamSession", input)["streamSession"].clone()
}

#[test]
fn record_holds_the_channel_and_the_input() {
    let service = service();
    let recording = recording_configuration(&service, json!({ "name": "r" }));
    let slate = slate(&service);
    let created = call(
        &service,
        "CreateChannel",
        json!({
            "name": "show",
            "tags": { "k": "v" },
            "recordingConfigurationArn": recording,
            "failoverSlateConfigurationArn": slate,
        }),
    );
    let arn = string(&created, "/channel/arn");
    let stream_id = service.control().go_live(&arn, Encoder::default()).unwrap();
    let shown = session(&service, json!({ "channelArn": arn }));
    let mut channel = created["channel"].clone();
    for member in ["srt", "tags"] {
        channel.as_object_mut().unwrap().shift_remove(member);
    }
    assert_eq!(shown["channel"], channel);
    assert_eq!(shown["streamId"], json!(stream_id));
    assert_eq!(shown["startTime"], 1_767_225_600);
    assert_eq!(shown.get("endTime"), None);
    assert_eq!(shown["recordingConfiguration"]["arn"], json!(recording));
    assert_eq!(shown["failoverSlateConfiguration"]["arn"], json!(slate));
    let mut video = json!({
        "codec": "avc1.42C028",
        "encoder": "obs-output module (libobs version 27.0.1)",
        "profile": "Baseline",
        "level": "4.0",
        "targetBitrate": 3_500_000,
        "targetFramerate": 30,
        "videoHeight": 720,
        "videoWidth": 1280,
        "track": "Track0",
    });
    let audio = json!({
        "codec": "mp4a.40.2",
        "targetBitrate": 160_000,
        "sampleRate": 48_000,
        "channels": 2,
        "track": "Track0",
    });
    let all = json!({ "videoConfigurations": [video], "audioConfigurations": [audio] });
    assert_eq!(shown["ingestConfigurations"], all);
    video["avcProfile"] = json!("Baseline");
    video["avcLevel"] = json!("4.0");
    assert_eq!(
        shown["ingestConfiguration"],
        json!({ "video": video, "audio": audio })
    );
}

#[test]
fn record_keeps_settings_of_the_time() {
    let service = service();
    let arn = live_channel(&service, json!({ "name": "before" }));
    service.control().end(&arn).unwrap();
    call(
        &service,
        "UpdateChannel",
        json!({ "arn": arn, "name": "after" }),
    );
    let shown = session(&service, json!({ "channelArn": arn }));
    assert_eq!(shown["channel"]["name"], "before");
    assert_eq!(shown.get("recordingConfiguration"), None);
    assert_eq!(shown.get("failoverSlateConfiguration"), None);
}

#[test]
fn audio_only_input_has_no_video() {
    let service = service();
    let arn = channel(&service, json!({}));
    let ingest = Ingest {
        video_configurations: Vec::new(),
        audio_configurations: vec![AudioTrack::default()],
    };
    let encoder = Encoder {
        ingest: Some(ingest),
        ..Encoder::default()
    };
    service.control().go_live(&arn, encoder).unwrap();
    let shown = session(&service, json!({ "channelArn": arn }));
    assert_eq!(shown["ingestConfiguration"].get("video"), None);
}

#[test]
fn tracks_are_named() {
    let service = service();
    let arn = channel(
        &service,
        json!({
            "containerFormat": "FRAGMENTED_MP4",
            "multitrackInputConfiguration": {
                "enabled": true, "policy": "ALLOW", "maximumResolution": "HD",
            },
        }),
    );
    let named = VideoTrack {
        track: Some("low".to_owned()),
        ..VideoTrack::default()
    };
    let ingest = Ingest {
        video_configurations: vec![VideoTrack::default(), VideoTrack::default(), named],
        ..Ingest::default()
    };
    let encoder = Encoder {
        ingest: Some(ingest),
        ..Encoder::default()
    };
    service.control().go_live(&arn, encoder).unwrap();
    let shown = session(&service, json!({ "channelArn": arn }));
    let tracks = shown["ingestConfigurations"]["videoConfigurations"]
        .as_array()
        .unwrap();
    let names: Vec<&Value> = tracks.iter().map(|track| &track["track"]).collect();
    assert_eq!(names, ["Track0", "Track1", "low"]);
    assert_eq!(shown["ingestConfiguration"]["video"]["track"], "Track0");
}

#[test]
fn events_are_newest_first() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    service.control().starve(&arn, false).unwrap();
    advance(&service, 10);
    service.control().end(&arn).unwrap();
    let shown = session(&service, json!({ "channelArn": arn }));
    let events = shown["truncatedEvents"].as_array().unwrap();
    let names: Vec<&str> = events
        .iter()
        .map(|event| event["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "Session Ended",
            "Stream End",
            "Starvation Start",
            "Stream Start",
            "Session Created"
        ]
    );
    assert_eq!(
        events[2],
        json!({
            "name": "Starvation Start",
            "type": "IVS Stream Health Change",
            "eventTime": 1_767_225_600,
        })
    );
    assert_eq!(events[0]["eventTime"], 1_767_225_610);
}

#[test]
fn record_keeps_500_events() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    for _ in 0..300 {
        service.control().starve(&arn, false).unwrap();
        service.control().recover(&arn).unwrap();
    }
    let shown = session(&service, json!({ "channelArn": arn }));
    let events = shown["truncatedEvents"].as_array().unwrap();
    assert_eq!(events.len(), 500);
    assert_eq!(events[0]["name"], "Starvation End");
}

#[test]
fn sessions_are_listed_newest_first() {
    let service = service();
    let arn = channel(&service, json!({}));
    assert_eq!(
        call(&service, "ListStreamSessions", json!({ "channelArn": arn })),
        json!({ "streamSessions": [] })
    );
    let first = service.control().go_live(&arn, Encoder::default()).unwrap();
    advance(&service, 5);
    service.control().end(&arn).unwrap();
    let second = service.control().go_live(&arn, Encoder::default()).unwrap();
    let listed = call(&service, "ListStreamSessions", json!({ "channelArn": arn }));
    let start = 1_767_225_600;
    assert_eq!(
        listed["streamSessions"],
        json!([
            { "streamId": second, "startTime": start + 5, "hasErrorEvent": false },
            {
                "streamId": first,
                "startTime": start,
                "endTime": start + 5,
                "hasErrorEvent": false,
            },
        ])
    );
    let latest = session(&service, json!({ "channelArn": arn }));
    assert_eq!(latest["streamId"], json!(second));
    let chosen = session(&service, json!({ "channelArn": arn, "streamId": first }));
    assert_eq!(chosen["streamId"], json!(first));
}

#[test]
fn unknown_sessions_are_errors() {
    let service = service();
    let arn = channel(&service, json!({}));
    let code = "ResourceNotFoundException";
    let missing = json!({ "channelArn": unknown("channel") });
    errors(
        &service,
        "GetStreamSession",
        code,
        [json!({ "channelArn": arn }), missing.clone()],
    );
    errors(&service, "ListStreamSessions", code, [missing]);
    service.control().go_live(&arn, Encoder::default()).unwrap();
    let other = json!({ "channelArn": arn, "streamId": "st-00000000000000000000000" });
    errors(&service, "GetStreamSession", code, [other]);
}

#[test]
fn sessions_outlive_their_channel_by_60_days() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    service.control().end(&arn).unwrap();
    call(&service, "DeleteChannel", json!({ "arn": arn }));
    let input = json!({ "channelArn": arn });
    advance(&service, 60 * 24 * 3600 - 1);
    session(&service, input.clone());
    let listed = call(&service, "ListStreamSessions", input.clone());
    assert_eq!(listed["streamSessions"].as_array().unwrap().len(), 1);
    advance(&service, 1);
    errors(
        &service,
        "GetStreamSession",
        "ResourceNotFoundException",
        [input.clone()],
    );
    errors(
        &service,
        "ListStreamSessions",
        "ResourceNotFoundException",
        [input],
    );
}
