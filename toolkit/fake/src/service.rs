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
mod saver;
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
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
use saver::Saver;
use state::State;

/// A service with its state.
#[derive(Debug)]
pub struct Service {
    options: Options,
    state: Arc<Mutex<State>>,
    saver: Option<Saver>,
}

impl Service {
    /// Returns a service without resources.
    pub fn new(options: Options) -> Self {
        let state = Arc::new(Mutex::new(State::new(&options)));
        Self {
            options,
            state,
            saver: None,
        }
    }

    /// Returns a service with the state of a file, which a thread keeps up to date.
    ///
    /// The thread writes at once or, if it has just written, some 100 ms later; the first change
    /// creates the file. Dropping the service writes what is left.
    ///
    /// # Errors
    ///
    /// The file cannot be read or replaced, or is not a state file. It stays as it is.
    pub fn open(options: Options, file: PathBuf) -> Result<Self, StateFileError> {
        let state = persistence::load(&file)?.unwrap_or_else(|| State::new(&options));
        persistence::check_writable(&file)?;
        let state = Arc::new(Mutex::new(state));
        let saver = Saver::start(file, persistence::save, Arc::clone(&state))?;
        Ok(Self {
            options,
            state,
            saver: Some(saver),
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

    /// Waits until the state file, if there is one, has all changes.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn save(&self) -> Result<(), StateFileError> {
        self.saver.as_ref().map_or(Ok(()), Saver::save)
    }

    /// Lets the state file be written, after a change of the state, which is still locked.
    fn changed(&self) -> Result<(), StateFileError> {
        self.saver.as_ref().map_or(Ok(()), Saver::changed)
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
            self.changed().map_err(error::internal)?;
        }
        Ok(output)
    }

    fn next_fault(&self, operation: &str) -> Option<Fault> {
        self.control().next_fault(operation)
    }
}
