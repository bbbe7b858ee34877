//! Manifests of recordings.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use aws_smithy_types::DateTime;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::names::names;
use crate::rfc3339;

/// The manifest of a recording: `recording-started.json`, `recording-ended.json` or
/// `recording-failed.json`.
///
/// All three have one schema. Members that this version does not know are kept in `other`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Manifest {
    /// The version of the schema, `v1`.
    pub version: String,
    /// The ARN of the channel.
    pub channel_arn: String,
    /// The time at which recording started.
    ///
    /// The difference of the two times is not the length of the recording: see [`Hls::duration`].
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rfc3339::optional"
    )]
    pub recording_started_at: Option<DateTime>,
    /// The time at which recording ended; absent while it goes on.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rfc3339::optional"
    )]
    pub recording_ended_at: Option<DateTime>,
    /// The state of the recording.
    pub recording_status: RecordingStatus,
    /// The cause of a failure, such as `InternalServerException`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_status_message: Option<String>,
    /// The files.
    pub media: Media,
    /// Further members.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

names! {
    /// The state of a recording in its manifest.
    RecordingStatus {
        /// Recording goes on.
        Started = "RECORDING_STARTED",
        /// The recording is complete.
        Ended = "RECORDING_ENDED",
        /// The recording ended with a failure. Parts of it may be there.
        EndedWithFailure = "RECORDING_ENDED_WITH_FAILURE",
    }
}

/// The files of a recording.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Media {
    /// The video.
    pub hls: Hls,
    /// The series of thumbnails, if the recording configuration asks for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnails: Option<Thumbnails>,
    /// The newest thumbnail, if the recording configuration asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest_thumbnail: Option<LatestThumbnail>,
    /// Further members.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The video of a recording.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Hls {
    /// The length in milliseconds; absent while recording goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<u64>,
    /// The folder, relative to the prefix.
    pub path: String,
    /// The name of the multivariant playlist in the folder.
    pub playlist: String,
    /// The name of the multivariant playlist with byte ranges. Manifests of failures lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte_range_playlist: Option<String>,
    /// The renditions. Those of a short or failed recording may be fewer than the channel had.
    pub renditions: Vec<Rendition>,
    /// Further members.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Hls {
    /// Returns the length of the recording; `None` while it goes on.
    pub fn duration(&self) -> Option<Duration> {
        self.duration_ms.map(Duration::from_millis)
    }
}

/// The video in one resolution.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Rendition {
    /// The folder, relative to [`Hls::path`].
    pub path: String,
    /// The name of the playlist in the folder.
    pub playlist: String,
    /// The name of the playlist with byte ranges. Manifests of failures lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte_range_playlist: Option<String>,
    /// The width in pixels; absent if there is only sound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution_width: Option<u32>,
    /// The height in pixels; absent if there is only sound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution_height: Option<u32>,
    /// Further members.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A series of thumbnails. The manifest does not name its files.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Thumbnails {
    /// The folder, relative to the prefix.
    pub path: String,
    /// The width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution_width: Option<u32>,
    /// The height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution_height: Option<u32>,
    /// Further members.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The newest thumbnail, a file that is replaced while recording goes on.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LatestThumbnail {
    /// The file, relative to the prefix.
    pub path: String,
    /// The width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution_width: Option<u32>,
    /// The height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution_height: Option<u32>,
    /// Further members.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Manifest {
    /// Parses a manifest.
    ///
    /// # Errors
    /// If `json` is not JSON or lacks a member without which no video can be found. Unknown members,
    /// versions and states are no errors.
    pub fn from_json(json: &[u8]) -> Result<Self, ManifestError> {
        serde_json::from_slice(json).map_err(ManifestError)
    }

    /// Returns the key of the multivariant playlist. `prefix` is the prefix of the recording.
    pub fn master_playlist(&self, prefix: &str) -> String {
        let hls = &self.media.hls;
        join(&[prefix, &hls.path, &hls.playlist])
    }

    /// Returns the key of the multivariant playlist with byte ranges.
    pub fn byte_range_playlist(&self, prefix: &str) -> Option<String> {
        let hls = &self.media.hls;
        let playlist = hls.byte_range_playlist.as_deref()?;
        Some(join(&[prefix, &hls.path, playlist]))
    }

    /// Returns the key of a rendition's playlist.
    pub fn playlist(&self, prefix: &str, rendition: &Rendition) -> String {
        join(&[
            prefix,
            &self.media.hls.path,
            &rendition.path,
            &rendition.playlist,
        ])
    }

    /// Returns the rendition with the most pixels; the first of several.
    pub fn best_rendition(&self) -> Option<&Rendition> {
        let pixels = |rendition: &Rendition| {
            let width = u64::from(rendition.resolution_width.unwrap_or(0));
            width * u64::from(rendition.resolution_height.unwrap_or(0))
        };
        // `max_by_key` returns the last of several.
        self.media
            .hls
            .renditions
            .iter()
            .rev()
            .max_by_key(|rendition| pixels(rendition))
    }

    /// Returns the prefix of the series of thumbnails, to list its objects. It ends with `/`.
    pub fn thumbnails(&self, prefix: &str) -> Option<String> {
        let thumbnails = self.media.thumbnails.as_ref()?;
        Some(join(&[prefix, &thumbnails.path]) + "/")
    }

    /// Returns the key of the newest thumbnail.
    pub fn latest_thumbnail(&self, prefix: &str) -> Option<String> {
        let thumbnail = self.media.latest_thumbnail.as_ref()?;
        Some(join(&[prefix, &thumbnail.path]))
    }
}

/// Joins the parts of a key that are not empty, by one `/` each.
fn join(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| part.trim_matches('/'));
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("/")
}

/// The JSON is not the manifest of a recording.
#[derive(Debug)]
pub struct ManifestError(serde_json::Error);

impl fmt::Display for ManifestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the JSON is not the manifest of a recording")
    }
}

impl Error for ManifestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[cfg(test)]
mod tests {
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
}
