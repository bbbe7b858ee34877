use serde_json::{Value, json};

use super::{Manifest, RecordingStatus};

const PREFIX: &str = "ivs/v1/123456789012/Qw3rTy7UiOp1/2026/11/30/9/15/Zx4Cv6Bn8Ml0";

fn rendition(path: &str, width: u32, height: u32) -> Value {
    json!({
        "path": path, "playlist": "playlist.m3u8",
        "byte_range_playlist": "byte-range-variant.m3u8",
        "resolution_width": width, "resolution_height": height,
    })
}

fn ended() -> Value {
    json!({
        "version": "v1",
        "channel_arn": "arn:aws:ivs:eu-west-1:123456789012:channel/Qw3rTy7UiOp1",
        "recording_started_at": "2026-11-30T09:15:08Z",
        "recording_ended_at": "2026-11-30T10:15:16Z",
        "recording_status": "RECORDING_ENDED",
        "media": {
            "hls": {
                "duration_ms": 3_605_120,
                "path": "media/hls",
                "playlist": "master.m3u8",
                "byte_range_playlist": "byte-range-multivariant.m3u8",
                "renditions": [
                    { "path": "audio", "playlist": "playlist.m3u8" },
                    rendition("160p30", 284, 160),
                    rendition("720p30", 1280, 720),
                ],
            },
            "thumbnails": {
                "path": "media/thumbnails", "resolution_width": 1280, "resolution_height": 720,
            },
            "latest_thumbnail": { "path": "media/latest_thumbnail/thumb.jpg" },
        },
    })
}

fn parse(json: &Value) -> Manifest {
    let manifest = Manifest::from_json(json.to_string().as_bytes()).expect("a manifest");
    assert_eq!(&serde_json::to_value(&manifest).expect("JSON"), json);
    manifest
}

#[test]
fn the_manifest_states_every_key() {
    let manifest = parse(&ended());
    assert_eq!(manifest.recording_status, RecordingStatus::Ended);
    assert_eq!(
        manifest.media.hls.duration().map(|d| d.as_secs()),
        Some(3_605)
    );
    let keys = [
        Some(manifest.master_playlist(PREFIX)),
        manifest.byte_range_playlist(PREFIX),
        manifest
            .best_rendition()
            .map(|best| manifest.playlist(PREFIX, best)),
        manifest.thumbnails(PREFIX),
        manifest.latest_thumbnail(PREFIX),
    ];
    let expected = [
        "media/hls/master.m3u8",
        "media/hls/byte-range-multivariant.m3u8",
        "media/hls/720p30/playlist.m3u8",
        "media/thumbnails/",
        "media/latest_thumbnail/thumb.jpg",
    ];
    assert_eq!(keys, expected.map(|key| Some(format!("{PREFIX}/{key}"))));
}

#[test]
fn a_slash_at_the_end_of_the_prefix_changes_nothing() {
    let manifest = parse(&ended());
    let keys = ["p", "p/", "/p/"].map(|prefix| manifest.master_playlist(prefix));
    assert_eq!(keys, ["p/media/hls/master.m3u8"; 3]);
}

#[test]
fn a_failed_recording_has_fewer_members() {
    let mut json = ended();
    json["recording_status"] = "RECORDING_ENDED_WITH_FAILURE".into();
    json["recording_status_message"] = "InternalServerException".into();
    json["media"] = json!({ "hls": {
        "path": "media/hls", "playlist": "master.m3u8",
        "renditions": [{ "path": "audio", "playlist": "playlist.m3u8" }],
    } });
    let manifest = parse(&json);
    assert_eq!(manifest.recording_status, RecordingStatus::EndedWithFailure);
    assert_eq!(manifest.byte_range_playlist(PREFIX), None);
    assert_eq!(manifest.thumbnails(PREFIX), None);
    assert_eq!(
        manifest.best_rendition().map(|best| &*best.path),
        Some("audio")
    );
}

#[test]
fn unknown_members_states_and_versions_are_kept() {
    let mut json = ended();
    json["version"] = "v2".into();
    json["recording_status"] = "RECORDING_PAUSED".into();
    json["media"]["hls"]["renditions"][0]["codec"] = "opus".into();
    json["media"]["subtitles"] = json!([1]);
    let manifest = parse(&json);
    assert_eq!(manifest.recording_status.as_str(), "RECORDING_PAUSED");
}

#[test]
fn a_manifest_without_video_is_an_error() {
    let mut json = ended();
    json["media"]["hls"]["path"].take();
    Manifest::from_json(json.to_string().as_bytes()).expect_err("no path");
}
