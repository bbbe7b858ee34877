//! Tests of recording configurations.

use super::*;

fn state(service: &Service, arn: &str) -> String {
    let output = call(service, "GetRecordingConfiguration", json!({ "arn": arn }));
    string(&output, "/recordingConfiguration/state")
}

#[test]
fn create_fills_in_defaults() {
    let service = service();
    let destination = json!({ "s3": { "bucketName": "shows" } });
    let input = json!({ "destinationConfiguration": destination });
    let output = call(&service, "CreateRecordingConfiguration", input);
    let arn = string(&output, "/recordingConfiguration/arn");
    assert!(arn.starts_with("arn:aws:ivs:eu-west-1:123456789012:recording-configuration/"));
    assert_eq!(
        output["recordingConfiguration"],
        json!({
            "arn": arn,
            "name": "",
            "destinationConfiguration": destination,
            "state": "CREATING",
            "tags": {},
            "thumbnailConfiguration": {
                "recordingMode": "INTERVAL", "targetIntervalSeconds": 60, "storage": ["SEQUENTIAL"],
            },
            "recordingReconnectWindowSeconds": 0,
            "renditionConfiguration": { "renditionSelection": "ALL" },
        })
    );
}

#[test]
fn create_keeps_all_settings() {
    let service = service();
    let settings = json!({
        "name": "archive",
        "destinationConfiguration": { "s3": { "bucketName": "shows" } },
        "tags": { "k": "v" },
        "thumbnailConfiguration": {
            "recordingMode": "INTERVAL",
            "targetIntervalSeconds": 5,
            "resolution": "LOWEST_RESOLUTION",
            "storage": ["SEQUENTIAL", "LATEST"],
        },
        "recordingReconnectWindowSeconds": 300,
        "renditionConfiguration": {
            "renditionSelection": "CUSTOM", "renditions": ["HD", "FULL_HD", "SD"],
        },
    });
    let output = call(&service, "CreateRecordingConfiguration", settings.clone());
    for (member, value) in settings.as_object().unwrap() {
        assert_eq!(output["recordingConfiguration"][member], *value, "{member}");
    }
}

#[test]
fn creation_takes_its_time() {
    let service = service();
    let arn = recording_configuration(&service, json!({}));
    assert_eq!(state(&service, &arn), "CREATING");
    let delete = json!({ "arn": arn });
    assert_eq!(
        error(&service, "DeleteRecordingConfiguration", delete.clone()),
        "ConflictException"
    );
    advance(&service, 1);
    assert_eq!(state(&service, &arn), "CREATING");
    advance(&service, 1);
    assert_eq!(state(&service, &arn), "ACTIVE");
    call(&service, "DeleteRecordingConfiguration", delete.clone());
    assert_eq!(
        error(&service, "DeleteRecordingConfiguration", delete),
        "ResourceNotFoundException"
    );
}

#[test]
fn creation_fails_without_the_bucket() {
    let service = service();
    let destination = json!({ "s3": { "bucketName": "missing-shows" } });
    let input = json!({ "destinationConfiguration": destination });
    let pointer = "/recordingConfiguration/arn";
    let arn = create(&service, "CreateRecordingConfiguration", input, pointer);
    advance(&service, 60);
    assert_eq!(state(&service, &arn), "CREATE_FAILED");
    call(
        &service,
        "DeleteRecordingConfiguration",
        json!({ "arn": arn }),
    );
}

#[test]
fn creation_ends_as_ordered() {
    let service = service();
    for (failed, expected) in [(false, "ACTIVE"), (true, "CREATE_FAILED")] {
        let arn = recording_configuration(&service, json!({}));
        service.control().settle(&arn, failed).unwrap();
        advance(&service, 60);
        assert_eq!(state(&service, &arn), expected);
        assert_eq!(
            service.control().settle(&arn, failed).unwrap_err().status(),
            409
        );
    }
    let missing = unknown("recording-configuration");
    assert_eq!(
        service
            .control()
            .settle(&missing, false)
            .unwrap_err()
            .status(),
        404
    );
}

#[test]
fn referenced_configuration_is_not_deleted() {
    let service = service();
    let arn = recording_configuration(&service, json!({}));
    advance(&service, 2);
    let channel = channel(&service, json!({ "recordingConfigurationArn": arn }));
    let delete = json!({ "arn": arn });
    assert_eq!(
        error(&service, "DeleteRecordingConfiguration", delete.clone()),
        "ConflictException"
    );
    call(
        &service,
        "UpdateChannel",
        json!({ "arn": channel, "recordingConfigurationArn": "" }),
    );
    call(&service, "DeleteRecordingConfiguration", delete);
}

#[test]
fn summaries_lack_settings() {
    let service = service();
    let arn = recording_configuration(&service, json!({ "name": "a" }));
    let destination = json!({ "s3": { "bucketName": "shows" } });
    let listed = call(&service, "ListRecordingConfigurations", json!({}));
    assert_eq!(
        listed["recordingConfigurations"],
        json!([{
            "arn": arn,
            "name": "a",
            "destinationConfiguration": destination,
            "state": "CREATING",
            "tags": {},
        }])
    );
}

#[test]
fn incomplete_settings_are_errors() {
    let service = service();
    let s3 = json!({ "s3": { "bucketName": "shows" } });
    let custom = json!({ "renditionSelection": "CUSTOM" });
    errors(
        &service,
        "CreateRecordingConfiguration",
        "ValidationException",
        [
            json!({}),
            json!({ "destinationConfiguration": {} }),
            json!({ "destinationConfiguration": s3, "renditionConfiguration": custom }),
            json!({ "destinationConfiguration": s3, "recordingReconnectWindowSeconds": -1 }),
        ],
    );
}
