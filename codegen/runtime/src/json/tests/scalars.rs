//! Reading scalar values.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime};

use super::{assert_all_invalid, read, read_member, read_ok};
use crate::json::{FromJsonString, NO_VALUE, Read, Slot};

#[test]
fn strings_are_unescaped() {
    for (json, expected) in [
        (r#""""#, ""),
        (r#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"),
        (r#""\u00e9 \ud83d\ude00 ü""#, "é 😀 ü"),
    ] {
        assert_eq!(read_ok::<String>(json), expected, "{json}");
    }
    assert_all_invalid::<String>(&[
        "5",
        "true",
        "[]",
        "{}",
        r#""\x""#,
        r#""\ud83d""#,
        "\"\n\"",
        r#""a"#,
    ]);
}

#[test]
fn only_true_and_false_are_booleans() {
    assert!(read_ok::<bool>("true"));
    assert!(!read_ok::<bool>("false"));
    assert_all_invalid::<bool>(&["1", r#""true""#, "[]", "tru", "True"]);
}

#[test]
fn integers_may_be_written_as_floats() {
    for (json, expected) in [
        ("5", 5),
        ("5.0", 5),
        ("5e2", 500),
        ("1.5E+1", 15),
        ("-0", 0),
        ("-0.0", 0),
        ("9007199254740993", 9_007_199_254_740_993),
        ("-9007199254740993", -9_007_199_254_740_993),
        ("9007199254740994.0", 9_007_199_254_740_994),
        ("1e18", 1_000_000_000_000_000_000),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
        // A float is valid if converting the integer back gives the same float.
        ("9223372036854775808.0", i64::MAX),
        ("-9223372036854775809", i64::MIN),
    ] {
        assert_eq!(read_ok::<i64>(json), expected, "{json}");
    }
    assert_all_invalid::<i64>(&[
        "5.5",
        r#""5""#,
        "true",
        r#""NaN""#,
        "[5]",
        "9223372036854775808",
        "18446744073709551616",
        "1e19",
        "1e400",
        "05",
        "+5",
        "5.",
        ".5",
        "-",
    ]);
}

#[test]
fn integers_out_of_range_are_errors() {
    assert_eq!(read_ok::<i8>("-128"), i8::MIN);
    assert_eq!(read_ok::<i8>("127.0"), i8::MAX);
    assert_all_invalid::<i8>(&["128", "-129", "1e3", "127.5"]);
    assert_eq!(read_ok::<i16>("32767"), i16::MAX);
    assert_eq!(read_ok::<i16>("-3.2768e4"), i16::MIN);
    assert_all_invalid::<i16>(&["32768", "-32769", "1e5"]);
    assert_eq!(read_ok::<i32>("-2147483648"), i32::MIN);
    assert_eq!(read_ok::<i32>("2147483647.0"), i32::MAX);
    assert_all_invalid::<i32>(&["2147483648", "-2147483649", "3e9"]);
}

#[test]
fn floats_are_rounded_once() {
    for json in ["122.416294033786585", "5e-324", "1.7976931348623157e308"] {
        let expected: f64 = json.parse().expect("a float");
        assert_eq!(read_ok::<f64>(json).to_bits(), expected.to_bits(), "{json}");
    }
    assert_eq!(
        read_ok::<f64>("18446744073709551616"),
        18446744073709551616.0
    );
    assert_eq!(read_ok::<f64>("-3"), -3.0);
    assert_eq!(read_ok::<f32>("16777217"), 16777216.0);
    // A conversion through `f64` would round twice.
    assert_eq!(read_ok::<f32>("9007199791611905"), 9_007_200_328_482_816.0);
    assert_eq!(read_ok::<f32>("1e300"), f32::INFINITY);
    assert_all_invalid::<f64>(&[
        "1e400", r#""1""#, r#""nan""#, r#""inf""#, "NaN", "true", "[]",
    ]);
}

#[test]
fn infinities_and_nan_are_strings() {
    assert!(read_ok::<f64>(r#""NaN""#).is_nan() && read_ok::<f32>(r#""NaN""#).is_nan());
    assert_eq!(read_ok::<f64>(r#""Infinity""#), f64::INFINITY);
    assert_eq!(read_ok::<f32>(r#""-Infinity""#), f32::NEG_INFINITY);
}

#[test]
fn timestamps_have_three_formats() {
    use Format::{DateTime as Rfc3339, EpochSeconds, HttpDate};
    let second = DateTime::from_secs(1_700_000_000);
    let half = DateTime::from_secs_f64(1_700_000_000.5);
    for (format, json, expected) in [
        (EpochSeconds, "1700000000", second),
        (EpochSeconds, "1.7e9", second),
        (EpochSeconds, "1700000000.5", half),
        (EpochSeconds, "-0.25", DateTime::from_secs_f64(-0.25)),
        (Rfc3339, r#""2023-11-14T22:13:20Z""#, second),
        (Rfc3339, r#""2023-11-14t22:13:20.5z""#, half),
        (Rfc3339, r#""2023-11-14T23:13:20+01:00""#, second),
        (HttpDate, r#""Tue, 14 Nov 2023 22:13:20 GMT""#, second),
        (HttpDate, r#""Tue, 14 Nov 2023 22:13:20.500 GMT""#, half),
    ] {
        let json = format!(r#"{{"v":{json}}}"#);
        let value = read_member::<DateTime>(&json, format).expect(&json);
        assert_eq!(value, expected, "{json}");
    }
    for (format, json) in [
        (EpochSeconds, r#""1700000000""#),
        (EpochSeconds, r#""NaN""#),
        (EpochSeconds, "true"),
        (Rfc3339, "1700000000"),
        (Rfc3339, r#""2023-11-14T22:13:20""#),
        (Rfc3339, r#""2023-11-14 22:13:20Z""#),
        (Rfc3339, r#""2023-02-30T00:00:00Z""#),
        (Rfc3339, r#""Tue, 14 Nov 2023 22:13:20 GMT""#),
        (Rfc3339, r#""""#),
        (HttpDate, r#""2023-11-14T22:13:20Z""#),
        (HttpDate, r#""Tue, 31 Feb 2023 22:13:20 GMT""#),
        (HttpDate, r#""Tüe, 14 Nov 2023 22:13:20 GMT""#),
    ] {
        let json = format!(r#"{{"v":{json}}}"#);
        let result = read_member::<DateTime>(&json, format);
        assert!(result.is_err(), "{json} was read as {result:?}");
    }
}

#[test]
fn timestamps_out_of_range_do_not_panic() {
    for json in ["1e300", "-1e300", "9223372036854775807.9", "-5e-324"] {
        read_ok::<DateTime>(json);
    }
    for json in ["9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00+23:59"] {
        let json = format!(r#"{{"v":"{json}"}}"#);
        let _ = read_member::<DateTime>(&json, Format::DateTime);
    }
}

#[test]
fn blobs_are_base64() {
    assert_eq!(read_ok::<Blob>(r#""aGk=""#), Blob::new("hi"));
    assert_eq!(read_ok::<Blob>(r#""""#), Blob::new(""));
    assert_all_invalid::<Blob>(&[r#""aGk""#, r#""a-k=""#, r#"" aGk=""#, "5", "[104]"]);
}

#[derive(Debug, PartialEq)]
enum Kind {
    Known,
    Other(String),
}

impl From<&str> for Kind {
    fn from(string: &str) -> Self {
        match string {
            "KNOWN" => Self::Known,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl FromJsonString for Kind {
    fn set(&mut self, string: &str) {
        *self = Self::from(string);
    }

    fn reset(&mut self) {
        *self = Self::absent();
    }
}

impl Read for Kind {
    fn absent() -> Self {
        Self::from(NO_VALUE)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::parsed(self)
    }
}

#[test]
fn enums_take_any_string() {
    assert_eq!(read_ok::<Kind>(r#""KNOWN""#), Kind::Known);
    assert_eq!(read_ok::<Kind>(r#""""#), Kind::Other(String::new()));
    assert_eq!(read_ok::<Kind>("null"), Kind::Other(NO_VALUE.to_owned()));
    assert_all_invalid::<Kind>(&["5", "true", "{}"]);
}

#[test]
fn null_counts_as_absent() {
    assert_eq!(read_ok::<String>("null"), "");
    assert_eq!(read_ok::<Option<String>>("null"), None);
    assert_eq!(read_ok::<Option<Box<i32>>>("null"), None);
    assert!(!read_ok::<bool>("null"));
    assert_eq!(read_ok::<i8>("null"), 0);
    assert_eq!(read_ok::<i16>("null"), 0);
    assert_eq!(read_ok::<i32>("null"), 0);
    assert_eq!(read_ok::<i64>("null"), 0);
    assert_eq!(read_ok::<f32>("null"), 0.0);
    assert_eq!(read_ok::<f64>("null"), 0.0);
    assert_eq!(read_ok::<DateTime>("null"), DateTime::from_secs(0));
    assert_eq!(read_ok::<Blob>("null"), Blob::new(""));
    assert_eq!(read_ok::<Option<Kind>>("null"), None);
}

#[test]
fn errors_name_the_position_but_not_the_value() {
    for (error, expected) in [
        (
            read::<bool>(r#""s3cret, expected x""#).expect_err("a string"),
            "cannot read the JSON: expected a boolean at line 1 column 6, in `v`",
        ),
        (
            read::<Vec<i8>>("[77123]").expect_err("too much"),
            "cannot read the JSON: the number does not fit at line 1 column 12, in `v[0]`",
        ),
        (
            read::<String>("77123").expect_err("a number"),
            "cannot read the JSON: expected a string at line 1 column 6, in `v`",
        ),
    ] {
        assert_eq!(error.to_string(), expected);
        let debug = format!("{error:?}");
        assert!(
            !debug.contains("s3cret") && !debug.contains("77123"),
            "{debug}"
        );
    }
}
