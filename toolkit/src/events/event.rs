//! Events with their envelope.

use std::error::Error;
use std::fmt;

use aws_smithy_types::DateTime;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::envelope::Envelope;
use super::{Detail, OtherMembers};

/// An event with its envelope.
///
/// It serializes to the event that it was read from, unknown members included. Only absent strings
/// and numbers are written, as `""` and 0, and times are in UTC.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::Event;
///
/// // By serde, for example as the payload of a message of another service.
/// # let json = r#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","resources":[],
/// #     "detail-type":"IVS Stage Update","detail":{}}"#;
/// let event: Event = serde_json::from_str(json)?;
/// assert_eq!(event.detail.detail_type(), "IVS Stage Update");
/// assert_eq!(event.time.secs(), 1_796_030_107);
/// # Ok::<(), serde_json::Error>(())
/// ```
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
    /// If `json` is not JSON, or not an event of EventBridge. Unknown detail types, names and
    /// members are no errors.
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
    /// If a member was set to a time outside the years 0 to 9999, or `json` of [`Detail::Other`] to
    /// a string that is not JSON.
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
