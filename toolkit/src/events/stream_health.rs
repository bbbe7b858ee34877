//! Changes of a stream's health.

use serde::{Deserialize, Serialize};

use super::OtherMembers;
use crate::names::names;

/// The data of a stream fell short of what its encoder announced, or recovered.
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
