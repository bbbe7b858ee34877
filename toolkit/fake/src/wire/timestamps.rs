//! Timestamps: on the wire in one of three formats, in inputs and outputs as seconds.

use std::time::SystemTime;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use http::HeaderValue;
use serde_json::{Number, Value};

use super::errors::header_value;
use super::table::TimestampFormat;

impl TimestampFormat {
    fn format(self) -> Format {
        match self {
            Self::DateTime => Format::DateTime,
            Self::HttpDate => Format::HttpDate,
            Self::EpochSeconds => Format::EpochSeconds,
        }
    }
}

/// Parses a timestamp; `None` if it is not in this format.
pub(super) fn parse(string: &str, format: TimestampFormat) -> Option<Value> {
    let time = DateTime::from_str(string, format.format()).ok()?;
    let number = match time.subsec_nanos() {
        0 => Number::from(time.secs()),
        _ => Number::from_f64(time.as_secs_f64())?,
    };
    Some(Value::Number(number))
}

/// Returns the timestamp of a number of seconds as a string; `None` if the format lacks it.
pub(super) fn format(seconds: &Number, format: TimestampFormat) -> Option<String> {
    let time = match seconds.as_i64() {
        Some(seconds) => DateTime::from_secs(seconds),
        None => {
            let seconds = seconds.as_f64()?;
            // A double has room for microseconds in this century, and noise after them.
            let micros = ((seconds - seconds.floor()) * 1e6).round();
            let whole = seconds.floor() as i64;
            match micros as u32 {
                1_000_000 => DateTime::from_secs(whole.checked_add(1)?),
                micros => DateTime::from_secs_and_nanos(whole, micros * 1000),
            }
        }
    };
    time.fmt(format.format()).ok()
}

/// Returns the value of the header `date`.
pub(super) fn date_header(now: SystemTime) -> HeaderValue {
    let seconds = DateTime::from(now).secs();
    let date = DateTime::from_secs(seconds).fmt(Format::HttpDate);
    header_value(&date.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn strings_and_seconds_are_converted_in_both_directions() {
        for (format, string, seconds) in [
            (
                TimestampFormat::DateTime,
                "1985-04-12T23:20:50.52Z",
                json!(482_196_050.52),
            ),
            (
                TimestampFormat::DateTime,
                "2014-04-29T18:30:38Z",
                json!(1_398_796_238),
            ),
            (
                TimestampFormat::HttpDate,
                "Tue, 29 Apr 2014 18:30:38 GMT",
                json!(1_398_796_238),
            ),
            (
                TimestampFormat::EpochSeconds,
                "1398796238.5",
                json!(1_398_796_238.5),
            ),
        ] {
            assert_eq!(parse(string, format).as_ref(), Some(&seconds), "{string}");
            let number = seconds.as_number().expect("a number");
            assert_eq!(super::format(number, format).as_deref(), Some(string));
        }
        assert_eq!(
            parse("1985-04-12T23:20:50+01:00", TimestampFormat::DateTime),
            None
        );
        assert_eq!(parse("1e", TimestampFormat::EpochSeconds), None);
    }
}
