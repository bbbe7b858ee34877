//! Which code and message a refusal has.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;

use super::{ErrorResponse, bare_code};
use crate::http::Response;

#[test]
fn a_code_loses_namespace_and_url() {
    for (code, bare) in [
        ("Conflict", "Conflict"),
        ("aws.ivs#Conflict", "Conflict"),
        ("Conflict:http://example.com/#part", "Conflict"),
        ("aws.ivs#Conflict:http://example.com/", "Conflict"),
        ("a#b#Conflict", "b#Conflict"),
        (":Conflict", ""),
        ("", ""),
    ] {
        assert_eq!(bare_code(code), bare, "{code}");
    }
}

/// Code and message of a response, or `None` where it cannot be read.
fn refusal(header: Option<&'static str>, body: &[u8]) -> Option<(Option<String>, Option<String>)> {
    let mut headers = Headers::new();
    if let Some(header) = header {
        headers.insert("x-amzn-errortype", header);
    }
    headers.insert("x-amzn-requestid", "id");
    let response = Response {
        status: 400,
        headers: &headers,
        body,
        config: &ConfigBag::base(),
        #[cfg(feature = "streaming")]
        stream: None,
    };
    let response = ErrorResponse::new(response).ok()?;
    assert_eq!(response.response().status(), 400);
    let message = response.message();
    let metadata = response.take_metadata();
    assert_eq!(metadata.request_id(), Some("id"));
    assert_eq!(metadata.code(), response.code());
    assert_eq!(metadata.message(), message.as_deref());
    Some((metadata.code().map(str::to_owned), message))
}

fn is(code: Option<&str>, message: Option<&str>) -> Option<(Option<String>, Option<String>)> {
    Some((code.map(str::to_owned), message.map(str::to_owned)))
}

#[test]
fn the_header_wins_over_code_and_code_over_type() {
    for (header, body, code) in [
        (Some("a#H:u"), r#"{"code": "C", "__type": "T"}"#, Some("H")),
        (Some(""), r#"{"code": "C"}"#, Some("")),
        (None, r#"{"code": "x#C", "__type": "T"}"#, Some("C")),
        (None, r#"{"__type": "T:u", "code": null}"#, Some("T")),
        (None, r#"{"__type": "T", "code": 5}"#, Some("T")),
        (None, r#"{"code": "A", "code": "B", "code": []}"#, Some("B")),
        (None, r#"{"Code": "C", "type": "T"}"#, None),
        (None, r#"{"code": "C", "__type": 1e400}"#, Some("C")),
        (None, r#"{"inner": {"code": "C"}}"#, None),
    ] {
        assert_eq!(refusal(header, body.as_bytes()), is(code, None), "{body}");
    }
}

#[test]
fn the_last_message_counts() {
    for (body, message) in [
        (r#"{"message": "a"}"#, Some("a")),
        (r#"{"Message": "a"}"#, Some("a")),
        (r#"{"errorMessage": "a\n"}"#, Some("a\n")),
        (
            r#"{"message": "a", "Message": "b", "errorMessage": null}"#,
            Some("b"),
        ),
        (r#"{"message": ["a"], "exceptionMessage": "b"}"#, None),
    ] {
        assert_eq!(refusal(None, body.as_bytes()), is(None, message), "{body}");
    }
}

#[test]
fn what_is_no_text_may_nest_like_what_is_not_known() {
    for (depth, code) in [(511, Some("C")), (513, None)] {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let body = format!(r#"{{"code": "C", "__type": {nested}}}"#);
        let expected = code.and_then(|code| is(Some(code), None));
        assert_eq!(refusal(None, body.as_bytes()), expected, "{depth}");
    }
}

#[test]
fn a_body_that_is_no_object_says_nothing() {
    for body in ["", " \n", "[1]", "[", r#""x""#, "5", "null", "true"] {
        let body = body.as_bytes();
        assert_eq!(refusal(Some("H"), body), is(Some("H"), None), "{body:?}");
        assert_eq!(refusal(None, body), is(None, None), "{body:?}");
    }
}

#[test]
fn a_body_that_is_no_json_spoils_the_header() {
    for body in [
        "<html>",
        "nul",
        "{",
        r#"{"code": }"#,
        r#"{"code": "C"} x"#,
        r#""x"#,
    ] {
        assert_eq!(refusal(Some("H"), body.as_bytes()), None, "{body}");
    }
}
