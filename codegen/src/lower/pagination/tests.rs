use crate::testing::{assert_diagnostic, client, diagnostic_lines};

/// An operation with pages; `own` and `service` are the texts of their traits' fields.
fn shapes(own: &str, service: &str) -> String {
    format!(
        r#"{{
        "Service": {{"traits": {{"paginated": {{{service}}}}}}},
        "Op": {{"traits": {{"paginated": {{{own}}}}}}},
        "List": {{"type": "list", "member": "String"}},
        "Part": {{"type": "structure", "members": {{"b": "String"}}}},
        "In": {{"members": {{"size": "Integer", "from": "String"}}}},
        "Out": {{"members": {{"list": "List", "next": "String", "a": "Part", "count": "Integer",
            "must": {{"target": "String", "traits": {{"required": {{}}}}}}}}}}
    }}"#
    )
}

const TOKENS: &str = r#""inputToken": "from", "outputToken": "next""#;

fn pages(own: &str, service: &str) -> Option<(usize, usize, Option<String>, Option<usize>)> {
    let client = client(&shapes(own, service));
    let pagination = client.operations[0].pagination.as_ref()?;
    let size = pagination
        .page_size
        .as_ref()
        .map(|member| member.model.clone());
    Some((
        pagination.input_token,
        pagination.output_token,
        size,
        pagination.items,
    ))
}

#[test]
fn an_operation_says_how_its_pages_come() {
    assert_eq!(pages(TOKENS, ""), Some((1, 1, None, None)));
    let whole = format!(r#"{TOKENS}, "pageSize": "size", "items": "list""#);
    assert_eq!(
        pages(&whole, ""),
        Some((1, 1, Some("size".to_owned()), Some(0)))
    );
}

#[test]
fn what_it_leaves_out_the_service_says() {
    let service = r#""inputToken": "size", "outputToken": "next", "pageSize": "size""#;
    let expected = Some((1, 1, Some("size".to_owned()), Some(0)));
    assert_eq!(
        pages(r#""inputToken": "from", "items": "list""#, service),
        expected
    );
}

#[test]
fn without_the_trait_there_are_no_pages() {
    let client = client(&format!(
        r#"{{"Service": {{"traits": {{"paginated": {{{TOKENS}}}}}}}}}"#
    ));
    assert!(client.operations[0].pagination.is_none());
}

#[test]
fn items_that_are_no_list_are_not_walked() {
    assert_eq!(
        pages(&format!(r#"{TOKENS}, "items": "count""#), ""),
        Some((1, 1, None, None))
    );
}

#[test]
fn members_that_are_not_at_the_top_are_refused() {
    for (own, reason) in [
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
            "neither the operation nor the service says the input token",
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
        assert_diagnostic(&shapes(own, ""), &format!("E0413 t#Op: {reason}"));
    }
}

#[test]
fn tokens_are_optional_texts() {
    for own in [
        r#""inputToken": "size", "outputToken": "next""#,
        r#""inputToken": "from", "outputToken": "count""#,
        r#""inputToken": "from", "outputToken": "must""#,
    ] {
        assert_diagnostic(
            &shapes(own, ""),
            "E0414 t#Op: the tokens are not optional texts",
        );
    }
    let diagnostics = diagnostic_lines(&shapes("\"inputToken\": 1", TOKENS));
    assert_eq!(
        diagnostics,
        ["E0402 t#Op: the trait's value has the wrong form"]
    );
}
