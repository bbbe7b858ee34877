mod code;
mod constraints;
mod hostile;
mod html;
mod items;
mod members;
mod mixed;
mod random;
mod references;

use super::{Author, Documentation, Scope, render as render_lines};
use crate::testing::{client, member, structure};

fn documentation(text: &str) -> Documentation<'_> {
    let author = Author::Model;
    Documentation { text, author }
}

/// Renders a text in a scope without links.
fn render(text: &str) -> String {
    render_lines(documentation(text), &Scope::default()).join("\n")
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
        member(&client, "OpOutput", "part").docs.field,
        ["The `part` member."]
    );
}

#[test]
fn a_summary_is_the_paragraph_at_the_beginning() {
    for (text, expected) in [
        (
            "Does `OpInput`. Ends.\n\nMore.",
            &["Does `OpInput`. Ends."][..],
        ),
        ("<p>Does <i>it</i>.</p><p>More.</p>", &["Does _it_."]),
        ("- a\n- b", &[]),
        ("```\na\n\nb\n```", &[]),
        (" ", &[]),
    ] {
        let text = serde_json::Value::from(text);
        let shapes = format!(r#"{{"Op": {{"traits": {{"documentation": {text}}}}}}}"#);
        assert_eq!(client(&shapes).operations[0].summary, expected, "{text}");
    }
    assert!(client("{}").operations[0].summary.is_empty());
}

#[test]
fn keywords_are_documented_by_their_model_name() {
    let client = client(r#"{"Out": {"members": {"type": "String"}}}"#);
    let member = member(&client, "OpOutput", "type");
    assert_eq!(member.name.rust, "r#type");
    assert_eq!(member.docs.field, ["The `type` member."]);
}

#[test]
fn control_characters_are_removed() {
    let lines = render_lines(documentation("a\rb\r\nc\u{202e}\0d"), &Scope::default());
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
