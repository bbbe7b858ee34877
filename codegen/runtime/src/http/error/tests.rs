//! Tests of the codes and messages of error responses.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::request_id::RequestId;

use super::{ErrorResponse, bare_code};
use crate::http::Response;

#[test]
fn namespace_and_url_are_removed_from_codes() {
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

type CodeAndMessage = (Option<String>, Option<String>);

/// Returns code and message of an error response.
///
/// # Errors
/// The code, if the response cannot be read.
fn read(header: Option<&'static str>, body: &[u8]) -> Result<CodeAndMessage, Option<String>> {
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
    let response = ErrorResponse::new(response).map_err(|error| {
        assert_eq!(error.metadata.request_id(), Some("id"));
        assert_eq!(error.metadata.message(), None);
        error.metadata.code().map(str::to_owned)
    })?;
    assert_eq!(response.response().status(), 400);
    let message = response.message();
    let metadata = response.take_metadata();
    assert_eq!(metadata.request_id(), Some("id"));
    assert_eq!(metadata.code(), response.code());
    assert_eq!(metadata.message(), message.as_deref());
    Ok((metadata.code().map(str::to_owned), message))
}

/// Returns code and message of an error response, or `None` if it cannot be read.
fn code_and_message(header: Option<&'static str>, body: &[u8]) -> Option<CodeAndMessage> {
    read(header, body).ok()
}

fn expected(code: Option<&str>, message: Option<&str>) -> Option<CodeAndMessage> {
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
        assert_eq!(
            code_and_message(header, body.as_bytes()),
            expected(code, None),
            "{body}"
        );
    }
}

#[test]
fn the_last_message_wins() {
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
        assert_eq!(
            code_and_message(None, body.as_bytes()),
            expected(None, message),
            "{body}"
        );
    }
}

#[test]
fn values_that_are_not_strings_have_the_depth_limit_of_skipped_values() {
    for (depth, code) in [(511, Some("C")), (513, None)] {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let body = format!(r#"{{"code": "C", "__type": {nested}}}"#);
        let result = code.and_then(|code| expected(Some(code), None));
        assert_eq!(code_and_message(None, body.as_bytes()), result, "{depth}");
    }
}

#[test]
fn a_body_that_is_not_an_object_is_ignored() {
    for body in ["", " \n", "[1]", "[", r#""x""#, "5", "null", "true"] {
        let body = body.as_bytes();
        assert_eq!(
            code_and_message(Some("H"), body),
            expected(Some("H"), None),
            "{body:?}"
        );
        assert_eq!(
            code_and_message(None, body),
            expected(None, None),
            "{body:?}"
        );
    }
}

#[test]
fn a_body_that_is_not_json_is_an_error_with_the_code_of_the_header() {
    for body in [
        "<html>",
        "nul",
        "{",
        r#"{"code": }"#,
        r#"{"code": "C"} x"#,
        r#""x"#,
    ] {
        let error = read(Some("a#H:u"), body.as_bytes()).expect_err(body);
        assert_eq!(error.as_deref(), Some("H"), "{body}");
        assert_eq!(read(None, body.as_bytes()), Err(None), "{body}");
    }
}

#[test]
fn the_first_failure_is_noted_and_the_metadata_kept() {
    let config = ConfigBag::base();
    let mut headers = Headers::new();
    for value in ["a", "b"] {
        headers.append("x-twice", value);
    }
    headers.insert("x-amzn-errortype", "Code");
    let response = ErrorResponse::new(Response {
        status: 400,
        headers: &headers,
        body: b"[]",
        config: &config,
        #[cfg(feature = "streaming")]
        stream: None,
    });
    let response = response.expect("metadata");
    let mut header = None;
    response.header(&mut header, "x-amzn-errortype", "a");
    assert_eq!(header.as_deref(), Some("Code"));
    response.header(&mut header, "x-twice", "b");
    assert_eq!(header, None);
    assert_eq!(response.note::<u8>(Err("later".into())), None);
    assert_eq!(response.take_metadata().code(), None);
    let (failure, metadata) = response.into_failure();
    let failure = failure.expect("a failure").to_string();
    assert_eq!(failure, "Failed to parse b from header `x-twice`");
    assert_eq!(metadata.code(), Some("Code"));
}
