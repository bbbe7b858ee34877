//! Prefixes of recordings.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// The prefix of a recording's objects:
/// `ivs/v1/ACCOUNT/CHANNEL/YEAR/MONTH/DAY/HOUR/MINUTE/RECORDING`.
///
/// The numbers are the time in UTC at which recording started, without leading zeros. Merged
/// streams share a prefix.
///
/// It parses event members (`recording_s3_key_prefix`) and also keys of objects below the prefix,
/// whose rest it drops.
///
/// # Examples
///
/// ```
/// use ivs_toolkit::recording::Prefix;
///
/// let key = "ivs/v1/123456789012/abcdABCDefgh/2026/3/5/7/4/ijklMNOPqrst/media/hls/master.m3u8";
/// let prefix: Prefix = key.parse()?;
/// assert_eq!((prefix.channel_id.as_str(), prefix.month), ("abcdABCDefgh", 3));
/// assert!(prefix.failed_manifest().ends_with("/ijklMNOPqrst/events/recording-failed.json"));
/// # Ok::<(), ivs_toolkit::recording::PrefixError>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Prefix {
    /// The account of the channel, 12 digits.
    pub account: String,
    /// The id of the channel, the last part of its ARN.
    pub channel_id: String,
    /// The year at which recording started.
    pub year: u16,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1 to 31.
    pub day: u8,
    /// The hour, from 0 to 23.
    pub hour: u8,
    /// The minute, from 0 to 59.
    pub minute: u8,
    /// The id of the recording, which differs from the recording session's.
    pub recording_id: String,
}

impl Prefix {
    /// Returns the key of the manifest that is written when recording starts.
    pub fn started_manifest(&self) -> String {
        format!("{self}/events/recording-started.json")
    }

    /// Returns the key of the manifest of a complete recording.
    pub fn ended_manifest(&self) -> String {
        format!("{self}/events/recording-ended.json")
    }

    /// Returns the key of the manifest of a recording that ended with a failure.
    pub fn failed_manifest(&self) -> String {
        format!("{self}/events/recording-failed.json")
    }
}

impl FromStr for Prefix {
    type Err = PrefixError;

    fn from_str(key: &str) -> Result<Self, PrefixError> {
        let mut parts = key.trim_start_matches('/').split('/');
        if parts.next() != Some("ivs") || parts.next() != Some("v1") {
            return Err(PrefixError);
        }
        let mut part = || {
            parts
                .next()
                .filter(|part| !part.is_empty())
                .ok_or(PrefixError)
        };
        Ok(Self {
            account: part()?.to_owned(),
            channel_id: part()?.to_owned(),
            year: number(part()?, 0..=u16::MAX)?,
            month: number(part()?, 1..=12)?,
            day: number(part()?, 1..=31)?,
            hour: number(part()?, 0..=23)?,
            minute: number(part()?, 0..=59)?,
            recording_id: part()?.to_owned(),
        })
    }
}

/// Parses a number without leading zeros, so that a prefix is displayed as it was parsed.
fn number<T: FromStr + PartialOrd>(
    part: &str,
    range: std::ops::RangeInclusive<T>,
) -> Result<T, PrefixError> {
    let canonical = part == "0" || !part.starts_with(['0', '+']);
    let number = part.parse().ok().filter(|number| range.contains(number));
    number.filter(|_| canonical).ok_or(PrefixError)
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            account,
            channel_id,
            year,
            month,
            day,
            hour,
            minute,
            recording_id,
        } = self;
        let time = format_args!("{year}/{month}/{day}/{hour}/{minute}");
        write!(f, "ivs/v1/{account}/{channel_id}/{time}/{recording_id}")
    }
}

/// The key is not below a recording's prefix.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct PrefixError;

impl fmt::Display for PrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the prefix of a recording has the form \
             `ivs/v1/ACCOUNT/CHANNEL/YEAR/MONTH/DAY/HOUR/MINUTE/RECORDING`",
        )
    }
}

impl Error for PrefixError {}

#[cfg(test)]
mod tests {
    use super::{Prefix, PrefixError};

    const PREFIX: &str = "ivs/v1/123456789012/Qw3rTy7UiOp1/2026/3/5/0/4/Zx4Cv6Bn8Ml0";

    #[test]
    fn a_prefix_survives_a_round_trip() {
        let prefix: Prefix = PREFIX.parse().expect("a prefix");
        assert_eq!(prefix.to_string(), PREFIX);
        assert_eq!((prefix.month, prefix.hour, prefix.minute), (3, 0, 4));
        assert_eq!(prefix.recording_id, "Zx4Cv6Bn8Ml0");
    }

    #[test]
    fn keys_below_a_prefix_have_it() {
        for key in [
            format!("/{PREFIX}"),
            format!("{PREFIX}/"),
            format!("{PREFIX}/events/recording-ended.json"),
        ] {
            assert_eq!(
                key.parse::<Prefix>()
                    .map(|prefix| prefix.to_string())
                    .as_deref(),
                Ok(PREFIX)
            );
        }
    }

    #[test]
    fn other_keys_have_none() {
        for key in [
            "",
            "ivs/v2/1/a/2026/3/5/0/4/b",
            "ivs/v1/1/a/2026/3/5/0/4",
            "ivs/v1/1/a/2026/3/5/0/4/",
            "ivs/v1/1//2026/3/5/0/4/b",
            "ivs/v1/1/a/2026/03/5/0/4/b",
            "ivs/v1/1/a/2026/13/5/0/4/b",
            "ivs/v1/1/a/2026/3/5/+1/4/b",
            "ivs/v1/1/a/2026/3/5/0/60/b",
        ] {
            assert_eq!(key.parse::<Prefix>(), Err(PrefixError), "{key}");
        }
    }
}
