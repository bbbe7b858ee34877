//! Broadcasts: the running ones, and the records of ended ones.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use super::clock::Timestamp;
use super::failover_slate::FailoverSlateConfiguration;
use super::ingest::Ingest;
use super::recording_configuration::RecordingConfiguration;
use super::state::Scope;

/// The events that the record of a broadcast keeps.
const MOST_EVENTS: usize = 500;

/// A broadcast, from the encoder's connection on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Session {
    /// The broadcast's position among all broadcasts.
    pub(crate) number: u64,
    pub(crate) stream_id: String,
    /// The time of going live; unset while the encoder is connecting.
    pub(crate) start: Option<Timestamp>,
    /// Unset while the encoder is connected.
    pub(crate) end: Option<Timestamp>,
    /// The channel as it was when the encoder connected.
    pub(crate) channel: Channel,
    pub(crate) ingest: Ingest,
    pub(crate) recording_configuration: Option<RecordingConfiguration>,
    pub(crate) failover_slate_configuration: Option<FailoverSlateConfiguration>,
    /// Oldest first.
    events: VecDeque<SessionEvent>,
    pub(crate) has_error_event: bool,
    pub(crate) health: Health,
    /// The number of viewers that was set; -1 stands for a count that timed out.
    pub(crate) viewers: i64,
    /// The viewers that came through a playback request.
    views: Vec<View>,
    /// The priority of the encoder, if it has one.
    pub(crate) priority: Option<i64>,
    pub(crate) takeovers: usize,
    /// The time since which the encoder sends nothing.
    pub(crate) silent_since: Option<Timestamp>,
    /// The end of the latest ad break.
    pub(crate) ad_break_end: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Health {
    Healthy,
    Starving,
    Unknown,
}

/// An event in the record of a broadcast.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SessionEvent {
    pub(crate) name: String,
    pub(crate) event_type: String,
    pub(crate) time: Timestamp,
    pub(crate) code: Option<String>,
}

/// A viewer who watches.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct View {
    pub(crate) viewer_id: Option<String>,
    pub(crate) version: i64,
}

impl Session {
    /// Returns the record of an encoder that connects to `channel`.
    pub(crate) fn new(number: u64, stream_id: String, channel: &Channel, ingest: Ingest) -> Self {
        let mut channel = channel.clone();
        // Records show neither.
        channel.tags.clear();
        channel.srt = None;
        Self {
            number,
            stream_id,
            start: None,
            end: None,
            channel,
            ingest,
            recording_configuration: None,
            failover_slate_configuration: None,
            events: VecDeque::new(),
            has_error_event: false,
            health: Health::Healthy,
            viewers: 0,
            views: Vec::new(),
            priority: None,
            takeovers: 0,
            silent_since: None,
            ad_break_end: None,
        }
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.end.is_none()
    }

    /// Returns the start of a broadcast that is live.
    pub(crate) fn live_since(&self) -> Option<Timestamp> {
        self.start.filter(|_| self.is_connected())
    }

    pub(crate) fn viewer_count(&self) -> i64 {
        if self.viewers < 0 {
            return -1;
        }
        let views = i64::try_from(self.views.len()).unwrap_or(i64::MAX);
        self.viewers.saturating_add(views)
    }

    pub(crate) fn add_view(&mut self, view: View) {
        self.views.push(view);
    }

    /// Ends the views of a viewer up to a version.
    pub(crate) fn end_views(&mut self, viewer_id: &str, version: i64) {
        self.views
            .retain(|view| view.viewer_id.as_deref() != Some(viewer_id) || view.version > version);
    }

    pub(crate) fn end_all_views(&mut self) {
        self.viewers = 0;
        self.views.clear();
    }

    pub(crate) fn push_event(&mut self, event: SessionEvent) {
        if self.events.len() >= MOST_EVENTS {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    /// Returns the events, newest first.
    pub(crate) fn events(&self) -> impl Iterator<Item = &SessionEvent> {
        self.events.iter().rev()
    }
}

impl Scope {
    /// Returns the broadcast of a channel whose encoder is connected.
    pub(crate) fn connected_session(&self, channel: &str) -> Option<&Session> {
        self.sessions
            .get(channel)?
            .last()
            .filter(|session| session.is_connected())
    }

    pub(crate) fn connected_session_mut(&mut self, channel: &str) -> Option<&mut Session> {
        self.sessions
            .get_mut(channel)?
            .last_mut()
            .filter(|session| session.is_connected())
    }

    /// Returns a broadcast of a channel.
    pub(crate) fn session_mut(&mut self, channel: &str, stream_id: &str) -> Option<&mut Session> {
        let mut sessions = self.sessions.get_mut(channel)?.iter_mut().rev();
        sessions.find(|session| session.stream_id == stream_id)
    }

    pub(crate) fn forget_session(&mut self, channel: &str, stream_id: &str) {
        if let Some(sessions) = self.sessions.get_mut(channel) {
            sessions.retain(|session| session.stream_id != stream_id || session.is_connected());
            if sessions.is_empty() {
                self.sessions.remove(channel);
            }
        }
    }
}
