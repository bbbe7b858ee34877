//! Cases of the failover slate configuration operations.

use ivs_sdk::types::{
    FailoverSlateConfiguration, FailoverSlateConfigurationState, FailoverSlateConfigurationSummary,
};
use serde_json::{Value, json};

use super::case::{Case, run, tags};

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![create(), get(), update(), delete(), list()]
}

fn create() -> Case {
    Case::new("CreateFailoverSlateConfiguration")
        .body(concat!(
            r#"{"activationThresholdSeconds":5,"maxSlateDisplaySeconds":600,"#,
            r#""minSlateDisplaySeconds":10,"name":"slate","tags":{"team":"live"}}"#,
        ))
        .response(json!({ "failoverSlateConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .create_failover_slate_configuration()
                    .name("slate")
                    .activation_threshold_seconds(5)
                    .min_slate_display_seconds(10)
                    .max_slate_display_seconds(600)
                    .tags("team", "live")
                    .send()
            },
            |output| assert_eq!(output.failover_slate_configuration, Some(full())),
        )
}

fn get() -> Case {
    Case::new("GetFailoverSlateConfiguration")
        .body(r#"{"arn":"arn:slate"}"#)
        .response(json!({ "failoverSlateConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .get_failover_slate_configuration()
                    .arn("arn:slate")
                    .send()
            },
            |output| assert_eq!(output.failover_slate_configuration, Some(full())),
        )
}

fn update() -> Case {
    Case::new("UpdateFailoverSlateConfiguration")
        .body(concat!(
            r#"{"activationThresholdSeconds":0,"arn":"arn:slate","maxSlateDisplaySeconds":2,"#,
            r#""minSlateDisplaySeconds":1,"name":"other"}"#,
        ))
        .response(json!({ "failoverSlateConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .update_failover_slate_configuration()
                    .arn("arn:slate")
                    .name("other")
                    .activation_threshold_seconds(0)
                    .min_slate_display_seconds(1)
                    .max_slate_display_seconds(2)
                    .send()
            },
            |output| assert_eq!(output.failover_slate_configuration, Some(full())),
        )
}

fn delete() -> Case {
    Case::new("DeleteFailoverSlateConfiguration")
        .body(r#"{"arn":"arn:slate"}"#)
        .call(
            |client| {
                client
                    .delete_failover_slate_configuration()
                    .arn("arn:slate")
                    .send()
            },
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListFailoverSlateConfigurations")
        .body(r#"{"maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({ "failoverSlateConfigurations": [full_json()], "nextToken": "page-3" }))
        .call(
            |client| {
                client
                    .list_failover_slate_configurations()
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                assert_eq!(output.failover_slate_configurations, [summary()]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

/// Returns a configuration with every member; its summary has the same members.
pub(super) fn full_json() -> Value {
    json!({
        "arn": "arn:slate",
        "name": "slate",
        "activationThresholdSeconds": 5,
        "minSlateDisplaySeconds": 10,
        "maxSlateDisplaySeconds": 600,
        "state": "CREATED",
        "tags": { "team": "live" },
    })
}

pub(super) fn full() -> FailoverSlateConfiguration {
    FailoverSlateConfiguration::builder()
        .arn("arn:slate")
        .name("slate")
        .activation_threshold_seconds(5)
        .min_slate_display_seconds(10)
        .max_slate_display_seconds(600)
        .state(FailoverSlateConfigurationState::Created)
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}

fn summary() -> FailoverSlateConfigurationSummary {
    FailoverSlateConfigurationSummary::builder()
        .arn("arn:slate")
        .name("slate")
        .activation_threshold_seconds(5)
        .min_slate_display_seconds(10)
        .max_slate_display_seconds(600)
        .state(FailoverSlateConfigurationState::Created)
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}
