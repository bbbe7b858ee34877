//! Manifests of recordings.

#[cfg(test)]
mod tests;

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
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recording::Manifest;
///
/// # let json = br#"{"version":"v1","channel_arn":"a","recording_status":"RECORDING_ENDED","media":
/// #     {"hls":{"duration_ms":61000,"path":"media/hls","playlist":"master.m3u8","renditions":
/// #     [{"path":"720p30","playlist":"playlist.m3u8"}]},"thumbnails":{"path":"media/thumbnails"}}}"#;
/// let manifest = Manifest::from_json(json)?;
/// assert_eq!(manifest.media.hls.duration().map(|length| length.as_secs()), Some(61));
/// let best = manifest.best_rendition().expect("a rendition");
/// assert_eq!(manifest.playlist("PREFIX", best), "PREFIX/media/hls/720p30/playlist.m3u8");
/// assert_eq!(manifest.thumbnails("PREFIX").as_deref(), Some("PREFIX/media/thumbnails/"));
/// # Ok::<(), ivs_toolkit::recording::ManifestError>(())
/// ```
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
    /// If `json` is not JSON or lacks a member without which no video can be found. Unknown
    /// members, versions and states are no errors.
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
