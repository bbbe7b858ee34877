//! Sources and spellings of the error code.

use conformance::Response;

use crate::{error_and_attempts, variant};

/// The header `x-amzn-errortype`, the body, the expected variant and the expected code.
type Case = (
    Option<&'static str>,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const CASES: &[Case] = &[
    // The code is in the header.
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
    // The code is in the body.
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
    // There are two different codes.
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
    // There is no code.
    (None, "", "?", None),
    (None, "{}", "?", None),
    (None, "null", "?", None),
    (None, "[1]", "?", None),
    (None, r#""Cracked""#, "?", None),
];

#[tokio::test]
async fn the_code_determines_the_variant() {
    let mut failures = Vec::new();
    for case @ (header, body, expected, code) in CASES {
        let mut response = Response::new(400, body);
        if let Some(header) = header {
            response = response.header("x-amzn-errortype", header);
        }
        let (error, _) = error_and_attempts(&response).await;
        if (variant(&error), error.meta().code()) != (expected, *code) {
            failures.push((case, error));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[tokio::test]
async fn the_status_does_not_determine_the_variant() {
    for status in [300, 304, 400, 404, 418, 500, 503, 599] {
        let response = Response::new(status, r#"{"__type":"Cracked"}"#);
        assert_eq!(
            variant(&error_and_attempts(&response).await.0),
            "Cracked",
            "{status}"
        );
        let response = Response::new(status, "{}");
        assert_eq!(
            variant(&error_and_attempts(&response).await.0),
            "?",
            "{status}"
        );
    }
}
