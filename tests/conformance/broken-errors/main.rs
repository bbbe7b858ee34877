//! Error responses that no service should send, and the resulting errors: modeled or unhandled.
//! Each error contains the response.
//!
//! The tests expect the behaviour of the official IVS client.

#![forbid(unsafe_code)]

mod bodies;
mod codes;

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use conformance::{Http, Response};
use conformance_broken_errors::Client;
use conformance_broken_errors::config::retry::RetryConfig;
use conformance_broken_errors::config::{BehaviorVersion, Config, Credentials, Region};
use conformance_broken_errors::error::{DisplayErrorContext, SdkError};
use conformance_broken_errors::operation::RequestId as _;
use conformance_broken_errors::operation::fire::FireError;

/// Returns immediately from every sleep.
#[derive(Debug)]
struct NoSleep;

impl AsyncSleep for NoSleep {
    fn sleep(&self, _: std::time::Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}

/// Returns the error of a call that receives `response`, and the number of attempts.
///
/// Checks that the error contains the complete response.
async fn error_and_attempts(response: &Response) -> (FireError, usize) {
    let http = Http::with_response(response.clone().header("x-amzn-requestid", "the-id"));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::standard().with_max_attempts(3))
        .sleep_impl(NoSleep)
        .endpoint_url("https://example.com")
        .http_client(http.clone());
    let result = Client::from_conf(config.build()).fire().send().await;
    let error = result.expect_err("an error");
    let message = DisplayErrorContext(&error).to_string();
    assert_eq!(response.missing_from(&error), None, "{message}");
    assert_eq!(error.request_id(), Some("the-id"), "{message}");
    match error {
        SdkError::ServiceError(context) => (context.into_err(), http.count()),
        _ => panic!("{message}"),
    }
}

/// Returns the name of the error's variant, or `?` if it is unhandled.
fn variant(error: &FireError) -> &'static str {
    match error {
        FireError::Cracked(_) => "Cracked",
        FireError::TooHot(_) => "TooHot",
        _ => "?",
    }
}
