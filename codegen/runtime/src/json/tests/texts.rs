//! Texts as a whole, and what of them is passed over.

use aws_smithy_types::date_time::Format;

use super::{One, from_text};
use crate::json::{FromText, Members, Slot, Target, opens_object, read_object};

fn value(text: &[u8]) -> Option<Option<i32>> {
    let mut one = One(None, Format::EpochSeconds);
    read_object(text, &mut one).ok()?;
    Some(one.0)
}

#[test]
fn a_text_is_one_object_or_nothing() {
    for (text, expected) in [
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
        assert_eq!(value(text), expected, "{}", text.escape_ascii());
    }
}

#[test]
fn unknown_members_are_passed_over_but_must_be_json() {
    let read = |unknown: &str| {
        let text = format!(r#"{{"w": {unknown}, "v": 5}}"#);
        from_text::<Option<i32>>(&text, Format::EpochSeconds).ok()
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
fn a_string_may_be_passed_over_where_it_is_of_another_kind() {
    #[derive(Default)]
    struct Lenient(Option<String>);

    impl FromText for Lenient {
        fn set(&mut self, text: &str) {
            self.0 = Some(text.to_owned());
        }

        fn reset(&mut self) {
            self.0 = None;
        }
    }

    impl Members for Lenient {
        fn member(&mut self, name: &str) -> Option<Slot<'_>> {
            (name == "v").then(|| Slot::new(Target::IfText(self)))
        }
    }

    for (text, expected) in [
        (r#"{"v": "a"}"#, Some("a")),
        (r#"{"v": "a", "v": "b"}"#, Some("b")),
        (r#"{"v": "a", "v": null}"#, Some("a")),
        (r#"{"v": "a", "v": [5], "v": {}}"#, Some("a")),
        (r#"{"v": 5}"#, None),
    ] {
        let mut lenient = Lenient::default();
        read_object(text.as_bytes(), &mut lenient).expect(text);
        assert_eq!(lenient.0.as_deref(), expected, "{text}");
    }
}

#[test]
fn the_first_token_tells_whether_there_is_an_object() {
    for (text, expected) in [
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
        assert_eq!(opens_object(text).ok(), expected, "{}", text.escape_ascii());
    }
}
