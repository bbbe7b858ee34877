//! Bodies of error responses, retries, and bound headers.

use conformance::Response;
use conformance_broken_errors::operation::fire::FireError;

use crate::{error_and_attempts, variant};

/// Returns an error response with status 400 and the code `Cracked` in its header.
fn cracked(body: impl AsRef<[u8]>) -> Response {
    Response::new(400, body).header("x-amzn-errortype", "Cracked")
}

#[tokio::test]
async fn the_status_determines_if_an_html_page_is_retried() {
    let page = "<html><body>Service Unavailable</body></html>";
    for (status, attempts) in [
        (500, 3),
        (502, 3),
        (503, 3),
        (504, 3),
        (400, 1),
        (429, 1),
        (501, 1),
    ] {
        let response = Response::new(status, page).header("content-type", "text/html");
        let (error, count) = error_and_attempts(&response).await;
        assert_eq!(
            (variant(&error), error.meta().code()),
            ("?", None),
            "{status}"
        );
        assert_eq!(count, attempts, "{status}");
    }
}

#[tokio::test]
async fn retryable_codes_are_retried() {
    for (code, attempts) in [
        ("ThrottlingException", 3),
        ("RequestTimeout", 3),
        ("Cracked", 1),
    ] {
        let response = Response::new(400, "{}").header("x-amzn-errortype", code);
        assert_eq!(error_and_attempts(&response).await.1, attempts, "{code}");
    }
}

#[tokio::test]
async fn an_error_with_an_invalid_body_keeps_the_code_of_its_header() {
    let unclosed = format!(r#"{{"other":{}"#, r#"{"a":"#.repeat(10_000));
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
        unclosed.as_bytes(),
        closed.as_bytes(),
    ];
    for body in bodies {
        let shown = String::from_utf8_lossy(&body[..body.len().min(40)]);
        let (error, count) = error_and_attempts(&cracked(body)).await;
        assert_eq!(
            (variant(&error), error.meta().code()),
            ("?", Some("Cracked")),
            "{shown}"
        );
        assert_eq!(count, 1, "{shown}");
    }
}

#[tokio::test]
async fn valid_members_are_parsed() {
    let (error, _) =
        error_and_attempts(&cracked(r#"{"message":null,"reason":null,"other":[{}]}"#)).await;
    let FireError::Cracked(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (error.message(), error.reason(), error.count()),
        (None, None, None)
    );

    let (error, _) =
        error_and_attempts(&cracked(r#"{"reason":"a","reason":"b","count":5.0}"#)).await;
    let FireError::Cracked(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!((error.reason(), error.count()), (Some("b"), Some(5)));
    let enormous = "a".repeat(8 << 20);
    let body = format!(r#"{{"message":"{enormous}"}}"#);
    let (error, _) = error_and_attempts(&cracked(body)).await;
    assert_eq!(error.meta().message().map(str::len), Some(enormous.len()));
}

/// Returns an error response with status 503 and the code `TooHot` in its header.
fn too_hot(body: &str) -> Response {
    Response::new(503, body).header("x-amzn-errortype", "TooHot")
}

#[tokio::test]
async fn a_missing_required_message_is_empty() {
    for (body, message) in [
        ("", ""),
        ("{}", ""),
        (r#"{"message":"m"}"#, "m"),
        (r#"{"Message":"m"}"#, "m"),
    ] {
        let (error, _) = error_and_attempts(&too_hot(body)).await;
        let FireError::TooHot(error) = error else {
            panic!("{body}: {error:?}");
        };
        assert_eq!(error.message(), message, "{body}");
        assert_eq!(error.after(), None);
    }
}

#[tokio::test]
async fn an_error_with_an_invalid_bound_header_is_unhandled() {
    let (error, _) = error_and_attempts(&too_hot("{}").header("x-after", "5")).await;
    assert!(
        matches!(error, FireError::TooHot(ref error) if error.after() == Some(5)),
        "{error:?}"
    );
    for values in [&["soon"][..], &["1", "2"], &["1.5"]] {
        let response = values.iter().fold(too_hot("{}"), |response, value| {
            response.header("x-after", value)
        });
        let (error, _) = error_and_attempts(&response).await;
        assert_eq!(
            (variant(&error), error.meta().code()),
            ("?", Some("TooHot")),
            "{values:?}"
        );
    }
}
