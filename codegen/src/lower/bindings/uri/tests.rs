use crate::ir::PathPart;
use crate::testing::{assert_diagnostic, client, diagnostic_lines};

#[test]
fn host_prefix_is_split_at_labels_of_host_label_members() {
    let host = |prefix: &str, traits: &str| {
        format!(
            r#"{{"Op": {{"traits": {{"endpoint": {{"hostPrefix": "{prefix}"}}}}}},
            "In": {{"members": {{"a": {{"target": "String", "traits": {{{traits}}}}}}}}}}}"#
        )
    };
    let label = r#""required": {}, "hostLabel": {}"#;
    let client = client(&host("x.{a}.", label));
    let parts = &client.operations[0].host_prefix;
    let literal = |string: &str| PathPart::Literal(string.to_owned());
    let member = PathPart::Label {
        member: 0,
        greedy: false,
    };
    assert_eq!(*parts, [literal("x."), member, literal(".")]);
    assert_eq!(
        client.operations[0].input.body,
        [0],
        "the member is also sent in the body"
    );
    for (prefix, traits, diagnostic) in [
        (
            "x.{a}.",
            "",
            "E0410 t#Op: no member of the input is bound to the label `{a}` of `x.{a}.`",
        ),
        (
            "x.{b}.",
            label,
            "E0410 t#Op: no member of the input is bound to the label `{b}` of `x.{b}.`",
        ),
        (
            "x.{a",
            label,
            "E0409 t#Op: a label of `x.{a` has no closing brace",
        ),
        ("x}.", label, "E0419 t#Op: `x}.` is not a valid host prefix"),
        ("x/", label, "E0419 t#Op: `x/` is not a valid host prefix"),
        ("", label, "E0419 t#Op: `` is not a valid host prefix"),
        (".x", label, "E0419 t#Op: `.x` is not a valid host prefix"),
        (
            "x..{a}.",
            label,
            "E0419 t#Op: `x..{a}.` is not a valid host prefix",
        ),
        (
            "-{a}.",
            label,
            "E0419 t#Op: `-{a}.` is not a valid host prefix",
        ),
    ] {
        assert_diagnostic(&host(prefix, traits), diagnostic);
    }
}

fn uri(uri: &str) -> String {
    format!(
        r#"{{
        "Op": {{"traits": {{"http": {{"uri": "{uri}"}}}}}},
        "In": {{"members": {{
            "other": "String",
            "a": {{"target": "String", "traits": {{"httpLabel": {{}}, "required": {{}}}}}}
        }}}}
    }}"#
    )
}

#[test]
fn uri_is_split_into_path_parts_and_query_literals() {
    let literal = |string: &str| PathPart::Literal(string.to_owned());
    let label = |greedy| PathPart::Label { member: 1, greedy };
    for (template, path, query) in [
        ("/{a}", vec![literal("/"), label(false)], &[][..]),
        (
            "/x/{a+}/y",
            vec![literal("/x/"), label(true), literal("/y")],
            &[],
        ),
        (
            "/{a}?x&y=1",
            vec![literal("/"), label(false)],
            &["x", "y=1"],
        ),
    ] {
        let client = client(&uri(template));
        assert_eq!(client.operations[0].path, path, "{template}");
        assert_eq!(client.operations[0].query_literals, query, "{template}");
    }
}

#[test]
fn uri_that_does_not_fit_the_input_is_an_error() {
    let unbound = "no member of the input is bound to the label";
    for (template, code, reason) in [
        (
            "/{a}/{gone}",
            "E0410",
            format!("{unbound} `{{gone}}` of `/{{a}}/{{gone}}`"),
        ),
        (
            "/{a}/{other}",
            "E0410",
            format!("{unbound} `{{other}}` of `/{{a}}/{{other}}`"),
        ),
        // `a` has no label either, but the misspelled label is the only error.
        ("/{b}", "E0410", format!("{unbound} `{{b}}` of `/{{b}}`")),
        (
            "/{a}/{b",
            "E0409",
            "a label of `/{a}/{b` has no closing brace".to_owned(),
        ),
        (
            "/{a",
            "E0409",
            "a label of `/{a` has no closing brace".to_owned(),
        ),
        ("{a}", "E0409", "`{a}` is not a valid URI".to_owned()),
        (
            "/a b/{a}",
            "E0409",
            "`/a b/{a}` is not a valid URI".to_owned(),
        ),
        (
            "/{a}/b}",
            "E0409",
            "a closing brace of `/{a}/b}` has no opening brace".to_owned(),
        ),
        (
            "/{a}?b={other}",
            "E0409",
            "`/{a}?b={other}` is not a valid URI".to_owned(),
        ),
        (
            "/{a}/%2",
            "E0409",
            "`/{a}/%2` is not a valid URI".to_owned(),
        ),
        (
            "/",
            "E0411",
            "`/` has no label for the member `a`".to_owned(),
        ),
    ] {
        assert_diagnostic(&uri(template), &format!("{code} t#Op: {reason}"));
    }
}

#[test]
fn query_literal_with_the_name_of_a_member_is_an_error() {
    let shapes = |query: &str| {
        format!(
            r#"{{"Op": {{"traits": {{"http": {{"uri": "/a?{query}"}}}}}}, "In": {{"members": {{
                "m": {{"target": "String", "traits": {{"httpQuery": "q"}}}}}}}}}}"#
        )
    };
    for query in ["q", "x&q=1"] {
        let reason = "has the query parameter of the member `m`";
        let start = format!("E0425 t#Op: `/a?{query}` {reason}");
        assert_diagnostic(&shapes(query), &start);
    }
    client(&shapes("qq=q"));
}

#[test]
fn query_and_headers_are_sorted_by_name() {
    let client = client(
        r#"{"In": {"members": {
            "c": {"target": "String", "traits": {"httpQuery": "1"}},
            "body": "String",
            "a": {"target": "String", "traits": {"httpQuery": "3"}},
            "b": {"target": "String", "traits": {"httpHeader": "2"}}}}}"#,
    );
    assert_eq!(client.operations[0].bindings, [2, 3, 0]);
}

#[test]
fn operation_without_a_valid_method_and_uri_is_an_error() {
    assert_diagnostic(
        r#"{"Op": {"traits": {"http": null}}}"#,
        "E0403 t#Op: the operation does not state its method and URI",
    );
    let diagnostics =
        diagnostic_lines(r#"{"Op": {"traits": {"http": {"method": "GE T", "uri": 1}}}}"#);
    assert!(
        diagnostics[0].contains("does not state its method and URI"),
        "{diagnostics:?}"
    );
    assert_diagnostic(
        r#"{"Op": {"traits": {"http": {"method": "GE T"}}}}"#,
        "E0408 t#Op: `GE T` is not a valid HTTP method",
    );
}
