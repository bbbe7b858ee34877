//! Changes of a stream's state.

use serde::{Deserialize, Serialize};

use super::OtherMembers;
use crate::names::names;

/// The detail of `IVS Stream State Change`: a stream started, ended or failed.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::{Detail, Event};
///
/// # let json = br#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","detail-type":"IVS Stream State Change",
/// #     "detail":{"event_name":"Stream Failure","reason":"No transcoder."}}"#;
/// let event = Event::from_json(json)?;
/// if let Detail::StreamState(detail) = &event.detail {
///     println!("{}: {:?}", detail.event_name, detail.reason);
/// }
/// # else { panic!("{event:?}") }
/// # Ok::<(), ivs_toolkit::events::EventError>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StreamState {
    /// The change.
    pub event_name: StreamEvent,
    /// The name of the channel: a label, which may be empty.
    #[serde(default)]
    pub channel_name: String,
    /// The id of the stream, `st-…`. Each broadcast has a new one.
    #[serde(default)]
    pub stream_id: String,
    /// The cause, as a code such as `MultitrackInputRequired`.
    ///
    /// Present on [`StreamEvent::TakeoverFailure`], and on [`StreamEvent::SessionEnded`] if the
    /// service ended the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The cause, as a sentence for people. Present on [`StreamEvent::Failure`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Further members.
    #[serde(flatten)]
    pub other: OtherMembers,
}

names! {
    /// A change of a stream's state.
    StreamEvent {
        /// An encoder connected. The channel is not live yet.
        SessionCreated = "Session Created",
        /// The connection ended. It may come before [`End`](Self::End).
        SessionEnded = "Session Ended",
        /// The channel is live.
        Start = "Stream Start",
        /// The channel is no longer live.
        End = "Stream End",
        /// The stream did not start, for example because the service had no capacity.
        Failure = "Stream Failure",
        /// Another encoder took over; the stream goes on under the same id.
        Takeover = "Stream Takeover",
        /// Another encoder tried to take over and was rejected.
        TakeoverFailure = "Stream Takeover Failure",
    }
}
