//! Refusals whose body is not what the error says.

use conformance::Answer;
use conformance_broken_errors::operation::fire::FireError;

use crate::{name, refusal};

/// A refusal with status 400 that its header calls cracked.
fn cracked(body: impl AsRef<[u8]>) -> Answer {
    Answer::new(400, body).header("x-amzn-errortype", "Cracked")
}

#[tokio::test]
async fn a_page_of_a_proxy_is_tried_again_and_kept() {
    let page = "<html><body>Service Unavailable</body></html>";
    for (status, tried) in [
        (500, 3),
        (502, 3),
        (503, 3),
        (504, 3),
        (400, 1),
        (429, 1),
        (501, 1),
    ] {
        let answer = Answer::new(status, page).header("content-type", "text/html");
        let (error, count) = refusal(&answer).await;
        assert_eq!((name(&error), error.meta().code()), ("?", None), "{status}");
        assert_eq!(count, tried, "{status}");
    }
}

#[tokio::test]
async fn a_code_that_says_so_is_tried_again() {
    for (code, tried) in [
        ("ThrottlingException", 3),
        ("RequestTimeout", 3),
        ("Cracked", 1),
    ] {
        let answer = Answer::new(400, "{}").header("x-amzn-errortype", code);
        assert_eq!(refusal(&answer).await.1, tried, "{code}");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_leaves_no_code() {
    let deep = format!(r#"{{"other":{}"#, r#"{"a":"#.repeat(10_000));
    let closed = format!(
        r#"{{"other":{}1{}}}"#,
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    let bodies: &[&[u8]] = &[
        b"{",
        b"{\"reason\":\"a",
        b"{\"reason\":\"a\"} x",
        b"{\"reason\":5}",
        b"{\"reason\":{}}",
        b"{\"count\":5.5}",
        b"{\"count\":2147483648}",
        b"{\"count\":\"5\"}",
        b"{\"message\":5}",
        b"{\"other\":\"\xff\"}",
        b"\xef\xbb\xbf{}",
        b"<html></html>",
        b"\xff",
        deep.as_bytes(),
        closed.as_bytes(),
    ];
    for body in bodies {
        let shown = String::from_utf8_lossy(&body[..body.len().min(40)]);
        let (error, count) = refusal(&cracked(body)).await;
        assert_eq!((name(&error), error.meta().code()), ("?", None), "{shown}");
        assert_eq!(count, 1, "{shown}");
    }
}

#[tokio::test]
async fn what_can_be_read_is() {
    let (error, _) = refusal(&cracked(r#"{"message":null,"reason":null,"other":[{}]}"#)).await;
    let FireError::Cracked(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (error.message(), error.reason(), error.count()),
        (None, None, None)
    );

    let (error, _) = refusal(&cracked(r#"{"reason":"a","reason":"b","count":5.0}"#)).await;
    let FireError::Cracked(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!((error.reason(), error.count()), (Some("b"), Some(5)));
    let enormous = "a".repeat(8 << 20);
    let body = format!(r#"{{"message":"{enormous}"}}"#);
    let (error, _) = refusal(&cracked(body)).await;
    assert_eq!(error.meta().message().map(str::len), Some(enormous.len()));
}

#[tokio::test]
async fn an_error_without_its_required_message_has_an_empty_one() {
    let hot = |body: &str| Answer::new(503, body).header("x-amzn-errortype", "TooHot");
    for (body, message) in [
        ("", ""),
        ("{}", ""),
        (r#"{"message":"m"}"#, "m"),
        (r#"{"Message":"m"}"#, "m"),
    ] {
        let (error, _) = refusal(&hot(body)).await;
        let FireError::TooHot(error) = error else {
            panic!("{body}: {error:?}");
        };
        assert_eq!(error.message(), message, "{body}");
        assert_eq!(error.after(), None);
    }
    let (error, _) = refusal(&hot("{}").header("x-after", "5")).await;
    assert!(
        matches!(error, FireError::TooHot(ref error) if error.after() == Some(5)),
        "{error:?}"
    );
    for values in [&["soon"][..], &["1", "2"], &["1.5"]] {
        let answer = values
            .iter()
            .fold(hot("{}"), |answer, value| answer.header("x-after", value));
        let (error, _) = refusal(&answer).await;
        assert_eq!(
            (name(&error), error.meta().code()),
            ("?", None),
            "{values:?}"
        );
    }
}
