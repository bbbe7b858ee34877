//! Retry decisions, attempt counts and delays.

use std::time::Duration;

use aws_smithy_types::retry::{ReconnectMode, RetryConfig};
use aws_smithy_types::timeout::TimeoutConfig;

use super::{call, client, get_channel, sdk};
use crate::classifier::StatusClassifier;
use crate::fixture::Fixture;
use crate::peer::{Failure, Reply};
use crate::transcript::Transcript;

const STATUSES: [u16; 26] = [
    202, 204, 301, 304, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 425, 429, 499, 500,
    501, 502, 503, 504, 505, 511, 599,
];

pub async fn by_status(t: &mut Transcript) {
    for status in STATUSES {
        for body in ["{}", "", "<html>", "{\"message\":\"m\",\"__type\":\"Odd\"}"] {
            let fixture = Fixture::new([Reply::status(status, body)]);
            let outcome = call(&fixture.settings).await;
            let attempts = fixture
                .report(t, &format!("{status} {body}"), &outcome)
                .len();
            let expected = if [500, 502, 503, 504].contains(&status) {
                3
            } else {
                1
            };
            t.check(
                format_args!("{status}: {attempts} attempts, expected {expected}"),
                attempts == expected,
            );
        }
    }
}

const CODES: [&str; 28] = [
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "RequestThrottled",
    "SlowDown",
    "PriorRequestNotComplete",
    "EC2ThrottledException",
    "RequestTimeout",
    "RequestTimeoutException",
    "InternalError",
    "InternalFailure",
    "InternalServerError",
    "InternalServerException",
    "ServiceUnavailable",
    "IDPCommunicationError",
    "ValidationException",
    "PendingVerification",
    "StreamUnavailable",
    "throttling",
    "aws.ivs#ThrottlingException",
    "",
];

pub async fn by_code(t: &mut Transcript) {
    for code in CODES {
        for status in [400, 429, 500] {
            let replies = [
                Reply::error(status, code),
                Reply::status(status, format!(r#"{{"__type":"{code}"}}"#)),
                Reply::status(status, format!(r#"{{"code":"{code}:more"}}"#)),
            ];
            for reply in replies {
                let fixture = Fixture::new([reply]);
                let outcome = call(&fixture.settings).await;
                let attempts = fixture
                    .report(t, &format!("{status} {code}"), &outcome)
                    .len();
                let transient = status == 500 || code == "SlowDown" || code == "RequestTimeout";
                t.check(
                    format_args!("{status} {code}: three attempts"),
                    !transient || attempts == 3,
                );
            }
        }
    }
}

pub async fn by_failure(t: &mut Transcript) {
    for failure in [
        Failure::Io,
        Failure::Timeout,
        Failure::User,
        Failure::Other,
        Failure::Transient,
        Failure::Throttled,
    ] {
        let fixture = Fixture::new([Reply::Failure(failure)]);
        let outcome = call(&fixture.settings).await;
        t.check(
            format_args!("{failure:?}: a dispatch failure"),
            outcome.kind == "DispatchFailure",
        );
        fixture.report(t, &format!("{failure:?}"), &outcome);

        let fixture = Fixture::new([Reply::Failure(failure), Reply::ok("{}")]);
        let outcome = call(&fixture.settings).await;
        fixture.report(t, &format!("{failure:?}, then a success"), &outcome);
    }
}

pub async fn delays(t: &mut Transcript) {
    let fixed = |retries: RetryConfig| retries.with_use_static_exponential_base(true);
    let standard = || fixed(RetryConfig::standard());
    let backoff = |millis| standard().with_initial_backoff(Duration::from_millis(millis));
    let limit = |secs| {
        standard()
            .with_max_attempts(9)
            .with_max_backoff(Duration::from_secs(secs))
    };
    let mut retries: Vec<_> = (1..=8)
        .map(|attempts| standard().with_max_attempts(attempts))
        .collect();
    retries.extend([
        backoff(0),
        backoff(1),
        backoff(30),
        backoff(60_000),
        limit(0),
        limit(3),
    ]);
    retries.extend([
        RetryConfig::disabled(),
        RetryConfig::adaptive().with_max_attempts(1),
    ]);
    retries.push(standard().with_reconnect_mode(ReconnectMode::ReuseAllConnections));
    for retries in retries {
        for reply in [Reply::status(500, "{}"), Reply::error(400, "SlowDown")] {
            let mut fixture = Fixture::new([reply.clone()]);
            fixture.settings.retries = retries.clone();
            let outcome = call(&fixture.settings).await;
            let attempts = fixture
                .report(t, &format!("{retries:?}, {reply:?}"), &outcome)
                .len();
            let max = retries.max_attempts() as usize;
            t.check(
                format_args!("{attempts} of {max} attempts"),
                attempts == max,
            );
        }
    }
}

pub async fn headers(t: &mut Transcript) {
    let timeouts = [
        TimeoutConfig::disabled(),
        TimeoutConfig::builder()
            .read_timeout(Duration::from_secs(5))
            .build(),
        TimeoutConfig::builder()
            .operation_attempt_timeout(Duration::from_secs(7))
            .build(),
        TimeoutConfig::builder()
            .operation_timeout(Duration::from_secs(90))
            .build(),
    ];
    for timeouts in timeouts {
        let replies = [
            Reply::status(500, "{}"),
            Reply::Failure(Failure::Io),
            Reply::error(400, "SlowDown"),
            Reply::ok("{}"),
        ];
        let fixture = Fixture::new(replies);
        let retries = RetryConfig::standard()
            .with_max_attempts(4)
            .with_use_static_exponential_base(true);
        let config = client::config(&fixture.settings)
            .timeout_config(timeouts.clone())
            .retry_config(retries);
        let outcome = get_channel(&sdk::Client::from_conf(config.build())).await;
        let attempts = fixture.report_all(t, &format!("{timeouts:?}"), &outcome);
        let ids: Vec<_> = attempts
            .iter()
            .map(|arrival| arrival.header("amz-sdk-invocation-id"))
            .collect();
        t.check(
            "four attempts with one id",
            ids.len() == 4 && ids.iter().all(|id| *id == ids[0]),
        );
    }
}

pub async fn hints(t: &mut Transcript) {
    let replies = [
        Reply::status(500, "{}"),
        Reply::status(503, "{}"),
        Reply::status(429, "{}"),
        Reply::error(400, "ThrottlingException"),
        Reply::error(400, "RequestTimeout"),
        Reply::error(400, "ValidationException"),
    ];
    for reply in replies {
        for name in ["retry-after", "x-amz-retry-after"] {
            for value in [
                "0", "1", "2500", "7000", "99999999", "-1", "1.5", "soon", "",
            ] {
                let reply = reply.clone().header(name, value);
                let fixture = Fixture::new([reply.clone()]);
                let outcome = call(&fixture.settings).await;
                fixture.report(t, &format!("{reply:?}"), &outcome);
            }
        }
    }
    // The hint replaces the first backoff by 2.5 s.
    let hint = Reply::status(500, "{}").header("x-amz-retry-after", "2500");
    let fixture = Fixture::new([hint, Reply::ok("{}")]);
    let outcome = call(&fixture.settings).await;
    let attempts = fixture.report(t, "followed", &outcome);
    let second = attempts.last().map(|attempt| attempt.at);
    t.check(
        format_args!("the second attempt at {second:?}"),
        second == Some(Duration::from_millis(2500)),
    );
}

pub async fn by_classifier(t: &mut Transcript) {
    let classifiers = [
        StatusClassifier::retry(418).first(),
        StatusClassifier::retry(418).last(),
        StatusClassifier::forbid(500).first(),
        StatusClassifier::forbid(500).last(),
        StatusClassifier::retry_after(200, Duration::from_secs(4)).last(),
    ];
    for classifier in classifiers {
        for status in [418, 500, 200] {
            let fixture = Fixture::new([Reply::status(status, "{}")]);
            let config = client::config(&fixture.settings).retry_classifier(classifier);
            let client = sdk::Client::from_conf(config.build());
            let outcome = get_channel(&client).await;
            let attempts = fixture
                .report(t, &format!("{classifier:?}, {status}"), &outcome)
                .len();
            let retried = classifier.status == status && classifier.retries;
            t.check(
                format_args!("{classifier:?}: three attempts"),
                !retried || attempts == 3,
            );

            // The classifier of a call applies to that call only.
            let fixture = Fixture::new([Reply::status(status, "{}")]);
            let client = client::client(&fixture.settings);
            let call_config = sdk::config::Builder::new().retry_classifier(classifier);
            let call = client
                .get_channel()
                .customize()
                .config_override(call_config);
            let outcome = crate::outcome::Outcome::new(call.send().await);
            fixture.report(t, &format!("override {classifier:?}, {status}"), &outcome);
            let outcome = get_channel(&client).await;
            fixture.report(t, "after that", &outcome);
        }
    }
}
