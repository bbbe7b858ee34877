//! Refusals that no service should send, and what becomes of each: the operation's error, or one with
//! what could be read; all of them keep the answer.
//!
//! Where IVS has the like, what the official client does is what is expected here.

#![forbid(unsafe_code)]

mod spelled;
mod spoilt;

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use conformance::{Answer, Http};
use conformance_broken_errors::Client;
use conformance_broken_errors::config::retry::RetryConfig;
use conformance_broken_errors::config::{BehaviorVersion, Config, Credentials, Region};
use conformance_broken_errors::error::{DisplayErrorContext, SdkError};
use conformance_broken_errors::operation::RequestId as _;
use conformance_broken_errors::operation::fire::FireError;

/// Does not wait.
#[derive(Debug)]
struct Awake;

impl AsyncSleep for Awake {
    fn sleep(&self, _: std::time::Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}

/// The error of a call that gets `answer`, with all of the answer; and how often it was tried.
async fn refusal(answer: &Answer) -> (FireError, usize) {
    let http = Http::giving(answer.clone().header("x-amzn-requestid", "the-id"));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::standard().with_max_attempts(3))
        .sleep_impl(Awake)
        .endpoint_url("https://example.com")
        .http_client(http.clone());
    let result = Client::from_conf(config.build()).fire().send().await;
    let error = result.expect_err("a refusal");
    let text = DisplayErrorContext(&error).to_string();
    assert_eq!(answer.lost(&error), None, "{text}");
    assert_eq!(error.request_id(), Some("the-id"), "{text}");
    match error {
        SdkError::ServiceError(context) => (context.into_err(), http.count()),
        _ => panic!("{text}"),
    }
}

/// What an error is called here.
fn name(error: &FireError) -> &'static str {
    match error {
        FireError::Cracked(_) => "Cracked",
        FireError::TooHot(_) => "TooHot",
        _ => "?",
    }
}
