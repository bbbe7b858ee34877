//! EventBridge events of low-latency streaming.
//!
//! IVS sends events to the default event bus of the channel's account and region. Delivery is best
//! effort: an event may be late, missing, repeated or out of order. Compare [`Event::time`], treat
//! [`Event::id`] as the key against repetition, and ask `GetStream` or `GetStreamSession` where it
//! matters.
//!
//! Mistakes that public code makes, and what is right:
//!
//! - The channel's ARN is not in the detail: it is [`Event::channel_arn`]. `channel_name` is a label,
//!   which may be empty and need not be unique.
//! - Recording events have `recording_status`, and neither `event_name` nor `recording_state`: a rule
//!   on `event_name` matches none of them.
//! - A channel is live from [`StreamEvent::Start`] on, not from [`StreamEvent::SessionCreated`] on.
//! - A recording is complete with [`RecordingStatus::End`], which is late by the reconnect window.
//!
//! # Examples
//!
//! A handler of AWS Lambda takes the event as its payload:
//!
//! ```
//! use ivs_toolkit::events::{Detail, Event, StreamEvent};
//! use lambda_runtime::{Error, LambdaEvent};
//!
//! async fn handle(event: LambdaEvent<Event>) -> Result<(), Error> {
//!     let event = event.payload;
//!     if let (Detail::StreamState(state), Some(arn)) = (&event.detail, event.channel_arn()) {
//!         match state.event_name {
//!             StreamEvent::Start => println!("{arn} is live"),
//!             StreamEvent::End => println!("{arn} is offline"),
//!             _ => {}
//!         }
//!     }
//!     Ok(())
//! }
//!
//! # fn main() {
//! let handler = lambda_runtime::service_fn(handle);
//! # let _ = handler;
//! # }
//! ```
//!
//! An SQS message has the event as its body:
//!
//! ```
//! use aws_lambda_events::sqs::SqsEvent;
//! use ivs_toolkit::events::{Event, EventError};
//!
//! fn events(batch: &SqsEvent) -> impl Iterator<Item = Result<Event, EventError>> {
//!     let bodies = batch.records.iter().filter_map(|record| record.body.as_deref());
//!     bodies.map(|body| Event::from_json(body.as_bytes()))
//! }
//! # let _ = events(&SqsEvent::default()).count();
//! ```

mod ad_break;
mod envelope;
mod limit_breach;
mod recording_state;
mod stream_health;
mod stream_state;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::fmt;

use aws_smithy_types::DateTime;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value};

pub use ad_break::{AdBreakEvent, AdBreakState};
pub use limit_breach::{LimitBreach, LimitName};
pub use recording_state::{RecordingState, RecordingStatus};
pub use stream_health::{HealthEvent, StreamHealth};
pub use stream_state::{StreamEvent, StreamState};

use envelope::Envelope;

/// Members that this version does not know, as they came.
pub type OtherMembers = Map<String, Value>;

/// An event with its envelope.
///
/// It serializes to the event that it was read from, unknown members included. Only absent strings
/// and numbers are written, as `""` and 0, and times are in UTC.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The version of the envelope, `0`.
    pub version: String,
    /// The id of the event. The same event may be delivered more than once.
    pub id: String,
    /// The service that sent the event, `aws.ivs`.
    ///
    /// IVS real-time streaming has the same source and other detail types.
    pub source: String,
    /// The account of the channel.
    pub account: String,
    /// The time of the event.
    pub time: DateTime,
    /// The region of the event.
    pub region: String,
    /// The ARNs of the resources: one channel, or none if the event is about the account.
    pub resources: Vec<String>,
    /// The event itself.
    pub detail: Detail,
    /// Further members of the envelope.
    pub other: OtherMembers,
}

impl Event {
    /// Parses an event.
    ///
    /// # Errors
    /// If `json` is not JSON, or not an event of EventBridge. Unknown detail types, names and members
    /// are no errors.
    ///
    /// # Examples
    ///
    /// ```
    /// use ivs_toolkit::events::{Detail, Event, StreamEvent};
    ///
    /// let event = Event::from_json(br#"{
    ///     "version": "0",
    ///     "id": "6b1f0a52-93d4-4c1e-8d77-5a2c9e10f3b4",
    ///     "detail-type": "IVS Stream State Change",
    ///     "source": "aws.ivs",
    ///     "account": "123456789012",
    ///     "time": "2026-11-30T09:15:07Z",
    ///     "region": "eu-west-1",
    ///     "resources": ["arn:aws:ivs:eu-west-1:123456789012:channel/abcdABCDefgh"],
    ///     "detail": {"event_name": "Stream Start", "channel_name": "", "stream_id": "st-1"}
    /// }"#)?;
    /// assert_eq!(
    ///     event.channel_arn(),
    ///     Some("arn:aws:ivs:eu-west-1:123456789012:channel/abcdABCDefgh"),
    /// );
    /// assert!(matches!(event.detail, Detail::StreamState(s) if s.event_name == StreamEvent::Start));
    /// # Ok::<(), ivs_toolkit::events::EventError>(())
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Self, EventError> {
        let envelope: Envelope<Box<RawValue>> = serde_json::from_slice(json).map_err(EventError)?;
        let detail = envelope.detail.get();
        let known = Detail::read(
            &envelope.detail_type,
            &mut serde_json::Deserializer::from_str(detail),
        );
        let json = detail.to_owned();
        Ok(envelope.into_event(known, json))
    }

    /// Returns the JSON of the event. It has details of unknown types byte for byte as
    /// [`from_json`](Self::from_json) read them.
    ///
    /// # Errors
    /// If a member was set to a time outside the years 0 to 9999, or `json` of [`Detail::Other`] to a
    /// string that is not JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// # use ivs_toolkit::events::{Detail, Event};
    /// # fn example(json: &[u8]) -> Result<(), ivs_toolkit::events::EventError> {
    /// let event = Event::from_json(json)?;
    /// if let Detail::Other { detail_type, json } = &event.detail {
    ///     println!("unknown event {detail_type}: {json}");
    /// }
    /// assert_eq!(Event::from_json(event.to_json()?.as_bytes())?, event);
    /// # Ok(())
    /// # }
    /// # example(br#"{"version": "0", "id": "1", "source": "aws.ivs", "account": "1",
    /// #     "time": "2026-11-30T09:15:07Z", "region": "eu-west-1", "resources": [],
    /// #     "detail-type": "IVS Stage Update", "detail": {"b": 1.50, "a": 2}}"#).unwrap();
    /// ```
    pub fn to_json(&self) -> Result<String, EventError> {
        let write = || {
            let detail = self.detail.to_raw()?;
            serde_json::to_string(&Envelope::new(self, detail))
        };
        write().map_err(EventError)
    }

    /// Returns the ARN of the channel; `None` for the two limits of the account.
    pub fn channel_arn(&self) -> Option<&str> {
        // A published sample has a space behind the ARN.
        self.resources.first().map(|arn| arn.trim())
    }
}

/// The content of an event, by its detail type.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Detail {
    /// `IVS Stream State Change`
    StreamState(StreamState),
    /// `IVS Stream Health Change`
    StreamHealth(StreamHealth),
    /// `IVS Limit Breach`
    LimitBreach(LimitBreach),
    /// `IVS Recording State Change`
    RecordingState(RecordingState),
    /// `IVS Ad Break State Change`
    AdBreakState(AdBreakState),
    /// A detail type that this version does not know, or a detail of an unknown form.
    Other {
        /// The detail type.
        detail_type: String,
        /// The JSON of the detail: byte for byte from [`Event::from_json`], with equal values from
        /// other deserializers.
        json: String,
    },
}

impl Detail {
    /// Returns the detail type, such as `IVS Stream State Change`.
    pub fn detail_type(&self) -> &str {
        match self {
            Self::StreamState(_) => STREAM_STATE,
            Self::StreamHealth(_) => STREAM_HEALTH,
            Self::LimitBreach(_) => LIMIT_BREACH,
            Self::RecordingState(_) => RECORDING_STATE,
            Self::AdBreakState(_) => AD_BREAK_STATE,
            Self::Other { detail_type, .. } => detail_type,
        }
    }

    /// Reads a detail; `None` if its type or its form is unknown.
    fn read<'de, D: Deserializer<'de>>(detail_type: &str, detail: D) -> Option<Self> {
        match detail_type {
            STREAM_STATE => Deserialize::deserialize(detail).map(Self::StreamState),
            STREAM_HEALTH => Deserialize::deserialize(detail).map(Self::StreamHealth),
            LIMIT_BREACH => Deserialize::deserialize(detail).map(Self::LimitBreach),
            RECORDING_STATE => Deserialize::deserialize(detail).map(Self::RecordingState),
            AD_BREAK_STATE => Deserialize::deserialize(detail).map(Self::AdBreakState),
            _ => return None,
        }
        .ok()
    }

    fn to_value(&self) -> serde_json::Result<Value> {
        match self {
            Self::StreamState(detail) => serde_json::to_value(detail),
            Self::StreamHealth(detail) => serde_json::to_value(detail),
            Self::LimitBreach(detail) => serde_json::to_value(detail),
            Self::RecordingState(detail) => serde_json::to_value(detail),
            Self::AdBreakState(detail) => serde_json::to_value(detail),
            Self::Other { json, .. } => serde_json::from_str(json),
        }
    }

    fn to_raw(&self) -> serde_json::Result<Box<RawValue>> {
        match self {
            Self::Other { json, .. } => RawValue::from_string(json.clone()),
            known => to_raw_value(&known.to_value()?),
        }
    }
}

const STREAM_STATE: &str = "IVS Stream State Change";
const STREAM_HEALTH: &str = "IVS Stream Health Change";
const LIMIT_BREACH: &str = "IVS Limit Breach";
const RECORDING_STATE: &str = "IVS Recording State Change";
const AD_BREAK_STATE: &str = "IVS Ad Break State Change";

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let envelope = Envelope::<Value>::deserialize(deserializer)?;
        let known = Detail::read(&envelope.detail_type, &envelope.detail);
        let json = envelope.detail.to_string();
        Ok(envelope.into_event(known, json))
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let detail = self.detail.to_value().map_err(S::Error::custom)?;
        Envelope::new(self, detail).serialize(serializer)
    }
}

/// An error of reading or writing an event. Its source tells the line and column.
#[derive(Debug)]
pub struct EventError(serde_json::Error);

impl fmt::Display for EventError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the JSON is not an event of EventBridge, which has `detail-type` and `detail`")
    }
}

impl Error for EventError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
