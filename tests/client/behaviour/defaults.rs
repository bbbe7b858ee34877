//! Default values of required members that are missing in a response.

use harness::{Response, Server};
use ivs_sdk::types::FailoverSlateConfigurationState;

#[tokio::test]
async fn missing_strings_lists_numbers_and_structures_are_empty_or_zero() {
    let response = r#"{"recordingConfiguration":{}}"#;
    let server = Server::start([Response::ok(response)]).await;
    let output = server
        .client()
        .get_recording_configuration()
        .send()
        .await
        .expect("an output");
    let recording = output.recording_configuration.expect("a structure");
    assert_eq!(recording.arn, "");
    assert_eq!(recording.recording_reconnect_window_seconds, 0);
    let destination = recording.destination_configuration;
    assert_eq!(destination.expect("an empty structure").s3, None);
    assert_eq!(recording.name, None);

    let response = r#"{"adConfiguration":{"postRollConfiguration":{}}}"#;
    let server = Server::start([Response::ok(response)]).await;
    let output = server
        .client()
        .get_ad_configuration()
        .send()
        .await
        .expect("an output");
    let ads = output.ad_configuration.expect("a structure");
    assert!(ads.media_tailor_playback_configurations.is_empty());
    let post_roll = ads.post_roll_configuration.expect("a structure");
    assert_eq!((post_roll.duration_seconds, post_roll.enabled), (0, false));
}

#[tokio::test]
async fn missing_enums_are_an_unknown_value() {
    let response = r#"{"failoverSlateConfiguration":{}}"#;
    let server = Server::start([Response::ok(response)]).await;
    let output = server
        .client()
        .get_failover_slate_configuration()
        .send()
        .await
        .expect("an output");
    let state = output
        .failover_slate_configuration
        .expect("a structure")
        .state;
    assert_eq!(state.as_str(), "no value was set");
    assert_eq!(
        state,
        FailoverSlateConfigurationState::from("no value was set")
    );
}

#[tokio::test]
async fn missing_output_members_get_defaults() {
    let server = Server::start([(); 4].map(|()| Response::ok("{}"))).await;
    let client = server.client();
    let tags = client
        .list_tags_for_resource()
        .resource_arn("arn")
        .send()
        .await
        .expect("an output");
    assert!(tags.tags.is_empty());
    let page = client.list_streams().send().await.expect("an output");
    assert!(page.streams.is_empty());
    let created = client
        .create_ad_configuration()
        .send()
        .await
        .expect("an output");
    let created = created.ad_configuration.expect("an empty structure");
    assert_eq!(created.arn, "");
    // The member is not required, so it stays absent.
    let found = client
        .get_ad_configuration()
        .send()
        .await
        .expect("an output");
    assert_eq!(found.ad_configuration, None);
}
