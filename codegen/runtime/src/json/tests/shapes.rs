//! Reading lists, maps, structures, unions and documents.

use std::collections::HashMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{DateTime, Document, Number};

use super::{assert_all_invalid, read_member, read_ok};
use crate::json::{Members, Read, Slot, Union};

#[test]
fn lists_take_no_null_unless_sparse() {
    assert_eq!(read_ok::<Vec<i32>>("[]"), [0; 0]);
    assert_eq!(read_ok::<Vec<i32>>("[1, 2]"), [1, 2]);
    assert_eq!(
        read_ok::<Vec<Vec<bool>>>("[[], [true]]"),
        [vec![], vec![true]]
    );
    assert_eq!(read_ok::<Vec<i32>>("null"), [0; 0]);
    let sparse = read_ok::<Vec<Option<String>>>(r#"[null, "a", null]"#);
    assert_eq!(sparse, [None, Some("a".to_owned()), None]);
    assert_all_invalid::<Vec<i32>>(&["[null]", "[1,]", "[1 2]", "[1", "{}", "5", r#"["1"]"#]);
    assert_all_invalid::<Vec<String>>(&[r#"["a", null]"#]);
    assert_all_invalid::<Vec<Part>>(&["[null]"]);
    assert_all_invalid::<Vec<Vec<i32>>>(&["[null]"]);
    assert_all_invalid::<Vec<Choice>>(&["[null]"]);
}

#[test]
fn lists_have_little_more_capacity_than_they_need() {
    let parts = read_ok::<Vec<Part>>(&format!("[{}{{}}]", "{}, ".repeat(999)));
    assert_eq!((parts.len(), parts.capacity()), (1000, 1000));
    let long = "a".repeat(10_000);
    let strings = read_ok::<Vec<String>>(&format!(r#"[{}"{long}"]"#, r#""b","#.repeat(999)));
    assert_eq!((strings.len(), strings.capacity()), (1000, 1000));
    let strings = read_ok::<Vec<String>>(&format!(r#"["{long}"{}]"#, r#","b""#.repeat(999)));
    assert!(strings.len() == 1000 && strings.capacity() < 1200);
    // The estimate for long elements leaves little unused.
    let element = format!(r#""{}""#, "c".repeat(50));
    let list = format!("[{}]", [&*element; 1000].join(","));
    let strings = read_ok::<Vec<String>>(&list);
    assert!(strings.len() == 1000 && strings.capacity() < 1010);
    assert_all_invalid::<Vec<Part>>(&["[{},{},{},{},,,,", "[{},{},{},{},{}", "[{},{},{},{},]"]);
}

#[test]
fn maps_take_no_null_unless_sparse() {
    let map = read_ok::<HashMap<String, i32>>(r#"{"a": 1, "b": 2, "a": 3}"#);
    let expected = [("a".to_owned(), 3), ("b".to_owned(), 2)];
    assert_eq!(map, HashMap::from(expected));
    assert!(read_ok::<HashMap<String, i32>>("null").is_empty());
    let sparse = read_ok::<HashMap<String, Option<bool>>>(r#"{"a": null, "\u0062": true}"#);
    let expected = [("a".to_owned(), None), ("b".to_owned(), Some(true))];
    assert_eq!(sparse, HashMap::from(expected));
    assert_all_invalid::<HashMap<String, i32>>(&[
        r#"{"a": null}"#,
        r#"{"a": 1,}"#,
        r#"{"a"}"#,
        "{1: 1}",
        "[]",
    ]);
    assert_all_invalid::<HashMap<String, Part>>(&[r#"{"a": null}"#]);
}

#[test]
fn the_timestamp_format_applies_inside_lists_and_maps() {
    let json = r#"{"v": {"a": [null, "2023-11-14T22:13:20Z"]}}"#;
    type Nested = Option<HashMap<String, Vec<Option<DateTime>>>>;
    let value = read_member::<Nested>(json, Format::DateTime).expect("a map");
    let second = DateTime::from_secs(1_700_000_000);
    assert_eq!(value.expect("some")["a"], [None, Some(second)]);
}

#[derive(Debug, Default, PartialEq)]
struct Part {
    a: Option<i32>,
    inner: Option<Box<Part>>,
}

impl Read for Part {
    fn absent() -> Self {
        Self::default()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::members(self)
    }
}

impl Members for Part {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        match name {
            "a" => Some(self.a.slot()),
            "inner" => Some(self.inner.slot()),
            _ => None,
        }
    }
}

#[test]
fn structures_nest() {
    let part = read_ok::<Part>(r#"{"inner": {"a": 1, "x": [], "inner": {}}, "a": null}"#);
    let inner = part.inner.expect("inner");
    assert_eq!((part.a, inner.a), (None, Some(1)));
    assert_eq!(inner.inner.as_deref(), Some(&Part::default()));
    assert_all_invalid::<Part>(&[
        "[]",
        "5",
        r#""a""#,
        r#"{"a": 1,}"#,
        r#"{"a": 1"#,
        r#"{a: 1}"#,
    ]);
}

#[test]
fn the_last_duplicate_wins() {
    let read = |json| read_member::<Option<String>>(json, Format::EpochSeconds).expect(json);
    assert_eq!(read(r#"{"v": "a", "v": "b"}"#).as_deref(), Some("b"));
    assert_eq!(read(r#"{"v": "a", "v": null}"#), None);
    assert_eq!(read(r#"{"v": null, "\u0076": "a"}"#).as_deref(), Some("a"));
    let list = read_member::<Vec<i32>>(r#"{"v": [1, 2], "v": [3]}"#, Format::EpochSeconds);
    assert_eq!(list.expect("a list"), [3]);
    let json = r#"{"v": {"a": 1}, "v": {"b": 2}}"#;
    let map = read_member::<HashMap<String, i32>>(json, Format::EpochSeconds);
    assert_eq!(map.expect("a map"), HashMap::from([("b".to_owned(), 2)]));
    // The second structure does not keep members of the first.
    let json = r#"{"v": {"a": 1}, "v": {"inner": {}}}"#;
    let part = read_member::<Option<Part>>(json, Format::EpochSeconds).expect("a structure");
    assert_eq!(part.expect("some").a, None);
}

#[derive(Debug, PartialEq)]
enum Choice {
    Name(String),
    Part(Part),
    Unit,
    Unknown,
}

impl Read for Choice {
    fn absent() -> Self {
        Self::Unknown
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::union(self)
    }
}

impl Union for Choice {
    fn variant(&mut self, name: &str) -> Option<Slot<'_>> {
        *self = match name {
            "name" => Self::Name(Read::absent()),
            "part" => Self::Part(Read::absent()),
            "unit" => Self::Unit,
            _ => Self::Unknown,
        };
        match self {
            Self::Name(value) => Some(value.slot()),
            Self::Part(value) => Some(value.slot()),
            Self::Unit | Self::Unknown => None,
        }
    }
}

#[test]
fn unions_hold_one_value() {
    let name = || Some(Choice::Name("a".to_owned()));
    for (json, expected) in [
        (r#"{"name": "a"}"#, name()),
        (r#"{"part": null, "name": "a", "other": null}"#, name()),
        (r#"{"__type": "Name", "name": "a", "__type": 5}"#, name()),
        (r#"{"part": {}}"#, Some(Choice::Part(Part::default()))),
        (r#"{"unit": {}}"#, Some(Choice::Unit)),
        (r#"{"other": [{"name": "a"}]}"#, Some(Choice::Unknown)),
        ("null", None),
    ] {
        assert_eq!(read_ok::<Option<Choice>>(json), expected, "{json}");
    }
    assert_all_invalid::<Option<Choice>>(&[
        "{}",
        r#"{"name": null}"#,
        r#"{"__type": "Name"}"#,
        r#"{"name": "a", "unit": {}}"#,
        r#"{"name": "a", "name": "a"}"#,
        r#"{"other": 1, "name": "a"}"#,
        r#"{"name": 5}"#,
        r#""name""#,
    ]);
}

#[test]
fn documents_take_any_value() {
    let document = read_ok::<Document>(
        r#"{"n": null, "b": true, "s": "a\n", "l": [5, -5, 0.5, 18446744073709551616, []], "l": [7]}"#,
    );
    let expected = Document::Object(HashMap::from([
        ("n".to_owned(), Document::Null),
        ("b".to_owned(), Document::Bool(true)),
        ("s".to_owned(), Document::String("a\n".to_owned())),
        (
            "l".to_owned(),
            Document::Array(vec![Document::Number(Number::PosInt(7))]),
        ),
    ]));
    assert_eq!(document, expected);
    let numbers = read_ok::<Vec<Document>>("[5, -5, 0.5, 5.0, 18446744073709551616, null]");
    let number = |number| Document::Number(number);
    let expected = [
        number(Number::PosInt(5)),
        number(Number::NegInt(-5)),
        number(Number::Float(0.5)),
        number(Number::Float(5.0)),
        number(Number::Float(18446744073709551616.0)),
        Document::Null,
    ];
    assert_eq!(numbers, expected);
    assert_eq!(read_ok::<Document>("null"), Document::Null);
    assert_eq!(read_ok::<Option<Document>>("null"), None);
    assert_all_invalid::<Document>(&["[1,]", "nul", "1e400", r#"{"a"}"#]);
}

#[test]
fn nesting_is_limited() {
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    read_ok::<Document>(&nested(100));
    assert_all_invalid::<Document>(&[&nested(200), &nested(100_000)]);
    let inner = |depth| format!("{}{{}}{}", r#"{"inner":"#.repeat(depth), "}".repeat(depth));
    read_ok::<Part>(&inner(100));
    assert_all_invalid::<Part>(&[&inner(200), &inner(100_000)]);
}
