//! Responses that no service should send, and the result of each: an output, or an error that
//! contains the complete response.
//!
//! The tests expect the behaviour of the official IVS client, except for the deliberate differences
//! listed in `tests/differential`.

#![forbid(unsafe_code)]

mod accepted;
mod headers;
mod rejected;
mod size;
mod truncated;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use conformance::{Http, Response};
use conformance_broken_responses::Client;
use conformance_broken_responses::config::retry::RetryConfig;
use conformance_broken_responses::config::{BehaviorVersion, Config, Credentials, Region};
use conformance_broken_responses::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use conformance_broken_responses::operation::RequestId as _;
use conformance_broken_responses::operation::read::ReadOutput;

fn client(response: &Response) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .endpoint_url("https://example.com")
        .http_client(Http::with_response(response.clone()));
    Client::from_conf(config.build())
}

/// Returns a response with this body and the headers of a JSON response.
fn json(body: impl AsRef<[u8]>) -> Response {
    Response::new(200, body)
        .header("content-type", "application/json")
        .header("x-amzn-requestid", "the-id")
}

/// Returns the output, or the message of the error.
///
/// Checks that the error is an unhandled service error that contains the complete response.
fn outcome<O, E>(
    response: &Response,
    result: Result<O, SdkError<E, HttpResponse>>,
) -> Result<O, String>
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    result.map_err(|error| {
        assert_eq!(response.missing_from(&error), None, "{error:?}");
        assert_eq!(error.request_id(), Some("the-id"), "{error:?}");
        let Some(error) = error.as_service_error() else {
            panic!("{error:?}");
        };
        assert_eq!(error.code(), None, "{error:?}");
        // Omits the outer error, because its message contains the response.
        DisplayErrorContext(error).to_string()
    })
}

async fn read(body: impl AsRef<[u8]>) -> Result<ReadOutput, String> {
    let response = json(body);
    outcome(&response, client(&response).read().send().await)
}
