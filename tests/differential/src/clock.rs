//! A clock on tokio's time, which in a paused runtime advances only when all tasks wait.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_async::time::TimeSource;
use tokio::time::Instant;

/// The Unix time in seconds at which clocks start: 2027-01-15T08:00:00Z.
pub const START: u64 = 1_800_000_000;

/// A clock that records sleeps.
#[derive(Clone)]
pub struct Clock {
    start: Instant,
    sleeps: Arc<Mutex<Vec<Duration>>>,
}

impl Clock {
    /// Starts a clock.
    pub fn start() -> Self {
        Self {
            start: Instant::now(),
            sleeps: Arc::default(),
        }
    }

    /// Returns the time since the start.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// Returns the sleeps since the previous call.
    pub fn take_sleeps(&self) -> Vec<Duration> {
        std::mem::take(&mut self.sleeps.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl AsyncSleep for Clock {
    /// Sleeps for `duration`.
    ///
    /// The sleep is recorded when first polled: a timeout around a future that is ready at once
    /// does not sleep.
    fn sleep(&self, duration: Duration) -> Sleep {
        let sleeps = self.sleeps.clone();
        Sleep::new(async move {
            sleeps
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(duration);
            tokio::time::sleep(duration).await;
        })
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(START) + self.elapsed()
    }
}

/// Omits the state, which differs in every run: the runtime prints its components.
impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}
