//! Details of events, by their type.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use super::{AdBreakState, LimitBreach, RecordingState, StreamHealth, StreamState};

/// The content of an event, by its detail type.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::events::{Detail, Event};
///
/// fn headline(event: &Event) -> String {
///     match &event.detail {
///         Detail::StreamState(detail) => detail.event_name.to_string(),
///         Detail::RecordingState(detail) => detail.recording_status.to_string(),
///         other => other.detail_type().to_owned(),
///     }
/// }
/// # let json = br#"{"version":"0","id":"1","source":"aws.ivs","account":"123456789012",
/// #     "time":"2026-11-30T09:15:07Z","region":"eu-west-1","resources":[],
/// #     "detail-type":"IVS Stream State Change","detail":{"event_name":"Stream End"}}"#;
/// # assert_eq!(headline(&Event::from_json(json)?), "Stream End");
/// # Ok::<(), ivs_toolkit::events::EventError>(())
/// ```
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
        /// The JSON of the detail: byte for byte from
        /// [`Event::from_json`](super::Event::from_json), with equal values from other
        /// deserializers.
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
    pub(super) fn read<'de, D: Deserializer<'de>>(detail_type: &str, detail: D) -> Option<Self> {
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

    pub(super) fn to_value(&self) -> serde_json::Result<Value> {
        match self {
            Self::StreamState(detail) => serde_json::to_value(detail),
            Self::StreamHealth(detail) => serde_json::to_value(detail),
            Self::LimitBreach(detail) => serde_json::to_value(detail),
            Self::RecordingState(detail) => serde_json::to_value(detail),
            Self::AdBreakState(detail) => serde_json::to_value(detail),
            Self::Other { json, .. } => serde_json::from_str(json),
        }
    }

    pub(super) fn to_raw(&self) -> serde_json::Result<Box<RawValue>> {
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
