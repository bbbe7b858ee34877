//! Examples: their section on the operation's page, and names in their code.

use crate::testing::{assert_lines, file, files};

#[test]
fn an_operation_without_examples_has_no_code() {
    let shapes = r#"{
        "Op": {"traits": {"readonly": {}}}, "In": {"members": {"a": "String"}}}"#;
    for (path, text) in files(shapes) {
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

const PAGES: &str = r#"{
    "Op": {"traits": {"paginated": {"inputToken": "from", "outputToken": "next", "items": "list"},
        "examples": [{"title": "a", "input": {"must": "it", "from": "x"}}],
        "smithy.waiters#waitable": {"Ready": {"acceptors": [
            {"state": "success", "matcher": {"success": true}}]}}}},
    "In": {"members": {"from": "String",
        "must": {"target": "String", "traits": {"required": {}}}}},
    "Out": {"members": {"next": "String", "list": "List"}},
    "List": {"type": "list", "member": "String"}}"#;

#[test]
fn paginators_have_examples_with_required_members() {
    assert_lines(
        &file("src/operation/op/paginator.rs", PAGES),
        &[
            "restjson1_runtime::paginator! {",
            "/// # Examples",
            "/// let mut items = client",
            r#"///     .must("it")"#,
            "///     .into_paginator()",
            "///     .limit(100)",
            "/// let position = paginator.position();",
            "///     .resume_from(token)",
            "/// let paginator = paginator.customize(|request| request.config_override(settings));",
            r#"/// # #[cfg(feature = "futures-stream")]"#,
            "/// use futures_util::StreamExt as _;",
            "paginator: OpPaginator,",
        ],
    );
    let manifest = file("Cargo.toml", PAGES);
    assert!(manifest.contains("[dev-dependencies]"), "{manifest}");
}

#[test]
fn a_waiter_has_an_example_with_a_deadline() {
    assert_lines(
        &file("src/waiters/ready.rs", PAGES),
        &[
            "/// # Examples",
            "/// use tiny_sdk::client::Waiters as _;",
            "/// let wait = Wait::until(deadline).on_poll(|progress| println!(\"{progress:?}\"));",
            "/// let result = client.wait_until_ready().must(\"it\").wait(wait).await?;",
            r#"/// # #[cfg(feature = "futures-stream")]"#,
            "/// use futures_util::StreamExt as _;",
            "///         Update::Polled(progress) => println!(\"{progress:?}\"),",
            "builder: ReadyFluentBuilder,",
        ],
    );
}

#[test]
fn the_setting_about_retries_shows_an_unsafe_operation() {
    let lines = [
        "/// # Examples",
        "/// let config = client.config().to_builder().only_safe_retries(true).build();",
        "/// For one call of `Op`, which is not safe to repeat:",
        "///     .must(\"it\")",
        "///     .config_override(settings)",
        "pub fn only_safe_retries(mut self, value: bool) -> Self {",
    ];
    assert_lines(&file("src/config.rs", PAGES), &lines);
}
