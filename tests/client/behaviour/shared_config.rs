//! Clients built from the `SdkConfig` that all service clients share.

use aws_types::SdkConfig;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use harness::{Response, Server};
use ivs_sdk::config::retry::RetryConfig;
use ivs_sdk::config::{AppName, BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use ivs_sdk::error::DisplayErrorContext;
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

/// Environment variables, which are looked up as `aws-config` does.
#[derive(Clone, Debug)]
struct Variables(&'static [(&'static str, &'static str)]);

impl LoadServiceConfig for Variables {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let for_service = format!("{}_{}", key.env(), key.service_id().to_uppercase());
        let mut found = [for_service.as_str(), key.env()]
            .into_iter()
            .flat_map(|name| self.0.iter().filter(move |(known, _)| *known == name));
        found.next().map(|(_, value)| (*value).to_owned())
    }
}

fn with_variables(variables: &'static [(&'static str, &'static str)]) -> config::Builder {
    let region = variables.iter().find(|(name, _)| *name == "AWS_REGION");
    let region = region.map(|(_, region)| Region::from_static(region));
    let shared = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(region)
        .service_config(Variables(variables))
        .build();
    config::Builder::from(&shared).allow_no_auth()
}

async fn error_of(config: config::Builder) -> String {
    let client = Client::from_conf(config.build());
    let error = client.get_channel().send().await.expect_err("not sent");
    DisplayErrorContext(error).to_string()
}

#[tokio::test]
async fn an_error_about_the_endpoint_url_names_value_and_source() {
    let error = error_of(with_variables(&[
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL_IVS", "localhost:port"),
    ]));
    let error = error.await;
    let expected = "the endpoint's URL \"localhost:…\" has no scheme or no host; it was set by \
                    the environment variable `AWS_ENDPOINT_URL_IVS`";
    assert!(error.contains(expected), "{error}");

    let config = with_variables(&[("AWS_REGION", "eu-west-1")]).endpoint_url("https://u:secret@");
    let error = error_of(config).await;
    let expected = "the endpoint's URL \"…@\" cannot be read";
    assert!(
        error.contains(expected) && !error.contains("secret"),
        "{error}"
    );
    assert!(
        error.contains("it was set by the setter `endpoint_url`"),
        "{error}"
    );
}

#[tokio::test]
async fn an_error_about_the_region_names_value_and_source() {
    let error = error_of(with_variables(&[("AWS_REGION", "eu_west_1")])).await;
    let expected = "the region \"eu_west_1\", set by the environment variable `AWS_REGION`, is not \
                    valid";
    assert!(error.contains(expected), "{error}");
    let config = with_variables(&[]).region(Region::from_static("a b"));
    let error = error_of(config).await;
    let expected = "the region \"a b\", set by the setter `region`, is not valid";
    assert!(error.contains(expected), "{error}");
}

#[tokio::test]
async fn empty_variables_count_as_unset() {
    let config = with_variables(&[
        ("AWS_REGION", ""),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL_IVS", ""),
        ("AWS_ENDPOINT_URL", ""),
    ]);
    let server = Server::start([Response::ok("{}")]).await;
    let built = config.clone().build();
    assert_eq!(built.region(), Some(&Region::from_static("eu-west-1")));
    let client = Client::from_conf(config.endpoint_url(server.endpoint()).build());
    client.get_channel().send().await.expect("an output");
    let error = error_of(with_variables(&[("AWS_REGION", "")])).await;
    assert!(error.contains("Missing Region"), "{error}");
}
