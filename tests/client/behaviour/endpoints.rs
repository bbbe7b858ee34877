//! The host and the signing scope of a call.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_types::body::SdkBody;
use ivs_sdk::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use ivs_sdk::config::http::{HttpRequest, HttpResponse};
use ivs_sdk::config::{Credentials, Region, RuntimeComponents};
use ivs_sdk::error::{DisplayErrorContext, SdkError};
use ivs_sdk::{Client, Config, config};

/// An HTTP client without network that records the URI and the authorization of each request.
#[derive(Clone, Debug, Default)]
struct Offline(Arc<Mutex<Vec<(String, String)>>>);

impl HttpClient for Offline {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Offline {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let authorization = request.headers().get("authorization").unwrap_or_default();
        let sent = (request.uri().to_owned(), authorization.to_owned());
        self.0.lock().expect("no panic under the lock").push(sent);
        let status = 200.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from("{}"))))
    }
}

fn config(region: &str) -> config::Builder {
    Config::builder()
        .region(Region::new(region.to_owned()))
        .credentials_provider(Credentials::for_tests())
}

/// Sends a call; returns the URI and the scope of the signature.
async fn uri_and_scope(config: config::Builder) -> (String, String) {
    let http = Offline::default();
    let client = Client::from_conf(config.http_client(http.clone()).build());
    if let Err(error) = client.get_channel().send().await {
        panic!("{}", DisplayErrorContext(error));
    }
    let (uri, authorization) = http
        .0
        .lock()
        .expect("no panic under the lock")
        .pop()
        .expect("a request");
    let scope = authorization
        .split_once("ANOTREAL/")
        .map(|(_, rest)| &rest["20260921/".len()..]);
    let scope = scope
        .and_then(|rest| rest.split_once("/aws4_request"))
        .map(|(scope, _)| scope);
    (uri, scope.unwrap_or_default().to_owned())
}

/// Returns the message of the error that prevents a call from being sent.
async fn error_before_sending(config: config::Builder) -> String {
    let http = Offline::default();
    let client = Client::from_conf(config.http_client(http.clone()).build());
    let error = client.get_channel().send().await.expect_err("no endpoint");
    assert!(matches!(
        error,
        SdkError::DispatchFailure(_) | SdkError::ConstructionFailure(_)
    ));
    assert!(http.0.lock().expect("no panic under the lock").is_empty());
    DisplayErrorContext(error).to_string()
}

#[tokio::test]
async fn the_host_contains_the_region() {
    for (region, host) in [
        ("us-east-1", "ivs.us-east-1.amazonaws.com"),
        ("eu-central-1", "ivs.eu-central-1.amazonaws.com"),
        // Not in the table of partitions, but it matches a pattern.
        ("eu-west-99", "ivs.eu-west-99.amazonaws.com"),
        // Neither in the table nor a match: the first partition is used.
        ("mars-1", "ivs.mars-1.amazonaws.com"),
        ("cn-north-1", "ivs.cn-north-1.amazonaws.com.cn"),
        ("us-gov-west-1", "ivs.us-gov-west-1.amazonaws.com"),
        ("us-iso-east-1", "ivs.us-iso-east-1.c2s.ic.gov"),
    ] {
        let expected = (
            format!("https://{host}/GetChannel"),
            format!("{region}/ivs"),
        );
        assert_eq!(uri_and_scope(config(region)).await, expected);
    }
}

#[tokio::test]
async fn fips_and_dual_stack_have_separate_hosts() {
    for (region, fips, dual_stack, host) in [
        ("us-east-1", true, false, "ivs-fips.us-east-1.amazonaws.com"),
        ("us-east-1", false, true, "ivs.us-east-1.api.aws"),
        ("us-east-1", true, true, "ivs-fips.us-east-1.api.aws"),
        (
            "cn-north-1",
            true,
            true,
            "ivs-fips.cn-north-1.api.amazonwebservices.com.cn",
        ),
        (
            "us-iso-east-1",
            false,
            true,
            "ivs.us-iso-east-1.api.aws.ic.gov",
        ),
        (
            "us-gov-west-1",
            true,
            false,
            "ivs-fips.us-gov-west-1.amazonaws.com",
        ),
    ] {
        let config = config(region).use_fips(fips).use_dual_stack(dual_stack);
        let expected = (
            format!("https://{host}/GetChannel"),
            format!("{region}/ivs"),
        );
        assert_eq!(uri_and_scope(config).await, expected);
    }
}

#[tokio::test]
async fn an_endpoint_url_replaces_the_endpoint() {
    let (uri, scope) =
        uri_and_scope(config("us-east-1").endpoint_url("https://example.com/base")).await;
    assert_eq!(uri, "https://example.com/base/GetChannel");
    assert_eq!(scope, "us-east-1/ivs");

    let custom = || config("us-east-1").endpoint_url("https://example.com");
    let message = error_before_sending(custom().use_fips(true)).await;
    assert!(
        message.contains("FIPS and custom endpoint are not supported"),
        "{message}"
    );
    let message = error_before_sending(custom().use_dual_stack(true)).await;
    assert!(
        message.contains("Dualstack and custom endpoint are not supported"),
        "{message}"
    );
}

#[tokio::test]
async fn a_missing_region_is_an_error_with_a_clear_message() {
    let without_region = Config::builder().credentials_provider(Credentials::for_tests());
    let message = error_before_sending(without_region).await;
    assert!(
        message.contains("Invalid Configuration: Missing Region"),
        "{message}"
    );
}

/// Resolves each region to a separate host.
#[derive(Debug)]
struct PerRegion;

impl ResolveEndpoint for PerRegion {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let url = format!(
            "https://{}.example.com",
            params.region().unwrap_or_default()
        );
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).build()))
    }
}

#[tokio::test]
async fn a_custom_endpoint_resolver_takes_precedence() {
    let (uri, scope) = uri_and_scope(config("us-east-1").endpoint_resolver(PerRegion)).await;
    assert_eq!(uri, "https://us-east-1.example.com/GetChannel");
    assert_eq!(scope, "us-east-1/ivs");
}
