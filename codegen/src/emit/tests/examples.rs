//! Examples: their section on the operation's page, and names in their code.

use crate::testing::{assert_lines, file, files};

#[test]
fn an_operation_without_examples_has_no_code() {
    for (path, text) in files(r#"{"In": {"members": {"a": "String"}}}"#) {
        // The front page and the configuration have examples of the generator.
        let has_example = path == "src/lib.rs" || path == "src/config.rs";
        let is_page = has_example || !path.ends_with(".rs");
        assert!(is_page || !text.contains("no_run"), "{path}");
        assert!(!text.contains("#examples"), "{path}");
    }
}

#[test]
fn examples_are_a_section_that_the_client_links_to() {
    let shapes = r#"{
        "Op": {"traits": {"examples": [
            {"title": "Call [it]", "documentation": "First.", "input": {"a": "b\"c"}},
            {"title": "Again", "output": {"a": "x"}}]}},
        "In": {"members": {"a": "String"}}, "Out": {"members": {"a": "String"}}}"#;
    assert_lines(
        &file("src/operation/op.rs", shapes),
        &[
            "//! Types of the operation `Op`.",
            "//! The method [`Client::op`](crate::client::Client::op)",
            "//! describes the call in full.",
            "//!",
            "//! # Examples",
            r"//! ## Call \[it\]",
            "//! First.",
            "//! ```no_run",
            "//! # async fn example(client: tiny_sdk::Client) -> Result<(), Box<dyn std::error::Error>> {",
            r##"//! client.op().a(r#"b"c"#).send().await?;"##,
            "//! # Ok(())",
            "//! # }",
            "//! ```",
            "//! ## Again",
            "//! let output = client.op().send().await?;",
            r#"//! assert_eq!(output.a(), Some("x"));"#,
        ],
    );
    let link = "/// See the [examples](crate::operation::op#examples).";
    assert_lines(&file("src/client.rs", shapes), &[link]);
    let link = "/// See the [examples](super#examples).";
    assert_lines(&file("src/operation/op/builders.rs", shapes), &[link]);
}

#[test]
fn types_whose_names_have_another_meaning_have_paths() {
    let text = file(
        "src/operation/op.rs",
        r#"{
        "Op": {"errors": ["Late"], "traits": {"examples": [
            {"title": "a", "input": {"map": {}, "time": {}, "error": {}},
                "error": {"shapeId": "t#Late", "content": {"why": "w"}}}]}},
        "In": {"members": {"map": "Map", "time": "DateTime", "error": "OpError"}},
        "Map": {"type": "map", "key": "String", "value": "HashMap"},
        "HashMap": {"type": "structure"}, "DateTime": {"type": "structure"},
        "OpError": {"type": "structure"},
        "Late": {"type": "structure", "traits": {"error": "client"}, "members": {"why": "String"}}}"#,
    );
    assert_lines(
        &text,
        &[
            "//! use std::collections::HashMap;",
            "//! use tiny_sdk::types::OpError;",
            "//!     .set_map(Some(HashMap::new()))",
            "//!     .time(tiny_sdk::types::DateTime::builder().build())",
            "//!     .error(OpError::builder().build())",
            "//! let tiny_sdk::operation::op::OpError::Late(error) = error else {",
            r#"//! assert_eq!(error.why(), Some("w"));"#,
        ],
    );
}

#[test]
fn variables_of_nested_values_do_not_shadow_each_other() {
    let text = file(
        "src/operation/op.rs",
        r#"{
        "Op": {"traits": {"examples": [{"title": "a", "output": {
            "client": {"type": {"text": "x"}, "client": {"text": "y"}, "last": {"text": "z"}}}}]}},
        "Out": {"members": {"client": "Part"}},
        "Part": {"type": "structure", "members":
            {"text": "String", "type": "Part", "client": "Part", "last": "Part"}}}"#,
    );
    assert_lines(
        &text,
        &[
            r#"//! let client_2 = output.client().expect("client is set");"#,
            r#"//! let r#type = client_2.r#type().expect("type is set");"#,
            r#"//! assert_eq!(r#type.text(), Some("x"));"#,
            r#"//! let client_3 = client_2.client().expect("client is set");"#,
            r#"//! let last = client_2.last().expect("last is set");"#,
        ],
    );
}
