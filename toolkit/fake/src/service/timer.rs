//! Things that happen by themselves when the clock reaches their time.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::clock::Timestamp;
use super::context::Context;
use super::{broadcast, recording, recording_configuration};

/// All timers that are not due yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Timers {
    due: BTreeMap<Timestamp, VecDeque<Scheduled>>,
}

/// A timer of an account in a region.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Scheduled {
    pub(crate) scope: String,
    timer: Timer,
}

/// Something that happens later, unless the state changed meanwhile.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Timer {
    /// The creation of a recording configuration ends.
    RecordingConfigurationReady { arn: String },
    /// A connected encoder's stream goes live.
    StreamStart { channel: String, stream_id: String },
    /// An encoder has been silent since a time for as long as the service allows.
    Silence {
        channel: String,
        stream_id: String,
        since: Timestamp,
    },
    /// A stream reaches the greatest length.
    LongestStream { channel: String, stream_id: String },
    /// The window ends in which a broadcast may continue a recording.
    RecordingEnd {
        channel: String,
        recording_session: String,
    },
    /// The record of a broadcast is forgotten.
    SessionExpiry { channel: String, stream_id: String },
}

impl Timers {
    pub(crate) fn add(&mut self, at: Timestamp, scope: String, timer: Timer) {
        self.due
            .entry(at)
            .or_default()
            .push_back(Scheduled { scope, timer });
    }

    /// Takes the first timer that is due at `now`, with its time.
    pub(crate) fn next_due(&mut self, now: Timestamp) -> Option<(Timestamp, Scheduled)> {
        loop {
            let first = self.due.first_entry();
            let mut first = first.filter(|entry| *entry.key() <= now)?;
            let at = *first.key();
            let timer = first.get_mut().pop_front();
            if first.get().is_empty() {
                first.remove();
            }
            // Lists of timers are never empty, except in a state file that was changed by hand.
            if let Some(timer) = timer {
                return Some((at, timer));
            }
        }
    }
}

impl Scheduled {
    /// Lets it happen. The context's time is that of the timer.
    pub(crate) fn fire(self, context: &mut Context<'_>) {
        match self.timer {
            Timer::RecordingConfigurationReady { arn } => {
                recording_configuration::ready(context, &arn);
            }
            Timer::StreamStart { channel, stream_id } => {
                broadcast::start(context, &channel, &stream_id);
            }
            Timer::Silence {
                channel,
                stream_id,
                since,
            } => {
                let session = context.scope.connected_session(&channel);
                let silent = session.is_some_and(|session| {
                    session.stream_id == stream_id && session.silent_since == Some(since)
                });
                if silent {
                    broadcast::end(context, &channel);
                }
            }
            Timer::LongestStream { channel, stream_id } => {
                let session = context.scope.connected_session(&channel);
                if session.is_some_and(|session| session.stream_id == stream_id) {
                    broadcast::end(context, &channel);
                }
            }
            Timer::RecordingEnd {
                channel,
                recording_session,
            } => {
                recording::window_ended(context, &channel, &recording_session);
            }
            Timer::SessionExpiry { channel, stream_id } => {
                context.scope.forget_session(&channel, &stream_id);
            }
        }
    }
}
