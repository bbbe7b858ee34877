//! Changes of a stream's health.

use serde::{Deserialize, Serialize};

use super::OtherMembers;
use crate::names::names;

/// The detail of `IVS Stream Health Change`: an encoder sends less than it announced, or recovered.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::{Detail, Event};
///
/// # let json = br#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","detail-type":"IVS Stream Health Change",
/// #     "detail":{"event_name":"Starvation Start"}}"#;
/// let event = Event::from_json(json)?;
/// if let Detail::StreamHealth(detail) = &event.detail {
///     println!("{}: {}", detail.stream_id, detail.event_name);
/// }
/// # else { panic!("{event:?}") }
/// # Ok::<(), ivs_toolkit::events::EventError>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StreamHealth {
    /// The change.
    pub event_name: HealthEvent,
    /// The name of the channel: a label, which may be empty.
    #[serde(default)]
    pub channel_name: String,
    /// The id of the stream, `st-…`.
    #[serde(default)]
    pub stream_id: String,
    /// Further members.
    #[serde(flatten)]
    pub other: OtherMembers,
}

names! {
    /// A change of a stream's health.
    HealthEvent {
        /// Too little data arrives. The stream is still live.
        StarvationStart = "Starvation Start",
        /// Enough data arrives again. Missing if the stream ended while it starved.
        StarvationEnd = "Starvation End",
    }
}
