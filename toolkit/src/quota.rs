//! Calls within the service's quotas.
//!
//! The service limits how often an account may call an operation in a region, most of them 5 times a
//! second, and `PutMetadata` also by channel. [`Quota`] delays the calls that would be refused, in the
//! order in which they were made, so that a thousand tasks need no code for it. The rates are
//! published: see [`RATES`].
//!
//! If the service refuses a call all the same, because other clients use up the quota too, the rate is
//! halved; calls that succeed raise it again.
//!
//! # Examples
//!
//! ```
//! use ivs_sdk::{Client, Config};
//! use ivs_toolkit::quota::Quota;
//!
//! // One for each account, shared by all its clients.
//! let quota = Quota::published();
//! let config = Config::builder().runtime_plugin(quota.clone());
//! # let config = config.behavior_version(ivs_sdk::config::BehaviorVersion::latest());
//! let client = Client::from_conf(config.build());
//! # let _ = client;
//! ```

mod plugin;
mod rates;
#[cfg(test)]
mod tests;
mod window;

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use ivs_sdk::config::Region;

pub use rates::{RATES, Rate, UNPUBLISHED};

use window::Window;

/// The longest delay of [`Quota::published`].
const MAX_DELAY: Duration = Duration::from_secs(60);

/// Windows that are out of use are removed if there are more.
const MAX_WINDOWS: usize = 1_024;

/// The quotas of an account, as a plugin of its clients. Clones share the counts.
///
/// Delays need a sleep implementation in the configuration: the client's feature `rt-tokio` has one.
#[derive(Clone)]
pub struct Quota {
    max_delay: Duration,
    windows: Arc<Mutex<HashMap<Key, Window>>>,
}

/// The scope of a quota.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct Key {
    region: Option<Region>,
    operation: &'static str,
    channel: Option<String>,
}

/// A call that counts for quotas.
#[derive(Debug)]
struct CountedCall {
    /// The quotas, with their calls per second.
    quotas: Vec<(Key, usize)>,
}

impl Quota {
    /// Creates the published quotas. A call that would be delayed by more than a minute fails.
    pub fn published() -> Self {
        Self {
            max_delay: MAX_DELAY,
            windows: Arc::default(),
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

    /// Reserves the next permitted time for a call, from `now` on.
    fn reserve(&self, call: &CountedCall, now: SystemTime) -> Result<SystemTime, ExceededError> {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() > MAX_WINDOWS {
            windows.retain(|_, window| window.is_in_use(now));
        }
        let next = call.quotas.iter().map(|(key, limit)| {
            let window = windows
                .entry(key.clone())
                .or_insert_with(|| Window::new(*limit));
            window.next(now)
        });
        let time = next.max().unwrap_or(now);
        let delay = time.duration_since(now).unwrap_or_default();
        if delay > self.max_delay {
            return Err(ExceededError { delay });
        }
        for (key, _) in &call.quotas {
            if let Some(window) = windows.get_mut(key) {
                window.reserve(time);
            }
        }
        Ok(time)
    }

    /// Adapts the rates to a response.
    fn observe(&self, call: &CountedCall, throttled: bool) {
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, _) in &call.quotas {
            if let Some(window) = windows.get_mut(key) {
                window.observe(throttled);
            }
        }
    }
}

impl fmt::Debug for Quota {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quota")
            .field("max_delay", &self.max_delay)
            .finish_non_exhaustive()
    }
}

/// A call was not sent, because it would exceed a quota.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExceededError {
    delay: Duration,
}

impl ExceededError {
    /// Returns the time after which the quota would have permitted the call.
    pub fn delay(&self) -> Duration {
        self.delay
    }
}

impl fmt::Display for ExceededError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.delay.as_millis();
        write!(
            f,
            "the call would exceed a quota of the service; try again in {milliseconds} ms"
        )
    }
}

impl Error for ExceededError {}
