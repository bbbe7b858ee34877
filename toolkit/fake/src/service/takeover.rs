//! Takeover of a running broadcast by an encoder with a higher priority.

use super::broadcast;
use super::context::Context;
use super::control::ControlError;
use super::event::{self, Occurrence};
use super::ingest::Ingest;

/// Returns `true` if encoders may have this priority.
pub(crate) fn is_valid(priority: i64) -> bool {
    (1..=2_147_483_647).contains(&priority)
}

/// Connects an encoder to a channel that has one. Returns the id of the stream, which goes on.
///
/// # Errors
///
/// The reason why the service rejects the encoder.
pub(crate) fn take_over(
    context: &mut Context<'_>,
    channel: &str,
    ingest: Ingest,
    priority: Option<i64>,
) -> Result<String, ControlError> {
    let quotas = &context.options.quotas;
    let takeovers = quotas.limits.stream_takeovers;
    let counts = quotas.counts;
    let connected = ControlError::rejected("Another encoder is connected");
    let Some(session) = context.scope.connected_session_mut(channel) else {
        return Err(connected);
    };
    let Some(priority) = priority else {
        return Err(connected);
    };
    let stream_id = session.stream_id.clone();
    let higher = session.priority.is_none_or(|present| priority > present);
    let fault = if !is_valid(priority) || !higher {
        Some("StreamTakeoverInvalidPriority")
    } else if !session.ingest.has_same_media(&ingest) {
        Some("StreamTakeoverMediaMismatch")
    } else if counts && session.takeovers >= takeovers {
        Some("StreamTakeoverLimitBreached")
    } else {
        None
    };
    if let Some(code) = fault {
        let failure = Occurrence::stream("Stream Takeover Failure").with_code(Some(code));
        event::publish(context, channel, &stream_id, failure);
        return Err(ControlError::rejected(format!(
            "The takeover fails: {code}"
        )));
    }
    session.priority = Some(priority);
    session.takeovers = session.takeovers.saturating_add(1);
    session.ingest = ingest;
    event::publish(
        context,
        channel,
        &stream_id,
        Occurrence::stream("Stream Takeover"),
    );
    broadcast::recover(context, channel);
    Ok(stream_id)
}
