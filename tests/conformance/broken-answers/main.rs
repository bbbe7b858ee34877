//! Answers that no service should give, and what becomes of each: one value, or one error that keeps
//! all of the answer.
//!
//! Where IVS has the like, what the official client does is what is expected here; where ours does
//! better, the table of differences in `tests/differential` says so.

#![forbid(unsafe_code)]

mod ends;
mod headers;
mod refused;
mod size;
mod understood;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use conformance::{Answer, Http};
use conformance_broken_answers::Client;
use conformance_broken_answers::config::retry::RetryConfig;
use conformance_broken_answers::config::{BehaviorVersion, Config, Credentials, Region};
use conformance_broken_answers::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use conformance_broken_answers::operation::RequestId as _;
use conformance_broken_answers::operation::read::ReadOutput;

fn client(answer: &Answer) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .endpoint_url("https://example.com")
        .http_client(Http::giving(answer.clone()));
    Client::from_conf(config.build())
}

/// A body as the service would send it.
fn json(body: impl AsRef<[u8]>) -> Answer {
    Answer::new(200, body)
        .header("content-type", "application/json")
        .header("x-amzn-requestid", "the-id")
}

/// The value, or the text of the error, which must be the one about an answer that cannot be read,
/// with all of the answer.
fn outcome<O, E>(answer: &Answer, result: Result<O, SdkError<E, HttpResponse>>) -> Result<O, String>
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    result.map_err(|error| {
        assert_eq!(answer.lost(&error), None, "{error:?}");
        assert_eq!(error.request_id(), Some("the-id"), "{error:?}");
        let Some(error) = error.as_service_error() else {
            panic!("{error:?}");
        };
        assert_eq!(error.code(), None, "{error:?}");
        // Without the response, in which each word of the answer stands.
        DisplayErrorContext(error).to_string()
    })
}

async fn read(body: impl AsRef<[u8]>) -> Result<ReadOutput, String> {
    let answer = json(body);
    outcome(&answer, client(&answer).read().send().await)
}
