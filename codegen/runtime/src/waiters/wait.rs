//! The limits of a wait, and its progress.

use std::fmt;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, SystemTime};

use aws_smithy_async::time::SharedTimeSource;

use super::{AcceptorState, Defaults};

/// The shortest delay: delays are whole seconds.
const MIN_DELAY: Duration = Duration::from_secs(1);

/// The longest delay, which is also that of models.
const MAX_DELAY: Duration = Duration::from_secs(i32::MAX as u64);

/// The limits of a wait. A [`Duration`] converts into a wait of at most that time.
#[must_use]
pub struct Wait {
    end: End,
    min_delay: Option<Duration>,
    max_delay: Option<Duration>,
    successes: Option<u32>,
    observer: Option<Observer>,
}

type Observer = Box<dyn Fn(&Progress) + Send + Sync>;

#[derive(Clone, Copy, Debug)]
enum End {
    After(Duration),
    At(SystemTime),
}

impl Wait {
    /// Creates a wait of at most `time`, from the first poll on.
    pub fn at_most(time: Duration) -> Self {
        Self::ending(End::After(time))
    }

    /// Creates a wait that ends at `deadline`, by the client's time source.
    pub fn until(deadline: SystemTime) -> Self {
        Self::ending(End::At(deadline))
    }

    fn ending(end: End) -> Self {
        Self {
            end,
            min_delay: None,
            max_delay: None,
            successes: None,
            observer: None,
        }
    }

    /// Sets the minimum delay between two polls, in whole seconds and at least one.
    pub fn min_delay(mut self, delay: Duration) -> Self {
        self.min_delay = Some(delay);
        self
    }

    /// Sets the maximum delay between two polls, in whole seconds and at least the minimum delay.
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = Some(delay);
        self
    }

    /// Sets the number of successes in a row that end the wait, at least one.
    ///
    /// Services that are eventually consistent may show an older state after a newer one.
    pub fn successes(mut self, count: u32) -> Self {
        self.successes = Some(count);
        self
    }

    /// Calls `observer` after each poll, for example to display the progress.
    ///
    /// A poll that fails with an error that is not the operation's ends the wait, unobserved.
    pub fn on_poll(mut self, observer: impl Fn(&Progress) + Send + Sync + 'static) -> Self {
        self.observer = Some(Box::new(observer));
        self
    }

    /// Calls `observer` after each poll, in addition to the present observer.
    #[cfg(feature = "futures-stream")]
    pub(super) fn also_on_poll(
        mut self,
        observer: impl Fn(&Progress) + Send + Sync + 'static,
    ) -> Self {
        let present = self.observer.take();
        self.on_poll(move |progress| {
            if let Some(present) = &present {
                present(progress);
            }
            observer(progress);
        })
    }

    /// Returns the minimum and maximum delay.
    pub(super) fn delays(&self, defaults: Defaults) -> (Duration, Duration) {
        let whole = |delay: Duration| Duration::from_secs(delay.as_secs());
        let min = self.min_delay.map(whole);
        let min = min.unwrap_or(Duration::from_secs(defaults.min_delay));
        let min = min.clamp(MIN_DELAY, MAX_DELAY);
        let max = self.max_delay.map(whole);
        let max = max.unwrap_or(Duration::from_secs(defaults.max_delay));
        (min, max.clamp(min, MAX_DELAY))
    }

    /// Returns the time that is left at `start`.
    pub(super) fn max_wait(&self, start: SystemTime) -> Duration {
        match self.end {
            End::After(time) => time,
            End::At(deadline) => deadline.duration_since(start).unwrap_or_default(),
        }
    }
}

impl From<Duration> for Wait {
    fn from(time: Duration) -> Self {
        Self::at_most(time)
    }
}

impl fmt::Debug for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("end", &self.end)
            .field("min_delay", &self.min_delay)
            .field("max_delay", &self.max_delay)
            .field("successes", &self.successes)
            .finish_non_exhaustive()
    }
}

/// The progress of a wait after a poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The number of polls so far.
    pub polls: u32,
    /// The state after the poll, before successes in a row are counted.
    pub state: AcceptorState,
    /// The number of successes in a row.
    pub successes: u32,
    /// The time since the wait began.
    pub elapsed: Duration,
}

/// The polls of a wait so far.
pub(super) struct Polls {
    wait: Wait,
    required: u32,
    time_source: SharedTimeSource,
    start: SystemTime,
    /// The numbers of polls and of successes in a row.
    counts: Mutex<(u32, u32)>,
}

impl Polls {
    pub(super) fn new(wait: Wait, defaults: Defaults, time_source: SharedTimeSource) -> Self {
        Self {
            required: wait.successes.unwrap_or(defaults.successes),
            wait,
            start: time_source.now(),
            time_source,
            counts: Mutex::default(),
        }
    }

    /// Adds a poll with its state, and returns the state of the wait.
    pub(super) fn add(&self, state: AcceptorState) -> AcceptorState {
        let (polls, successes) = {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            counts.0 = counts.0.saturating_add(1);
            counts.1 = match state {
                AcceptorState::Success => counts.1.saturating_add(1),
                _ => 0,
            };
            *counts
        };
        if let Some(observer) = &self.wait.observer {
            let elapsed = self.time_source.now().duration_since(self.start);
            observer(&Progress {
                polls,
                state,
                successes,
                elapsed: elapsed.unwrap_or_default(),
            });
        }
        match state {
            AcceptorState::Success if successes < self.required => AcceptorState::Retry,
            state => state,
        }
    }
}
