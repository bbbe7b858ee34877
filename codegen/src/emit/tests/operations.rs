//! Operations: requests, responses, errors, fluent builders, paginators and the client.

use crate::testing::{assert_lines, file, files};

#[test]
fn a_request_has_path_query_headers_and_body() {
    let text = file(
        "src/operation/op.rs",
        r#"{
        "Op": {"traits": {"http": {"method": "PUT", "uri": "/x/{id}/{rest+}?fixed=1"}}},
        "Texts": {"type": "list", "member": "String"},
        "In": {"members": {
            "z": "String",
            "id": {"target": "String", "traits": {"httpLabel": {}, "required": {}}},
            "rest": {"target": "Timestamp", "traits": {"httpLabel": {}, "required": {}}},
            "many": {"target": "Texts", "traits": {"httpQuery": "m"}},
            "must": {"target": "Texts", "traits": {"httpQuery": "n", "required": {}}},
            "one": {"target": "Integer", "traits": {"httpQuery": "o"}},
            "two": {"target": "String", "traits": {"httpQuery": "t", "required": {}}},
            "head": {"target": "String", "traits": {"httpHeader": "X-Head"}},
            "a": "Boolean"}}
    }"#,
    );
    assert_lines(
        &text,
        &[
            r#"request.path("/x/");"#,
            r#"request.label("id", &input.id)?;"#,
            r#"request.path("/");"#,
            r#""rest","#,
            "aws_smithy_types::date_time::Format::DateTime,",
            r#"request.query_literal("fixed=1");"#,
            r#"request.header("X-Head", "head", &input.head)?;"#,
            r#"request.query_list("m", &input.many);"#,
            r#"request.required_query_list("n", "must", &input.must)?;"#,
            r#"request.query("o", &input.one)?;"#,
            r#"request.required_query("t", "two", &input.two)?;"#,
            r#"let members: [json::Member<'_>; 2] = [("a", &input.a), ("z", &input.z)];"#,
            "request.members(&members)",
        ],
    );
    assert!(text.contains(".greedy_label("), "{text}");
    assert!(text.contains(r#"operation: "Op","#), "{text}");
    assert!(text.contains(r#"method: "PUT","#), "{text}");
}

#[test]
fn without_body_members_there_is_no_body() {
    let text = file("src/operation/op.rs", "{}");
    for absent in [
        "request.members(",
        "response.json(",
        "fn capture",
        "json::Members",
        "readable_members",
    ] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    let errors =
        r#"restjson1_runtime::error_enum! { error: OpError, operation: "Op", variants: [] }"#;
    assert_lines(&text, &[errors]);
}

#[test]
fn an_output_is_read_from_body_and_headers() {
    let text = file(
        "src/operation/op.rs",
        r#"{"Out": {"members": {
            "a": {"target": "String", "traits": {"jsonName": "A"}},
            "n": {"target": "Long", "traits": {"httpHeader": "N"}}}}}"#,
    );
    assert_lines(
        &text,
        &[
            "output._request_id = response.request_id();",
            "response.json(output)?;",
            r#"output.n = response.parsed_header("N", "n")?;"#,
            "pub struct OpOutput {",
            "_request_id: Option<String>,",
            "restjson1_runtime::output_structure! { output: OpOutput }",
            r#"restjson1_runtime::readable_members! { members: OpOutput { a: "A" } }"#,
        ],
    );
    assert!(!text.contains(r#""n" =>"#), "{text}");
    assert!(!text.contains(r#"n: "n""#), "{text}");
}

#[test]
fn errors_are_selected_by_code() {
    let text = file(
        "src/operation/op.rs",
        r#"{
        "Op": {"errors": ["BusyException", "Bad"]},
        "BusyException": {"type": "structure",
            "traits": {"error": "server", "retryable": {"throttling": true}}},
        "Bad": {"type": "structure", "traits": {"error": "client"}}
    }"#,
    );
    assert_lines(
        &text,
        &[
            "pub enum OpError {",
            "Bad(types::error::Bad),",
            "BusyException(types::error::BusyException),",
            "Unhandled(Unhandled),",
            "pub fn is_busy_exception(&self) -> bool {",
        ],
    );
    assert!(text.contains("BusyException(ThrottlingError)"), "{text}");
    let codes = r#"variants: [Bad("Bad"), BusyException("BusyException")]"#;
    assert!(text.contains(codes), "{text}");
}

#[test]
fn strings_that_are_not_sensitive_are_captured() {
    let text = file(
        "src/operation/op.rs",
        r#"{"Secret": {"type": "string", "traits": {"sensitive": {}}},
            "In": {"members": {"type": "String", "key": "Secret", "n": "Long"}}}"#,
    );
    assert_lines(
        &text,
        &[r#"attributes.string("type", input.r#type.as_deref());"#],
    );
    assert_eq!(text.matches("attributes.string").count(), 1, "{text}");
}

#[test]
fn a_fluent_builder_has_setters_for_the_input() {
    let text = file(
        "src/operation/op/builders.rs",
        r#"{"Texts": {"type": "list", "member": "String"},
            "In": {"members": {"type": "String", "list": "Texts"}}}"#,
    );
    assert_lines(
        &text,
        &[
            "pub struct OpInputBuilder {",
            "pub struct OpOutputBuilder {",
            "pub struct OpFluentBuilder {",
            "value: held::Held<OpInputBuilder>,",
            "impl (OpInputBuilder, OpFluentBuilder) {",
            "pub fn r#type(mut self, input: impl Into<String>) -> Self {",
            "held::set_string(&mut self.value.r#type, input);",
            "pub fn set_type(mut self, input: Option<String>) -> Self {",
            "/// Returns the current value of `type`.",
            "pub fn get_type(&self) -> &Option<String> {",
            "/// Appends to the `list` member. `set_list` replaces the list.",
            "pub fn list(mut self, input: impl Into<String>) -> Self {",
        ],
    );
    assert!(
        text.contains("restjson1_runtime::fluent_builder! {"),
        "{text}"
    );
    assert!(!text.contains("into_paginator"), "{text}");
}

fn paginated(list_traits: &str) -> std::collections::BTreeMap<String, String> {
    files(&format!(
        r#"{{
        "Op": {{"traits": {{"paginated":
            {{"inputToken": "from", "outputToken": "next", "pageSize": "size", "items": "list"}}}}}},
        "List": {{"type": "list", "member": "Long" {list_traits}}},
        "In": {{"members": {{"from": "String", "size": "Integer"}}}},
        "Out": {{"members": {{"next": "String", "list": "List"}}}}
    }}"#
    ))
}

#[test]
fn a_paginator_fetches_pages_and_items() {
    let files = paginated("");
    assert_lines(
        &files["src/operation/op/paginator.rs"],
        &[
            "impl paginate::Paginated for super::Op {",
            "output.next.as_deref()",
            "&mut input.from",
            "paginator: OpPaginator,",
            "page_size: (size, i32),",
            "items: OpPaginatorItems,",
            "take: |page| -> Vec<i64> { page.list.unwrap_or_default() },",
        ],
    );
    assert!(files["src/operation/op/builders.rs"].contains("fn into_paginator"));
    assert!(files["src/operation/op.rs"].contains("pub mod paginator;"));
    let sparse = &paginated(r#", "traits": {"sparse": {}}"#)["src/operation/op/paginator.rs"];
    assert!(
        sparse.contains("take: |page| -> Vec<Option<i64>> {"),
        "{sparse}"
    );
}

#[test]
fn the_client_has_a_method_for_each_operation() {
    let files = paginated("");
    assert_lines(
        &files["src/client.rs"],
        &[
            "pub struct Client {",
            "impl Client {",
            "/// Calls `Op`.",
            "/// The output is [`OpOutput`](crate::operation::op::OpOutput);",
            "/// the error is [`OpError`](crate::operation::op::OpError).",
            "pub fn op(&self) -> crate::operation::op::builders::OpFluentBuilder {",
        ],
    );
    assert_lines(&files["src/operation.rs"], &["pub mod op;"]);
}
