//! Clients built from the `SdkConfig` that all service clients share.

use aws_types::SdkConfig;
use harness::{Response, Server};
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::{AppName, BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use ivs_sdk::{Client, Config, config};

fn shared(endpoint: &str) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::for_tests()))
        .endpoint_url(endpoint)
        .retry_config(RetryConfig::standard().with_max_attempts(7))
        .app_name(AppName::new("shared").expect("a name"))
        .build()
}

#[tokio::test]
async fn shared_settings_are_used() {
    let server = Server::start([Response::ok("{}")]).await;
    let client = Client::new(&shared(server.endpoint()));
    client.get_channel().send().await.expect("an output");
    let sent = server.request();
    assert!(
        sent.header("authorization").contains("/eu-west-1/ivs/"),
        "{sent:?}"
    );
    assert_eq!(sent.header("amz-sdk-request"), "attempt=1; max=7");
    assert!(
        sent.header("user-agent").ends_with("app/shared"),
        "{sent:?}"
    );
}

#[tokio::test]
async fn settings_of_the_client_take_precedence() {
    let server = Server::start([Response::ok("{}")]).await;
    let builder = config::Builder::from(&shared(server.endpoint()));
    let config: Config = builder.region(Region::from_static("us-west-2")).build();
    assert_eq!(config.region(), Some(&Region::from_static("us-west-2")));
    Client::from_conf(config)
        .get_channel()
        .send()
        .await
        .expect("an output");
    let sent = server.request();
    assert!(
        sent.header("authorization").contains("/us-west-2/ivs/"),
        "{sent:?}"
    );
    assert_eq!(sent.header("amz-sdk-request"), "attempt=1; max=7");
}
