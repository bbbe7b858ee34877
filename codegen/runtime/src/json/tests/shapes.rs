//! Reading lists, maps, structures, unions and documents.

use std::collections::HashMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{DateTime, Document, Number};

use super::{all_bad, from_text, good};
use crate::json::{Members, Read, Slot, Union};

#[test]
fn lists_take_no_null_unless_sparse() {
    assert_eq!(good::<Vec<i32>>("[]"), [0; 0]);
    assert_eq!(good::<Vec<i32>>("[1, 2]"), [1, 2]);
    assert_eq!(good::<Vec<Vec<bool>>>("[[], [true]]"), [vec![], vec![true]]);
    assert_eq!(good::<Vec<i32>>("null"), [0; 0]);
    let sparse = good::<Vec<Option<String>>>(r#"[null, "a", null]"#);
    assert_eq!(sparse, [None, Some("a".to_owned()), None]);
    all_bad::<Vec<i32>>(&["[null]", "[1,]", "[1 2]", "[1", "{}", "5", r#"["1"]"#]);
    all_bad::<Vec<String>>(&[r#"["a", null]"#]);
    all_bad::<Vec<Part>>(&["[null]"]);
    all_bad::<Vec<Vec<i32>>>(&["[null]"]);
    all_bad::<Vec<Choice>>(&["[null]"]);
}

#[test]
fn maps_take_no_null_unless_sparse() {
    let map = good::<HashMap<String, i32>>(r#"{"a": 1, "b": 2, "a": 3}"#);
    let expected = [("a".to_owned(), 3), ("b".to_owned(), 2)];
    assert_eq!(map, HashMap::from(expected));
    assert!(good::<HashMap<String, i32>>("null").is_empty());
    let sparse = good::<HashMap<String, Option<bool>>>(r#"{"a": null, "\u0062": true}"#);
    let expected = [("a".to_owned(), None), ("b".to_owned(), Some(true))];
    assert_eq!(sparse, HashMap::from(expected));
    all_bad::<HashMap<String, i32>>(&[
        r#"{"a": null}"#,
        r#"{"a": 1,}"#,
        r#"{"a"}"#,
        "{1: 1}",
        "[]",
    ]);
    all_bad::<HashMap<String, Part>>(&[r#"{"a": null}"#]);
}

#[test]
fn a_timestamps_format_reaches_into_lists_and_maps() {
    let text = r#"{"v": {"a": [null, "2023-11-14T22:13:20Z"]}}"#;
    type Nested = Option<HashMap<String, Vec<Option<DateTime>>>>;
    let value = from_text::<Nested>(text, Format::DateTime).expect("a map");
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
    let part = good::<Part>(r#"{"inner": {"a": 1, "x": [], "inner": {}}, "a": null}"#);
    let inner = part.inner.expect("inner");
    assert_eq!((part.a, inner.a), (None, Some(1)));
    assert_eq!(inner.inner.as_deref(), Some(&Part::default()));
    all_bad::<Part>(&[
        "[]",
        "5",
        r#""a""#,
        r#"{"a": 1,}"#,
        r#"{"a": 1"#,
        r#"{a: 1}"#,
    ]);
}

#[test]
fn of_duplicates_the_last_counts() {
    let text = |text| from_text::<Option<String>>(text, Format::EpochSeconds).expect(text);
    assert_eq!(text(r#"{"v": "a", "v": "b"}"#).as_deref(), Some("b"));
    assert_eq!(text(r#"{"v": "a", "v": null}"#), None);
    assert_eq!(text(r#"{"v": null, "\u0076": "a"}"#).as_deref(), Some("a"));
    let list = from_text::<Vec<i32>>(r#"{"v": [1, 2], "v": [3]}"#, Format::EpochSeconds);
    assert_eq!(list.expect("a list"), [3]);
    let text = r#"{"v": {"a": 1}, "v": {"b": 2}}"#;
    let map = from_text::<HashMap<String, i32>>(text, Format::EpochSeconds);
    assert_eq!(map.expect("a map"), HashMap::from([("b".to_owned(), 2)]));
    // Nothing of the first structure shows through the second.
    let text = r#"{"v": {"a": 1}, "v": {"inner": {}}}"#;
    let part = from_text::<Option<Part>>(text, Format::EpochSeconds).expect("a structure");
    assert_eq!(part.expect("some").a, None);
}

#[derive(Debug, PartialEq)]
enum Choice {
    Text(String),
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
            "text" => Self::Text(Read::absent()),
            "part" => Self::Part(Read::absent()),
            "unit" => Self::Unit,
            _ => Self::Unknown,
        };
        match self {
            Self::Text(value) => Some(value.slot()),
            Self::Part(value) => Some(value.slot()),
            Self::Unit | Self::Unknown => None,
        }
    }
}

#[test]
fn unions_hold_one_value() {
    let text = || Some(Choice::Text("a".to_owned()));
    for (json, expected) in [
        (r#"{"text": "a"}"#, text()),
        (r#"{"part": null, "text": "a", "other": null}"#, text()),
        (r#"{"__type": "Text", "text": "a", "__type": 5}"#, text()),
        (r#"{"part": {}}"#, Some(Choice::Part(Part::default()))),
        (r#"{"unit": {}}"#, Some(Choice::Unit)),
        (r#"{"other": [{"text": "a"}]}"#, Some(Choice::Unknown)),
        ("null", None),
    ] {
        assert_eq!(good::<Option<Choice>>(json), expected, "{json}");
    }
    all_bad::<Option<Choice>>(&[
        "{}",
        r#"{"text": null}"#,
        r#"{"__type": "Text"}"#,
        r#"{"text": "a", "unit": {}}"#,
        r#"{"text": "a", "text": "a"}"#,
        r#"{"other": 1, "text": "a"}"#,
        r#"{"text": 5}"#,
        r#""text""#,
    ]);
}

#[test]
fn documents_take_any_value() {
    let document = good::<Document>(
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
    let numbers = good::<Vec<Document>>("[5, -5, 0.5, 5.0, 18446744073709551616, null]");
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
    assert_eq!(good::<Document>("null"), Document::Null);
    assert_eq!(good::<Option<Document>>("null"), None);
    all_bad::<Document>(&["[1,]", "nul", "1e400", r#"{"a"}"#]);
}

#[test]
fn values_do_not_nest_without_end() {
    let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    good::<Document>(&nested(100));
    all_bad::<Document>(&[&nested(200), &nested(100_000)]);
    let inner = |depth| format!("{}{{}}{}", r#"{"inner":"#.repeat(depth), "}".repeat(depth));
    good::<Part>(&inner(100));
    all_bad::<Part>(&[&inner(200), &inner(100_000)]);
}
