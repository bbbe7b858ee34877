//! Breaches of limits.

use serde::{Deserialize, Serialize};

use super::OtherMembers;
use crate::names::names;

/// The detail of `IVS Limit Breach`: a stream or the account exceeded a limit.
///
/// The limits of the account ([`LimitName::ConcurrentBroadcasts`] and
/// [`LimitName::ConcurrentViewers`]) have neither a channel nor a stream.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::{Detail, Event};
///
/// # let json = br#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","detail-type":"IVS Limit Breach",
/// #     "detail":{"limit_name":"Concurrent Viewers","limit_value":15000}}"#;
/// let event = Event::from_json(json)?;
/// if let Detail::LimitBreach(detail) = &event.detail {
///     assert_eq!((detail.limit_value, event.channel_arn()), (15_000, None));
/// }
/// # else { panic!("{event:?}") }
/// # Ok::<(), ivs_toolkit::events::EventError>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LimitBreach {
    #[serde(skip_serializing_if = "Option::is_none")]
    limit_name: Option<LimitName>,
    // The name of `limit_name` in the schema registry of EventBridge.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<LimitName>,
    /// The limit.
    #[serde(default)]
    pub limit_value: u64,
    /// The value minus the limit.
    #[serde(default)]
    pub exceeded_by: u64,
    /// The unit of both, such as `bits per second`.
    #[serde(default)]
    pub limit_unit: String,
    /// The name of the channel: a label, which may be empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_name: Option<String>,
    /// The id of the stream, `st-…`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream_id: Option<String>,
    /// Further members.
    #[serde(flatten)]
    pub other: OtherMembers,
}

impl LimitBreach {
    /// Returns the name of the limit, from `limit_name` or else `limit`; sources differ.
    pub fn limit_name(&self) -> Option<&LimitName> {
        self.limit_name.as_ref().or(self.limit.as_ref())
    }
}

names! {
    /// The name of a limit.
    LimitName {
        /// The bit rate of an encoder.
        IngestBitrate = "Ingest Bitrate",
        /// The resolution of an encoder.
        IngestResolution = "Ingest Resolution",
        /// The live streams of the account.
        ConcurrentBroadcasts = "Concurrent Broadcasts",
        /// The viewers of all channels of the account.
        ConcurrentViewers = "Concurrent Viewers",
    }
}
