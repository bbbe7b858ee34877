//! Where an error says what it is, and how it may be spelled.

use conformance::Answer;

use crate::{name, refusal};

/// The header `x-amzn-errortype`, the body, the error, its code.
type Case = (
    Option<&'static str>,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const CASES: &[Case] = &[
    // In the header.
    (Some("Cracked"), "{}", "Cracked", Some("Cracked")),
    (Some("Cracked"), "", "Cracked", Some("Cracked")),
    (
        Some("Cracked:http://example.com/"),
        "{}",
        "Cracked",
        Some("Cracked"),
    ),
    (
        Some("example.garden#Cracked"),
        "{}",
        "Cracked",
        Some("Cracked"),
    ),
    (
        Some("other.space#Cracked:http://example.com/#a"),
        "{}",
        "Cracked",
        Some("Cracked"),
    ),
    (Some("cracked"), "{}", "?", Some("cracked")),
    (Some("Cracked,TooHot"), "{}", "?", Some("Cracked,TooHot")),
    (Some("Burnt"), "{}", "?", Some("Burnt")),
    (Some(""), r#"{"code":"Cracked"}"#, "?", Some("")),
    (Some("#"), "{}", "?", Some("")),
    // In the body.
    (None, r#"{"__type":"Cracked"}"#, "Cracked", Some("Cracked")),
    (
        None,
        r#"{"__type":"example.garden#Cracked:http://a"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (None, r#"{"code":"Cracked"}"#, "Cracked", Some("Cracked")),
    (
        None,
        r#"{"code":"example.garden#Cracked"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (
        None,
        r#"{"\u0063ode":"\u0043racked"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (None, r#"{"Code":"Cracked"}"#, "?", None),
    (
        None,
        r#"{"type":"Cracked","errorType":"Cracked"}"#,
        "?",
        None,
    ),
    (None, r#"{"error":{"code":"Cracked"}}"#, "?", None),
    (
        None,
        r#"{"code":null,"__type":"Cracked"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (None, r#"{"code":5,"__type":["a"]}"#, "?", None),
    (None, r#"{"code":""}"#, "?", Some("")),
    // In both, and not the same.
    (
        Some("Cracked"),
        r#"{"__type":"TooHot"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (Some("Burnt"), r#"{"code":"Cracked"}"#, "?", Some("Burnt")),
    (
        None,
        r#"{"code":"Cracked","__type":"TooHot"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (
        None,
        r#"{"__type":"TooHot","code":"Cracked"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    (
        None,
        r#"{"code":"TooHot","code":"Cracked"}"#,
        "Cracked",
        Some("Cracked"),
    ),
    // In neither.
    (None, "", "?", None),
    (None, "{}", "?", None),
    (None, "null", "?", None),
    (None, "[1]", "?", None),
    (None, r#""Cracked""#, "?", None),
];

#[tokio::test]
async fn an_error_is_what_it_says_wherever_it_says_it() {
    let mut wrong = Vec::new();
    for case @ (header, body, expected, code) in CASES {
        let mut answer = Answer::new(400, body);
        if let Some(header) = header {
            answer = answer.header("x-amzn-errortype", header);
        }
        let (error, _) = refusal(&answer).await;
        if (name(&error), error.meta().code()) != (expected, *code) {
            wrong.push((case, error));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn the_status_does_not_say_what_an_error_is() {
    for status in [300, 304, 400, 404, 418, 500, 503, 599] {
        let answer = Answer::new(status, r#"{"__type":"Cracked"}"#);
        assert_eq!(name(&refusal(&answer).await.0), "Cracked", "{status}");
        let answer = Answer::new(status, "{}");
        assert_eq!(name(&refusal(&answer).await.0), "?", "{status}");
    }
}
