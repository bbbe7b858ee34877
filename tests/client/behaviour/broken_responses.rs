//! Responses that are truncated or invalid.

use harness::{REQUEST_ID, Response, Server};
use ivs_sdk::error::{ProvideErrorMetadata, SdkError};
use ivs_sdk::operation::RequestId;

#[tokio::test]
async fn a_success_with_an_invalid_body_is_an_unhandled_service_error() {
    for body in [
        "<html>",
        " ",
        "null",
        "[]",
        r#"{"channel":"a"}"#,
        "{",
        r#"{} x"#,
    ] {
        let server = Server::start([Response::ok(body)]).await;
        let error = server.client().get_channel().send().await.expect_err(body);
        assert!(
            matches!(error, SdkError::ServiceError(_)),
            "{body}: {error:?}"
        );
        assert_eq!(
            error.raw_response().expect("a response").status().as_u16(),
            200
        );
        assert_eq!(error.code(), None);
        assert_eq!(error.request_id(), Some(REQUEST_ID));
        let error = ivs_sdk::Error::from(error);
        assert_eq!(error.request_id(), Some(REQUEST_ID), "{body}");
        assert_eq!(server.requests().len(), 1, "{body} is retried");
    }
}

#[tokio::test]
async fn a_success_without_a_body_is_an_empty_output() {
    let server = Server::start([Response::ok("")]).await;
    let output = server
        .client()
        .get_channel()
        .send()
        .await
        .expect("an output");
    assert_eq!(output.channel, None);
}

#[tokio::test]
async fn a_truncated_body_is_retried() {
    let truncated = || Response::ok(r#"{"channel":{"#).truncated();
    let server = Server::start([truncated(), Response::ok(r#"{"channel":{}}"#)]).await;
    let output = server
        .client()
        .get_channel()
        .send()
        .await
        .expect("the second attempt");
    assert!(output.channel.is_some());
    assert_eq!(server.requests().len(), 2);

    let server = Server::start([truncated(), truncated(), truncated()]).await;
    let error = server
        .client()
        .get_channel()
        .send()
        .await
        .expect_err("three truncated responses");
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    let error = ivs_sdk::Error::from(error);
    assert_eq!(error.request_id(), Some(REQUEST_ID));
}
