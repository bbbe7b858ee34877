use crate::ir::PathPart;
use crate::testing::{assert_diagnostic, client, diagnostic_lines};

#[test]
fn hosts_have_labels_too() {
    let host = |prefix: &str, traits: &str| {
        format!(
            r#"{{"Op": {{"traits": {{"endpoint": {{"hostPrefix": "{prefix}"}}}}}},
            "In": {{"members": {{"a": {{"target": "String", "traits": {{{traits}}}}}}}}}}}"#
        )
    };
    let label = r#""required": {}, "hostLabel": {}"#;
    let client = client(&host("x.{a}.", label));
    let parts = &client.operations[0].host_prefix;
    let literal = |text: &str| PathPart::Literal(text.to_owned());
    let member = PathPart::Label {
        member: 0,
        greedy: false,
    };
    assert_eq!(*parts, [literal("x."), member, literal(".")]);
    assert_eq!(
        client.operations[0].input.body,
        [0],
        "it travels elsewhere too"
    );
    for (prefix, traits, diagnostic) in [
        (
            "x.{a}.",
            "",
            "E0410 t#Op: the label `{a}` of `x.{a}.` names no member",
        ),
        (
            "x.{b}.",
            label,
            "E0410 t#Op: the label `{b}` of `x.{b}.` names no member",
        ),
        ("x.{a", label, "E0409 t#Op: a label of `x.{a` has no end"),
        (
            "x/",
            label,
            "E0419 t#Op: `x/` is not the beginning of a host's name",
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
fn a_uri_is_taken_apart() {
    let literal = |text: &str| PathPart::Literal(text.to_owned());
    let label = |greedy| PathPart::Label { member: 1, greedy };
    for (text, path, query) in [
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
        let client = client(&uri(text));
        assert_eq!(client.operations[0].path, path, "{text}");
        assert_eq!(client.operations[0].query_literals, query, "{text}");
    }
}

#[test]
fn a_uri_that_does_not_fit_the_input_is_refused() {
    for (text, code, reason) in [
        (
            "/{a}/{gone}",
            "E0410",
            "the label `{gone}` of `/{a}/{gone}` names no member",
        ),
        (
            "/{a}/{other}",
            "E0410",
            "the label `{other}` of `/{a}/{other}` names no member",
        ),
        // The member without a label is the one that was meant.
        ("/{b}", "E0410", "the label `{b}` of `/{b}` names no member"),
        ("/{a}/{b", "E0409", "a label of `/{a}/{b` has no end"),
        ("/{a", "E0409", "a label of `/{a` has no end"),
        ("{a}", "E0409", "`{a}` is not a URI"),
        ("/a b/{a}", "E0409", "`/a b/{a}` is not a URI"),
        ("/", "E0411", "`/` has no label for the member `a`"),
    ] {
        assert_diagnostic(&uri(text), &format!("{code} t#Op: {reason}"));
    }
}

#[test]
fn query_and_headers_are_in_order_of_name() {
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
fn an_operation_has_a_method_and_a_uri() {
    assert_diagnostic(
        r#"{"Op": {"traits": {"http": null}}}"#,
        "E0403 t#Op: the operation does not say",
    );
    let diagnostics =
        diagnostic_lines(r#"{"Op": {"traits": {"http": {"method": "GE T", "uri": 1}}}}"#);
    assert!(
        diagnostics[0].contains("does not say its method and URI"),
        "{diagnostics:?}"
    );
    assert_diagnostic(
        r#"{"Op": {"traits": {"http": {"method": "GE T"}}}}"#,
        "E0408 t#Op: `GE T` is not a method",
    );
}
