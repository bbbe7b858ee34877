//! Values of bound headers.

use conformance_broken_responses::operation::bound::BoundOutput;
use conformance_broken_responses::types::Glaze;

use crate::{client, json, outcome};

/// Parses a response in which the header `name` has these values.
async fn read_header(name: &'static str, values: &[&[u8]]) -> Result<BoundOutput, String> {
    let response = values
        .iter()
        .fold(json(""), |response, value| response.header(name, value));
    outcome(&response, client(&response).bound().send().await)
}

#[tokio::test]
async fn valid_headers_are_parsed() {
    let output = read_header("x-count", &[b" 5 "]).await.expect("a number");
    assert_eq!((output.count(), output.status()), (Some(5), Some(200)));
    let unset = read_header("x-none", &[b"a"])
        .await
        .expect("nothing is required");
    assert_eq!((unset.count(), unset.text()), (None, None));
    let lists = read_header("x-integers", &[b"1, 2", b"3"])
        .await
        .expect("a list");
    assert_eq!(lists.integers(), [1, 2, 3]);
    let glaze = read_header("x-glaze", &[b"new"])
        .await
        .expect("an unknown value");
    assert_eq!(glaze.glaze().map(Glaze::as_str), Some("new"));
}

#[tokio::test]
async fn an_invalid_header_is_an_error() {
    let invalid: &[(&str, &[&[u8]])] = &[
        ("x-count", &[b"5.5"]),
        ("x-count", &[b"2147483648"]),
        ("x-count", &[b"a"]),
        ("x-count", &[b"1", b"2"]),
        ("x-count", &[b"1,2"]),
        ("x-count", &[b"\xff"]),
        ("x-boolean", &[b"TRUE"]),
        ("x-boolean", &[b"1"]),
        ("x-ratio", &[b"half"]),
        ("x-http-date", &[b"2024-01-01T00:00:00Z"]),
        ("x-http-date", &[b"Mon, 32 Jan 2024 00:00:00 GMT"]),
        ("x-date-time", &[b"2024-02-30T00:00:00Z"]),
        ("x-epoch", &[b"noon"]),
        ("x-integers", &[b"1,a"]),
        ("x-integers", &[b"\"1"]),
        ("x-integers", &[b"\"1\"2"]),
        ("x-integers", &[b"1", b"\xff"]),
        ("x-text", &[b"a", b"b"]),
        ("x-text", &[b"\xff"]),
    ];
    for (name, values) in invalid {
        let message = read_header(name, values).await.expect_err(name);
        assert!(message.contains("header"), "{name}: {message}");
    }
}
