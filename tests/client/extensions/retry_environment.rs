//! `only_safe_retries` in processes whose environment switches the retry behavior of 2026 on or off.
//!
//! `aws-config` reads the variable, which a test cannot change for its own process.

use std::process::Command;
use std::time::Duration;

use aws_config::BehaviorVersion;
use aws_smithy_types::retry::RetrySpec;
use harness::{Response, Server};
use ivs_sdk::Client;
use ivs_sdk::config::retry::RetryPartition;

const VARIABLE: &str = "AWS_NEW_RETRIES_2026";

#[test]
fn the_setting_holds_with_both_retry_behaviors_of_the_environment() {
    let program = std::env::current_exe().expect("this program");
    for value in [None, Some("false"), Some("true")] {
        let mut child = Command::new(&program);
        let name = "extensions::retry_environment::calls_in_this_environment";
        child.args(["--exact", name, "--ignored"]).env_clear();
        let variables = [
            ("AWS_ACCESS_KEY_ID", "id"),
            ("AWS_SECRET_ACCESS_KEY", "key"),
            ("AWS_REGION", "us-east-1"),
            ("AWS_CONFIG_FILE", "/nonexistent"),
            ("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent"),
        ];
        child.envs(variables);
        child.envs(value.map(|value| (VARIABLE, value)));
        let output = child.output().expect("the program runs");
        let stdout = String::from_utf8_lossy(&output.stdout);
        let stderr = String::from_utf8_lossy(&output.stderr);
        let has_run = output.status.success() && stdout.contains("1 passed");
        assert!(has_run, "{VARIABLE}={value:?}: {stdout}{stderr}");
    }
}

#[tokio::test]
#[ignore = "run by the test above, in processes of their own"]
async fn calls_in_this_environment() {
    let is_new = std::env::var(VARIABLE).is_ok_and(|value| value == "true");
    let shared = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let retries = shared.retry_config().expect("a retry configuration");
    let spec = retries.retry_spec().cloned();
    assert_eq!(spec, is_new.then(RetrySpec::v2_1));
    let retries = retries.clone();
    // Delays differ too, but only their maximum can be set for both behaviors.
    let retries = retries.with_max_backoff(Duration::from_millis(1));

    for (only_safe, is_safe, expected) in [
        (None, false, 3),
        (Some(false), false, 3),
        (Some(true), false, 1),
        (Some(true), true, 3),
    ] {
        let server = Server::start(vec![Response::new(500, ""); 3]).await;
        let mut config = ivs_sdk::config::Builder::from(&shared)
            .endpoint_url(server.endpoint())
            .retry_config(retries.clone())
            .retry_partition(RetryPartition::new(server.endpoint().to_owned()));
        config.set_only_safe_retries(only_safe);
        let client = Client::from_conf(config.build());
        match is_safe {
            true => _ = client.get_channel().send().await.expect_err("status 500"),
            false => _ = client.put_metadata().send().await.expect_err("status 500"),
        }
        let count = server.requests().len();
        assert_eq!(count, expected, "{only_safe:?} {is_safe}");
    }
}
