//! Checks of inputs, and of calls before they are sent.

use std::error::Error;

use harness::{Response, Server};
use ivs_sdk::Client;
use ivs_sdk::check::{Check as _, CheckInputs, Rule, Violations};
use ivs_sdk::error::SdkError;
use ivs_sdk::operation::create_channel::CreateChannelInput;
use ivs_sdk::operation::create_recording_configuration::CreateRecordingConfigurationInput;
use ivs_sdk::operation::list_channels::ListChannelsInput;
use ivs_sdk::operation::put_metadata::PutMetadataInput;
use ivs_sdk::types::{DestinationConfiguration, S3DestinationConfiguration};

const ARN: &str = "arn:aws:ivs:eu-west-1:123456789012:channel/abcdABCDefgh";

#[test]
fn all_violations_are_returned_in_the_order_of_members() {
    let input = CreateChannelInput::builder()
        .name("a b")
        .recording_configuration_arn(ARN)
        .tags("", "é".repeat(257))
        .tags("key", "a#b")
        .build()
        .expect("nothing is required");
    let violations = input.check().expect_err("violations");
    let paths = violations.iter().map(|violation| violation.path());
    assert_eq!(
        paths.collect::<Vec<_>>(),
        [
            "name",
            "recordingConfigurationArn",
            "tags[\"\"]",
            "tags[\"\"]",
            "tags[\"\"]",
            "tags[\"key\"]"
        ]
    );
    let first = violations.iter().next().expect("a violation");
    assert_eq!(first.value(), Some("\"a b\""));
    assert_eq!(first.rule(), Rule::Pattern("^[a-zA-Z0-9-_]*$"));
}

#[test]
fn more_than_50_tags_are_a_violation() {
    let with_tags = |count: u32| {
        let tags = (0..count).map(|index| (index.to_string(), String::new()));
        let input = CreateChannelInput::builder().set_tags(Some(tags.collect()));
        input.build().expect("nothing is required").check()
    };
    assert_eq!(with_tags(50), Ok(()));
    let violations = with_tags(51).expect_err("a violation");
    let message = "the input is invalid: `tags`: must have a length of 0 to 50";
    assert_eq!(violations.to_string(), message);
}

#[test]
fn two_filters_exclude_each_other() {
    let input = ListChannelsInput::builder().filter_by_name("a");
    assert_eq!(input.clone().build().unwrap().check(), Ok(()));
    let input = input.filter_by_ad_configuration_arn("").build().unwrap();
    let violations = input.check().expect_err("a violation");
    let rules: Vec<_> = violations
        .iter()
        .map(|violation| violation.rule())
        .collect();
    assert!(
        matches!(rules[..], [Rule::AtMostOne(names)] if names.len() == 5),
        "{rules:?}"
    );
}

#[test]
fn metadata_is_measured_in_bytes_and_not_shown() {
    let with_metadata = |metadata: String| {
        let input = PutMetadataInput::builder()
            .channel_arn(ARN)
            .metadata(metadata);
        input.build().expect("nothing is required").check()
    };
    assert_eq!(with_metadata("é".repeat(512)), Ok(()));
    let violations = with_metadata("é".repeat(512) + "a").expect_err("a violation");
    let violation = violations.iter().next().expect("a violation");
    assert_eq!((violation.path(), violation.value()), ("metadata", None));
    assert_eq!(violation.rule(), Rule::MaxBytes(1024));
}

#[test]
fn required_members_and_nested_structures_are_checked() {
    let empty = CreateRecordingConfigurationInput::builder()
        .build()
        .unwrap();
    let violations = empty.check().expect_err("a violation");
    assert_eq!(
        violations.to_string(),
        "the input is invalid: `destinationConfiguration`: must be set"
    );
    let bucket = S3DestinationConfiguration::builder()
        .bucket_name("x")
        .build()
        .unwrap();
    let destination = DestinationConfiguration::builder().s3(bucket).build();
    let input = CreateRecordingConfigurationInput::builder().destination_configuration(destination);
    let violations = input.build().unwrap().check().expect_err("a violation");
    let paths: Vec<_> = violations
        .iter()
        .map(|violation| violation.path())
        .collect();
    assert_eq!(paths, ["destinationConfiguration.s3.bucketName"]);
}

#[tokio::test]
async fn the_interceptor_fails_a_call_before_it_is_sent() {
    let server = Server::start([Response::ok("{}")]).await;
    let client = Client::from_conf(server.config().interceptor(CheckInputs).build());

    let error = client
        .put_metadata()
        .metadata("secret")
        .send()
        .await
        .expect_err("no channel");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
    let mut source: Option<&dyn Error> = Some(&error);
    let violations = loop {
        let error = source.expect("the chain of sources has the violations");
        if let Some(violations) = error.downcast_ref::<Violations>() {
            break violations;
        }
        source = error.source();
    };
    let paths: Vec<_> = violations
        .iter()
        .map(|violation| violation.path())
        .collect();
    assert_eq!(paths, ["channelArn"]);
    assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    assert_eq!(server.requests().len(), 0);

    let sent = client
        .put_metadata()
        .channel_arn(ARN)
        .metadata("a")
        .send()
        .await;
    sent.expect("a valid input is sent");
    assert_eq!(server.requests().len(), 1);
}
