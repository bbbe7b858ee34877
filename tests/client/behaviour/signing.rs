//! Who signs, with which clock, and when nobody does.

use aws_smithy_runtime_api::client::auth::{AuthSchemeId, AuthSchemePreference};
use ivs_sdk::config::retry::RetryPartition;
use ivs_sdk::config::{self, BehaviorVersion, Region};
use ivs_sdk::error::ProvideErrorMetadata;
use ivs_sdk::{Client, Config};

use harness::{Answer, Recorded, Server};

/// Settings without credentials.
fn anonymous(server: &Server) -> config::Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(server.endpoint())
}

async fn call(client: &Client, server: &Server) -> Recorded {
    client.get_channel().send().await.expect("an answer");
    server.requests().pop().expect("a request")
}

#[tokio::test]
async fn without_credentials_a_call_goes_out_only_where_that_is_allowed() {
    let server = Server::start([Answer::ok("{}")]).await;
    let client = Client::from_conf(anonymous(&server).build());
    client
        .get_channel()
        .send()
        .await
        .expect_err("nobody to sign it");
    assert_eq!(server.requests().len(), 0);

    let client = Client::from_conf(anonymous(&server).allow_no_auth().build());
    let sent = call(&client, &server).await;
    assert!(!sent.headers.contains_key("authorization"), "{sent:?}");
}

#[tokio::test]
async fn a_preferred_scheme_wins_over_credentials() {
    let server = Server::start([Answer::ok("{}"), Answer::ok("{}")]).await;
    let settings = || server.config().allow_no_auth();
    let sent = call(&Client::from_conf(settings().build()), &server).await;
    assert!(sent.headers.contains_key("authorization"), "{sent:?}");

    let preference = AuthSchemePreference::from([AuthSchemeId::from("noAuth")]);
    let config = settings().auth_scheme_preference(preference).build();
    assert!(config.auth_scheme_preference().is_some());
    let sent = call(&Client::from_conf(config), &server).await;
    assert!(!sent.headers.contains_key("authorization"), "{sent:?}");
}

/// The dates that a call's attempts are signed with, of which the first is answered with an error and
/// a date of 2040, and the error's code if it comes through.
async fn dates_after_a_skewed_answer(disable: bool) -> (Vec<String>, Option<String>) {
    let skewed =
        Answer::error(403, "RequestTimeTooSkewed").header("date", "Sun, 01 Jan 2040 00:00:00 GMT");
    let server = Server::start([skewed, Answer::ok("{}")]).await;
    let config = server
        .config()
        .disable_clock_skew_correction(disable)
        .build();
    assert_eq!(config.disable_clock_skew_correction(), Some(disable));
    let answer = Client::from_conf(config).get_channel().send().await;
    let requests = server.requests().into_iter();
    let dates = requests.map(|sent| sent.header("x-amz-date")[..4].to_owned());
    let code = answer
        .err()
        .and_then(|error| error.code().map(str::to_owned));
    (dates.collect(), code)
}

#[tokio::test]
async fn the_clock_is_corrected_unless_told_otherwise() {
    let (dates, code) = dates_after_a_skewed_answer(false).await;
    assert_eq!((dates.len(), code), (2, None));
    assert_ne!(dates[0], "2040");
    assert_eq!(dates[1], "2040");

    let (dates, code) = dates_after_a_skewed_answer(true).await;
    assert_eq!(
        (dates.len(), code.as_deref()),
        (1, Some("RequestTimeTooSkewed"))
    );
}

#[tokio::test]
async fn clients_of_one_retry_partition_share_the_quota() {
    // Each failed call of three attempts costs ten tokens of five hundred.
    let calls = 60;
    let mut attempts = Vec::new();
    for shared in [true, false] {
        let server = Server::start((0..6 * calls).map(|_| Answer::new(500, ""))).await;
        let name = |client: &str| match shared {
            true => "shared by two clients".to_owned(),
            false => format!("of {client} alone"),
        };
        for client in ["one", "other"] {
            let partition = RetryPartition::new(name(client));
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
    let [shared, apart] = attempts[..] else {
        panic!("two runs: {attempts:?}")
    };
    assert!(
        shared < apart,
        "{shared} attempts with one quota, {apart} with two"
    );
}
