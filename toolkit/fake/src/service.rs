//! The behaviour of the service: its resources with their states, limits and errors.
//!
//! Each resource has a module, which reads inputs as structures and writes outputs as views. All
//! state is in one [`State`](state::State) behind one lock, so concurrent callers see one order.

mod ad_configuration;
mod arn;
mod broadcast;
mod channel;
mod clock;
mod context;
mod control;
mod error;
mod event;
mod failover_slate;
mod ids;
mod ingest;
mod input;
mod list;
mod manifest;
mod operations;
mod options;
mod origin;
mod output;
mod page;
mod persistence;
mod playback;
mod playback_key_pair;
mod playback_restriction_policy;
mod quota;
mod recording;
mod recording_configuration;
mod reference;
mod rendition;
mod session;
mod state;
mod stream;
mod stream_key;
mod stream_session;
mod table;
mod tags;
mod takeover;
mod timer;
mod token;
mod viewer_session;

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value};

use crate::behaviour::{Behaviour, Caller, Fault, ServiceError};
pub use broadcast::Encoder;
pub use clock::Clock;
pub use control::{
    ChannelOverview, Control, ControlError, ControlErrorKind, Overview, StreamOverview,
};
pub use event::Event;
pub use ingest::{AudioTrack, Ingest, VideoTrack};
pub use manifest::StoredObject;
pub use options::Options;
pub use persistence::StateFileError;
pub use playback::{Denial, Playback};
pub use quota::{Limits, Quotas};
use state::State;

/// A service with its state.
#[derive(Debug)]
pub struct Service {
    options: Options,
    file: Option<PathBuf>,
    state: Mutex<State>,
}

impl Service {
    /// Returns a service without resources.
    pub fn new(options: Options) -> Self {
        let state = Mutex::new(State::new(&options));
        Self {
            options,
            file: None,
            state,
        }
    }

    /// Returns a service with the state of a file. The file is written after each change, and
    /// created by the first one.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not a state file. It stays as it is.
    pub fn open(options: Options, file: PathBuf) -> Result<Self, StateFileError> {
        let state = persistence::load(&file)?.unwrap_or_else(|| State::new(&options));
        Ok(Self {
            options,
            file: Some(file),
            state: Mutex::new(state),
        })
    }

    /// Returns the control interface.
    pub fn control(&self) -> Control<'_> {
        Control::new(self)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // The state is changed by code that does not panic, so it is consistent.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn save(&self, state: &State) -> Result<(), StateFileError> {
        self.file
            .as_ref()
            .map_or(Ok(()), |file| persistence::save(file, state))
    }
}

impl Behaviour for Service {
    fn call(
        &self,
        operation: &str,
        input: Map<String, Value>,
        caller: &Caller,
    ) -> Result<Map<String, Value>, ServiceError> {
        let run = operations::find(operation).ok_or_else(|| error::unknown_operation(operation))?;
        let mut state = self.lock();
        state.world.clock.step();
        let now = state.settle(&self.options);
        let mut context = state.context(&caller.account, &caller.region, &self.options, now);
        quota::count_call(&mut context, operation)?;
        let output = run(&mut context, input)?;
        if !operations::is_read_only(operation) {
            self.save(&state).map_err(error::internal)?;
        }
        Ok(output)
    }

    fn next_fault(&self, operation: &str) -> Option<Fault> {
        self.control().next_fault(operation)
    }
}
