//! Reading complete input, and skipping unknown members.

use aws_smithy_types::date_time::Format;

use super::{Single, read_member};
use crate::json::{Members, Slot, Target, opens_object, read_object};

fn value(json: &[u8]) -> Option<Option<i32>> {
    let mut single = Single(None, Format::EpochSeconds);
    read_object(json, &mut single).ok()?;
    Some(single.0)
}

#[test]
fn the_input_is_one_object_or_empty() {
    for (json, expected) in [
        (&b""[..], Some(None)),
        (b"{}", Some(None)),
        (b" \t\r\n{ \"v\" : 5 }\n", Some(Some(5))),
        (b" ", None),
        (b"null", None),
        (b"[]", None),
        (b"5", None),
        (b"{", None),
        (b"{}}", None),
        (b"{} x", None),
        (b"{}{}", None),
        (b"{\"v\":5,}", None),
        (b"{'v':5}", None),
        (b"\x0c{}", None),
        (b"\xef\xbb\xbf{}", None),
        (b"{\"v\":5,\"w\":\"\xff\"}", None),
        (b"{\"\xff\":5}", None),
    ] {
        assert_eq!(value(json), expected, "{}", json.escape_ascii());
    }
}

#[test]
fn unknown_members_are_skipped_but_must_be_valid() {
    let read = |unknown: &str| {
        let json = format!(r#"{{"w": {unknown}, "v": 5}}"#);
        read_member::<Option<i32>>(&json, Format::EpochSeconds).ok()
    };
    for unknown in ["null", "1e400", r#""\"}""#, r#"[{"v": 1}, [], {}]"#] {
        assert_eq!(read(unknown), Some(Some(5)), "{unknown}");
    }
    for unknown in ["nul", "05", "[1,]", r#""\x""#, r#""\u12""#, "[}", "{]", ""] {
        assert_eq!(read(unknown), None, "{unknown}");
    }
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(read(&nested(512)), Some(Some(5)));
    assert_eq!(read(&nested(513)), None);
    assert_eq!(read(&nested(1_000_000)), None);
}

#[test]
fn values_that_are_not_strings_can_be_skipped() {
    #[derive(Default)]
    struct Lenient(Option<String>);

    impl Members for Lenient {
        fn member(&mut self, name: &str) -> Option<Slot<'_>> {
            (name == "v").then(|| Slot::new(Target::IfString(&mut self.0)))
        }
    }

    for (json, expected) in [
        (r#"{"v": "a"}"#, Some("a")),
        (r#"{"v": "a", "v": "b"}"#, Some("b")),
        (r#"{"v": "a", "v": null}"#, Some("a")),
        (r#"{"v": "a", "v": [5], "v": {}}"#, Some("a")),
        (r#"{"v": 5}"#, None),
    ] {
        let mut lenient = Lenient::default();
        read_object(json.as_bytes(), &mut lenient).expect(json);
        assert_eq!(lenient.0.as_deref(), expected, "{json}");
    }
}

#[test]
fn opens_object_checks_only_the_first_token_and_its_separator() {
    for (json, expected) in [
        (&b""[..], Some(false)),
        (b" \n", Some(false)),
        (b" {", Some(true)),
        (b"[1, oops", Some(false)),
        (b"\"x\"", Some(false)),
        (b"\"x\" oops", Some(false)),
        (b"null", Some(false)),
        (b" -1.5e3 oops", Some(false)),
        (b"true,", Some(false)),
        (b"null}", Some(false)),
        (b"\"x\"\"", Some(false)),
        (b"null\"", None),
        (b"true{", None),
        (b"1[", None),
        (b"1:", None),
        (b"nul", None),
        (b"nullx", None),
        (b"1x", None),
        (b"-", None),
        (b"\"x", None),
        (b"\"\xff\"", None),
        (b"<html>", None),
        (b"}", None),
        (b"\xef\xbb\xbf{}", None),
        (b"\x0c{}", None),
    ] {
        assert_eq!(opens_object(json).ok(), expected, "{}", json.escape_ascii());
    }
}
