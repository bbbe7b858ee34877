//! The counts that all clients of an account share.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use ivs_sdk::config::Region;

use super::ExceededError;
use super::clock::MonotonicClock;
use super::window::Window;

/// The longest delay of [`Quota::published`].
const MAX_DELAY: Duration = Duration::from_secs(60);

/// Windows that are out of use are removed if there are more.
const MAX_WINDOWS: usize = 1_024;

/// The quotas of an account, as a plugin of its clients. Clones share the counts.
///
/// Delays need a sleep implementation in the configuration: the client's feature `rt-tokio` has
/// one.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, Instant};
///
/// use ivs_toolkit::quota::Quota;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), ivs_sdk::Error> {
/// # let fake = ivs_fake::Fake::start();
/// let quota = Quota::published().max_delay(Duration::from_secs(5));
/// let client = ivs_sdk::Client::from_conf(fake.config().runtime_plugin(quota).build());
/// let start = Instant::now();
/// for _ in 0..6 {
///     client.list_streams().send().await?;
/// }
/// // Five calls are permitted in a second.
/// assert!(start.elapsed() >= Duration::from_millis(900));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Quota {
    max_delay: Duration,
    state: Arc<Mutex<State>>,
}

/// The state that clones share.
#[derive(Default)]
struct State {
    clock: MonotonicClock,
    windows: HashMap<Key, Window>,
}

/// The scope of a quota.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) struct Key {
    pub(super) region: Option<Region>,
    pub(super) operation: &'static str,
    pub(super) channel: Option<String>,
}

/// A call that counts for quotas.
#[derive(Debug)]
pub(super) struct CountedCall {
    /// The quotas, with their calls per second: at least one, the narrowest last.
    pub(super) quotas: Vec<(Key, usize)>,
}

impl Quota {
    /// Creates the published quotas. A call that would be delayed by more than a minute fails.
    pub fn published() -> Self {
        Self {
            max_delay: MAX_DELAY,
            state: Arc::default(),
        }
    }

    /// Fails calls that would be delayed by more than `delay`.
    ///
    /// [`Duration::ZERO`] delays no call: it fails with an [`ExceededError`] instead. Delays count for
    /// the timeout of an operation, and not for that of an attempt.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reserves the next permitted time for a first attempt.
    pub(super) fn reserve(
        &self,
        call: &CountedCall,
        now: SystemTime,
    ) -> Result<Reservation, ExceededError> {
        self.state().reserve(call, now, None, self.max_delay)
    }

    /// Reserves the next permitted time after a backoff for a retry.
    pub(super) fn reserve_retry(
        &self,
        call: &CountedCall,
        now: SystemTime,
        backoff: Duration,
    ) -> Result<Reservation, ExceededError> {
        self.state()
            .reserve(call, now, Some(backoff), self.max_delay)
    }

    /// Adapts the rates to the response to an attempt that was reserved for `attempt`.
    pub(super) fn observe(
        &self,
        call: &CountedCall,
        attempt: SystemTime,
        now: SystemTime,
        throttled: bool,
    ) {
        let mut state = self.state();
        let now = state.clock.advance(now);
        for (key, _) in &call.quotas {
            if let Some(window) = state.windows.get_mut(key) {
                window.observe(attempt, now, throttled);
            }
        }
    }
}

/// A permitted time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reservation {
    /// The time by the clock of the quota.
    pub(super) time: SystemTime,
    /// The time from now on.
    pub(super) delay: Duration,
}

impl State {
    fn reserve(
        &mut self,
        call: &CountedCall,
        now: SystemTime,
        backoff: Option<Duration>,
        max_delay: Duration,
    ) -> Result<Reservation, ExceededError> {
        let now = self.clock.advance(now);
        if self.windows.len() > MAX_WINDOWS {
            self.windows.retain(|_, window| window.is_in_use(now));
        }
        let asked = now + backoff.unwrap_or_default();
        // First attempts wait in line for their channel, or else their account. The line of a
        // channel does not hold up other channels.
        let line = call.quotas.len().saturating_sub(1);
        let in_line = |index| backoff.is_none() && index == line;
        // Each quota can only move the time later, until all agree.
        let mut time = asked;
        loop {
            let before = time;
            for (index, (key, limit)) in call.quotas.iter().enumerate() {
                let window = self.windows.entry(key.clone());
                let window = window.or_insert_with(|| Window::new(*limit));
                time = window.next(now, time, in_line(index));
            }
            if time == before {
                break;
            }
        }
        let delay = time.duration_since(asked).unwrap_or_default();
        if delay > max_delay {
            return Err(ExceededError { delay });
        }
        for (index, (key, _)) in call.quotas.iter().enumerate() {
            if let Some(window) = self.windows.get_mut(key) {
                window.reserve(time, in_line(index));
            }
        }
        let delay = time.duration_since(now).unwrap_or_default();
        Ok(Reservation { time, delay })
    }
}

impl fmt::Debug for Quota {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quota")
            .field("max_delay", &self.max_delay)
            .finish_non_exhaustive()
    }
}
