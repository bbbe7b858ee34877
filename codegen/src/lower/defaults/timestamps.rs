//! Timestamps given as strings.

use crate::ast::TimestampFormat;

/// A point in time: seconds since the epoch, and nanoseconds.
pub(in crate::lower) type Time = (i64, u32);

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const DAY: i64 = 86_400;

/// Parses a timestamp in `format`; `None` if it has another form or does not exist.
pub(in crate::lower) fn parse(string: &str, format: TimestampFormat) -> Option<Time> {
    match format {
        TimestampFormat::DateTime => date_time(string),
        TimestampFormat::HttpDate => http_date(string),
        TimestampFormat::EpochSeconds => {
            let (seconds, fraction) = split_fraction(string)?;
            let is_negative = seconds.starts_with('-');
            let seconds: i64 = seconds.parse().ok()?;
            match (is_negative, fraction) {
                (true, 1..) => Some((seconds.checked_sub(1)?, 1_000_000_000 - fraction)),
                _ => Some((seconds, fraction)),
            }
        }
    }
}

/// Parses a timestamp of RFC 3339, for example `2020-01-02T03:04:05.678Z`.
fn date_time(string: &str) -> Option<Time> {
    let (date, time) = string.split_once(['T', 't'])?;
    let [year, month, day] = fields(date, '-', [4, 2, 2])?;
    let (time, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, 0),
        None => {
            let at = time.rfind(['+', '-'])?;
            let [hours, minutes] = fields(&time[at + 1..], ':', [2, 2])?;
            let offset = (hours < 24 && minutes < 60).then_some((hours * 60 + minutes) * 60)?;
            let sign = if time[at..].starts_with('-') { -1 } else { 1 };
            (&time[..at], sign * offset)
        }
    };
    let (time, nanos) = split_fraction(time)?;
    let seconds = days(year, month, day)? * DAY + seconds_of_day(time)?;
    Some((seconds - offset, nanos))
}

/// Parses an IMF-fixdate of RFC 9110, for example `Tue, 29 Apr 2014 18:30:38 GMT`. As in Smithy,
/// the seconds may have a fraction.
fn http_date(string: &str) -> Option<Time> {
    let (weekday, rest) = string.strip_suffix(" GMT")?.split_once(", ")?;
    let (date, time) = rest.rsplit_once(' ')?;
    let mut parts = date.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let month = MONTHS.iter().position(|name| *name == month)?;
    let month = i64::try_from(month + 1).ok()?;
    let days = days(number(year, 4)?, month, number(day, 2)?)?;
    let index = usize::try_from(days.rem_euclid(7)).ok()?;
    let (time, nanos) = split_fraction(time)?;
    let seconds = days * DAY + seconds_of_day(time)?;
    (WEEKDAYS.get(index) == Some(&weekday)).then_some((seconds, nanos))
}

/// Splits a number or time from its fraction, in nanoseconds.
fn split_fraction(string: &str) -> Option<(&str, u32)> {
    let Some((whole, fraction)) = string.split_once('.') else {
        return Some((string, 0));
    };
    let is_fraction = (1..=9).contains(&fraction.len());
    let digits = is_fraction.then(|| format!("{fraction:0<9}"))?;
    let nanos = number(&digits, 9)?;
    Some((whole, u32::try_from(nanos).ok()?))
}

/// Parses `hh:mm:ss`. A leap second counts as the next second.
fn seconds_of_day(time: &str) -> Option<i64> {
    let [hours, minutes, seconds] = fields(time, ':', [2, 2, 2])?;
    let is_valid = hours < 24 && minutes < 60 && seconds <= 60;
    is_valid.then_some((hours * 60 + minutes) * 60 + seconds)
}

/// Returns the number of days from the epoch to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if !(1..=12).contains(&month) || !(1..=last).contains(&day) {
        return None;
    }
    // Years begin in March, so that the leap day is the last one.
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(365 * year + leap_days + day_of_year - 719_468)
}

/// Splits a string into numbers with a fixed number of digits.
fn fields<const N: usize>(string: &str, separator: char, lengths: [usize; N]) -> Option<[i64; N]> {
    let mut parts = string.split(separator);
    let mut numbers = [0; N];
    for (value, length) in numbers.iter_mut().zip(lengths) {
        *value = number(parts.next()?, length)?;
    }
    parts.next().is_none().then_some(numbers)
}

fn number(digits: &str, length: usize) -> Option<i64> {
    let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::ast::TimestampFormat::{DateTime, EpochSeconds, HttpDate};

    #[test]
    fn timestamps_are_read_by_their_format() {
        for (format, string, expected) in [
            (DateTime, "1970-01-01T00:00:00Z", (0, 0)),
            (DateTime, "2024-12-31T00:00:00Z", (1_735_603_200, 0)),
            (
                DateTime,
                "2000-02-29t23:59:59.5z",
                (951_868_799, 500_000_000),
            ),
            (DateTime, "1969-12-31T23:59:59.000000001Z", (-1, 1)),
            (DateTime, "0001-01-01T00:00:00Z", (-62_135_596_800, 0)),
            (DateTime, "9999-12-31T23:59:60Z", (253_402_300_800, 0)),
            (DateTime, "2020-01-01T01:30:00+01:30", (1_577_836_800, 0)),
            (DateTime, "2019-12-31T19:00:00-05:00", (1_577_836_800, 0)),
            (
                HttpDate,
                "Tue, 29 Apr 2014 18:30:38 GMT",
                (1_398_796_238, 0),
            ),
            (
                HttpDate,
                "Sun, 02 Jan 2000 20:34:56.000 GMT",
                (946_845_296, 0),
            ),
            (HttpDate, "Wed, 31 Dec 1969 23:59:59 GMT", (-1, 0)),
            (EpochSeconds, "4", (4, 0)),
            (EpochSeconds, "1.25", (1, 250_000_000)),
            (EpochSeconds, "-0.25", (-1, 750_000_000)),
        ] {
            assert_eq!(parse(string, format), Some(expected), "{string}");
        }
    }

    #[test]
    fn other_strings_are_rejected() {
        for (format, string) in [
            (DateTime, ""),
            (DateTime, "2024-12-31"),
            (DateTime, "2024-12-31T00:00:00"),
            (DateTime, "2023-02-29T00:00:00Z"),
            (DateTime, "2024-13-01T00:00:00Z"),
            (DateTime, "2024-00-01T00:00:00Z"),
            (DateTime, "2024-01-00T00:00:00Z"),
            (DateTime, "2024-01-01T24:00:00Z"),
            (DateTime, "2024-01-01T00:00:00.Z"),
            (DateTime, "2024-01-01T00:00:00.0000000001Z"),
            (DateTime, "2024-01-01T00:00:00+1:00"),
            (DateTime, "2024-01-01T00:00:00+24:00"),
            (DateTime, "é024-01-01T00:00:00Z"),
            (DateTime, "Tue, 29 Apr 2014 18:30:38 GMT"),
            (HttpDate, "2024-12-31T00:00:00Z"),
            (HttpDate, "Mon, 29 Apr 2014 18:30:38 GMT"),
            (HttpDate, "Tue, 29 apr 2014 18:30:38 GMT"),
            (HttpDate, "Tue, 29 Apr 2014 18:30:38 UTC"),
            (HttpDate, "Tue, 29 Apr 14 18:30:38 GMT"),
            (EpochSeconds, "NaN"),
            (EpochSeconds, "1e3"),
            (EpochSeconds, "1."),
            (EpochSeconds, "99999999999999999999"),
        ] {
            assert_eq!(parse(string, format), None, "{string}");
        }
    }
}
