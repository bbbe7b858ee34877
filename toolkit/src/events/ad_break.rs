//! Ad breaks.

use std::time::Duration;

use aws_smithy_types::DateTime;
use serde::{Deserialize, Serialize};

use super::OtherMembers;
use crate::names::names;
use crate::rfc3339;

/// The detail of `IVS Ad Break State Change`: an ad break was inserted.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::{Detail, Event};
///
/// # let json = br#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","detail-type":"IVS Ad Break State Change",
/// #     "detail":{"event_name":"Ad Break Inserted","duration_seconds":30}}"#;
/// let event = Event::from_json(json)?;
/// if let Detail::AdBreakState(detail) = &event.detail {
///     assert_eq!(detail.duration().as_secs(), 30);
/// }
/// # else { panic!("{event:?}") }
/// # Ok::<(), ivs_toolkit::events::EventError>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AdBreakState {
    /// The change.
    pub event_name: AdBreakEvent,
    /// The name of the channel: a label, which may be empty.
    #[serde(default)]
    pub channel_name: String,
    /// The id of the stream, `st-…`.
    #[serde(default)]
    pub stream_id: String,
    /// The id of the break, as `InsertAdBreak` returned it.
    #[serde(default)]
    pub ad_break_id: String,
    /// The length of the break in seconds, as `InsertAdBreak` was given it.
    #[serde(default)]
    pub duration_seconds: u64,
    /// The time at which the break should enter the playlist.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rfc3339::optional"
    )]
    pub target_start_time: Option<DateTime>,
    /// Further members.
    #[serde(flatten)]
    pub other: OtherMembers,
}

impl AdBreakState {
    /// Returns the length of the break.
    pub fn duration(&self) -> Duration {
        Duration::from_secs(self.duration_seconds)
    }
}

names! {
    /// A change of an ad break.
    AdBreakEvent {
        /// The break was inserted by `InsertAdBreak`.
        Inserted = "Ad Break Inserted",
    }
}
