//! What stands in headers.

use conformance_broken_answers::operation::bound::BoundOutput;
use conformance_broken_answers::types::Glaze;

use crate::{client, json, outcome};

/// The answer in which the header `name` has these values.
async fn bound(name: &'static str, values: &[&[u8]]) -> Result<BoundOutput, String> {
    let answer = values
        .iter()
        .fold(json(""), |answer, value| answer.header(name, value));
    outcome(&answer, client(&answer).bound().send().await)
}

#[tokio::test]
async fn a_header_that_cannot_be_read_spoils_the_answer() {
    let whole = bound("x-count", &[b" 5 "]).await.expect("a number");
    assert_eq!((whole.count(), whole.status()), (Some(5), Some(200)));
    let unset = bound("x-none", &[b"a"]).await.expect("nothing is required");
    assert_eq!((unset.count(), unset.text()), (None, None));
    let lists = bound("x-integers", &[b"1, 2", b"3"]).await.expect("a list");
    assert_eq!(lists.integers(), [1, 2, 3]);
    let glaze = bound("x-glaze", &[b"new"]).await.expect("an unknown value");
    assert_eq!(glaze.glaze().map(Glaze::as_str), Some("new"));
    let refused: &[(&str, &[&[u8]])] = &[
        ("x-count", &[b"5.5"]),
        ("x-count", &[b"2147483648"]),
        ("x-count", &[b"a"]),
        ("x-count", &[b"1", b"2"]),
        ("x-count", &[b"1,2"]),
        ("x-count", &[b"\xff"]),
        ("x-truth", &[b"TRUE"]),
        ("x-truth", &[b"1"]),
        ("x-ratio", &[b"half"]),
        ("x-http-date", &[b"2024-01-01T00:00:00Z"]),
        ("x-http-date", &[b"Mon, 32 Jan 2024 00:00:00 GMT"]),
        ("x-date-time", &[b"2024-02-30T00:00:00Z"]),
        ("x-epoch", &[b"noon"]),
        ("x-integers", &[b"1,a"]),
        ("x-text", &[b"a", b"b"]),
        ("x-text", &[b"\xff"]),
    ];
    for (name, values) in refused {
        let text = bound(name, values).await.expect_err(name);
        assert!(text.contains("header"), "{name}: {text}");
    }
}
