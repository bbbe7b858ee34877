//! Cases of the ad configuration operations.

use ivs_sdk::types::{
    AdConfiguration, AdConfigurationSummary, MediaTailorPlaybackConfiguration,
    PostRollConfiguration,
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
    Case::new("CreateAdConfiguration")
        .body(concat!(
            r#"{"mediaTailorPlaybackConfigurations":[{"playbackConfigurationArn":"arn:mt"}],"#,
            r#""name":"ads","#,
            r#""postRollConfiguration":{"durationSeconds":30,"enabled":true},"#,
            r#""tags":{"team":"live"}}"#,
        ))
        .response(json!({ "adConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .create_ad_configuration()
                    .name("ads")
                    .media_tailor_playback_configurations(media_tailor("arn:mt"))
                    .post_roll_configuration(post_roll(30, true))
                    .tags("team", "live")
                    .send()
            },
            |output| assert_eq!(output.ad_configuration, Some(full())),
        )
}

fn get() -> Case {
    Case::new("GetAdConfiguration")
        .body(r#"{"arn":"arn:ads"}"#)
        .response(json!({ "adConfiguration": full_json() }))
        .call(
            |client| client.get_ad_configuration().arn("arn:ads").send(),
            |output| assert_eq!(output.ad_configuration, Some(full())),
        )
}

fn update() -> Case {
    Case::new("UpdateAdConfiguration")
        .body(concat!(
            r#"{"arn":"arn:ads","#,
            r#""mediaTailorPlaybackConfigurations":["#,
            r#"{"playbackConfigurationArn":"arn:mt-1"},{"playbackConfigurationArn":"arn:mt-2"}],"#,
            r#""name":"more ads","#,
            r#""postRollConfiguration":{"durationSeconds":0,"enabled":false}}"#,
        ))
        .response(json!({ "adConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .update_ad_configuration()
                    .arn("arn:ads")
                    .name("more ads")
                    .media_tailor_playback_configurations(media_tailor("arn:mt-1"))
                    .media_tailor_playback_configurations(media_tailor("arn:mt-2"))
                    .post_roll_configuration(post_roll(0, false))
                    .send()
            },
            |output| assert_eq!(output.ad_configuration, Some(full())),
        )
}

fn delete() -> Case {
    Case::new("DeleteAdConfiguration")
        .body(r#"{"arn":"arn:ads"}"#)
        .call(
            |client| client.delete_ad_configuration().arn("arn:ads").send(),
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListAdConfigurations")
        .body(r#"{"maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({ "adConfigurations": [full_json()], "nextToken": "page-3" }))
        .call(
            |client| {
                client
                    .list_ad_configurations()
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                assert_eq!(output.ad_configurations, [summary()]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

/// Returns a configuration with every member; its summary has the same members.
fn full_json() -> Value {
    json!({
        "arn": "arn:ads",
        "name": "ads",
        "mediaTailorPlaybackConfigurations": [{ "playbackConfigurationArn": "arn:mt" }],
        "postRollConfiguration": { "durationSeconds": 30, "enabled": true },
        "tags": { "team": "live" },
    })
}

fn full() -> AdConfiguration {
    AdConfiguration::builder()
        .arn("arn:ads")
        .name("ads")
        .media_tailor_playback_configurations(media_tailor("arn:mt"))
        .post_roll_configuration(post_roll(30, true))
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}

fn summary() -> AdConfigurationSummary {
    AdConfigurationSummary::builder()
        .arn("arn:ads")
        .name("ads")
        .media_tailor_playback_configurations(media_tailor("arn:mt"))
        .post_roll_configuration(post_roll(30, true))
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}

fn media_tailor(arn: &str) -> MediaTailorPlaybackConfiguration {
    MediaTailorPlaybackConfiguration::builder()
        .playback_configuration_arn(arn)
        .build()
}

fn post_roll(seconds: i32, enabled: bool) -> PostRollConfiguration {
    PostRollConfiguration::builder()
        .duration_seconds(seconds)
        .enabled(enabled)
        .build()
        .expect("the required members are set")
}
