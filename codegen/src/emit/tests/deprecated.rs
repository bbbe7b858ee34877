//! Deprecated shapes have the attribute on every item that a user names, and nowhere else.

use crate::testing::files;

const OLD: &str = r#""deprecated": {"message": "Old"}"#;
const NOTE: &str = r#"#[deprecated(note = "Old")]"#;

/// Returns the items with the attribute, up to the first bracket, comma or colon.
fn marked(text: &str) -> Vec<&str> {
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    let marks = (0..lines.len()).filter(|index| lines[*index] == NOTE);
    let items = marks.filter_map(|mark| {
        let mut after = lines[mark..].iter();
        after.find(|line| !line.starts_with("#["))
    });
    let end = |item: &&str| item.find(['(', '{', ',', ':']).unwrap_or(item.len());
    items.map(|item| item[..end(item)].trim()).collect()
}

#[test]
fn a_deprecated_operation_marks_client_method_and_fluent_builder() {
    let files = files(&format!(r#"{{"Op": {{"traits": {{{OLD}}}}}}}"#));
    assert_eq!(marked(&files["src/client.rs"]), ["pub fn op"]);
    let builders = &files["src/operation/op/builders.rs"];
    assert_eq!(marked(builders), ["pub struct OpFluentBuilder"]);
    let all = files.values().map(|text| marked(text).len());
    assert_eq!(all.sum::<usize>(), 2);
}

#[test]
fn a_deprecated_service_marks_the_client() {
    let files = files(&format!(r#"{{"Service": {{"traits": {{{OLD}}}}}}}"#));
    assert_eq!(marked(&files["src/client.rs"]), ["pub struct Client"]);
}

#[test]
fn a_deprecated_structure_marks_type_and_builder() {
    let files = files(&format!(
        r#"{{"Part": {{"type": "structure", "traits": {{{OLD}}}, "members": {{"a": "String"}}}},
            "Out": {{"members": {{"part": "Part"}}}}}}"#
    ));
    let expected = ["pub struct Part", "pub struct PartBuilder"];
    assert_eq!(marked(&files["src/types/part.rs"]), expected);
    assert!(marked(&files["src/operation/op.rs"]).is_empty());
}

#[test]
fn a_deprecated_member_marks_field_accessor_and_setters() {
    let members = format!(r#"{{"a": "Long", "b": {{"target": "String", "traits": {{{OLD}}}}}}}"#);
    let files = files(&format!(
        r#"{{"In": {{"members": {members}}}, "Out": {{"members": {members}}}}}"#
    ));
    let types = ["pub b", "pub fn b"].repeat(2);
    assert_eq!(marked(&files["src/operation/op.rs"]), types);
    let setters = ["pub fn b", "pub fn set_b", "pub fn get_b"].repeat(2);
    assert_eq!(marked(&files["src/operation/op/builders.rs"]), setters);
}

#[test]
fn deprecated_enums_and_values_are_marked() {
    let files = files(&format!(
        r#"{{"Kind": {{"type": "enum", "traits": {{{OLD}}}, "members": {{
                "A": "Unit", "B": {{"target": "Unit", "traits": {{{OLD}}}}}}}}},
            "Out": {{"members": {{"kind": "Kind"}}}}}}"#
    ));
    assert_eq!(marked(&files["src/types/kind.rs"]), ["pub enum Kind", "B"]);
}

#[test]
fn deprecated_unions_and_variants_are_marked() {
    let files = files(&format!(
        r#"{{"Choice": {{"type": "union", "traits": {{{OLD}}}, "members": {{
                "a": "String", "b": {{"target": "String", "traits": {{{OLD}}}}}}}}},
            "Out": {{"members": {{"choice": "Choice"}}}}}}"#
    ));
    let expected = ["pub enum Choice", "B", "pub fn as_b", "pub fn is_b"];
    assert_eq!(marked(&files["src/types/choice.rs"]), expected);
}

#[test]
fn a_deprecated_error_marks_type_and_variants() {
    let files = files(&format!(
        r#"{{"Op": {{"errors": ["Bad"]}},
            "Bad": {{"type": "structure", "traits": {{"error": "client", {OLD}}}}}}}"#
    ));
    let expected = ["pub struct Bad", "pub struct BadBuilder"];
    assert_eq!(marked(&files["src/types/error/bad.rs"]), expected);
    assert_eq!(
        marked(&files["src/operation/op.rs"]),
        ["Bad", "pub fn is_bad"]
    );
    assert_eq!(marked(&files["src/error_meta.rs"]), ["Bad"]);
}
