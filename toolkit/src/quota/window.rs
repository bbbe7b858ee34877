//! The calls of the last second, and those that are planned.

use std::collections::VecDeque;
use std::time::{Duration, SystemTime};

/// The longest that a second is stretched to after calls were throttled.
const MAX_STRETCH: f64 = 32.0;

/// The share of the stretch that a success leaves.
const RECOVERY: f64 = 0.9;

/// The permitted times of calls: in no second are there more than the limit.
#[derive(Debug)]
pub(super) struct Window {
    limit: usize,
    /// The times, in order: the last `limit` of the past, and all of the future.
    times: VecDeque<SystemTime>,
    /// The time of the last first attempt, which later ones do not overtake.
    last_in_line: Option<SystemTime>,
    /// The number of seconds over which the limit is spread.
    stretch: f64,
    /// The time at which the stretch was last raised.
    slowed: Option<SystemTime>,
}

impl Window {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit: limit.max(1),
            times: VecDeque::new(),
            last_in_line: None,
            stretch: 1.0,
            slowed: None,
        }
    }

    /// Returns the first permitted time from `earliest` on.
    ///
    /// Attempts `in_line` come after those before them. Others, which are retries after a backoff,
    /// neither wait in line nor hold it up.
    pub(super) fn next(
        &mut self,
        now: SystemTime,
        earliest: SystemTime,
        in_line: bool,
    ) -> SystemTime {
        while self.times.get(self.limit).is_some_and(|time| *time <= now) {
            self.times.pop_front();
        }
        let last = self.last_in_line.filter(|_| in_line);
        let mut time = last.map_or(earliest, |last| last.max(earliest));
        while let Some(later) = self.conflict(time) {
            time = later;
        }
        time
    }

    /// Returns a later time to try if a call at `time` would be one too many for a second.
    fn conflict(&self, time: SystemTime) -> Option<SystemTime> {
        let second = Duration::from_secs_f64(self.stretch);
        let index = self.times.partition_point(|other| *other <= time);
        // The seconds that begin with one of the calls before, latest first, and end with one
        // after.
        for start in (index.saturating_sub(self.limit)..index).rev() {
            let last = match start + self.limit {
                last if last == index => Some(time),
                last => self.times.get(last - 1).copied(),
            };
            let end = self.times[start] + second;
            if last.is_some_and(|last| last < end) {
                return Some(end);
            }
        }
        // The second that begins with this call.
        let last = *self.times.get(index + self.limit - 1)?;
        (last < time + second).then(|| self.times[index])
    }

    /// Records a call.
    pub(super) fn reserve(&mut self, time: SystemTime, in_line: bool) {
        let index = self.times.partition_point(|other| *other <= time);
        self.times.insert(index, time);
        if in_line {
            self.last_in_line = Some(time);
        }
    }

    /// Slows down if the service throttled an attempt, and speeds up after a success.
    pub(super) fn observe(&mut self, attempt: SystemTime, now: SystemTime, throttled: bool) {
        if !throttled {
            self.stretch = (self.stretch * RECOVERY).max(1.0);
        } else if self.slowed.is_none_or(|slowed| attempt >= slowed) {
            // Attempts that were sent before the last slowdown do not show that it was too little.
            self.stretch = (self.stretch * 2.0).min(MAX_STRETCH);
            self.slowed = Some(now);
        }
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
