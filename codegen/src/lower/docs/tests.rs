mod hostile;
mod html;
mod items;
mod mixed;
mod random;

use super::{Scope, render as render_lines};
use crate::testing::{client, member, structure};

/// Renders a text in a scope without links.
fn render(text: &str) -> String {
    render_lines(text, &Scope::default()).join("\n")
}

/// Asserts that each text is rendered as expected.
fn assert_rendered(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(render(text), *expected, "{text}");
    }
}

#[test]
fn undocumented_items_get_a_fallback() {
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
        ["The `part` member."]
    );
}

#[test]
fn constraints_are_documented() {
    let client = client(
        r#"{
        "Text": {"type": "string", "traits": {"length": {"min": 1, "max": 8}, "pattern": "^a$"}},
        "List": {"type": "list", "member": "Text", "traits": {"length": {"min": 1}}},
        "Map": {"type": "map", "key": "String", "value": "Text"},
        "Out": {"members": {
            "a": {"target": "Text", "traits": {"required": {}}},
            "b": {"target": "Integer", "traits": {"default": 1, "range": {"min": 0}}},
            "c": {"target": "String", "traits": {"length": {"min": 2, "max": 2}, "pattern": "`"}},
            "d": {"target": "Text", "traits": {"documentation": "The d.", "length": {"max": 3}}},
            "e": {"target": "String", "traits": {"length": {}}},
            "f": "List",
            "g": {"target": "Map", "traits": {"length": {"max": 9}}}
        }}
    }"#,
    );
    for (name, docs) in [
        (
            "a",
            &["The `a` member. Required. Length: 1 to 8. Pattern: `^a$`."][..],
        ),
        ("b", &["The `b` member. Default: `1`. Range: at least 0."]),
        (
            "c",
            &["The `c` member. Length: exactly 2. Pattern: `` ` ``."],
        ),
        ("d", &["The d.", "", "Length: at most 3. Pattern: `^a$`."]),
        ("e", &["The `e` member."]),
        ("f", &["The `f` member. Items: at least 1."]),
        ("g", &["The `g` member. Entries: at most 9."]),
    ] {
        assert_eq!(member(&client, "OpOutput", name).docs, docs, "{name}");
    }
}

#[test]
fn members_document_the_names_of_integer_enum_values() {
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
            &["The `a` member. Required. Values: 1 (`LOW`), 9 (`HIGH`)."][..],
        ),
        ("b", &["The b.", "", "Values: 1 (`LOW`), 9 (`HIGH`)."]),
        ("c", &["The `c` member."]),
    ] {
        assert_eq!(member(&client, "OpOutput", name).docs, docs, "{name}");
    }
}

#[test]
fn keywords_are_documented_by_their_model_name() {
    let client = client(r#"{"Out": {"members": {"type": "String"}}}"#);
    let member = member(&client, "OpOutput", "type");
    assert_eq!(member.name.rust, "r#type");
    assert_eq!(member.docs, ["The `type` member."]);
}

#[test]
fn control_characters_are_removed() {
    let lines = render_lines("a\rb\r\nc\u{202e}\0d", &Scope::default());
    assert_eq!(lines, ["a b", "c d"]);
}

#[test]
fn deprecation_notes_are_one_line() {
    for (value, note) in [
        (r#"{}"#, "deprecated by the service"),
        (
            r#"{"since": "2024-03-01"}"#,
            "deprecated by the service (since 2024-03-01)",
        ),
        (r#"{"message": "Use `B`."}"#, "Use `B`."),
        (
            r#"{"message": "Use `B`.", "since": "1.2"}"#,
            "Use `B` (since 1.2)",
        ),
        (r#"{"message": "Use\n  \"B\"\r"}"#, "Use \"B\""),
        (
            r#"{"message": "[OLD] Use Map<K>, see https://a.com/b_c", "since": "*"}"#,
            r"\[OLD\] Use Map\<K>, see <https://a.com/b_c> (since \*)",
        ),
        (r#"{"message": "- `a*` b*"}"#, r"\- `a*` b\*"),
        (
            r#"{"message": "<p>Use <code>B</code>,\n or <a>C_D</a>.</p>", "since": " "}"#,
            "Use `B`, or C_D.",
        ),
        (r#"{"message": "<p/>"}"#, "deprecated by the service"),
    ] {
        let client = client(&format!(
            r#"{{"Op": {{"traits": {{"deprecated": {value}}}}}}}"#
        ));
        let deprecated = client.operations[0].deprecated.as_deref();
        assert_eq!(deprecated, Some(note), "{value}");
    }
    assert_eq!(client("{}").operations[0].deprecated, None);
}
