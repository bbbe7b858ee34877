//! Live streams.

use serde::{Deserialize, Serialize};

use super::broadcast;
use super::clock::{EpochSeconds, Timestamp};
use super::context::Context;
use super::error::{Outcome, conflict, not_broadcasting, validation, violation};
use super::event::{self, AdBreak, Occurrence};
use super::input::ByChannel;
use super::output::{Empty, List, One};
use super::page::{Cursor, PageRequest};
use super::quota;
use super::session::{Health, Session};
use super::state::Scope;

/// The most bytes of one piece of metadata.
const MOST_METADATA: usize = 1024;
/// The time until an ad break begins for which no time was asked.
const AD_BREAK_LEAD: std::time::Duration = std::time::Duration::from_secs(10);

/// A live stream, as the service shows it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Stream {
    channel_arn: String,
    stream_id: String,
    /// Unset in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    playback_url: Option<String>,
    start_time: EpochSeconds,
    state: &'static str,
    health: Health,
    viewer_count: i64,
}

impl Stream {
    fn new(session: &Session, start: Timestamp) -> Self {
        Self {
            channel_arn: session.channel.arn.clone(),
            stream_id: session.stream_id.clone(),
            playback_url: Some(session.channel.playback_url.clone()),
            start_time: EpochSeconds(start.whole_seconds()),
            state: "LIVE",
            health: session.health,
            viewer_count: session.viewer_count(),
        }
    }
}

/// Returns the live broadcast of a channel, with the time of going live.
///
/// # Errors
///
/// ResourceNotFoundException without such a channel, ChannelNotBroadcasting without a broadcast.
fn live<'a>(scope: &'a Scope, channel: &str) -> Outcome<(&'a Session, Timestamp)> {
    scope.channels.find(channel)?;
    let session = scope.connected_session(channel);
    session
        .and_then(|session| session.live_since().map(|start| (session, start)))
        .ok_or_else(|| not_broadcasting(channel))
}

pub(crate) fn get(context: &mut Context<'_>, input: ByChannel) -> Outcome<One<Stream>> {
    let (session, start) = live(context.scope, &input.channel_arn)?;
    Ok(One("stream", Stream::new(session, start)))
}

#[derive(Debug, Deserialize)]
struct Filter {
    health: Option<Health>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListInput {
    filter_by: Option<Filter>,
    next_token: Option<String>,
    max_results: Option<i64>,
}

pub(crate) fn list(context: &mut Context<'_>, input: ListInput) -> Outcome<List<Stream>> {
    let health = input.filter_by.and_then(|filter| filter.health);
    let name = match health {
        None => "",
        Some(Health::Healthy) => "healthy",
        Some(Health::Starving) => "starving",
        Some(Health::Unknown) => "unknown",
    };
    let scope = &*context.scope;
    let cursor = Cursor::open(&PageRequest {
        list: &[&scope.key(), "stream", name],
        token: input.next_token.as_deref(),
        max_results: input.max_results,
        default: 100,
        most: 100,
    })?;
    let after = cursor.after.map_or(0, |after| after.saturating_add(1));
    let rows = scope
        .connected
        .range(after..)
        .filter_map(|(number, channel)| {
            let session = scope.connected_session(channel)?;
            let start = session.live_since()?;
            health
                .is_none_or(|health| session.health == health)
                .then_some((*number, (session, start)))
        });
    let view = |(session, start)| Stream {
        playback_url: None,
        ..Stream::new(session, start)
    };
    Ok(List("streams", cursor.page(rows, view)))
}

pub(crate) fn stop(context: &mut Context<'_>, input: ByChannel) -> Outcome<Empty> {
    live(context.scope, &input.channel_arn)?;
    broadcast::end(context, &input.channel_arn);
    Ok(Empty {})
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PutMetadata {
    channel_arn: String,
    metadata: String,
}

pub(crate) fn put_metadata(context: &mut Context<'_>, input: PutMetadata) -> Outcome<Empty> {
    if input.metadata.len() > MOST_METADATA {
        return Err(validation("Metadata size exceeds payload limit"));
    }
    live(context.scope, &input.channel_arn)?;
    quota::count_metadata(context, &input.channel_arn)?;
    Ok(Empty {})
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InsertAdBreak {
    channel_arn: String,
    duration_seconds: u32,
    ad_break_id: Option<String>,
    target_start_at: Option<f64>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct InsertedAdBreak {
    ad_break_id: String,
    target_start_at: EpochSeconds,
}

pub(crate) fn insert_ad_break(
    context: &mut Context<'_>,
    input: InsertAdBreak,
) -> Outcome<InsertedAdBreak> {
    let InsertAdBreak {
        channel_arn,
        duration_seconds,
        ad_break_id,
        target_start_at,
    } = input;
    let now = context.now;
    let target = match target_start_at {
        Some(seconds) => Timestamp::from_seconds(seconds),
        None => now.plus(AD_BREAK_LEAD).whole_seconds(),
    };
    if target < now {
        return Err(violation("/targetStartAt", "not be in the past"));
    }
    let (session, _) = live(context.scope, &channel_arn)?;
    if session.channel.ad_configuration_arn.is_empty() {
        return Err(conflict(format!(
            "Channel: {channel_arn} has no ad configuration"
        )));
    }
    if session.ad_break_end.is_some_and(|end| end > now) {
        return Err(conflict(format!(
            "Channel: {channel_arn} has an ad break in progress"
        )));
    }
    let ad_break_id = ad_break_id.unwrap_or_else(|| context.world.ids.letters(12));
    let duration = std::time::Duration::from_secs(duration_seconds.into());
    let mut stream_id = String::new();
    if let Some(session) = context.scope.connected_session_mut(&channel_arn) {
        session.ad_break_end = Some(target.plus(duration));
        stream_id.clone_from(&session.stream_id);
    }
    let occurrence = Occurrence::ad_break(AdBreak {
        ad_break_id: ad_break_id.clone(),
        duration_seconds: duration_seconds.into(),
        target_start_time: target.rfc3339(),
    });
    event::publish(context, &channel_arn, &stream_id, occurrence);
    Ok(InsertedAdBreak {
        ad_break_id,
        target_start_at: EpochSeconds(target),
    })
}
