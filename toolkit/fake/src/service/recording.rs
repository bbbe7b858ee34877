//! Recordings of broadcasts: their events and manifests.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::arn;
use super::clock::Timestamp;
use super::context::Context;
use super::event::{self, Occurrence, RecordingDetail};
use super::ingest::Ingest;
use super::manifest;
use super::recording_configuration::{RecordingConfiguration, RecordingConfigurationState};
use super::rendition::{self, Rendition};
use super::timer::Timer;

/// The streams that one recording can hold.
const MOST_STREAMS: usize = 20;
/// The time after its start in which a recording can be continued.
const LONGEST_RECORDING: Duration = Duration::from_secs(48 * 3600);
/// The time in which the end of a recording is written, and it cannot be continued.
const WRITING: Duration = Duration::from_secs(10);

/// A recording that is running, or may be continued.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Recording {
    pub(crate) session_id: String,
    pub(crate) prefix: String,
    pub(crate) configuration: RecordingConfiguration,
    pub(crate) renditions: Vec<Rendition>,
    /// The width and height of the source.
    pub(crate) size: (i64, i64),
    pub(crate) started: Timestamp,
    pub(crate) stream_ids: Vec<String>,
    ingest: Ingest,
    /// The length of the streams that ended.
    recorded: Duration,
    running_since: Option<Timestamp>,
    ended: Option<Timestamp>,
}

impl Recording {
    fn window(&self) -> Duration {
        Duration::from_secs(self.configuration.recording_reconnect_window_seconds)
    }

    /// Returns `true` if a broadcast that starts now continues this recording.
    fn continues(&self, configuration: &str, ingest: &Ingest, now: Timestamp) -> bool {
        let (first, second) = (self.ingest.bitrate(), ingest.bitrate());
        let difference = first.saturating_sub(second).saturating_abs();
        self.configuration.arn == configuration
            && self.ended.is_some_and(|ended| now.since(ended) >= WRITING)
            && self.stream_ids.len() < MOST_STREAMS
            && now.since(self.started) < LONGEST_RECORDING
            && self.ingest.has_same_media(ingest)
            && difference <= first / 2
    }

    fn detail(&self, recording_status: &'static str, reason: &str) -> RecordingDetail {
        RecordingDetail {
            recording_status,
            recording_status_reason: reason.to_owned(),
            recording_s3_bucket_name: self.configuration.bucket().to_owned(),
            recording_s3_key_prefix: self.prefix.clone(),
            recording_duration_ms: self.duration_ms(),
            recording_session_id: self.session_id.clone(),
            recording_session_stream_ids: None,
        }
    }

    /// Returns the time at which the last stream ended.
    pub(crate) fn ended(&self) -> Timestamp {
        self.ended.unwrap_or(self.started)
    }

    pub(crate) fn duration_ms(&self) -> u64 {
        u64::try_from(self.recorded.as_millis()).unwrap_or(u64::MAX)
    }
}

/// Begins or continues the recording of a broadcast that went live, if its channel has one.
pub(crate) fn start(context: &mut Context<'_>, channel: &str, stream_id: &str) {
    let now = context.now;
    let Some(session) = context.scope.connected_session(channel) else {
        return;
    };
    let Some(snapshot) = &session.recording_configuration else {
        return finish(context, channel, None);
    };
    let (ingest, settings) = (session.ingest.clone(), session.channel.clone());
    // The copy in the session may still have the state `CREATING`.
    let present = context.scope.recording_configurations.get(&snapshot.arn);
    let configuration = present.unwrap_or(snapshot).clone();
    let recordings = &mut context.scope.recordings;
    let waiting = recordings.get_mut(channel);
    if let Some(recording) =
        waiting.filter(|waiting| waiting.continues(&configuration.arn, &ingest, now))
    {
        recording.stream_ids.push(stream_id.to_owned());
        recording.running_since = Some(now);
        recording.ended = None;
        return;
    }
    finish(context, channel, None);
    let video = ingest.video();
    let mut recording = Recording {
        session_id: context.world.ids.letters(16),
        prefix: String::new(),
        renditions: rendition::recorded(&settings, &ingest, &configuration.rendition_configuration),
        configuration,
        size: (video.video_width, video.video_height),
        started: now,
        stream_ids: vec![stream_id.to_owned()],
        ingest,
        recorded: Duration::ZERO,
        running_since: Some(now),
        ended: None,
    };
    if recording.configuration.state != RecordingConfigurationState::Active {
        let detail = recording.detail("Recording Start Failure", "ValidationException");
        return event::publish(context, channel, stream_id, Occurrence::recording(detail));
    }
    let (account, id) = (&context.scope.account, context.world.ids.letters(12));
    recording.prefix = format!("ivs/v1/{account}/{}/{}/{id}", arn::id(channel), now.path());
    manifest::write_started(context, channel, &recording);
    let detail = recording.detail("Recording Start", "");
    event::publish(context, channel, stream_id, Occurrence::recording(detail));
    context
        .scope
        .recordings
        .insert(channel.to_owned(), recording);
}

/// Ends the recording of a broadcast that ended, at once if it failed, else after the window in
/// which another broadcast may continue it.
pub(crate) fn stop(context: &mut Context<'_>, channel: &str, failure: Option<&str>) {
    let now = context.now;
    let Some(recording) = context.scope.recordings.get_mut(channel) else {
        return;
    };
    let Some(since) = recording.running_since.take() else {
        return;
    };
    recording.recorded = recording.recorded.saturating_add(now.since(since));
    recording.ended = Some(now);
    let window = recording.window();
    if failure.is_some() || window.is_zero() {
        return finish(context, channel, failure);
    }
    let recording_session = recording.session_id.clone();
    let channel = channel.to_owned();
    context.schedule(
        window,
        Timer::RecordingEnd {
            channel,
            recording_session,
        },
    );
}

/// Ends a recording whose window ended, unless it was continued.
pub(crate) fn window_ended(context: &mut Context<'_>, channel: &str, recording_session: &str) {
    let now = context.now;
    let over = context
        .scope
        .recordings
        .get(channel)
        .is_some_and(|recording| {
            recording.session_id == recording_session
                && recording
                    .ended
                    .is_some_and(|ended| now.since(ended) >= recording.window())
        });
    if over {
        finish(context, channel, None);
    }
}

/// Writes the end of a channel's recording, if it has one.
fn finish(context: &mut Context<'_>, channel: &str, failure: Option<&str>) {
    let Some(recording) = context.scope.recordings.remove(channel) else {
        return;
    };
    let Some(stream_id) = recording.stream_ids.last() else {
        return;
    };
    manifest::write_ended(context, channel, &recording, failure);
    let detail = match failure {
        Some(reason) => recording.detail("Recording End Failure", reason),
        None => RecordingDetail {
            recording_session_stream_ids: Some(recording.stream_ids.clone()),
            ..recording.detail("Recording End", "")
        },
    };
    event::publish(context, channel, stream_id, Occurrence::recording(detail));
}
