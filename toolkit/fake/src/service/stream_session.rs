//! Records of broadcasts.

use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};

use super::channel::Channel;
use super::clock::EpochSeconds;
use super::context::Context;
use super::error::{Outcome, not_found};
use super::failover_slate::FailoverSlateConfiguration;
use super::ingest::{AudioTrack, Ingest, VideoTrack};
use super::input::PagedByChannel;
use super::output::{List, One};
use super::page::{Cursor, PageRequest};
use super::recording_configuration::RecordingConfiguration;
use super::session::{Session, SessionEvent};

/// The record of a broadcast, as the service shows it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StreamSession {
    #[serde(flatten)]
    times: Times,
    #[serde(serialize_with = "without_tags")]
    channel: Channel,
    ingest_configuration: IngestConfiguration,
    ingest_configurations: Ingest,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_configuration: Option<RecordingConfiguration>,
    truncated_events: Vec<StreamEvent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failover_slate_configuration: Option<FailoverSlateConfiguration>,
}

/// Writes the copy of a channel, which has no member `tags`.
fn without_tags<S: Serializer>(channel: &Channel, serializer: S) -> Result<S::Ok, S::Error> {
    let mut value = serde_json::to_value(channel).map_err(S::Error::custom)?;
    if let Some(members) = value.as_object_mut() {
        members.remove("tags");
    }
    value.serialize(serializer)
}

/// The id of a broadcast, and when it was live.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Times {
    stream_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_time: Option<EpochSeconds>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_time: Option<EpochSeconds>,
}

impl From<&Session> for Times {
    fn from(session: &Session) -> Self {
        Self {
            stream_id: session.stream_id.clone(),
            start_time: session.start.map(|time| EpochSeconds(time.whole_seconds())),
            end_time: session.end.map(|time| EpochSeconds(time.whole_seconds())),
        }
    }
}

/// The short record of a broadcast, as lists show it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StreamSessionSummary {
    #[serde(flatten)]
    times: Times,
    has_error_event: bool,
}

/// The deprecated view of what an encoder sends: the first track of each kind.
#[derive(Debug, Serialize)]
struct IngestConfiguration {
    #[serde(skip_serializing_if = "Option::is_none")]
    video: Option<AvcTrack>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audio: Option<AudioTrack>,
}

/// A video track with the deprecated members for H.264.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AvcTrack {
    avc_profile: String,
    avc_level: String,
    #[serde(flatten)]
    track: VideoTrack,
}

impl From<&Ingest> for IngestConfiguration {
    fn from(ingest: &Ingest) -> Self {
        let video = ingest.video_configurations.first().map(|track| AvcTrack {
            avc_profile: track.profile.clone(),
            avc_level: track.level.clone(),
            track: track.clone(),
        });
        Self {
            video,
            audio: ingest.audio_configurations.first().cloned(),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct StreamEvent {
    name: String,
    #[serde(rename = "type")]
    event_type: String,
    event_time: EpochSeconds,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

impl From<&SessionEvent> for StreamEvent {
    fn from(event: &SessionEvent) -> Self {
        let SessionEvent {
            name,
            event_type,
            time,
            code,
        } = event.clone();
        Self {
            name,
            event_type,
            event_time: EpochSeconds(time.whole_seconds()),
            code,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Get {
    channel_arn: String,
    stream_id: Option<String>,
}

/// Returns a broadcast of a channel, also of a deleted one.
pub(crate) fn get(context: &mut Context<'_>, input: Get) -> Outcome<One<StreamSession>> {
    let Get {
        channel_arn,
        stream_id,
    } = input;
    let sessions = context
        .scope
        .sessions
        .get(&channel_arn)
        .ok_or_else(|| not_found(&channel_arn))?;
    let session = match &stream_id {
        Some(stream_id) => sessions
            .iter()
            .find(|session| session.stream_id == *stream_id),
        None => sessions.last(),
    };
    let session = session.ok_or_else(|| not_found(stream_id.as_ref().unwrap_or(&channel_arn)))?;
    Ok(One(
        "streamSession",
        StreamSession {
            times: session.into(),
            channel: session.channel.clone(),
            ingest_configuration: (&session.ingest).into(),
            ingest_configurations: session.ingest.clone(),
            recording_configuration: session.recording_configuration.clone(),
            truncated_events: session.events().map(StreamEvent::from).collect(),
            failover_slate_configuration: session.failover_slate_configuration.clone(),
        },
    ))
}

pub(crate) fn list(
    context: &mut Context<'_>,
    input: PagedByChannel,
) -> Outcome<List<StreamSessionSummary>> {
    let scope = &*context.scope;
    let sessions = scope.sessions.get(&input.channel_arn);
    if sessions.is_none() {
        scope.channels.find(&input.channel_arn)?;
    }
    let cursor = Cursor::open(&PageRequest {
        list: &["stream-session", &input.channel_arn],
        token: input.next_token.as_deref(),
        max_results: input.max_results,
        default: 100,
        most: 100,
    })?;
    let newest_first = sessions.into_iter().flatten().rev();
    let rows = newest_first
        .filter(|session| cursor.after.is_none_or(|after| session.number < after))
        .map(|session| (session.number, session));
    let view = |session: &Session| StreamSessionSummary {
        times: session.into(),
        has_error_event: session.has_error_event,
    };
    Ok(List("streamSessions", cursor.page(rows, view)))
}
