//! Where an error's code and text come from.

use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::error::ProvideErrorMetadata;
use ivs_sdk::operation::RequestId;
use ivs_sdk::operation::get_channel::GetChannelError;

use harness::{Answer, REQUEST_ID, Server};

async fn failed(answer: Answer) -> GetChannelError {
    let server = Server::start([answer]).await;
    let config = server
        .config()
        .retry_config(RetryConfig::disabled())
        .build();
    let result = Client::from_conf(config).get_channel().send().await;
    result.expect_err("an error").into_service_error()
}

#[tokio::test]
async fn an_unknown_code_keeps_its_code_text_and_request_id() {
    let body = r#"{"message":"I'm a teapot"}"#;
    let error = failed(Answer::new(418, body).header("x-amzn-errortype", "Teapot")).await;
    assert_eq!(error.code(), Some("Teapot"));
    assert_eq!(error.message(), Some("I'm a teapot"));
    assert_eq!(error.request_id(), Some(REQUEST_ID));
    assert_eq!(error.to_string(), "unhandled error (Teapot)");
    assert!(!error.is_validation_exception());
}

#[tokio::test]
async fn the_code_decides_whatever_the_status() {
    let error = failed(Answer::error(500, "ValidationException")).await;
    assert!(error.is_validation_exception());
}

#[tokio::test]
async fn a_code_loses_its_namespace_and_its_url() {
    for code in [
        "com.amazonaws.ivs#ValidationException",
        "ValidationException:http://internal.amazon.com/coral/com.amazonaws.ivs/",
        "com.amazonaws.ivs#ValidationException:http://internal.amazon.com/coral/#top",
    ] {
        assert_eq!(
            failed(Answer::error(400, code)).await.code(),
            Some("ValidationException")
        );
        for member in ["code", "__type"] {
            let error = failed(Answer::new(400, format!(r#"{{"{member}":"{code}"}}"#))).await;
            assert!(error.is_validation_exception(), "{member} {code}");
        }
    }
}

#[tokio::test]
async fn the_header_outdoes_the_body_and_code_outdoes_type() {
    let validation = |body| Answer::new(400, body);
    for (answer, code) in [
        (validation(r#"{"code":"A","__type":"B"}"#), Some("A")),
        (validation(r#"{"__type":"B","code":"A"}"#), Some("A")),
        (validation(r#"{"code":"A","code":"C"}"#), Some("C")),
        (validation(r#"{"__type":"B"}"#), Some("B")),
        (
            validation(r#"{"code":"A"}"#).header("x-amzn-errortype", "H"),
            Some("H"),
        ),
        (
            validation(r#"{"code":"A"}"#).header("x-amzn-errortype", ""),
            Some(""),
        ),
        (validation(r#"{"Code":"A"}"#), None),
        (validation(r#"{"code":1}"#), None),
        (validation("{}"), None),
        (validation(""), None),
    ] {
        println!("{answer:?}");
        assert_eq!(failed(answer).await.code(), code);
    }
}

#[tokio::test]
async fn a_declared_error_needs_no_body() {
    let error = failed(Answer::new(400, "").header("x-amzn-errortype", "ValidationException"));
    let GetChannelError::ValidationException(error) = error.await else {
        panic!("not the declared error")
    };
    assert_eq!(error.exception_message(), None);
}

#[tokio::test]
async fn the_message_is_the_last_of_three_members() {
    for (members, message) in [
        (r#""message":"a","Message":"b""#, "b"),
        (r#""errorMessage":"c","message":"a""#, "a"),
        (r#""message":"a","errorMessage":"c""#, "c"),
    ] {
        let body = format!(r#"{{"__type":"ValidationException",{members}}}"#);
        let error = failed(Answer::new(400, body)).await;
        assert_eq!(error.message(), Some(message));
        assert_eq!(error.to_string(), format!("ValidationException: {message}"));
        let GetChannelError::ValidationException(error) = error else {
            panic!("not the declared error")
        };
        assert_eq!(error.message(), Some(message));
    }
}

#[tokio::test]
async fn an_unreadable_body_takes_the_code_with_it() {
    for body in [
        "<html>",
        r#"{"exceptionMessage":"a""#,
        r#"{} {}"#,
        r#"{"exceptionMessage":1}"#,
    ] {
        let answer = Answer::new(400, body).header("x-amzn-errortype", "ValidationException");
        let error = failed(answer).await;
        assert_eq!(error.code(), None, "{body}");
        assert_eq!(error.to_string(), "unhandled error", "{body}");
        assert!(!error.is_validation_exception(), "{body}");
    }
}

#[tokio::test]
async fn a_bound_header_that_comes_twice_spoils_the_error() {
    let answer = Answer::error(400, "ValidationException");
    let answer = answer
        .header("Cache-Control", "no-store")
        .header("Cache-Control", "no-cache");
    let error = failed(answer).await;
    assert_eq!(error.code(), None);
    assert!(!error.is_validation_exception());
}

#[tokio::test]
async fn a_bound_header_that_comes_twice_spoils_an_output() {
    let answer = Answer::ok("{}").header("X-Frame-Options", "DENY");
    let server = Server::start([answer.header("X-Frame-Options", "DENY")]).await;
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
