//! The texts of a member on its field and on the methods of builders.

use crate::ir::MemberDocs;
use crate::testing::{client, documented, documented_client, lowered, member};

const SHAPES: &str = r#"{
    "List": {"type": "list", "member": "String", "traits": {"length": {"max": 5}}},
    "Map": {"type": "map", "key": "String", "value": "String"},
    "In": {"members": {"type": "String", "flag": "Boolean", "list": "List", "_1": "Map"}}
}"#;

fn docs(name: &str, text: &str) -> [String; 4] {
    let client = documented_client(SHAPES, &[(&format!("In${name}"), text)]);
    lines(&member(&client, "OpInput", name).docs)
}

fn lines(docs: &MemberDocs) -> [String; 4] {
    [&docs.field, &docs.setter, &docs.option_setter, &docs.getter].map(|lines| lines.join("\n"))
}

#[test]
fn noun_phrases_get_a_verb() {
    let text = "The `type` of it, e.g. `a. b`. More.\n\nAnd more.";
    assert_eq!(
        docs("type", text),
        [
            text,
            "Sets the `type` of it, e.g. `a. b`. More.\n\nAnd more.",
            "Sets or unsets the `type` of it, e.g. `a. b`.",
            "Returns the current value of `type`.",
        ]
    );
    let [_, setter, option_setter, _] = docs("type", "An example");
    assert_eq!(
        (&*setter, &*option_setter),
        ("Sets an example", "Sets or unsets an example")
    );
}

#[test]
fn flags_are_set_to_a_value() {
    for text in ["`true` if it is on. Or off.", "`true` to switch it on."] {
        let [field, setter, option_setter, getter] = docs("flag", text);
        assert_eq!((&*field, setter), (text, format!("Set to {text}")));
        assert_eq!(option_setter, "Sets or unsets `flag`.");
        assert_eq!(getter, "Returns the current value of `flag`.");
    }
}

#[test]
fn setters_of_collections_add_to_them() {
    assert_eq!(
        docs("list", "A list of names. Sorted."),
        [
            "A list of names. Sorted.\n\nItems: at most 5.",
            "Appends to the list of names. Sorted.\n\n`set_list` replaces the list.\n\n\
             Items: at most 5.",
            "Replaces or unsets the list of names.",
            "Returns the current value of `list`.",
        ]
    );
    assert_eq!(
        docs("_1", "The colours by name."),
        [
            "The colours by name.",
            "Adds an entry to the colours by name.\n\n`set_1` replaces the map.",
            "Replaces or unsets the colours by name.",
            "Returns the current value of `_1`.",
        ]
    );
}

#[test]
fn other_texts_are_used_as_they_are() {
    let text = "Reserved. The name.";
    let unchanged = [
        text,
        text,
        "Sets or unsets `type`.",
        "Returns the current value of `type`.",
    ];
    assert_eq!(docs("type", text), unchanged);
    let [_, setter, option_setter, _] = docs("list", text);
    let note = "Each call appends an element; `set_list` replaces the list.";
    assert_eq!(setter, format!("{text}\n\n{note}\n\nItems: at most 5."));
    assert_eq!(option_setter, "Sets or unsets `list`.");
}

#[test]
fn texts_of_the_model_are_used_as_they_are() {
    let client = client(
        r#"{"In": {"members": {"a": {"target": "String", "traits": {"documentation":
            "<p>The <code>a</code>.</p>"}}}}}"#,
    );
    assert_eq!(
        lines(&member(&client, "OpInput", "a").docs),
        [
            "The `a`.",
            "The `a`.",
            "Sets or unsets `a`.",
            "Returns the current value of `a`.",
        ]
    );
}

#[test]
fn members_without_a_text_are_called_by_their_name() {
    let client = client(SHAPES);
    assert_eq!(
        lines(&member(&client, "OpInput", "list").docs),
        [
            "The `list` member. Items: at most 5.",
            "Appends to the `list` member. `set_list` replaces the list. Items: at most 5.",
            "Replaces or unsets the `list` member.",
            "Returns the current value of `list`.",
        ]
    );
}

#[test]
fn texts_of_overlays_that_begin_otherwise_cause_a_warning() {
    for (name, text, start) in [
        ("type", "The type.", None),
        ("flag", "`true` if it is on.", None),
        ("type", "Type of it.", Some("a noun phrase")),
        ("type", "`true` if it is on.", Some("a noun phrase")),
        ("flag", "The flag.", Some("`true`")),
    ] {
        let model = documented(SHAPES, &[(&format!("In${name}"), text)]);
        let Ok(lowered) = lowered(&model) else {
            panic!("{text} is an error");
        };
        let reasons: Vec<_> = lowered
            .warnings
            .iter()
            .map(|warning| &*warning.reason)
            .collect();
        let expected = start
            .map(|start| format!("the documentation of the member does not begin with {start}"));
        assert_eq!(reasons, Vec::from_iter(expected), "{text}");
    }
}
