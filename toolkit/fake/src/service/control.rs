//! The control interface: what happens outside the service's API, and questions about it.

mod error;
mod fault;
mod json;
mod overview;
mod target;

use std::time::{Duration, SystemTime};

use super::broadcast::{self, Encoder};
use super::channel::Channel;
use super::context::Context;
use super::event::Event;
use super::manifest::StoredObject;
use super::playback::{self, Playback};
use super::state::State;
use super::{Service, operations};
use crate::behaviour::Fault;
pub use error::{ControlError, ControlErrorKind};
pub(crate) use fault::QueuedFault;
pub use overview::{ChannelOverview, Overview, StreamOverview};

/// The control interface of a service.
///
/// A broadcast is addressed by the ARN of its channel, or by the value of its stream key.
#[derive(Clone, Copy, Debug)]
pub struct Control<'a> {
    service: &'a Service,
}

type Controlled<T> = Result<T, ControlError>;

impl<'a> Control<'a> {
    pub(super) fn new(service: &'a Service) -> Self {
        Self { service }
    }

    /// Changes the state after all that was due has happened, and lets it be saved.
    fn change<T>(self, change: impl FnOnce(&mut State) -> Controlled<T>) -> Controlled<T> {
        let mut state = self.service.lock();
        state.settle(&self.service.options);
        let result = change(&mut state);
        // Rejected encoders leave events, so the state is saved in any case.
        self.service
            .changed()
            .map_err(|error| ControlError::failed(error.to_string()))?;
        result
    }

    /// Changes the broadcast of a channel, which is addressed by ARN or stream key.
    fn broadcast<T>(
        self,
        target: &str,
        change: impl FnOnce(&mut Context<'_>, &Channel) -> Controlled<T>,
    ) -> Controlled<T> {
        self.change(|state| {
            let channel = target::find_channel(state, target)?;
            let (account, region) = target::place(&channel.arn)?;
            let now = state.world.clock.now();
            let mut context = state.context(&account, &region, &self.service.options, now);
            change(&mut context, &channel)
        })
    }

    /// Connects an encoder to a channel. Returns the stream id of the broadcast.
    ///
    /// # Errors
    ///
    /// No such channel or key, or the service rejects the encoder: another one is connected, or its
    /// settings exceed the channel's limits.
    pub fn go_live(&self, target: &str, encoder: Encoder) -> Result<String, ControlError> {
        self.broadcast(target, |context, channel| {
            broadcast::connect(context, channel, encoder)
        })
    }

    /// Disconnects the encoder of a channel.
    ///
    /// # Errors
    ///
    /// No such channel or key, or no encoder is connected.
    pub fn end(&self, target: &str) -> Result<(), ControlError> {
        self.broadcast(target, |context, channel| {
            live(channel, broadcast::end(context, &channel.arn))
        })
    }

    /// Fails the broadcast of a channel for a reason. If no encoder is connected, one connects and
    /// its stream fails.
    ///
    /// # Errors
    ///
    /// No such channel or key.
    pub fn fail(&self, target: &str, reason: Option<&str>) -> Result<(), ControlError> {
        let reason = reason.unwrap_or("No transcoder free, try later.");
        self.broadcast(target, |context, channel| {
            broadcast::fail(context, channel, reason);
            Ok(())
        })
    }

    /// Lets the encoder of a live channel send too little. If it is `silent`, it sends nothing, and
    /// is disconnected after 30 seconds.
    ///
    /// # Errors
    ///
    /// No such channel or key, or the channel is not live.
    pub fn starve(&self, target: &str, silent: bool) -> Result<(), ControlError> {
        self.broadcast(target, |context, channel| {
            live(channel, broadcast::starve(context, &channel.arn, silent))
        })
    }

    /// Lets the encoder of a live channel send enough again.
    ///
    /// # Errors
    ///
    /// No such channel or key, or the channel is not live.
    pub fn recover(&self, target: &str) -> Result<(), ControlError> {
        self.broadcast(target, |context, channel| {
            live(channel, broadcast::recover(context, &channel.arn))
        })
    }

    /// Sets the number of viewers of a live channel; -1 stands for a count that timed out.
    ///
    /// # Errors
    ///
    /// No such channel or key, the channel is not live, or the count is below -1.
    pub fn viewers(&self, target: &str, count: i64) -> Result<(), ControlError> {
        if count < -1 {
            return Err(ControlError::invalid("The count must be -1 or more"));
        }
        self.broadcast(target, |context, channel| {
            live(
                channel,
                broadcast::set_viewers(context, &channel.arn, count),
            )
        })
    }

    /// Moves the clock forward. All that becomes due happens at its time. Returns the new time in
    /// RFC 3339.
    ///
    /// # Errors
    ///
    /// The state file cannot be written.
    pub fn advance(&self, duration: Duration) -> Result<String, ControlError> {
        self.change(|state| {
            state.world.clock.advance(duration);
            Ok(state.settle(&self.service.options).rfc3339())
        })
    }

    /// Ends the creation of a recording configuration or failover slate configuration at once.
    ///
    /// # Errors
    ///
    /// No such configuration, or it is not being created.
    pub fn settle(&self, arn: &str, failed: bool) -> Result<(), ControlError> {
        self.change(|state| {
            let (account, region) = target::place(arn)?;
            let now = state.world.clock.now();
            let context = state.context(&account, &region, &self.service.options, now);
            let scope = context.scope;
            let recording = scope.recording_configurations.get_mut(arn);
            let slate = scope.failover_slates.get_mut(arn);
            let settled = match (recording, slate) {
                (Some(configuration), _) => configuration.settle(failed),
                (_, Some(configuration)) => configuration.settle(failed),
                (None, None) => return Err(ControlError::not_found(arn)),
            };
            let message = || ControlError::rejected(format!("{arn} is not being created"));
            settled.then_some(()).ok_or_else(message)
        })
    }

    /// Orders a fault for the next `times` requests of an operation, or of all with `*`.
    ///
    /// # Errors
    ///
    /// The service has no such operation, or the fault is impossible.
    pub fn fail_next(&self, operation: &str, fault: Fault, times: u32) -> Result<(), ControlError> {
        if operation != "*" && operations::find(operation).is_none() {
            return Err(ControlError::invalid(format!(
                "Unknown operation: {operation}"
            )));
        }
        let queued = QueuedFault::new(operation, fault, times)?;
        self.change(|state| {
            state.world.faults.push(queued);
            Ok(())
        })
    }

    /// Takes the fault that is ordered for the next request of an operation.
    pub(super) fn next_fault(self, operation: &str) -> Option<Fault> {
        let mut state = self.service.lock();
        let fault = fault::next(&mut state.world.faults, operation)?;
        // The request fails in any case, and the next change reports the error.
        let _ = self.service.changed();
        Some(fault)
    }

    /// Returns the events that EventBridge would have delivered, oldest first: the newest 10,000.
    pub fn events(&self) -> Vec<Event> {
        let mut state = self.service.lock();
        state.settle(&self.service.options);
        state.world.events.iter().cloned().collect()
    }

    /// Returns the manifests of recordings that were written, oldest first: the newest 10,000.
    pub fn objects(&self) -> Vec<StoredObject> {
        let mut state = self.service.lock();
        state.settle(&self.service.options);
        state.world.objects.iter().cloned().collect()
    }

    /// Plays a channel, by a playback URL with the token in its query, as a player with an origin
    /// and in a country. If it plays, there is one viewer more, and a single-use token is spent.
    ///
    /// # Errors
    ///
    /// The state file cannot be written.
    pub fn playback(
        &self,
        url: &str,
        origin: Option<&str>,
        country: Option<&str>,
    ) -> Result<Playback, ControlError> {
        let request = playback::Request {
            url,
            origin,
            country,
        };
        self.change(|state| Ok(playback::play(state, &self.service.options, &request)))
    }

    /// Returns the time of the fake's clock.
    pub fn now(&self) -> SystemTime {
        self.service.lock().world.clock.now().system_time()
    }

    /// Returns all channels with their keys and streams.
    pub fn overview(&self) -> Overview {
        let mut state = self.service.lock();
        state.settle(&self.service.options);
        overview::of(&state)
    }

    /// Removes all state: the service is as it was started, with the same seed.
    ///
    /// # Errors
    ///
    /// The state file cannot be written.
    pub fn reset(&self) -> Result<(), ControlError> {
        self.change(|state| {
            *state = State::new(&self.service.options);
            Ok(())
        })
    }
}

fn live(channel: &Channel, live: bool) -> Controlled<()> {
    let message = || ControlError::rejected(format!("{} is not live", channel.arn));
    live.then_some(()).ok_or_else(message)
}
