//! Signed and unsigned requests, clock skew, and retry partitions.

use aws_smithy_runtime_api::client::auth::{AuthSchemeId, AuthSchemePreference};
use harness::{RecordedRequest, Response, Server};
use ivs_sdk::config::retry::RetryPartition;
use ivs_sdk::config::{self, BehaviorVersion, Region};
use ivs_sdk::error::ProvideErrorMetadata;
use ivs_sdk::{Client, Config};

/// Returns a configuration without credentials.
fn anonymous(server: &Server) -> config::Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(server.endpoint())
}

/// Sends a call; returns its request.
async fn call(client: &Client, server: &Server) -> RecordedRequest {
    client.get_channel().send().await.expect("an output");
    server.requests().pop().expect("a request")
}

#[tokio::test]
async fn without_credentials_a_request_is_sent_only_with_allow_no_auth() {
    let server = Server::start([Response::ok("{}")]).await;
    let client = Client::from_conf(anonymous(&server).build());
    client
        .get_channel()
        .send()
        .await
        .expect_err("no credentials");
    assert_eq!(server.requests().len(), 0);

    let client = Client::from_conf(anonymous(&server).allow_no_auth().build());
    let sent = call(&client, &server).await;
    assert!(!sent.headers.contains_key("authorization"), "{sent:?}");
}

#[tokio::test]
async fn a_preferred_auth_scheme_takes_precedence_over_credentials() {
    let server = Server::start([Response::ok("{}"), Response::ok("{}")]).await;
    let settings = || server.config().allow_no_auth();
    let sent = call(&Client::from_conf(settings().build()), &server).await;
    assert!(sent.headers.contains_key("authorization"), "{sent:?}");

    let preference = AuthSchemePreference::from([AuthSchemeId::from("noAuth")]);
    let config = settings().auth_scheme_preference(preference).build();
    assert!(config.auth_scheme_preference().is_some());
    let sent = call(&Client::from_conf(config), &server).await;
    assert!(!sent.headers.contains_key("authorization"), "{sent:?}");
}

/// Returns the year of each attempt's signature and the code of the call's error, if any.
///
/// The response to the first attempt is an error with a date in 2040.
async fn years_after_a_skewed_response(disable: bool) -> (Vec<String>, Option<String>) {
    let skewed = Response::error(403, "RequestTimeTooSkewed")
        .header("date", "Sun, 01 Jan 2040 00:00:00 GMT");
    let server = Server::start([skewed, Response::ok("{}")]).await;
    let config = server
        .config()
        .disable_clock_skew_correction(disable)
        .build();
    assert_eq!(config.disable_clock_skew_correction(), Some(disable));
    let result = Client::from_conf(config).get_channel().send().await;
    let requests = server.requests().into_iter();
    let years = requests.map(|sent| sent.header("x-amz-date")[..4].to_owned());
    let code = result
        .err()
        .and_then(|error| error.code().map(str::to_owned));
    (years.collect(), code)
}

#[tokio::test]
async fn clock_skew_is_corrected_unless_disabled() {
    let (years, code) = years_after_a_skewed_response(false).await;
    assert_eq!((years.len(), code), (2, None));
    assert_ne!(years[0], "2040");
    assert_eq!(years[1], "2040");

    let (years, code) = years_after_a_skewed_response(true).await;
    assert_eq!(
        (years.len(), code.as_deref()),
        (1, Some("RequestTimeTooSkewed"))
    );
}

#[tokio::test]
async fn clients_of_the_same_retry_partition_share_a_quota() {
    // Each failed call makes three attempts and costs ten of the five hundred tokens.
    let calls = 60;
    let mut attempts = Vec::new();
    for shared in [true, false] {
        let server = Server::start((0..6 * calls).map(|_| Response::new(500, ""))).await;
        let partition_name = |client: &str| match shared {
            true => "shared".to_owned(),
            false => client.to_owned(),
        };
        for client in ["first", "second"] {
            let partition = RetryPartition::new(partition_name(client));
            let config = server.config().retry_partition(partition).build();
            assert!(config.retry_partition().is_some());
            let retry = aws_smithy_types::retry::RetryConfig::standard()
                .with_initial_backoff(std::time::Duration::ZERO);
            let client = Client::from_conf(config.to_builder().retry_config(retry).build());
            for _ in 0..calls / 2 {
                let _ = client.get_channel().send().await;
            }
        }
        attempts.push(server.requests().len());
    }
    let [shared, separate] = attempts[..] else {
        panic!("two runs: {attempts:?}")
    };
    assert!(
        shared < separate,
        "{shared} attempts with one quota, {separate} with two"
    );
}
