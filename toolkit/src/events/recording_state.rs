//! Changes of a recording's state.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::OtherMembers;
use crate::names::names;

/// The detail of `IVS Recording State Change`: a recording started, ended or failed.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::{Detail, Event};
///
/// # let json = br#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","detail-type":"IVS Recording State Change",
/// #     "detail":{"recording_status":"Recording End","recording_duration_ms":61000}}"#;
/// let event = Event::from_json(json)?;
/// if let Detail::RecordingState(detail) = &event.detail {
///     assert_eq!(detail.duration().map(|length| length.as_secs()), Some(61));
/// }
/// # else { panic!("{event:?}") }
/// # Ok::<(), ivs_toolkit::events::EventError>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RecordingState {
    /// The name of the channel: a label, which may be empty.
    #[serde(default)]
    pub channel_name: String,
    /// The id of the stream, `st-…`.
    #[serde(default)]
    pub stream_id: String,
    /// The change.
    pub recording_status: RecordingStatus,
    /// The cause of a failure, such as `ValidationException`; otherwise empty.
    #[serde(default)]
    pub recording_status_reason: String,
    /// The bucket of the recording.
    #[serde(default)]
    pub recording_s3_bucket_name: String,
    /// The prefix of the recording's objects, without `/` at either end.
    ///
    /// `Prefix` of the module `recording` parses it. Empty if the recording did not start.
    #[serde(default)]
    pub recording_s3_key_prefix: String,
    /// The length of the recording in milliseconds. Old events lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_duration_ms: Option<u64>,
    /// The id of the recording session, which is not part of the prefix. Old events lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_session_id: Option<String>,
    /// The ids of all streams that were merged into the recording. Present on
    /// [`RecordingStatus::End`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_session_stream_ids: Option<Vec<String>>,
    /// Further members.
    #[serde(flatten)]
    pub other: OtherMembers,
}

impl RecordingState {
    /// Returns the length of the recording.
    pub fn duration(&self) -> Option<Duration> {
        self.recording_duration_ms.map(Duration::from_millis)
    }
}

names! {
    /// A change of a recording's state.
    RecordingStatus {
        /// Recording started. The files need a moment to appear.
        Start = "Recording Start",
        /// The recording is complete.
        End = "Recording End",
        /// Recording did not start; the stream goes on without it.
        StartFailure = "Recording Start Failure",
        /// The recording ended with a failure. Parts of it may be there.
        EndFailure = "Recording End Failure",
    }
}
