//! The manifests that the service writes beside recordings.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::context::Context;
use super::recording::Recording;
use super::recording_configuration::{RecordingMode, ThumbnailStorage};
use super::rendition;

/// The objects that the fake keeps; older ones are dropped.
const MOST_OBJECTS: usize = 10_000;

/// An object in a bucket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredObject {
    /// The name of the bucket.
    pub bucket: String,
    /// The key of the object.
    pub key: String,
    /// The contents.
    pub body: Value,
}

#[derive(Debug, Serialize)]
struct Manifest<'a> {
    version: &'static str,
    channel_arn: &'a str,
    recording_started_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_ended_at: Option<String>,
    recording_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_status_message: Option<&'a str>,
    media: Media,
}

#[derive(Debug, Serialize)]
struct Media {
    hls: Hls,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnails: Option<Thumbnails>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest_thumbnail: Option<Thumbnails>,
}

#[derive(Debug, Serialize)]
struct Hls {
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_ms: Option<u64>,
    path: &'static str,
    playlist: &'static str,
    byte_range_playlist: &'static str,
    renditions: Vec<RenditionEntry>,
}

#[derive(Debug, Serialize)]
struct RenditionEntry {
    path: String,
    playlist: &'static str,
    byte_range_playlist: &'static str,
    resolution_height: i64,
    resolution_width: i64,
}

#[derive(Debug, Serialize)]
struct Thumbnails {
    path: &'static str,
    resolution_height: i64,
    resolution_width: i64,
}

fn media(recording: &Recording, duration_ms: Option<u64>) -> Media {
    let renditions = recording.renditions.iter().map(|rendition| RenditionEntry {
        path: rendition.folder(),
        playlist: "playlist.m3u8",
        byte_range_playlist: "byte-range-variant.m3u8",
        resolution_height: rendition.height,
        resolution_width: rendition.width,
    });
    let settings = &recording.configuration.thumbnail_configuration;
    let (resolution_width, resolution_height) =
        rendition::thumbnail_size(&recording.renditions, settings.resolution, recording.size);
    let thumbnails = |storage, path| {
        let stored = settings.recording_mode == RecordingMode::Interval
            && settings.storage.contains(&storage);
        stored.then_some(Thumbnails {
            path,
            resolution_height,
            resolution_width,
        })
    };
    Media {
        hls: Hls {
            duration_ms,
            path: "media/hls",
            playlist: "master.m3u8",
            byte_range_playlist: "byte-range-multivariant.m3u8",
            renditions: renditions.collect(),
        },
        thumbnails: thumbnails(ThumbnailStorage::Sequential, "media/thumbnails"),
        latest_thumbnail: thumbnails(ThumbnailStorage::Latest, "media/latest_thumbnail/thumb.jpg"),
    }
}

fn write(context: &mut Context<'_>, recording: &Recording, file: &str, manifest: &Manifest<'_>) {
    let object = StoredObject {
        bucket: recording.configuration.bucket().to_owned(),
        key: format!("{}/events/{file}", recording.prefix),
        // The manifest has string keys only, so it always has a JSON form.
        body: serde_json::to_value(manifest).unwrap_or_default(),
    };
    let objects = &mut context.world.objects;
    if objects.len() >= MOST_OBJECTS {
        objects.pop_front();
    }
    objects.push_back(object);
}

/// Writes the manifest of a recording that begins.
pub(crate) fn write_started(context: &mut Context<'_>, channel: &str, recording: &Recording) {
    let manifest = Manifest {
        version: "v1",
        channel_arn: channel,
        recording_started_at: recording.started.rfc3339(),
        recording_ended_at: None,
        recording_status: "RECORDING_STARTED",
        recording_status_message: None,
        media: media(recording, None),
    };
    write(context, recording, "recording-started.json", &manifest);
}

/// Writes the manifest of a recording that ended, or failed for a reason.
pub(crate) fn write_ended(
    context: &mut Context<'_>,
    channel: &str,
    recording: &Recording,
    failure: Option<&str>,
) {
    let (file, recording_status) = match failure {
        Some(_) => ("recording-failed.json", "RECORDING_ENDED_WITH_FAILURE"),
        None => ("recording-ended.json", "RECORDING_ENDED"),
    };
    let manifest = Manifest {
        version: "v1",
        channel_arn: channel,
        recording_started_at: recording.started.rfc3339(),
        recording_ended_at: Some(recording.ended().rfc3339()),
        recording_status,
        recording_status_message: failure,
        media: media(recording, Some(recording.duration_ms())),
    };
    write(context, recording, file, &manifest);
}
