use crate::ir::{Pagination, PathField};
use crate::testing::{client, client_with_warning};

/// Returns a paginated operation; `operation` and `service` are the JSON fields of their traits.
fn shapes(operation: &str, service: &str) -> String {
    format!(
        r#"{{
        "Service": {{"traits": {{"paginated": {{{service}}}}}}},
        "Op": {{"traits": {{"paginated": {{{operation}}}}}}},
        "List": {{"type": "list", "member": "String"}},
        "Map": {{"type": "map", "key": "String", "value": "String"}},
        "Part": {{"type": "structure", "members": {{"b": "String", "list": "List", "part": "Part"}}}},
        "One": {{"type": "union", "members": {{"list": "List"}}}},
        "In": {{"members": {{"size": "Integer", "from": "String"}}}},
        "Out": {{"members": {{"list": "List", "next": "String", "a": "Part", "count": "Integer",
            "map": "Map", "one": "One",
            "must": {{"target": "String", "traits": {{"required": {{}}}}}}}}}}
    }}"#
    )
}

const TOKENS: &str = r#""inputToken": "from", "outputToken": "next""#;

fn path(fields: &[PathField]) -> String {
    let fields = fields.iter().map(|field| match field.optional {
        true => format!("{}?", field.rust),
        false => field.rust.clone(),
    });
    fields.collect::<Vec<_>>().join(".")
}

/// Returns the tokens, the page size and the items in a short form.
fn short(pagination: &Pagination) -> String {
    let (input, output) = (pagination.input_token, path(&pagination.output_token));
    let size = pagination.page_size.as_ref().map(|member| &member.model);
    let items = pagination.items.as_ref().map(|items| path(&items.path));
    let text = |option: Option<String>| option.unwrap_or_else(|| "-".to_owned());
    format!("{input} {output} {} {}", text(size.cloned()), text(items))
}

fn pages(operation: &str, service: &str) -> Option<String> {
    let client = client(&shapes(operation, service));
    client.operations[0].pagination.as_ref().map(short)
}

#[test]
fn an_operation_declares_its_pagination() {
    assert_eq!(pages(TOKENS, "").as_deref(), Some("1 next? - -"));
    let complete = format!(r#"{TOKENS}, "pageSize": "size", "items": "list""#);
    assert_eq!(pages(&complete, "").as_deref(), Some("1 next? size list?"));
    let map = format!(r#"{TOKENS}, "items": "map""#);
    assert_eq!(pages(&map, "").as_deref(), Some("1 next? - map?"));
}

#[test]
fn output_token_and_items_can_be_paths() {
    let operation = r#""inputToken": "from", "outputToken": "a.part.b", "items": "a.list""#;
    assert_eq!(
        pages(operation, "").as_deref(),
        Some("1 a?.part?.b? - a?.list?")
    );
}

#[test]
fn the_output_token_can_be_required() {
    let operation = r#""inputToken": "from", "outputToken": "must""#;
    assert_eq!(pages(operation, "").as_deref(), Some("1 must - -"));
}

#[test]
fn the_service_declares_defaults_of_pagination() {
    let service = r#""inputToken": "size", "outputToken": "next", "pageSize": "size""#;
    let operation = r#""inputToken": "from", "items": "list""#;
    assert_eq!(
        pages(operation, service).as_deref(),
        Some("1 next? size list?")
    );
}

#[test]
fn an_operation_without_the_trait_is_not_paginated() {
    let client = client(&format!(
        r#"{{"Service": {{"traits": {{"paginated": {{{TOKENS}}}}}}}}}"#
    ));
    assert!(client.operations[0].pagination.is_none());
}

#[test]
fn an_operation_with_invalid_tokens_has_no_paginator() {
    for (operation, diagnostic) in [
        (
            r#""inputToken": "from", "outputToken": "a.c""#,
            "E0413 t#Op: the output token `a.c` is not a path: `Part` has no member `c`",
        ),
        (
            r#""inputToken": "from", "outputToken": "next.b""#,
            "E0413 t#Op: the output token `next.b` leads through `next`, which is not a structure",
        ),
        (
            r#""inputToken": "from", "outputToken": "a.""#,
            "E0413 t#Op: the output token `a.` is not a path: `Part` has no member ``",
        ),
        (
            r#""inputToken": "gone", "outputToken": "next""#,
            "E0413 t#Op: the input token `gone` is not a member of `OpInput`",
        ),
        (
            r#""outputToken": "next""#,
            "E0413 t#Op: neither the operation nor the service declares the input token",
        ),
        (
            r#""inputToken": "size", "outputToken": "next""#,
            "E0414 t#Op: the tokens are not strings",
        ),
        (
            r#""inputToken": "from", "outputToken": "count""#,
            "E0414 t#Op: the tokens are not strings",
        ),
        (
            r#""inputToken": 1"#,
            "E0402 t#Op: the trait's value has the wrong form",
        ),
    ] {
        let client = client_with_warning(&shapes(operation, ""), diagnostic);
        assert!(client.operations[0].pagination.is_none(), "{operation}");
    }
    let streams = shapes(TOKENS, "").replace(
        r#""from": "String""#,
        r#""from": {"target": "String", "traits": {"httpQuery": "from"}},
            "body": {"target": "Stream", "traits": {"httpPayload": {}}}"#,
    );
    let streams = streams.replace(
        r#""size": "Integer""#,
        r#""size": {"target": "Integer", "traits": {"httpQuery": "size"}}"#,
    );
    let streams = streams.replacen(
        '{',
        r#"{"Stream": {"type": "blob", "traits": {"streaming": {}}}, "#,
        1,
    );
    let diagnostic = "E0414 t#Op: a request whose body is a stream cannot be repeated";
    let client = client_with_warning(&streams, diagnostic);
    assert!(client.operations[0].pagination.is_none());
}

#[test]
fn a_paginator_lacks_invalid_items_and_page_size() {
    for (setting, reason) in [
        (
            r#""items": "a.b.c""#,
            "the items `a.b.c` leads through `b`, which is not a structure",
        ),
        (
            r#""items": "one.list""#,
            "the items `one.list` leads through `one`",
        ),
        (
            r#""items": "gone""#,
            "the items `gone` is not a member of `OpOutput`",
        ),
        (
            r#""items": "count""#,
            "the items `count` are neither a list nor a map",
        ),
        (
            r#""pageSize": "gone""#,
            "the page size `gone` is not a member of `OpInput`",
        ),
    ] {
        let shapes = shapes(&format!("{TOKENS}, {setting}"), "");
        let client = client_with_warning(&shapes, &format!("E0413 t#Op: {reason}"));
        let pagination = client.operations[0].pagination.as_ref().map(short);
        assert_eq!(pagination.as_deref(), Some("1 next? - -"), "{setting}");
    }
}
