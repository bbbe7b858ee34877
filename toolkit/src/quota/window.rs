//! The calls of the last second.

use std::collections::VecDeque;
use std::time::{Duration, SystemTime};

/// The longest that a second is stretched to after refusals.
const MAX_STRETCH: f64 = 32.0;

/// The share of the stretch that a success leaves.
const RECOVERY: f64 = 0.9;

/// The permitted times of the last calls: in no second are there more than the limit.
#[derive(Debug)]
pub(super) struct Window {
    limit: usize,
    times: VecDeque<SystemTime>,
    /// The number of seconds over which the limit is spread.
    stretch: f64,
}

impl Window {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit: limit.max(1),
            times: VecDeque::new(),
            stretch: 1.0,
        }
    }

    /// Returns the next permitted time, which is not before that of an earlier call.
    pub(super) fn next(&self, now: SystemTime) -> SystemTime {
        let last = self.times.back().copied().unwrap_or(now);
        let first = if self.times.len() < self.limit {
            now
        } else {
            self.times
                .front()
                .map_or(now, |first| *first + Duration::from_secs_f64(self.stretch))
        };
        now.max(last).max(first)
    }

    /// Records a call.
    pub(super) fn reserve(&mut self, time: SystemTime) {
        if self.times.len() >= self.limit {
            self.times.pop_front();
        }
        self.times.push_back(time);
    }

    /// Slows down after a refusal, and speeds up after a success.
    pub(super) fn observe(&mut self, throttled: bool) {
        self.stretch = if throttled {
            (self.stretch * 2.0).min(MAX_STRETCH)
        } else {
            (self.stretch * RECOVERY).max(1.0)
        };
    }

    /// Returns `true` if the window still affects calls.
    pub(super) fn is_in_use(&self, now: SystemTime) -> bool {
        let idle = self
            .times
            .back()
            .and_then(|last| now.duration_since(*last).ok());
        self.stretch > 1.0 || idle.is_none_or(|idle| idle < Duration::from_secs(1))
    }
}
