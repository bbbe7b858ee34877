//! Explanations of errors.

use harness::{REQUEST_ID, Response, Server};
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::error::{ErrorExt as _, ErrorKind};

/// Returns an error response as the service sends it.
fn error(status: u16, code: &str, message: &str) -> Response {
    let body = format!(r#"{{"exceptionMessage": "{message}"}}"#);
    Response::new(status, body).header("x-amzn-errortype", code)
}

#[tokio::test]
async fn each_declared_error_has_a_kind() {
    for (status, code, kind, retryable) in [
        (403, "AccessDeniedException", ErrorKind::AccessDenied, false),
        (
            404,
            "ChannelNotBroadcasting",
            ErrorKind::ChannelNotBroadcasting,
            false,
        ),
        (409, "ConflictException", ErrorKind::Conflict, false),
        (
            403,
            "PendingVerification",
            ErrorKind::VerificationPending,
            false,
        ),
        (404, "ResourceNotFoundException", ErrorKind::NotFound, false),
        (
            402,
            "ServiceQuotaExceededException",
            ErrorKind::QuotaExceeded,
            false,
        ),
        (400, "ValidationException", ErrorKind::Validation, false),
        (400, "ThrottlingException", ErrorKind::Throttled, true),
        (
            500,
            "InternalServerException",
            ErrorKind::ServiceUnavailable,
            true,
        ),
        (
            503,
            "ServiceUnavailable",
            ErrorKind::ServiceUnavailable,
            true,
        ),
        (
            503,
            "StreamUnavailable",
            ErrorKind::ServiceUnavailable,
            true,
        ),
        (403, "ExpiredTokenException", ErrorKind::Credentials, false),
    ] {
        let server = Server::start([error(status, code, "no")]).await;
        let config = server.config().retry_config(RetryConfig::disabled());
        let client = Client::from_conf(config.build());
        let error = client.get_stream().send().await.expect_err(code);
        assert_eq!(error.kind(), kind, "{code}");
        assert_eq!(error.is_retryable(), retryable, "{code}");
        assert!(error.was_sent(), "{code}");
        assert_eq!(error.operation(), Some("GetStream"), "{code}");
        assert_eq!(error.raw().map(|raw| raw.status().as_u16()), Some(status));
        let error = ivs_sdk::Error::from(error);
        assert_eq!(error.kind(), kind, "{code}: the crate's error");
    }
}

#[tokio::test]
async fn a_report_names_operation_message_permission_and_attempts() {
    let message = "User: u is not authorized to perform: ivs:PutMetadata";
    let busy = error(503, "ServiceUnavailable", "");
    let server = Server::start([busy, error(403, "AccessDeniedException", message)]).await;
    let call = server.client().put_metadata().metadata("s3cret-cue");
    let error = call.send().await.expect_err("no permission");
    assert_eq!(error.attempts(), Some(2));
    let report = error.report();
    let start = format!(
        "`PutMetadata` failed: access denied (AccessDeniedException, HTTP 403): {message}. \
         2 attempts in "
    );
    assert!(report.starts_with(&start), "{report}");
    let end = format!(
        " ms. Request ID: {REQUEST_ID}. Hint: The policies of the caller must allow \
         `ivs:PutMetadata` on the resource."
    );
    assert!(report.ends_with(&end), "{report}");
    assert!(!report.contains("s3cret") && !report.contains("service error"));

    let report = ivs_sdk::Error::from(error).report();
    assert!(
        report.contains(message) && report.contains(REQUEST_ID),
        "{report}"
    );
}

#[tokio::test]
async fn a_hint_of_the_operation_precedes_that_of_the_service() {
    let server = Server::start([error(409, "ConflictException", "")]).await;
    let error = server.client().list_channels().send().await;
    let report = error.expect_err("two filters").report();
    assert!(
        report.ends_with("Hint: Set at most one of the filters."),
        "{report}"
    );
}

#[tokio::test]
async fn a_refused_connection_was_not_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let server = Server::start([]).await;
    let config = server
        .config()
        .endpoint_url(format!("http://{address}"))
        .retry_config(RetryConfig::disabled());
    let client = Client::from_conf(config.build());
    let error = client.get_channel().send().await.expect_err("no service");
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(!error.was_sent() && error.is_retryable());
    assert!(
        error.report().contains("The request was not sent."),
        "{}",
        error.report()
    );
    let error = ivs_sdk::Error::from(error);
    assert!(!error.was_sent());
    assert_eq!(error.operation(), Some("GetChannel"));
}

#[tokio::test]
async fn a_member_that_cannot_be_read_is_named_by_its_path() {
    let body = r#"{"channels": [{}, {"tags": {"s3cret": "a"}}, {"latencyMode": 5}]}"#;
    let server = Server::start([Response::ok(body)]).await;
    let error = server.client().list_channels().send().await;
    let error = error.expect_err("a number");
    assert_eq!(error.kind(), ErrorKind::MalformedResponse);
    let report = error.report();
    assert!(report.contains("in `channels[2].latencyMode`"), "{report}");

    let body = r#"{"channels": [{"tags": {"s3cret": 5}}]}"#;
    let server = Server::start([Response::ok(body)]).await;
    let error = server.client().list_channels().send().await;
    let report = error.expect_err("a number").report();
    assert!(report.contains("in `channels[0].tags[…]`"), "{report}");
    assert!(!report.contains("s3cret"), "{report}");
}
