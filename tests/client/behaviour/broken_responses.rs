//! Answers that break off or make no sense.

use ivs_sdk::error::{ProvideErrorMetadata, SdkError};
use ivs_sdk::operation::RequestId;

use harness::{Answer, REQUEST_ID, Server};

#[tokio::test]
async fn a_success_with_an_unreadable_body_is_an_unhandled_service_error() {
    for body in [
        "<html>",
        " ",
        "null",
        "[]",
        r#"{"channel":"a"}"#,
        "{",
        r#"{} x"#,
    ] {
        let server = Server::start([Answer::ok(body)]).await;
        let error = server.client().get_channel().send().await.expect_err(body);
        assert!(
            matches!(error, SdkError::ServiceError(_)),
            "{body}: {error:?}"
        );
        assert_eq!(
            error.raw_response().expect("an answer").status().as_u16(),
            200
        );
        assert_eq!(error.code(), None);
        assert_eq!(error.request_id(), Some(REQUEST_ID));
        assert_eq!(server.requests().len(), 1, "{body} is retried");
    }
}

#[tokio::test]
async fn a_success_without_a_body_is_an_empty_structure() {
    let server = Server::start([Answer::ok("")]).await;
    let output = server
        .client()
        .get_channel()
        .send()
        .await
        .expect("no body is no error");
    assert_eq!(output.channel, None);
}

#[tokio::test]
async fn a_body_cut_off_on_the_socket_is_retried() {
    let cut = || Answer::ok(r#"{"channel":{"#).cut_off();
    let server = Server::start([cut(), Answer::ok(r#"{"channel":{}}"#)]).await;
    let output = server
        .client()
        .get_channel()
        .send()
        .await
        .expect("the second attempt");
    assert!(output.channel.is_some());
    assert_eq!(server.requests().len(), 2);

    let server = Server::start([cut(), cut(), cut()]).await;
    let error = server
        .client()
        .get_channel()
        .send()
        .await
        .expect_err("three broken answers");
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
}
