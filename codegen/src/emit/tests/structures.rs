//! Structures, their builders, and their JSON implementations.

use crate::testing::{assert_lines, file, files};

/// Returns the file of a structure `Part` that is in both input and output.
fn part(members: &str, traits: &str) -> String {
    let shapes = format!(
        r#"{{
        "Part": {{"type": "structure", "members": {{{members}}}, "traits": {{{traits}}}}},
        "Texts": {{"type": "list", "member": "String"}},
        "Yes": {{"type": "boolean", "traits": {{"default": true}}}},
        "Five": {{"type": "long", "traits": {{"default": 5}}}},
        "Holes": {{"type": "list", "member": "Long", "traits": {{"sparse": {{}}}}}},
        "Map": {{"type": "map", "key": "String", "value": "Integer"}},
        "Secret": {{"type": "string", "traits": {{"sensitive": {{}}}}}},
        "In": {{"members": {{"part": "Part"}}}}, "Out": {{"members": {{"part": "Part"}}}}
    }}"#
    );
    file("src/types/part.rs", &shapes)
}

const REQUIRED: &str = r#""type": {"target": "String", "traits": {"required": {}}}"#;

#[test]
fn fields_have_accessors() {
    let text = part(
        &format!(r#"{REQUIRED}, "a": "Texts", "b": "Holes", "c": "Map", "d": "Part", "e": "Blob""#),
        r#""documentation": "Docs.""#,
    );
    assert_lines(
        &text,
        &[
            "use std::collections::HashMap;",
            "use restjson1_runtime::{error, held, json};",
            "use crate::types;",
            "/// Docs.",
            "#[derive(Clone, Debug, PartialEq)]",
            "#[non_exhaustive]",
            "pub struct Part {",
            "pub r#type: String,",
            "pub a: Option<Vec<String>>,",
            "pub b: Option<Vec<Option<i64>>>,",
            "pub c: Option<HashMap<String, i32>>,",
            "pub d: Option<Box<types::Part>>,",
            "pub e: Option<aws_smithy_types::Blob>,",
            "pub fn r#type(&self) -> &str {",
            "pub fn a(&self) -> &[String] {",
            "self.a.as_deref().unwrap_or_default()",
            "pub fn d(&self) -> Option<&types::Part> {",
            "pub fn builder() -> types::builders::PartBuilder {",
        ],
    );
}

#[test]
fn a_builder_without_required_members_holds_the_structure() {
    let text = part(
        r#""a": "String", "list": "Texts", "map": "Map", "part": "Part""#,
        "",
    );
    assert_lines(
        &text,
        &[
            "pub struct PartBuilder {",
            "pub(crate) value: Part,",
            "restjson1_runtime::value_builder! { builder: PartBuilder, value: Part::empty() }",
            "pub fn a(mut self, input: impl Into<String>) -> Self {",
            "held::set_string(&mut self.value.a, input);",
            "pub fn set_a(mut self, input: Option<String>) -> Self {",
            "pub fn get_a(&self) -> &Option<String> {",
            "self.value.list.get_or_insert_default().push(input.into());",
            "pub fn map(mut self, k: impl Into<String>, v: i32) -> Self {",
            "pub fn part(mut self, input: impl Into<Box<types::Part>>) -> Self {",
            "pub fn build(self) -> Part {",
        ],
    );
}

#[test]
fn a_builder_starts_without_required_structures() {
    let text = part(
        r#""part": {"target": "Part", "traits": {"required": {}}}"#,
        "",
    );
    let text = text.split_whitespace().collect::<String>();
    let value = "value_builder!{builder:PartBuilder,value:Part{part:None,..Part::empty()},}";
    assert!(text.contains(value), "{text}");
}

#[test]
fn a_builder_with_required_members_has_optional_fields() {
    let text = part(
        &format!(
            r#"{REQUIRED}, "b": {{"target": "Integer", "traits": {{"default": -7}}}},
            "t": {{"target": "Timestamp", "traits": {{"default": 0}}}}"#
        ),
        "",
    );
    assert_lines(
        &text,
        &[
            "#[derive(Clone, Debug, Default, PartialEq)]",
            "pub struct PartBuilder {",
            "r#type: Option<String>,",
            "pub fn set_type(mut self, input: Option<String>) -> Self {",
            "/// Returns an error if a required member is unset.",
            "pub fn build(self) -> Result<Part, error::BuildError> {",
            r#""type was not specified but it is required when building Part","#,
            "b: self.b.unwrap_or(-7),",
            "t: self.t.unwrap_or(aws_smithy_types::DateTime::from_secs(0)),",
        ],
    );
}

#[test]
fn sensitive_members_are_not_printed() {
    let members = format!(r#"{REQUIRED}, "b": "Secret""#);
    let hidden = r#".field("b", &"*** Sensitive Data Redacted ***")"#;
    let text = part(&members, "");
    assert_lines(
        &text,
        &[
            "#[derive(Clone, PartialEq)]",
            "impl fmt::Debug for Part {",
            r#".field("type", &self.r#type)"#,
            hidden,
            r#"f.debug_struct("PartBuilder")"#,
            hidden,
        ],
    );
    let text = part(&members, r#""sensitive": {}"#);
    assert_lines(
        &text,
        &[
            r#".field("type", &"*** Sensitive Data Redacted ***")"#,
            hidden,
        ],
    );
}

#[test]
fn members_have_their_wire_names_in_json() {
    let text = part(
        r#""b": {"target": "PrimitiveBoolean", "traits": {"default": false}},
            "c": {"target": "Yes", "traits": {"default": true}},
            "a": {"target": "Five", "traits": {"default": 5, "jsonName": "A"}},
            "t": {"target": "Timestamp", "traits": {"timestampFormat": "http-date"}},
            "l": {"target": "Texts", "traits": {"default": []}},
            "d": {"target": "String", "traits": {"default": "x"}},
            "s": {"target": "Part", "traits": {"required": {}}}"#,
        "",
    );
    assert_lines(
        &text,
        &[
            "a: 5,",
            "s: Some(json::Read::absent()),",
            "restjson1_runtime::readable_structure! { name: Part }",
            "impl json::Members for Part {",
            r#""b" => Some(self.b.slot()),"#,
            r#""A" => {"#,
            "self.a = 5;",
            "Some(self.a.slot().keep_on_null())",
            r#""s" => Some(self.s.insert(json::Read::absent()).slot()),"#,
            "impl json::Write for Part {",
            r#"("b", &json::UnlessDefault(self.b, false)),"#,
            r#"("c", &json::UnlessDefault(self.c, true)),"#,
            r#"("A", &json::UnlessDefault(self.a, 5)),"#,
            r#"("l", &self.l),"#,
            r#"("d", &self.d),"#,
        ],
    );
    let format = "aws_smithy_types::date_time::Format::HttpDate";
    assert_eq!(
        text.matches(format).count(),
        2,
        "in reading and writing: {text}"
    );
}

#[test]
fn structures_are_read_only_in_outputs_and_written_only_in_inputs() {
    for (side, read, written) in [("In", false, true), ("Out", true, false)] {
        let shapes = format!(
            r#"{{"Part": {{"type": "structure"}}, "{side}": {{"members": {{"part": "Part"}}}}}}"#
        );
        let text = file("src/types/part.rs", &shapes);
        assert_eq!(text.contains("readable_structure!"), read, "{side}");
        assert_eq!(text.contains("json::Write"), written, "{side}");
        for unused in ["use json::Read", "match name", "mut object"] {
            assert!(!text.contains(unused), "{unused}: {text}");
        }
    }
}

#[test]
fn the_module_types_re_exports_all_types() {
    let files = files(
        r#"{
        "Part": {"type": "structure"},
        "Error": {"type": "structure"},
        "Kind": {"type": "enum", "members": {"A": "Unit"}},
        "Choice": {"type": "union", "members": {"a": "String"}},
        "Out": {"members": {"a": "Part", "b": "Kind", "c": "Choice", "d": "Error"}}
    }"#,
    );
    assert_lines(
        &files["src/types.rs"],
        &[
            "pub mod builders;",
            "pub mod error;",
            "mod choice;",
            "mod error_;",
            "mod kind;",
            "mod part;",
            "pub use self::choice::Choice;",
            "pub use self::error_::Error;",
        ],
    );
    assert_lines(
        &files["src/types/builders.rs"],
        &[
            "pub use super::error_::ErrorBuilder;",
            "pub use super::part::PartBuilder;",
        ],
    );
}
