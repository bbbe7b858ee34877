//! Recordings in S3: their prefixes, and the manifests that list their files.
//!
//! A recording has a prefix in the bucket of its recording configuration. Below it, `events/` has a
//! manifest as soon as recording starts (`recording-started.json`), and another one when it ends
//! (`recording-ended.json` or `recording-failed.json`). Names and folders of media files may change
//! between recordings: only the manifest states them.
//!
//! # Examples
//!
//! ```
//! use ivs_toolkit::recording::{Manifest, Prefix};
//!
//! // From the event `Recording End`.
//! let prefix: Prefix = "ivs/v1/123456789012/abcdABCDefgh/2026/3/5/7/4/ijklMNOPqrst".parse()?;
//! assert_eq!(
//!     prefix.ended_manifest(),
//!     "ivs/v1/123456789012/abcdABCDefgh/2026/3/5/7/4/ijklMNOPqrst/events/recording-ended.json",
//! );
//!
//! // The object of that key.
//! # let json = br#"{"version":"v1","channel_arn":"a","recording_status":"RECORDING_ENDED","media":
//! #     {"hls":{"path":"media/hls","playlist":"master.m3u8","renditions":
//! #     [{"path":"720p30","playlist":"playlist.m3u8"}]}}}"#;
//! let manifest = Manifest::from_json(json)?;
//! let key = manifest.master_playlist(&prefix.to_string());
//! assert!(key.ends_with("/ijklMNOPqrst/media/hls/master.m3u8"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod manifest;
mod prefix;

pub use manifest::{
    Hls, LatestThumbnail, Manifest, ManifestError, Media, RecordingStatus, Rendition, Thumbnails,
};
pub use prefix::{Prefix, PrefixError};
