//! The time that scripts run in: tokio's, which in a paused runtime goes on only when all wait.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_async::time::TimeSource;
use tokio::time::Instant;

/// Seconds since 1970 at which clocks start: 2027-01-15T08:00:00Z.
pub const START: u64 = 1_800_000_000;

/// A clock that notes what is waited for.
#[derive(Clone)]
pub struct Clock {
    start: Instant,
    slept: Arc<Mutex<Vec<Duration>>>,
}

impl Clock {
    /// A clock that starts now.
    pub fn start() -> Self {
        Self {
            start: Instant::now(),
            slept: Arc::default(),
        }
    }

    /// How long it has run.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// What was waited for since it was asked last.
    pub fn slept(&self) -> Vec<Duration> {
        std::mem::take(&mut self.slept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl AsyncSleep for Clock {
    /// Noted when it is polled: a timeout whose work is done at once waits for nothing.
    fn sleep(&self, duration: Duration) -> Sleep {
        let slept = self.slept.clone();
        Sleep::new(async move {
            slept
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

/// The runtime prints its components: what would be in it is different in every run.
impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}
