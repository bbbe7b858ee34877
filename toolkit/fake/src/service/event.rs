//! Events as EventBridge delivers them, and as the records of broadcasts keep them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::context::Context;
use super::session::SessionEvent;

/// The events that the fake keeps; older ones are dropped.
const MOST_EVENTS: usize = 10_000;

/// An event in EventBridge's envelope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Event {
    /// The version of the envelope: `0`.
    pub version: String,
    /// A UUID.
    pub id: String,
    /// The type of the event, for example `IVS Stream State Change`.
    pub detail_type: String,
    /// The source: `aws.ivs`.
    pub source: String,
    /// The account of the channel.
    pub account: String,
    /// The time in RFC 3339, in whole seconds.
    pub time: String,
    /// The region of the channel.
    pub region: String,
    /// The channel's ARN; empty for limits of the account.
    pub resources: Vec<String>,
    /// The content, which depends on the type.
    pub detail: Value,
}

/// The type of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DetailType {
    StreamState,
    StreamHealth,
    LimitBreach,
    RecordingState,
    AdBreakState,
}

impl DetailType {
    fn as_str(self) -> &'static str {
        match self {
            Self::StreamState => "IVS Stream State Change",
            Self::StreamHealth => "IVS Stream Health Change",
            Self::LimitBreach => "IVS Limit Breach",
            Self::RecordingState => "IVS Recording State Change",
            Self::AdBreakState => "IVS Ad Break State Change",
        }
    }
}

/// The content of an event; members that its type lacks are unset.
#[derive(Clone, Debug, Default, Serialize)]
struct Detail {
    #[serde(skip_serializing_if = "Option::is_none")]
    event_name: Option<&'static str>,
    #[serde(flatten)]
    limit: Option<Limit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stream_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(flatten)]
    recording: Option<RecordingDetail>,
    #[serde(flatten)]
    ad_break: Option<AdBreak>,
}

/// A limit that a stream or the account exceeds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Limit {
    pub(crate) limit_name: &'static str,
    pub(crate) limit_value: i64,
    pub(crate) exceeded_by: i64,
    pub(crate) limit_unit: &'static str,
}

/// The members of events about recordings.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RecordingDetail {
    pub(crate) recording_status: &'static str,
    pub(crate) recording_status_reason: String,
    pub(crate) recording_s3_bucket_name: String,
    pub(crate) recording_s3_key_prefix: String,
    pub(crate) recording_duration_ms: u64,
    pub(crate) recording_session_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) recording_session_stream_ids: Option<Vec<String>>,
}

/// The members of events about ad breaks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AdBreak {
    pub(crate) ad_break_id: String,
    pub(crate) duration_seconds: i64,
    pub(crate) target_start_time: String,
}

/// Something that happened, to be published.
#[derive(Clone, Debug)]
pub(crate) struct Occurrence {
    detail_type: DetailType,
    name: &'static str,
    is_error: bool,
    detail: Detail,
}

impl Occurrence {
    fn named(detail_type: DetailType, name: &'static str) -> Self {
        let detail = Detail {
            event_name: Some(name),
            ..Detail::default()
        };
        Self {
            detail_type,
            name,
            is_error: false,
            detail,
        }
    }

    pub(crate) fn stream(name: &'static str) -> Self {
        Self::named(DetailType::StreamState, name)
    }

    pub(crate) fn health(name: &'static str) -> Self {
        Self::named(DetailType::StreamHealth, name)
    }

    pub(crate) fn failure(reason: &str) -> Self {
        let mut occurrence = Self::stream("Stream Failure");
        occurrence.is_error = true;
        occurrence.detail.reason = Some(reason.to_owned());
        occurrence
    }

    pub(crate) fn with_code(mut self, code: Option<&'static str>) -> Self {
        self.detail.code = code;
        self
    }

    pub(crate) fn limit(limit: Limit) -> Self {
        let name = limit.limit_name;
        let detail = Detail {
            limit: Some(limit),
            ..Detail::default()
        };
        Self {
            detail_type: DetailType::LimitBreach,
            name,
            is_error: true,
            detail,
        }
    }

    pub(crate) fn recording(recording: RecordingDetail) -> Self {
        let name = recording.recording_status;
        let is_error = name.ends_with("Failure");
        let detail = Detail {
            recording: Some(recording),
            ..Detail::default()
        };
        Self {
            detail_type: DetailType::RecordingState,
            name,
            is_error,
            detail,
        }
    }

    pub(crate) fn ad_break(ad_break: AdBreak) -> Self {
        let mut occurrence = Self::named(DetailType::AdBreakState, "Ad Break Inserted");
        occurrence.detail.ad_break = Some(ad_break);
        occurrence
    }
}

/// Publishes an event of a broadcast, and adds it to the broadcast's record.
pub(crate) fn publish(
    context: &mut Context<'_>,
    channel: &str,
    stream_id: &str,
    mut occurrence: Occurrence,
) {
    let now = context.now;
    let Some(session) = context.scope.session_mut(channel, stream_id) else {
        return;
    };
    occurrence.detail.channel_name = Some(session.channel.name.clone());
    occurrence.detail.stream_id = Some(stream_id.to_owned());
    session.has_error_event |= occurrence.is_error;
    session.push_event(SessionEvent {
        name: occurrence.name.to_owned(),
        event_type: occurrence.detail_type.as_str().to_owned(),
        time: now,
        code: occurrence.detail.code.map(str::to_owned),
    });
    send(context, vec![channel.to_owned()], &occurrence);
}

/// Publishes an event that concerns no channel.
pub(crate) fn publish_for_account(context: &mut Context<'_>, occurrence: &Occurrence) {
    send(context, Vec::new(), occurrence);
}

fn send(context: &mut Context<'_>, resources: Vec<String>, occurrence: &Occurrence) {
    let event = Event {
        version: "0".to_owned(),
        id: context.world.ids.uuid(),
        detail_type: occurrence.detail_type.as_str().to_owned(),
        source: "aws.ivs".to_owned(),
        account: context.scope.account.clone(),
        time: context.now.rfc3339(),
        region: context.scope.region.clone(),
        resources,
        // The detail has string keys only, so it always has a JSON form.
        detail: serde_json::to_value(&occurrence.detail).unwrap_or_default(),
    };
    let events = &mut context.world.events;
    if events.len() >= MOST_EVENTS {
        events.pop_front();
    }
    events.push_back(event);
}
