mod hostile;
mod html;
mod items;
mod mixed;
mod soup;

use super::{Scope, text_lines};
use crate::testing::{client, member, structure};

/// What a text comes out as, where no name leads anywhere.
fn shown(text: &str) -> String {
    text_lines(text, &Scope::default()).join("\n")
}

/// Fails where one of the texts comes out as something else.
fn assert_shown(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(shown(text), *expected, "of {text}");
    }
}

#[test]
fn what_has_no_words_says_what_it_is() {
    let client = client(
        r#"{
        "Op": {"traits": {"documentation": "Does it."}},
        "Part": {"type": "structure", "traits": {"documentation": "<p/>"}},
        "Out": {"members": {"part": "Part"}}
    }"#,
    );
    assert_eq!(client.operations[0].docs, ["Does it."]);
    assert_eq!(structure(&client, "OpInput").docs, ["The input of `Op`."]);
    assert_eq!(structure(&client, "OpOutput").docs, ["The output of `Op`."]);
    assert_eq!(structure(&client, "Part").docs, ["The structure `Part`."]);
    assert_eq!(
        member(&client, "OpOutput", "part").docs,
        ["The value of `part`."]
    );
}

#[test]
fn facts_are_put_in_words() {
    let client = client(
        r#"{
        "Text": {"type": "string", "traits": {"length": {"min": 1, "max": 8}, "pattern": "^a$"}},
        "Out": {"members": {
            "a": {"target": "Text", "traits": {"required": {}}},
            "b": {"target": "Integer", "traits": {"default": 1, "range": {"min": 0}}},
            "c": {"target": "String", "traits": {"length": {"min": 2, "max": 2}, "pattern": "`"}},
            "d": {"target": "Text", "traits": {"documentation": "The d.", "length": {"max": 3}}},
            "e": {"target": "String", "traits": {"length": {}}}
        }}
    }"#,
    );
    for (name, docs) in [
        (
            "a",
            &["The value of `a`: required; length 1 to 8; pattern `^a$`."][..],
        ),
        ("b", &["The value of `b`: `1` by default; at least 0."]),
        ("c", &["The value of `c`: length 2."]),
        ("d", &["The d.", "", "Length at most 3; pattern `^a$`."]),
        ("e", &["The value of `e`."]),
    ] {
        assert_eq!(member(&client, "OpOutput", name).docs, docs, "{name}");
    }
}

#[test]
fn the_names_of_numbers_are_said_where_they_are_used() {
    let client = client(
        r#"{
        "Level": {"type": "intEnum", "members": {
            "LOW": {"target": "Unit", "traits": {"enumValue": 1}},
            "HIGH": {"target": "Unit", "traits": {"enumValue": 9}},
            "NONE": "Unit"}},
        "Empty": {"type": "intEnum", "members": {"NONE": "Unit"}},
        "Out": {"members": {
            "a": {"target": "Level", "traits": {"required": {}}},
            "b": {"target": "Level", "traits": {"documentation": "The b."}},
            "c": "Empty"
        }}
    }"#,
    );
    for (name, docs) in [
        (
            "a",
            &["The value of `a`: required; 1 is `LOW`, 9 is `HIGH`."][..],
        ),
        ("b", &["The b.", "", "1 is `LOW`, 9 is `HIGH`."]),
        ("c", &["The value of `c`."]),
    ] {
        assert_eq!(member(&client, "OpOutput", name).docs, docs, "{name}");
    }
}

#[test]
fn no_line_holds_what_would_end_it() {
    let lines = text_lines("a\rb\r\nc\u{202e}\0d", &Scope::default());
    assert_eq!(lines, ["a b", "c d"]);
}

#[test]
fn what_is_deprecated_says_why_in_one_line() {
    for (value, note) in [
        (r#"{}"#, "the service has deprecated it"),
        (
            r#"{"since": "2024-03-01"}"#,
            "the service has deprecated it (since 2024-03-01)",
        ),
        (r#"{"message": "Use `B`."}"#, "Use `B`."),
        (
            r#"{"message": "Use `B`.", "since": "1.2"}"#,
            "Use `B` (since 1.2)",
        ),
        (r#"{"message": "Use\n  \"B\"\r"}"#, "Use \"B\""),
        (
            r#"{"message": "<p>Use <code>B</code>,\n or <a>C_D</a>.</p>", "since": " "}"#,
            "Use `B`, or C_D.",
        ),
        (r#"{"message": "<p/>"}"#, "the service has deprecated it"),
    ] {
        let client = client(&format!(
            r#"{{"Op": {{"traits": {{"deprecated": {value}}}}}}}"#
        ));
        let own = client.operations[0].deprecated.as_deref();
        assert_eq!(own, Some(note), "{value}");
    }
    assert_eq!(client("{}").operations[0].deprecated, None);
}
