use crate::testing::{assert_diagnostic, client, diagnostic_lines};

/// Returns a paginated operation; `operation` and `service` are the JSON fields of their traits.
fn shapes(operation: &str, service: &str) -> String {
    format!(
        r#"{{
        "Service": {{"traits": {{"paginated": {{{service}}}}}}},
        "Op": {{"traits": {{"paginated": {{{operation}}}}}}},
        "List": {{"type": "list", "member": "String"}},
        "Part": {{"type": "structure", "members": {{"b": "String"}}}},
        "In": {{"members": {{"size": "Integer", "from": "String"}}}},
        "Out": {{"members": {{"list": "List", "next": "String", "a": "Part", "count": "Integer",
            "must": {{"target": "String", "traits": {{"required": {{}}}}}}}}}}
    }}"#
    )
}

const TOKENS: &str = r#""inputToken": "from", "outputToken": "next""#;

fn pages(operation: &str, service: &str) -> Option<(usize, usize, Option<String>, Option<usize>)> {
    let client = client(&shapes(operation, service));
    let pagination = client.operations[0].pagination.as_ref()?;
    let size = pagination
        .page_size
        .as_ref()
        .map(|member| member.model.clone());
    Some((
        pagination.input_token,
        pagination.output_token,
        size,
        pagination.items.as_ref().map(|items| items.member),
    ))
}

#[test]
fn an_operation_declares_its_pagination() {
    assert_eq!(pages(TOKENS, ""), Some((1, 1, None, None)));
    let complete = format!(r#"{TOKENS}, "pageSize": "size", "items": "list""#);
    assert_eq!(
        pages(&complete, ""),
        Some((1, 1, Some("size".to_owned()), Some(0)))
    );
}

#[test]
fn the_service_declares_defaults_of_pagination() {
    let service = r#""inputToken": "size", "outputToken": "next", "pageSize": "size""#;
    let expected = Some((1, 1, Some("size".to_owned()), Some(0)));
    assert_eq!(
        pages(r#""inputToken": "from", "items": "list""#, service),
        expected
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
fn items_that_are_not_a_list_are_ignored() {
    assert_eq!(
        pages(&format!(r#"{TOKENS}, "items": "count""#), ""),
        Some((1, 1, None, None))
    );
}

#[test]
fn missing_unknown_and_nested_members_are_errors() {
    for (operation, reason) in [
        (
            r#""inputToken": "from", "outputToken": "a.b""#,
            "the output token `a.b` is not a member",
        ),
        (
            r#""inputToken": "gone", "outputToken": "next""#,
            "the input token `gone` is not a member of `OpInput`",
        ),
        (
            r#""outputToken": "next""#,
            "neither the operation nor the service declares the input token",
        ),
        (
            &format!(r#"{TOKENS}, "items": "a.b""#),
            "the items `a.b` is not a member",
        ),
        (
            &format!(r#"{TOKENS}, "pageSize": "gone""#),
            "the page size `gone` is not a member",
        ),
    ] {
        assert_diagnostic(&shapes(operation, ""), &format!("E0413 t#Op: {reason}"));
    }
}

#[test]
fn tokens_must_be_optional_strings() {
    for operation in [
        r#""inputToken": "size", "outputToken": "next""#,
        r#""inputToken": "from", "outputToken": "count""#,
        r#""inputToken": "from", "outputToken": "must""#,
    ] {
        assert_diagnostic(
            &shapes(operation, ""),
            "E0414 t#Op: the tokens are not optional strings",
        );
    }
    let diagnostics = diagnostic_lines(&shapes("\"inputToken\": 1", TOKENS));
    assert_eq!(
        diagnostics,
        ["E0402 t#Op: the trait's value has the wrong form"]
    );
}
