//! Sources of an error's code and message.

use harness::{REQUEST_ID, Response, Server};
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::error::ProvideErrorMetadata;
use ivs_sdk::operation::RequestId;
use ivs_sdk::operation::get_channel::GetChannelError;

async fn error_of(response: Response) -> GetChannelError {
    let server = Server::start([response]).await;
    let config = server
        .config()
        .retry_config(RetryConfig::disabled())
        .build();
    let result = Client::from_conf(config).get_channel().send().await;
    result.expect_err("an error").into_service_error()
}

#[tokio::test]
async fn an_unknown_error_keeps_code_message_and_request_id() {
    let body = r#"{"message":"I'm a teapot"}"#;
    let error = error_of(Response::new(418, body).header("x-amzn-errortype", "Teapot")).await;
    assert_eq!(error.code(), Some("Teapot"));
    assert_eq!(error.message(), Some("I'm a teapot"));
    assert_eq!(error.request_id(), Some(REQUEST_ID));
    assert_eq!(error.to_string(), "unhandled error (Teapot)");
    assert!(!error.is_validation_exception());
}

#[tokio::test]
async fn the_code_determines_the_error_for_any_status() {
    let error = error_of(Response::error(500, "ValidationException")).await;
    assert!(error.is_validation_exception());
}

#[tokio::test]
async fn namespace_and_url_are_removed_from_a_code() {
    for code in [
        "com.amazonaws.ivs#ValidationException",
        "ValidationException:http://internal.amazon.com/coral/com.amazonaws.ivs/",
        "com.amazonaws.ivs#ValidationException:http://internal.amazon.com/coral/#top",
    ] {
        assert_eq!(
            error_of(Response::error(400, code)).await.code(),
            Some("ValidationException")
        );
        for member in ["code", "__type"] {
            let error = error_of(Response::new(400, format!(r#"{{"{member}":"{code}"}}"#))).await;
            assert!(error.is_validation_exception(), "{member} {code}");
        }
    }
}

#[tokio::test]
async fn the_header_takes_precedence_over_the_body_and_code_over_type() {
    let response = |body| Response::new(400, body);
    for (response, code) in [
        (response(r#"{"code":"A","__type":"B"}"#), Some("A")),
        (response(r#"{"__type":"B","code":"A"}"#), Some("A")),
        (response(r#"{"code":"A","code":"C"}"#), Some("C")),
        (response(r#"{"__type":"B"}"#), Some("B")),
        (
            response(r#"{"code":"A"}"#).header("x-amzn-errortype", "H"),
            Some("H"),
        ),
        (
            response(r#"{"code":"A"}"#).header("x-amzn-errortype", ""),
            Some(""),
        ),
        (response(r#"{"Code":"A"}"#), None),
        (response(r#"{"code":1}"#), None),
        (response("{}"), None),
        (response(""), None),
    ] {
        println!("{response:?}");
        assert_eq!(error_of(response).await.code(), code);
    }
}

#[tokio::test]
async fn a_declared_error_needs_no_body() {
    let error = error_of(Response::new(400, "").header("x-amzn-errortype", "ValidationException"));
    let GetChannelError::ValidationException(error) = error.await else {
        panic!("not the declared error")
    };
    assert_eq!(error.exception_message(), None);
}

#[tokio::test]
async fn the_last_message_member_wins() {
    for (members, message) in [
        (r#""message":"a","Message":"b""#, "b"),
        (r#""errorMessage":"c","message":"a""#, "a"),
        (r#""message":"a","errorMessage":"c""#, "c"),
    ] {
        let body = format!(r#"{{"__type":"ValidationException",{members}}}"#);
        let error = error_of(Response::new(400, body)).await;
        assert_eq!(error.message(), Some(message));
        assert_eq!(error.to_string(), format!("ValidationException: {message}"));
        let GetChannelError::ValidationException(error) = error else {
            panic!("not the declared error")
        };
        assert_eq!(error.message(), Some(message));
    }
}

#[tokio::test]
async fn an_error_with_an_invalid_body_keeps_code_and_request_id() {
    for body in [
        "<html>",
        r#"{"exceptionMessage":"a""#,
        r#"{} {}"#,
        r#"{"exceptionMessage":1}"#,
    ] {
        let response = Response::new(400, body).header("x-amzn-errortype", "ValidationException");
        let error = error_of(response).await;
        assert_eq!(error.code(), Some("ValidationException"), "{body}");
        assert_eq!(error.request_id(), Some(REQUEST_ID), "{body}");
        let printed = "unhandled error (ValidationException)";
        assert_eq!(error.to_string(), printed, "{body}");
        assert!(!error.is_validation_exception(), "{body}");
    }
}

#[tokio::test]
async fn the_error_of_the_crate_keeps_what_a_response_without_a_code_contains() {
    let gzip = &b"\x1f\x8b\x08\x00"[..];
    let throttled = "ThrottlingException";
    for (response, code, message) in [
        (Response::new(413, "Payload Too Large"), None, None),
        (
            Response::new(429, r#"{"message":"slow down"}"#),
            None,
            Some("slow down"),
        ),
        (
            Response::new(429, "<html>").header("x-amzn-errortype", throttled),
            Some(throttled),
            None,
        ),
        (
            Response::new(429, gzip).header("x-amzn-errortype", throttled),
            Some(throttled),
            None,
        ),
        (Response::new(403, ""), None, None),
    ] {
        let shown = format!("{response:?}");
        let error = error_of(response).await;
        assert_eq!((error.code(), error.message()), (code, message), "{shown}");
        assert_eq!(error.request_id(), Some(REQUEST_ID), "{shown}");
        let error = ivs_sdk::Error::from(error);
        assert_eq!((error.code(), error.message()), (code, message), "{shown}");
        assert_eq!(error.request_id(), Some(REQUEST_ID), "{shown}");
    }
}

#[tokio::test]
async fn a_throttled_call_is_repeated_if_only_the_header_can_be_read() {
    let throttled =
        || Response::new(429, "<html>").header("x-amzn-errortype", "ThrottlingException");
    let server = Server::start([throttled(), Response::ok("{}")]).await;
    let result = server.client().get_channel().send().await;
    result.expect("the second attempt");
}

#[tokio::test]
async fn a_repeated_bound_header_makes_an_error_unhandled() {
    let response = Response::error(400, "ValidationException");
    let response = response
        .header("Cache-Control", "no-store")
        .header("Cache-Control", "no-cache");
    let error = error_of(response).await;
    assert_eq!(error.code(), Some("ValidationException"));
    assert!(!error.is_validation_exception());
}

#[tokio::test]
async fn a_repeated_bound_header_makes_a_success_an_error() {
    let response = Response::ok("{}").header("X-Frame-Options", "DENY");
    let server = Server::start([response.header("X-Frame-Options", "DENY")]).await;
    let error = server
        .client()
        .batch_get_channel()
        .send()
        .await
        .expect_err("two headers");
    assert_eq!(error.code(), None);
    assert_eq!(
        error.as_service_error().map(ToString::to_string).as_deref(),
        Some("unhandled error")
    );
}
