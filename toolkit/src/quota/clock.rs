//! A clock that does not go backwards.

use std::time::{Duration, SystemTime};

/// Corrects the time of a system clock that may be set back.
///
/// Otherwise, times that were reserved before would lie far ahead, and all calls would wait for
/// them.
#[derive(Debug, Default)]
pub(super) struct MonotonicClock {
    latest: Option<SystemTime>,
    /// The sum of all steps backwards.
    offset: Duration,
}

impl MonotonicClock {
    /// Returns the time of the system clock plus all its steps backwards.
    pub(super) fn advance(&mut self, system: SystemTime) -> SystemTime {
        let mut now = system.checked_add(self.offset).unwrap_or(system);
        if let Some(latest) = self.latest
            && let Ok(step) = latest.duration_since(now)
        {
            self.offset = self.offset.saturating_add(step);
            now = latest;
        }
        self.latest = Some(now);
        now
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::MonotonicClock;

    #[test]
    fn a_step_back_stops_the_clock_and_no_more() {
        let mut clock = MonotonicClock::default();
        let mut advance = |seconds| {
            let now = clock.advance(UNIX_EPOCH + Duration::from_secs(seconds));
            now.duration_since(UNIX_EPOCH).expect("later").as_secs()
        };
        let times = [100, 101, 50, 51, 0, 2, 500].map(&mut advance);
        assert_eq!(times, [100, 101, 101, 102, 102, 104, 602]);
    }
}
