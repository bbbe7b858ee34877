//! Retried errors, and the headers of each attempt.

use harness::{Response, Server};
use ivs_sdk::Client;
use ivs_sdk::config::timeout::TimeoutConfig;
use ivs_sdk::error::ProvideErrorMetadata;

#[tokio::test]
async fn each_attempt_sends_its_number() {
    let server = Server::start([Response::new(500, ""), Response::ok("{}")]).await;
    server
        .client()
        .get_channel()
        .arn("arn")
        .send()
        .await
        .expect("the second attempt");
    let [first, second] = <[_; 2]>::try_from(server.requests()).expect("two attempts");
    assert_eq!(first.header("amz-sdk-request"), "attempt=1; max=3");
    assert_eq!(second.header("amz-sdk-request"), "attempt=2; max=3");
    assert_eq!(
        first.header("amz-sdk-invocation-id"),
        second.header("amz-sdk-invocation-id"),
        "attempts of one call share its id"
    );
    assert_eq!(first.text(), second.text());
}

#[tokio::test]
async fn with_a_read_timeout_a_retry_sends_its_time_to_live() {
    let server = Server::start([Response::new(500, ""), Response::ok("{}")]).await;
    let timeouts = TimeoutConfig::builder()
        .read_timeout(std::time::Duration::from_secs(5))
        .build();
    let client = Client::from_conf(server.config().timeout_config(timeouts).build());
    client
        .get_channel()
        .send()
        .await
        .expect("the second attempt");
    let requests = server.requests();
    let second = requests[1].header("amz-sdk-request");
    assert!(
        second.starts_with("ttl=") && second.ends_with("Z; attempt=2; max=3"),
        "{second}"
    );
}

#[tokio::test]
async fn without_a_code_only_four_statuses_are_retried() {
    for status in [
        400, 403, 408, 409, 425, 429, 500, 501, 502, 503, 504, 505, 599,
    ] {
        let attempts = attempts(Response::new(status, "{}")).await;
        let expected = if [500, 502, 503, 504].contains(&status) {
            3
        } else {
            1
        };
        assert_eq!(attempts, expected, "{status}");
    }
}

#[tokio::test]
async fn throttling_and_timeout_codes_are_retried() {
    for code in [
        "ThrottlingException",
        "Throttling",
        "ThrottledException",
        "TooManyRequestsException",
        "RequestLimitExceeded",
        "BandwidthLimitExceeded",
        "LimitExceededException",
        "SlowDown",
        "RequestThrottled",
        "RequestThrottledException",
        "PriorRequestNotComplete",
        "EC2ThrottledException",
        "ProvisionedThroughputExceededException",
        "TransactionInProgressException",
        "RequestTimeout",
        "RequestTimeoutException",
    ] {
        assert_eq!(attempts(Response::error(400, code)).await, 3, "{code}");
    }
    for code in [
        "ValidationException",
        "InternalError",
        "ServiceUnavailable",
        "IDPCommunicationError",
        "PendingVerification",
    ] {
        assert_eq!(attempts(Response::error(400, code)).await, 1, "{code}");
    }
}

#[tokio::test]
async fn a_retry_after_header_alone_causes_no_retry() {
    let response = Response::error(400, "ValidationException").header("x-amz-retry-after", "1");
    assert_eq!(attempts(response).await, 1);
}

/// Returns the number of attempts of a call that always gets the same response.
async fn attempts(response: Response) -> usize {
    let server = Server::start(vec![response.clone(); 4]).await;
    let error = server
        .client()
        .get_channel()
        .send()
        .await
        .expect_err("an error");
    assert_ne!(error.code(), Some("EndOfScript"));
    server.requests().len()
}
