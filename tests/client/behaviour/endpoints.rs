//! Which host a call goes to, and what signs it.

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

/// A client that reaches nobody and remembers whom it was to reach.
#[derive(Clone, Debug, Default)]
struct Nowhere(Arc<Mutex<Vec<(String, String)>>>);

impl HttpClient for Nowhere {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Nowhere {
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

/// The URI and the signature's scope of a call under this configuration.
async fn called(config: config::Builder) -> (String, String) {
    let nowhere = Nowhere::default();
    let client = Client::from_conf(config.http_client(nowhere.clone()).build());
    if let Err(error) = client.get_channel().send().await {
        panic!("{}", DisplayErrorContext(error));
    }
    let sent = nowhere
        .0
        .lock()
        .expect("no panic under the lock")
        .pop()
        .expect("a request");
    let scope = sent
        .1
        .split_once("ANOTREAL/")
        .map(|(_, rest)| &rest["20260921/".len()..]);
    let scope = scope
        .and_then(|rest| rest.split_once("/aws4_request"))
        .map(|(scope, _)| scope);
    (sent.0, scope.unwrap_or_default().to_owned())
}

/// The text of the error that keeps a call from being sent.
async fn refused(config: config::Builder) -> String {
    let nowhere = Nowhere::default();
    let client = Client::from_conf(config.http_client(nowhere.clone()).build());
    let error = client.get_channel().send().await.expect_err("no endpoint");
    assert!(matches!(
        error,
        SdkError::DispatchFailure(_) | SdkError::ConstructionFailure(_)
    ));
    assert!(
        nowhere
            .0
            .lock()
            .expect("no panic under the lock")
            .is_empty()
    );
    DisplayErrorContext(error).to_string()
}

#[tokio::test]
async fn the_region_makes_the_host() {
    for (region, host) in [
        ("us-east-1", "ivs.us-east-1.amazonaws.com"),
        ("eu-central-1", "ivs.eu-central-1.amazonaws.com"),
        // Not in the table of partitions, and yet of a known pattern.
        ("eu-west-99", "ivs.eu-west-99.amazonaws.com"),
        // Neither: the first partition takes it.
        ("mars-1", "ivs.mars-1.amazonaws.com"),
        ("cn-north-1", "ivs.cn-north-1.amazonaws.com.cn"),
        ("us-gov-west-1", "ivs.us-gov-west-1.amazonaws.com"),
        ("us-iso-east-1", "ivs.us-iso-east-1.c2s.ic.gov"),
    ] {
        let expected = (
            format!("https://{host}/GetChannel"),
            format!("{region}/ivs"),
        );
        assert_eq!(called(config(region)).await, expected);
    }
}

#[tokio::test]
async fn variants_have_hosts_of_their_own() {
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
        assert_eq!(called(config).await, expected);
    }
}

#[tokio::test]
async fn an_endpoint_url_stands_in_for_all_of_it() {
    let (uri, scope) = called(config("us-east-1").endpoint_url("https://example.com/base")).await;
    assert_eq!(uri, "https://example.com/base/GetChannel");
    assert_eq!(scope, "us-east-1/ivs");

    let custom = || config("us-east-1").endpoint_url("https://example.com");
    let text = refused(custom().use_fips(true)).await;
    assert!(
        text.contains("FIPS and custom endpoint are not supported"),
        "{text}"
    );
    let text = refused(custom().use_dual_stack(true)).await;
    assert!(
        text.contains("Dualstack and custom endpoint are not supported"),
        "{text}"
    );
}

#[tokio::test]
async fn no_region_is_an_error_with_a_plain_text() {
    let none = Config::builder().credentials_provider(Credentials::for_tests());
    let text = refused(none).await;
    assert!(
        text.contains("Invalid Configuration: Missing Region"),
        "{text}"
    );
}

/// Sends each region to a host of its own.
#[derive(Debug)]
struct Own;

impl ResolveEndpoint for Own {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let url = format!(
            "https://{}.example.com",
            params.region().unwrap_or_default()
        );
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).build()))
    }
}

#[tokio::test]
async fn a_resolver_of_the_caller_s_wins() {
    let (uri, scope) = called(config("us-east-1").endpoint_resolver(Own)).await;
    assert_eq!(uri, "https://us-east-1.example.com/GetChannel");
    assert_eq!(scope, "us-east-1/ivs");
}
