//! What is tried again, and how attempts are told apart.

use ivs_sdk::Client;
use ivs_sdk::config::timeout::TimeoutConfig;
use ivs_sdk::error::ProvideErrorMetadata;

use harness::{Answer, Server};

#[tokio::test]
async fn a_second_attempt_says_so() {
    let server = Server::start([Answer::new(500, ""), Answer::ok("{}")]).await;
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
async fn a_later_attempt_knows_its_time_to_live_under_a_read_timeout() {
    let server = Server::start([Answer::new(500, ""), Answer::ok("{}")]).await;
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
async fn only_four_statuses_are_retried_without_a_code() {
    for status in [
        400, 403, 408, 409, 425, 429, 500, 501, 502, 503, 504, 505, 599,
    ] {
        let attempts = attempts(Answer::new(status, "{}")).await;
        let expected = if [500, 502, 503, 504].contains(&status) {
            3
        } else {
            1
        };
        assert_eq!(attempts, expected, "{status}");
    }
}

#[tokio::test]
async fn throttling_and_time_outs_are_retried_by_code() {
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
        assert_eq!(attempts(Answer::error(400, code)).await, 3, "{code}");
    }
    for code in [
        "ValidationException",
        "InternalError",
        "ServiceUnavailable",
        "IDPCommunicationError",
        "PendingVerification",
    ] {
        assert_eq!(attempts(Answer::error(400, code)).await, 1, "{code}");
    }
}

#[tokio::test]
async fn a_wish_to_be_asked_again_later_changes_nothing() {
    let answer = Answer::error(400, "ValidationException").header("x-amz-retry-after", "1");
    assert_eq!(attempts(answer).await, 1);
}

/// The attempts that a call takes when it always gets the same answer.
async fn attempts(answer: Answer) -> usize {
    let server = Server::start(vec![answer.clone(); 4]).await;
    let error = server
        .client()
        .get_channel()
        .send()
        .await
        .expect_err("an error");
    assert_ne!(error.code(), Some("EndOfScript"));
    server.requests().len()
}
