//! Tests of the operations that read several channels.

use super::*;

#[test]
fn batch_returns_found_and_unknown_channels() {
    let service = service();
    let (first, second) = (channel(&service, json!({})), channel(&service, json!({})));
    let missing = unknown("channel");
    let input = json!({ "arns": [second, missing, first, second, missing] });
    let output = call(&service, "BatchGetChannel", input);
    let arns: Vec<&Value> = output["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|channel| &channel["arn"])
        .collect();
    assert_eq!(arns, [&json!(second), &json!(first)]);
    let message = format!("Resource: {missing} not found");
    let errors = json!([{ "arn": missing, "code": "404", "message": message }]);
    assert_eq!(output["errors"], errors);
}

#[test]
fn summaries_lack_endpoints() {
    let service = service();
    let created = call(
        &service,
        "CreateChannel",
        json!({ "name": "a", "tags": { "k": "v" } }),
    );
    let listed = call(&service, "ListChannels", json!({}));
    let mut expected = object(created["channel"].clone());
    for member in ["ingestEndpoint", "playbackUrl", "srt", "containerFormat"] {
        assert!(expected.shift_remove(member).is_some(), "{member}");
    }
    assert_eq!(listed, json!({ "channels": [expected] }));
}

#[test]
fn list_filters_by_one_member() {
    let service = service();
    let recording = recording_configuration(&service, json!({}));
    let policy = policy(&service, json!({}));
    let (ads, slate) = (ad_configuration(&service), slate(&service));
    let filters = [
        ("filterByName", "name", "a"),
        (
            "filterByRecordingConfigurationArn",
            "recordingConfigurationArn",
            &recording,
        ),
        (
            "filterByPlaybackRestrictionPolicyArn",
            "playbackRestrictionPolicyArn",
            &policy,
        ),
        ("filterByAdConfigurationArn", "adConfigurationArn", &ads),
        (
            "filterByFailoverSlateConfigurationArn",
            "failoverSlateConfigurationArn",
            &slate,
        ),
    ];
    for (filter, member, value) in filters {
        let arn = channel(&service, json!({ member: value }));
        let listed = call(&service, "ListChannels", json!({ filter: value }));
        let channels = listed["channels"].as_array().unwrap();
        assert_eq!(channels.len(), 1, "{filter}");
        assert_eq!(channels[0]["arn"], json!(arn), "{filter}");
    }
    let nothing = call(&service, "ListChannels", json!({ "filterByName": "A" }));
    assert_eq!(nothing, json!({ "channels": [] }));
    let all = call(&service, "ListChannels", json!({ "filterByName": "" }));
    assert_eq!(all["channels"].as_array().unwrap().len(), filters.len());
    for (first, _, _) in filters {
        for (second, _, _) in filters {
            if first != second {
                let input = json!({ first: "x", second: "y" });
                assert_eq!(error(&service, "ListChannels", input), "ConflictException");
            }
        }
    }
}
