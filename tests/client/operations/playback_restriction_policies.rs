//! Cases of the playback restriction policy operations.

use ivs_sdk::types::{PlaybackRestrictionPolicy, PlaybackRestrictionPolicySummary};
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
    Case::new("CreatePlaybackRestrictionPolicy")
        .body(concat!(
            r#"{"allowedCountries":["DE","AT"],"allowedOrigins":["https://example.com"],"#,
            r#""enableStrictOriginEnforcement":true,"name":"policy","tags":{"team":"live"}}"#,
        ))
        .response(json!({ "playbackRestrictionPolicy": full_json() }))
        .call(
            |client| {
                client
                    .create_playback_restriction_policy()
                    .allowed_countries("DE")
                    .allowed_countries("AT")
                    .allowed_origins("https://example.com")
                    .enable_strict_origin_enforcement(true)
                    .name("policy")
                    .tags("team", "live")
                    .send()
            },
            |output| assert_eq!(output.playback_restriction_policy, Some(full())),
        )
}

fn get() -> Case {
    Case::new("GetPlaybackRestrictionPolicy")
        .body(r#"{"arn":"arn:policy"}"#)
        .response(json!({ "playbackRestrictionPolicy": full_json() }))
        .call(
            |client| {
                client
                    .get_playback_restriction_policy()
                    .arn("arn:policy")
                    .send()
            },
            |output| assert_eq!(output.playback_restriction_policy, Some(full())),
        )
}

fn update() -> Case {
    Case::new("UpdatePlaybackRestrictionPolicy")
        .body(concat!(
            r#"{"allowedCountries":[],"allowedOrigins":["*"],"arn":"arn:policy","#,
            r#""enableStrictOriginEnforcement":false,"name":""}"#,
        ))
        .response(json!({ "playbackRestrictionPolicy": full_json() }))
        .call(
            |client| {
                client
                    .update_playback_restriction_policy()
                    .arn("arn:policy")
                    .set_allowed_countries(Some(Vec::new()))
                    .allowed_origins("*")
                    .enable_strict_origin_enforcement(false)
                    .name("")
                    .send()
            },
            |output| assert_eq!(output.playback_restriction_policy, Some(full())),
        )
}

fn delete() -> Case {
    Case::new("DeletePlaybackRestrictionPolicy")
        .body(r#"{"arn":"arn:policy"}"#)
        .call(
            |client| {
                client
                    .delete_playback_restriction_policy()
                    .arn("arn:policy")
                    .send()
            },
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListPlaybackRestrictionPolicies")
        .body(r#"{"maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({ "playbackRestrictionPolicies": [full_json()], "nextToken": "page-3" }))
        .call(
            |client| {
                client
                    .list_playback_restriction_policies()
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                assert_eq!(output.playback_restriction_policies, [summary()]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

/// Returns a policy with every member; its summary has the same members.
fn full_json() -> Value {
    json!({
        "arn": "arn:policy",
        "allowedCountries": ["DE", "AT"],
        "allowedOrigins": ["https://example.com"],
        "enableStrictOriginEnforcement": true,
        "name": "policy",
        "tags": { "team": "live" },
    })
}

fn full() -> PlaybackRestrictionPolicy {
    PlaybackRestrictionPolicy::builder()
        .arn("arn:policy")
        .allowed_countries("DE")
        .allowed_countries("AT")
        .allowed_origins("https://example.com")
        .enable_strict_origin_enforcement(true)
        .name("policy")
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}

fn summary() -> PlaybackRestrictionPolicySummary {
    PlaybackRestrictionPolicySummary::builder()
        .arn("arn:policy")
        .allowed_countries("DE")
        .allowed_countries("AT")
        .allowed_origins("https://example.com")
        .enable_strict_origin_enforcement(true)
        .name("policy")
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}
