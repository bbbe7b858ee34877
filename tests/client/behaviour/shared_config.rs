//! A client from the configuration that all service clients share.

use aws_types::SdkConfig;
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::{AppName, BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use ivs_sdk::{Client, Config, config};

use harness::{Answer, Server};

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
async fn it_is_taken_over_as_a_whole() {
    let server = Server::start([Answer::ok("{}")]).await;
    let client = Client::new(&shared(server.endpoint()));
    client.get_channel().send().await.expect("an answer");
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
async fn the_service_s_own_settings_come_on_top() {
    let server = Server::start([Answer::ok("{}")]).await;
    let own = config::Builder::from(&shared(server.endpoint()));
    let config: Config = own.region(Region::from_static("us-west-2")).build();
    assert_eq!(config.region(), Some(&Region::from_static("us-west-2")));
    Client::from_conf(config)
        .get_channel()
        .send()
        .await
        .expect("an answer");
    let sent = server.request();
    assert!(
        sent.header("authorization").contains("/us-west-2/ivs/"),
        "{sent:?}"
    );
    assert_eq!(sent.header("amz-sdk-request"), "attempt=1; max=7");
}
