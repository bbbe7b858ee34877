//! Cases of the recording configuration operations.

use ivs_sdk::types::{
    DestinationConfiguration, RecordingConfiguration, RecordingConfigurationState,
    RecordingConfigurationSummary, RecordingMode, RenditionConfiguration,
    RenditionConfigurationRendition, RenditionConfigurationRenditionSelection,
    S3DestinationConfiguration, ThumbnailConfiguration, ThumbnailConfigurationResolution,
    ThumbnailConfigurationStorage,
};
use serde_json::{Value, json};

use super::case::{Case, run, tags};

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![create(), get(), delete(), list()]
}

fn create() -> Case {
    Case::new("CreateRecordingConfiguration")
        .body(concat!(
            r#"{"destinationConfiguration":{"s3":{"bucketName":"bucket"}},"name":"recording","#,
            r#""recordingReconnectWindowSeconds":60,"#,
            r#""renditionConfiguration":{"renditionSelection":"CUSTOM","renditions":["SD","HD"]},"#,
            r#""tags":{"team":"live"},"#,
            r#""thumbnailConfiguration":{"recordingMode":"INTERVAL","targetIntervalSeconds":5,"#,
            r#""resolution":"FULL_HD","storage":["SEQUENTIAL","LATEST"]}}"#,
        ))
        .response(json!({ "recordingConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .create_recording_configuration()
                    .name("recording")
                    .destination_configuration(destination())
                    .tags("team", "live")
                    .thumbnail_configuration(thumbnails())
                    .recording_reconnect_window_seconds(60)
                    .rendition_configuration(renditions())
                    .send()
            },
            |output| assert_eq!(output.recording_configuration, Some(full())),
        )
}

fn get() -> Case {
    Case::new("GetRecordingConfiguration")
        .body(r#"{"arn":"arn:recording"}"#)
        .response(json!({ "recordingConfiguration": full_json() }))
        .call(
            |client| {
                client
                    .get_recording_configuration()
                    .arn("arn:recording")
                    .send()
            },
            |output| assert_eq!(output.recording_configuration, Some(full())),
        )
}

fn delete() -> Case {
    Case::new("DeleteRecordingConfiguration")
        .body(r#"{"arn":"arn:recording"}"#)
        .call(
            |client| {
                client
                    .delete_recording_configuration()
                    .arn("arn:recording")
                    .send()
            },
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListRecordingConfigurations")
        .body(r#"{"maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({
            "recordingConfigurations": [{
                "arn": "arn:recording",
                "name": "recording",
                "destinationConfiguration": { "s3": { "bucketName": "bucket" } },
                "state": "CREATE_FAILED",
                "tags": { "team": "live" },
            }],
            "nextToken": "page-3",
        }))
        .call(
            |client| {
                client
                    .list_recording_configurations()
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                assert_eq!(output.recording_configurations, [summary()]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

pub(super) fn full_json() -> Value {
    json!({
        "arn": "arn:recording",
        "name": "recording",
        "destinationConfiguration": { "s3": { "bucketName": "bucket" } },
        "state": "ACTIVE",
        "tags": { "team": "live" },
        "thumbnailConfiguration": {
            "recordingMode": "INTERVAL",
            "targetIntervalSeconds": 5,
            "resolution": "FULL_HD",
            "storage": ["SEQUENTIAL", "LATEST"],
        },
        "recordingReconnectWindowSeconds": 60,
        "renditionConfiguration": { "renditionSelection": "CUSTOM", "renditions": ["SD", "HD"] },
    })
}

pub(super) fn full() -> RecordingConfiguration {
    RecordingConfiguration::builder()
        .arn("arn:recording")
        .name("recording")
        .destination_configuration(destination())
        .state(RecordingConfigurationState::Active)
        .set_tags(Some(tags("team", "live")))
        .thumbnail_configuration(thumbnails())
        .recording_reconnect_window_seconds(60)
        .rendition_configuration(renditions())
        .build()
        .expect("the required members are set")
}

fn summary() -> RecordingConfigurationSummary {
    RecordingConfigurationSummary::builder()
        .arn("arn:recording")
        .name("recording")
        .destination_configuration(destination())
        .state(RecordingConfigurationState::CreateFailed)
        .set_tags(Some(tags("team", "live")))
        .build()
        .expect("the required members are set")
}

fn destination() -> DestinationConfiguration {
    let s3 = S3DestinationConfiguration::builder()
        .bucket_name("bucket")
        .build();
    DestinationConfiguration::builder()
        .s3(s3.expect("the bucket is set"))
        .build()
}

fn thumbnails() -> ThumbnailConfiguration {
    ThumbnailConfiguration::builder()
        .recording_mode(RecordingMode::Interval)
        .target_interval_seconds(5)
        .resolution(ThumbnailConfigurationResolution::FullHd)
        .storage(ThumbnailConfigurationStorage::Sequential)
        .storage(ThumbnailConfigurationStorage::Latest)
        .build()
}

fn renditions() -> RenditionConfiguration {
    RenditionConfiguration::builder()
        .rendition_selection(RenditionConfigurationRenditionSelection::Custom)
        .renditions(RenditionConfigurationRendition::Sd)
        .renditions(RenditionConfigurationRendition::Hd)
        .build()
}
