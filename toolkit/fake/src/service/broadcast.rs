//! Connections of encoders, and the broadcasts that they begin and end.

use std::time::Duration;

use super::channel::Channel;
use super::context::Context;
use super::control::ControlError;
use super::event::{self, Limit, Occurrence};
use super::ingest::Ingest;
use super::recording;
use super::session::{Health, Session};
use super::takeover;
use super::timer::Timer;

/// The time without data after which the service disconnects an encoder.
const LONGEST_SILENCE: Duration = Duration::from_secs(30);
/// The greatest length of a broadcast.
const LONGEST_STREAM: Duration = Duration::from_secs(48 * 3600);
/// The time that records of broadcasts are kept.
const SESSION_RETENTION: Duration = Duration::from_secs(60 * 24 * 3600);

/// The connection of an encoder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encoder {
    /// The tracks that it sends; 720p if unset.
    pub ingest: Option<Ingest>,
    /// The priority, by which it can take over a running broadcast.
    pub priority: Option<i64>,
    /// The time from connecting to going live.
    pub connecting: Duration,
}

/// Connects an encoder to a channel. Returns the broadcast's stream id.
///
/// # Errors
///
/// The reason why the service rejects the encoder.
pub(crate) fn connect(
    context: &mut Context<'_>,
    channel: &Channel,
    encoder: Encoder,
) -> Result<String, ControlError> {
    let mut ingest = encoder.ingest.unwrap_or_default();
    ingest.name_tracks();
    if context.scope.connected_session(&channel.arn).is_some() {
        return takeover::take_over(context, &channel.arn, ingest, encoder.priority);
    }
    if encoder
        .priority
        .is_some_and(|priority| !takeover::is_valid(priority))
    {
        return Err(ControlError::invalid(
            "The priority must be from 1 to 2147483647",
        ));
    }
    check_concurrent_streams(context)?;
    let multitrack_fault = ingest.multitrack_fault(channel);
    let breach = ingest.breach(channel);
    let stream_id = open(context, channel, ingest);
    if let Some(code) = multitrack_fault {
        disconnect(context, &channel.arn, Some(code));
        return Err(ControlError::rejected(format!(
            "The encoder is disconnected: {code}"
        )));
    }
    if let Some(limit) = breach {
        let message = format!(
            "The encoder is disconnected: {} exceeds {} {}",
            limit.limit_name, limit.limit_value, limit.limit_unit
        );
        event::publish(context, &channel.arn, &stream_id, Occurrence::limit(limit));
        disconnect(context, &channel.arn, None);
        return Err(ControlError::rejected(message));
    }
    if let Some(session) = context.scope.connected_session_mut(&channel.arn) {
        session.priority = encoder.priority;
    }
    if encoder.connecting.is_zero() {
        start(context, &channel.arn, &stream_id);
    } else {
        let (channel, stream_id) = (channel.arn.clone(), stream_id.clone());
        context.schedule(
            encoder.connecting,
            Timer::StreamStart { channel, stream_id },
        );
    }
    Ok(stream_id)
}

fn check_concurrent_streams(context: &mut Context<'_>) -> Result<(), ControlError> {
    let quotas = &context.options.quotas;
    let limit = quotas.limits.concurrent_streams;
    if !quotas.counts || context.scope.connected.len() < limit {
        return Ok(());
    }
    let occurrence = Occurrence::limit(Limit {
        limit_name: "Concurrent Broadcasts",
        limit_value: i64::try_from(limit).unwrap_or(i64::MAX),
        exceeded_by: 1,
        limit_unit: "active streams",
    });
    event::publish_for_account(context, &occurrence);
    Err(ControlError::rejected(format!(
        "The account has {limit} active streams"
    )))
}

/// Begins the record of a broadcast.
fn open(context: &mut Context<'_>, channel: &Channel, ingest: Ingest) -> String {
    let stream_id = format!("st-{}", context.world.ids.letters(23));
    let number = context.world.next_broadcast;
    context.world.next_broadcast = number.saturating_add(1);
    let scope = &mut *context.scope;
    let mut session = Session::new(number, stream_id.clone(), channel, ingest);
    let configuration = scope
        .recording_configurations
        .get(&channel.recording_configuration_arn);
    session.recording_configuration = configuration.cloned();
    let slate = scope
        .failover_slates
        .get(&channel.failover_slate_configuration_arn);
    session.failover_slate_configuration = slate.cloned();
    scope
        .sessions
        .entry(channel.arn.clone())
        .or_default()
        .push(session);
    scope.connected.insert(number, channel.arn.clone());
    event::publish(
        context,
        &channel.arn,
        &stream_id,
        Occurrence::stream("Session Created"),
    );
    stream_id
}

/// Makes the stream of a connected encoder live.
pub(crate) fn start(context: &mut Context<'_>, channel: &str, stream_id: &str) {
    let now = context.now;
    let session = context.scope.connected_session_mut(channel);
    let Some(session) =
        session.filter(|session| session.stream_id == stream_id && session.start.is_none())
    else {
        return;
    };
    session.start = Some(now);
    event::publish(
        context,
        channel,
        stream_id,
        Occurrence::stream("Stream Start"),
    );
    recording::start(context, channel, stream_id);
    let (channel, stream_id) = (channel.to_owned(), stream_id.to_owned());
    context.schedule(LONGEST_STREAM, Timer::LongestStream { channel, stream_id });
}

/// Ends the broadcast of a channel, as when the encoder disconnects. Returns `false` if there is
/// none.
pub(crate) fn end(context: &mut Context<'_>, channel: &str) -> bool {
    let Some(session) = context.scope.connected_session(channel) else {
        return false;
    };
    if session.live_since().is_some() {
        let stream_id = session.stream_id.clone();
        event::publish(
            context,
            channel,
            &stream_id,
            Occurrence::stream("Stream End"),
        );
    }
    disconnect(context, channel, None);
    recording::stop(context, channel, None);
    true
}

/// Fails the broadcast of a channel. Without one, an encoder connects and its stream fails.
pub(crate) fn fail(context: &mut Context<'_>, channel: &Channel, reason: &str) {
    let arn = &channel.arn;
    let (stream_id, live) = match context.scope.connected_session(arn) {
        Some(session) => (session.stream_id.clone(), session.live_since().is_some()),
        None => {
            let mut ingest = Ingest::default();
            ingest.name_tracks();
            (open(context, channel, ingest), false)
        }
    };
    event::publish(context, arn, &stream_id, Occurrence::failure(reason));
    if live {
        event::publish(context, arn, &stream_id, Occurrence::stream("Stream End"));
    }
    disconnect(context, arn, None);
    recording::stop(context, arn, Some("InternalServerException"));
}

/// Ends the session of a channel's encoder.
fn disconnect(context: &mut Context<'_>, channel: &str, code: Option<&'static str>) {
    let now = context.now;
    let Some(session) = context.scope.connected_session_mut(channel) else {
        return;
    };
    session.end = Some(now);
    session.silent_since = None;
    session.end_all_views();
    let (number, stream_id) = (session.number, session.stream_id.clone());
    context.scope.connected.remove(&number);
    let ended = Occurrence::stream("Session Ended").with_code(code);
    event::publish(context, channel, &stream_id, ended);
    let channel = channel.to_owned();
    context.schedule(
        SESSION_RETENTION,
        Timer::SessionExpiry { channel, stream_id },
    );
}

/// Lets the encoder of a live channel send too little, or nothing at all if `silent`. Returns
/// `false` if the channel is not live.
pub(crate) fn starve(context: &mut Context<'_>, channel: &str, silent: bool) -> bool {
    let now = context.now;
    let session = context.scope.connected_session_mut(channel);
    let Some(session) = session.filter(|session| session.start.is_some()) else {
        return false;
    };
    let stream_id = session.stream_id.clone();
    let silent = silent && session.silent_since.is_none();
    if silent {
        session.silent_since = Some(now);
    }
    if session.health != Health::Starving {
        session.health = Health::Starving;
        event::publish(
            context,
            channel,
            &stream_id,
            Occurrence::health("Starvation Start"),
        );
    }
    if silent {
        let channel = channel.to_owned();
        context.schedule(
            LONGEST_SILENCE,
            Timer::Silence {
                channel,
                stream_id,
                since: now,
            },
        );
    }
    true
}

/// Lets the encoder of a live channel send enough again. Returns `false` if the channel is not
/// live.
pub(crate) fn recover(context: &mut Context<'_>, channel: &str) -> bool {
    let session = context.scope.connected_session_mut(channel);
    let Some(session) = session.filter(|session| session.start.is_some()) else {
        return false;
    };
    session.silent_since = None;
    if session.health != Health::Healthy {
        session.health = Health::Healthy;
        let stream_id = session.stream_id.clone();
        event::publish(
            context,
            channel,
            &stream_id,
            Occurrence::health("Starvation End"),
        );
    }
    true
}

/// Sets the number of viewers of a live channel; -1 stands for a count that timed out. Returns
/// `false` if the channel is not live.
pub(crate) fn set_viewers(context: &mut Context<'_>, channel: &str, count: i64) -> bool {
    let session = context.scope.connected_session_mut(channel);
    let Some(session) = session.filter(|session| session.start.is_some()) else {
        return false;
    };
    session.viewers = count;
    let scope = &*context.scope;
    let sessions = scope
        .connected
        .values()
        .filter_map(|arn| scope.connected_session(arn));
    let viewers = sessions.map(|session| session.viewer_count().max(0));
    let viewers = viewers.fold(0, i64::saturating_add);
    let quotas = &context.options.quotas;
    let limit = i64::try_from(quotas.limits.concurrent_viewers).unwrap_or(i64::MAX);
    if quotas.counts && viewers > limit {
        let occurrence = Occurrence::limit(Limit {
            limit_name: "Concurrent Viewers",
            limit_value: limit,
            exceeded_by: viewers.saturating_sub(limit),
            limit_unit: "viewers",
        });
        event::publish_for_account(context, &occurrence);
    }
    true
}
