//! Enums, unions and errors.

use crate::testing::{assert_lines, file, files};

fn kind_shapes(traits: &str, side: &str, binding: &str) -> String {
    format!(
        r#"{{
        "Kind": {{"type": "enum", "members": {{
            "B": {{"target": "Unit", "traits": {{"enumValue": "b-value"}}}},
            "Unknown": "Unit"}}, "traits": {{{traits}}}}},
        "{side}": {{"members": {{"m": {{"target": "Kind", "traits": {{{binding}}}}}}}}}
    }}"#
    )
}

fn kind(traits: &str, side: &str, binding: &str) -> String {
    file("src/types/kind.rs", &kind_shapes(traits, side, binding))
}

#[test]
fn an_enum_has_its_values_and_an_unknown_variant() {
    assert_lines(
        &kind("", "Out", ""),
        &[
            "use crate::error::UnknownVariantError;",
            "use crate::primitives::sealed_enum_unknown::UnknownVariantValue;",
            "#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]",
            "#[non_exhaustive]",
            "pub enum Kind {",
            "UnknownValue,",
            "B,",
            "Unknown(UnknownVariantValue),",
            r#"Self::UnknownValue => "Unknown","#,
            r#"Self::B => "b-value","#,
            r#"&["Unknown", "b-value"]"#,
            r#""b-value" => Self::B,"#,
            "other => Self::Unknown(UnknownVariantValue::new(other)),",
        ],
    );
}

#[test]
fn an_enum_has_the_traits_that_its_use_needs() {
    for (side, binding, expected) in [
        ("Out", "", [true, false, false]),
        ("In", "", [false, true, false]),
        ("In", r#""httpQuery": "q""#, [false, true, true]),
    ] {
        let text = kind("", side, binding);
        let traits = ["readable_enum!", "writable_enum!", "http::ToHttpString for"];
        let found = traits.map(|name| text.contains(name));
        assert_eq!(found, expected, "{side} {binding}");
    }
}

#[test]
fn the_unset_value_exists_only_if_enums_are_read() {
    for (side, is_read) in [("Out", true), ("In", false)] {
        let shapes = kind_shapes("", side, "");
        let unknown = file("src/primitives/sealed_enum_unknown.rs", &shapes);
        assert_eq!(unknown.contains("fn unset()"), is_read, "{unknown}");
    }
}

#[test]
fn a_sensitive_enum_is_not_printed() {
    assert_lines(
        &kind(r#""sensitive": {}"#, "Out", ""),
        &[
            "#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]",
            "impl fmt::Debug for Kind {",
            r#"f.write_str("*** Sensitive Data Redacted ***")"#,
        ],
    );
}

#[test]
fn a_union_has_a_variant_for_each_member() {
    let text = file(
        "src/types/choice.rs",
        r#"{
        "Choice": {"type": "union", "members": {
            "self": "String",
            "time": {"target": "Timestamp", "traits": {"timestampFormat": "date-time"}},
            "none": {"target": "Unit", "traits": {"jsonName": "n"}},
            "secret": "Secret",
            "choice": "Choice"}},
        "Secret": {"type": "string", "traits": {"sensitive": {}}},
        "In": {"members": {"a": "Choice"}}, "Out": {"members": {"a": "Choice"}}
    }"#,
    );
    assert_lines(
        &text,
        &[
            "#[derive(Clone, PartialEq)]",
            "pub enum Choice {",
            "Choice(Box<types::Choice>),",
            "None,",
            "Secret(String),",
            "SelfValue(String),",
            "Time(aws_smithy_types::DateTime),",
            "Unknown,",
            "pub fn as_none(&self) -> Result<(), &Self> {",
            "Self::None => Ok(()),",
            "matches!(self, Self::None)",
            "pub fn as_self(&self) -> Result<&String, &Self> {",
            "pub fn is_self(&self) -> bool {",
            "pub fn is_unknown(&self) -> bool {",
            "impl fmt::Debug for Choice {",
            r#"Self::None => f.write_str("None"),"#,
            "impl json::Read for Choice {",
            r#""n" => {"#,
            "*self = Self::None;",
            r#""self" => {"#,
            "*self = Self::SelfValue(Read::absent());",
            "impl json::Write for Choice {",
            r#"Self::None => out.members(&[("n", &json::NoMembers)]),"#,
            r#"Self::SelfValue(value) => out.members(&[("self", value)]),"#,
        ],
    );
    assert!(text.contains("json::InFormat("), "{text}");
    assert!(text.contains("*** Sensitive Data Redacted ***"), "{text}");
}

#[test]
fn a_sensitive_union_is_not_printed_and_units_need_no_imports() {
    let text = file(
        "src/types/choice.rs",
        r#"{"Choice": {"type": "union", "members": {"a": "Unit"}, "traits": {"sensitive": {}}},
            "Out": {"members": {"a": "Choice"}}}"#,
    );
    assert_lines(
        &text,
        &[
            "#[derive(Clone, PartialEq)]",
            r#"f.write_str("*** Sensitive Data Redacted ***")"#,
        ],
    );
    assert!(!text.contains("debug_tuple"), "{text}");
    assert!(!text.contains("use json::Read"), "{text}");
}

fn errors(members: &str) -> std::collections::BTreeMap<String, String> {
    files(&format!(
        r#"{{
        "Op": {{"errors": ["ConflictException", "Bad"]}},
        "Bad": {{"type": "structure", "members": {{{members}}}, "traits": {{"error": "client"}}}},
        "ConflictException": {{"type": "structure", "traits": {{"error": "server"}}}}
    }}"#
    ))
}

#[test]
fn an_error_is_read_from_body_and_headers() {
    let files = errors(
        r#""why": "String",
        "after": {"target": "Integer", "traits": {"httpHeader": "Retry-After"}},
        "id": {"target": "String", "traits": {"httpHeader": "X-Id", "required": {}}}"#,
    );
    assert_lines(
        &files["src/types/error/bad.rs"],
        &[
            "pub struct Bad {",
            "pub message: Option<String>,",
            "pub(crate) meta: error::ErrorMetadata,",
            "response.json(&mut error);",
            ".note(response.response().parsed_header(\"Retry-After\", \"after\"));",
            r#"if let Some(value) = response.note(response.response().header("X-Id", "id")) {"#,
            "error.id = value;",
            "response.default_message(&mut error.message);",
            "response.move_metadata(&mut error.meta);",
            r#"restjson1_runtime::readable_members! { members: Bad { why: "why", message: "Message" } }"#,
        ],
    );
    let text = &files["src/types/error/bad.rs"];
    assert!(text.contains("message: optional"), "{text}");
    assert!(text.contains("fields: ["), "{text}");
    assert_lines(
        &files["src/types/error/conflict_exception.rs"],
        &[
            "response.json(&mut error);",
            r#"restjson1_runtime::readable_members! { members: ConflictException { message: "Message" } }"#,
        ],
    );
}

#[test]
fn a_required_message_is_not_an_option() {
    let files = errors(r#""message": {"target": "String", "traits": {"required": {}}}"#);
    assert_lines(
        &files["src/types/error/bad.rs"],
        &["pub message: String,", "if error.message.is_empty() {"],
    );
    let text = &files["src/types/error/bad.rs"];
    assert!(text.contains("message: required"), "{text}");
}

#[test]
fn a_sensitive_message_is_not_printed() {
    let files = errors(r#""message": {"target": "String", "traits": {"sensitive": {}}}"#);
    let line =
        r#"restjson1_runtime::error_structure! { error: Bad, name: "Bad", message: sensitive }"#;
    assert_lines(&files["src/types/error/bad.rs"], &[line]);
}

#[test]
fn all_errors_are_in_one_enum() {
    let files = errors("");
    assert_lines(
        &files["src/error_meta.rs"],
        &[
            "pub enum Error {",
            "Bad(types::error::Bad),",
            "ConflictException(types::error::ConflictException),",
            "Unhandled(Unhandled),",
            "crate_error: Error,",
            "operation_error: operation::op::OpError,",
            "variants: [Bad, ConflictException],",
        ],
    );
    assert_lines(
        &files["src/types/error.rs"],
        &[
            "mod bad;",
            "mod conflict_exception;",
            "pub use self::bad::Bad;",
        ],
    );
    assert_lines(
        &files["src/types/error/builders.rs"],
        &["pub use super::bad::BadBuilder;"],
    );
}
