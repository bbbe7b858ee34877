//! The fake's clock, and points in time.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize, Serializer};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The last moment of the year 9999, in milliseconds: later times have no RFC 3339 form.
const LATEST: i64 = 253_402_300_799_000;

/// A point in time, in milliseconds since the Unix epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Timestamp(i64);

impl Timestamp {
    pub(crate) fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(0, LATEST))
    }

    pub(crate) fn system_time(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_millis(self.0.unsigned_abs())
    }

    /// Converts seconds as JSON has them. Times out of range become the nearest in range.
    pub(crate) fn from_seconds(seconds: f64) -> Self {
        // The cast saturates, and turns NaN into 0.
        Self::from_millis((seconds * 1000.0).round() as i64)
    }

    pub(crate) fn seconds(self) -> i64 {
        self.0 / 1000
    }

    /// Returns the beginning of the second.
    pub(crate) fn whole_seconds(self) -> Self {
        Self(self.seconds() * 1000)
    }

    pub(crate) fn plus(self, duration: Duration) -> Self {
        let millis = i64::try_from(duration.as_millis()).unwrap_or(LATEST);
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// Returns the time since `earlier`, zero if it is later.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// Returns the RFC 3339 form in whole seconds: `2026-11-30T09:15:07Z`.
    pub(crate) fn rfc3339(self) -> String {
        self.date().format(&Rfc3339).unwrap_or_default()
    }

    /// Returns year, month, day, hour and minute as a path without leading zeros.
    pub(crate) fn path(self) -> String {
        let date = self.date();
        let (hour, minute, _) = date.to_hms();
        format!(
            "{}/{}/{}/{hour}/{minute}",
            date.year(),
            u8::from(date.month()),
            date.day()
        )
    }

    fn date(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.seconds()).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

/// A time as outputs of operations hold it: in seconds, with a fraction only if it has one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EpochSeconds(pub(crate) Timestamp);

impl Serialize for EpochSeconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let millis = self.0.0;
        if millis % 1000 == 0 {
            serializer.serialize_i64(millis / 1000)
        } else {
            serializer.serialize_f64(millis as f64 / 1000.0)
        }
    }
}

/// The source of the fake's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Clock {
    /// The time of the machine, plus what the clock was advanced by.
    Real {
        /// The milliseconds that the clock is ahead.
        ahead_ms: i64,
    },
    /// A time that changes only when it is advanced, and by a fixed step with each request.
    Manual {
        /// The time in milliseconds since the Unix epoch.
        now_ms: i64,
        /// The milliseconds that each request takes.
        step_ms: i64,
    },
}

impl Clock {
    /// Returns the clock of the machine.
    pub fn real() -> Self {
        Self::Real { ahead_ms: 0 }
    }

    /// Returns a clock that stands at the beginning of the year 2026.
    pub fn manual() -> Self {
        Self::Manual {
            now_ms: 1_767_225_600_000,
            step_ms: 0,
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millis(match *self {
            Self::Real { ahead_ms } => {
                let elapsed = SystemTime::now()
                    .duration_since(UNIX_EPOCH)
                    .unwrap_or_default();
                i64::try_from(elapsed.as_millis())
                    .unwrap_or(LATEST)
                    .saturating_add(ahead_ms)
            }
            Self::Manual { now_ms, .. } => now_ms,
        })
    }

    /// Moves the clock as one request does.
    pub(crate) fn step(&mut self) {
        if let Self::Manual { now_ms, step_ms } = self {
            *now_ms = now_ms.saturating_add(*step_ms).clamp(0, LATEST);
        }
    }

    pub(crate) fn advance(&mut self, duration: Duration) {
        let millis = i64::try_from(duration.as_millis()).unwrap_or(LATEST);
        match self {
            Self::Real { ahead_ms: value } | Self::Manual { now_ms: value, .. } => {
                *value = value.saturating_add(millis).min(LATEST);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_no_leading_zeros_in_paths() {
        let time = Timestamp::from_millis(1_772_694_240_999);
        assert_eq!(time.rfc3339(), "2026-03-05T07:04:00Z");
        assert_eq!(time.path(), "2026/3/5/7/4");
    }

    #[test]
    fn extreme_times_are_clamped() {
        for seconds in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            let time = Timestamp::from_seconds(seconds);
            assert!(
                time.plus(Duration::MAX).rfc3339().ends_with('Z'),
                "{seconds}"
            );
        }
        let mut clock = Clock::manual();
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now().rfc3339(), "9999-12-31T23:59:59Z");
    }

    #[test]
    fn fractions_of_seconds_are_kept_in_outputs() {
        let json = |millis| serde_json::to_string(&EpochSeconds(Timestamp::from_millis(millis)));
        assert_eq!(json(2000).unwrap(), "2");
        assert_eq!(json(2500).unwrap(), "2.5");
    }

    #[test]
    fn manual_clock_steps_with_each_request() {
        let mut clock = Clock::Manual {
            now_ms: 1000,
            step_ms: 250,
        };
        clock.step();
        assert_eq!(clock.now(), Timestamp::from_millis(1250));
    }
}
