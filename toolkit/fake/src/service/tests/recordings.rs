//! Tests of recordings: their events and manifests.

use super::*;
use crate::service::{Ingest, StoredObject};

/// Returns a channel that is recorded by a configuration with these settings.
fn recorded_channel(service: &Service, settings: Value) -> String {
    let configuration = recording_configuration(service, settings);
    advance(service, 2);
    channel(
        service,
        json!({ "recordingConfigurationArn": configuration }),
    )
}

fn broadcast(service: &Service, arn: &str, seconds: u64) -> String {
    let stream_id = service.control().go_live(arn, Encoder::default()).unwrap();
    advance(service, seconds);
    service.control().end(arn).unwrap();
    stream_id
}

fn recording_events(service: &Service) -> Vec<Value> {
    let events = service.control().events();
    let recording = events
        .into_iter()
        .filter(|event| event.detail_type == "IVS Recording State Change");
    recording.map(|event| event.detail).collect()
}

#[test]
fn recording_writes_events_and_manifests() {
    let service = service();
    let arn = recorded_channel(&service, json!({}));
    let stream_id = broadcast(&service, &arn, 90);
    let [started, ended] = recording_events(&service).try_into().unwrap();
    let prefix = string(&started, "/recording_s3_key_prefix");
    let id = arn.rsplit_once('/').unwrap().1;
    let dated = format!("ivs/v1/123456789012/{id}/2026/1/1/0/0/");
    assert_eq!(prefix.strip_prefix(&dated).unwrap().len(), 12);
    let session = string(&started, "/recording_session_id");
    assert_eq!(session.len(), 16);
    let mut expected = json!({
        "channel_name": "",
        "stream_id": stream_id,
        "recording_status": "Recording Start",
        "recording_status_reason": "",
        "recording_s3_bucket_name": "shows",
        "recording_s3_key_prefix": prefix,
        "recording_duration_ms": 0,
        "recording_session_id": session,
    });
    assert_eq!(started, expected);
    expected["recording_status"] = json!("Recording End");
    expected["recording_duration_ms"] = json!(90_000);
    expected["recording_session_stream_ids"] = json!([stream_id]);
    assert_eq!(ended, expected);
    let objects = service.control().objects();
    let keys: Vec<&str> = objects.iter().map(|object| object.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            format!("{prefix}/events/recording-started.json"),
            format!("{prefix}/events/recording-ended.json"),
        ]
    );
    let rendition = |folder: &str, height: i64, width: i64| {
        json!({
            "path": folder,
            "playlist": "playlist.m3u8",
            "byte_range_playlist": "byte-range-variant.m3u8",
            "resolution_height": height,
            "resolution_width": width,
        })
    };
    assert_eq!(
        objects[1],
        StoredObject {
            bucket: "shows".to_owned(),
            key: format!("{prefix}/events/recording-ended.json"),
            body: json!({
                "version": "v1",
                "channel_arn": arn,
                "recording_started_at": "2026-01-01T00:00:02Z",
                "recording_ended_at": "2026-01-01T00:01:32Z",
                "recording_status": "RECORDING_ENDED",
                "media": {
                    "hls": {
                        "duration_ms": 90_000,
                        "path": "media/hls",
                        "playlist": "master.m3u8",
                        "byte_range_playlist": "byte-range-multivariant.m3u8",
                        "renditions": [
                            rendition("720p30", 720, 1280),
                            rendition("480p30", 480, 852),
                            rendition("360p30", 360, 640),
                            rendition("160p30", 160, 284),
                        ],
                    },
                    "thumbnails": {
                        "path": "media/thumbnails",
                        "resolution_height": 720,
                        "resolution_width": 1280,
                    },
                },
            }),
        }
    );
    assert_eq!(objects[0].body["recording_status"], "RECORDING_STARTED");
    assert_eq!(objects[0].body["media"]["hls"].get("duration_ms"), None);
}

#[test]
fn failed_broadcast_fails_its_recording() {
    let service = service();
    let arn = recorded_channel(&service, json!({ "recordingReconnectWindowSeconds": 60 }));
    service.control().go_live(&arn, Encoder::default()).unwrap();
    advance(&service, 5);
    service.control().fail(&arn, None).unwrap();
    let failure = recording_events(&service).pop().unwrap();
    assert_eq!(failure["recording_status"], "Recording End Failure");
    assert_eq!(
        failure["recording_status_reason"],
        "InternalServerException"
    );
    let object = service.control().objects().pop().unwrap();
    assert!(object.key.ends_with("/events/recording-failed.json"));
    assert_eq!(
        object.body["recording_status"],
        "RECORDING_ENDED_WITH_FAILURE"
    );
    assert_eq!(
        object.body["recording_status_message"],
        "InternalServerException"
    );
    assert_eq!(object.body["media"]["hls"]["duration_ms"], 5_000);
}

#[test]
fn configuration_that_is_not_active_records_nothing() {
    let service = service();
    let configuration = recording_configuration(&service, json!({}));
    let arn = live_channel(
        &service,
        json!({ "recordingConfigurationArn": configuration }),
    );
    let [failure] = recording_events(&service).try_into().unwrap();
    assert_eq!(failure["recording_status"], "Recording Start Failure");
    assert_eq!(failure["recording_status_reason"], "ValidationException");
    assert_eq!(failure["recording_s3_key_prefix"], "");
    assert_eq!(failure["recording_duration_ms"], 0);
    service.control().end(&arn).unwrap();
    assert_eq!(service.control().objects(), []);
    let listed = call(&service, "ListStreamSessions", json!({ "channelArn": arn }));
    assert_eq!(listed["streamSessions"][0]["hasErrorEvent"], true);
    broadcast(&service, &arn, 5);
    assert_eq!(recording_events(&service).len(), 2);
    advance(&service, 60);
    broadcast(&service, &arn, 5);
    assert_eq!(service.control().objects().len(), 2);
}

#[test]
fn reconnected_broadcasts_share_a_recording() {
    let service = service();
    let arn = recorded_channel(&service, json!({ "recordingReconnectWindowSeconds": 60 }));
    let first = broadcast(&service, &arn, 30);
    assert_eq!(recording_events(&service).len(), 1);
    advance(&service, 20);
    let second = broadcast(&service, &arn, 30);
    advance(&service, 59);
    assert_eq!(recording_events(&service).len(), 1);
    advance(&service, 1);
    let [_, ended] = recording_events(&service).try_into().unwrap();
    assert_eq!(
        ended["recording_session_stream_ids"],
        json!([first, second])
    );
    assert_eq!(ended["stream_id"], json!(second));
    assert_eq!(ended["recording_duration_ms"], 60_000);
    let event = service.control().events().pop().unwrap();
    assert_eq!(event.time, "2026-01-01T00:02:22Z");
    let session = call(&service, "GetStreamSession", json!({ "channelArn": arn }));
    assert_eq!(
        session["streamSession"]["truncatedEvents"][0]["name"],
        "Recording End"
    );
}

#[test]
fn other_media_begin_another_recording() {
    let service = service();
    let arn = recorded_channel(&service, json!({ "recordingReconnectWindowSeconds": 60 }));
    let mut smaller = Ingest::default();
    smaller.video_configurations[0].video_height = 480;
    let mut slower = Ingest::default();
    slower.video_configurations[0].target_bitrate = 1_749_999;
    for ingest in [smaller, slower] {
        let before = recording_events(&service).len();
        broadcast(&service, &arn, 30);
        advance(&service, 20);
        let encoder = Encoder {
            ingest: Some(ingest),
            ..Encoder::default()
        };
        service.control().go_live(&arn, encoder).unwrap();
        let names: Vec<Value> = recording_events(&service)[before..]
            .iter()
            .map(|detail| detail["recording_status"].clone())
            .collect();
        assert_eq!(
            names,
            ["Recording Start", "Recording End", "Recording Start"]
        );
        service.control().end(&arn).unwrap();
        advance(&service, 60);
    }
    // A reconnect while the end is written.
    broadcast(&service, &arn, 30);
    advance(&service, 9);
    let before = service.control().objects().len();
    broadcast(&service, &arn, 30);
    assert_eq!(service.control().objects().len(), before + 2);
}

#[test]
fn chosen_renditions_and_thumbnails_are_recorded() {
    let heights = |settings: Value, channel_settings: Value| -> (Vec<i64>, Value) {
        let service = service();
        let configuration = recording_configuration(&service, settings);
        advance(&service, 2);
        let mut input = channel_settings;
        input["recordingConfigurationArn"] = json!(configuration);
        live_channel(&service, input);
        let media = service.control().objects()[0].body["media"].clone();
        let renditions = media["hls"]["renditions"].as_array().unwrap().iter();
        (
            renditions
                .map(|rendition| rendition["resolution_height"].as_i64().unwrap())
                .collect(),
            media,
        )
    };
    let custom = |renditions: Value| {
        json!({
            "renditionConfiguration": {
                "renditionSelection": "CUSTOM", "renditions": renditions,
            },
        })
    };
    let none = json!({ "renditionConfiguration": { "renditionSelection": "NONE" } });
    for (settings, channel_settings, expected) in [
        (json!({}), json!({ "type": "BASIC" }), vec![720]),
        (
            json!({}),
            json!({ "type": "ADVANCED_HD" }),
            vec![720, 480, 360, 160],
        ),
        (
            json!({}),
            json!({ "type": "ADVANCED_SD" }),
            vec![480, 360, 160],
        ),
        (none, json!({}), vec![]),
        (custom(json!(["SD", "HD"])), json!({}), vec![720, 480]),
        (
            custom(json!(["FULL_HD", "LOWEST_RESOLUTION"])),
            json!({}),
            vec![720, 360],
        ),
        (custom(json!(["SD"])), json!({ "type": "BASIC" }), vec![720]),
    ] {
        let (found, _) = heights(settings.clone(), channel_settings.clone());
        assert_eq!(found, expected, "{settings} {channel_settings}");
    }
    let thumbnails = json!({
        "thumbnailConfiguration": { "storage": ["LATEST"], "resolution": "SD" },
    });
    let (_, media) = heights(thumbnails, json!({}));
    assert_eq!(media.get("thumbnails"), None);
    let latest = json!({
        "path": "media/latest_thumbnail/thumb.jpg",
        "resolution_height": 480,
        "resolution_width": 852,
    });
    assert_eq!(media["latest_thumbnail"], latest);
    let disabled = json!({ "thumbnailConfiguration": { "recordingMode": "DISABLED" } });
    let (_, media) = heights(disabled, json!({}));
    assert_eq!(media.as_object().unwrap().len(), 1);
}
