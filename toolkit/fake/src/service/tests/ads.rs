//! Tests of ad configurations and ad breaks.

use super::*;

#[test]
fn configuration_is_created_updated_and_deleted() {
    let service = service();
    let arn = ad_configuration(&service);
    let get = json!({ "arn": arn });
    let mut expected = json!({
        "arn": arn,
        "name": "",
        "mediaTailorPlaybackConfigurations": [media_tailor("main")],
        "postRollConfiguration": { "enabled": false, "durationSeconds": 15 },
        "tags": {},
    });
    let got = call(&service, "GetAdConfiguration", get.clone());
    assert_eq!(got, json!({ "adConfiguration": expected }));
    for (member, value) in [
        (
            "postRollConfiguration",
            json!({ "enabled": true, "durationSeconds": 30 }),
        ),
        ("name", json!("a")),
        (
            "mediaTailorPlaybackConfigurations",
            json!([media_tailor("b"), media_tailor("c")]),
        ),
    ] {
        expected[member] = value.clone();
        let updated = call(
            &service,
            "UpdateAdConfiguration",
            json!({ "arn": arn, member: value }),
        );
        assert_eq!(updated["adConfiguration"], expected, "{member}");
    }
    let listed = call(&service, "ListAdConfigurations", json!({}));
    assert_eq!(listed, json!({ "adConfigurations": [expected] }));
    let channel = channel(&service, json!({ "adConfigurationArn": arn }));
    assert_eq!(
        error(&service, "DeleteAdConfiguration", get.clone()),
        "ConflictException"
    );
    call(
        &service,
        "UpdateChannel",
        json!({ "arn": channel, "adConfigurationArn": "" }),
    );
    call(&service, "DeleteAdConfiguration", get.clone());
    assert_eq!(
        error(&service, "DeleteAdConfiguration", get),
        "ResourceNotFoundException"
    );
}

#[test]
fn one_ad_break_at_a_time() {
    let service = service();
    let ads = ad_configuration(&service);
    let arn = live_channel(&service, json!({ "adConfigurationArn": ads }));
    let now = 1_767_225_600;
    let input = json!({ "channelArn": arn, "durationSeconds": 30 });
    let output = call(&service, "InsertAdBreak", input.clone());
    assert_eq!(output["targetStartAt"], json!(now + 10));
    assert_eq!(string(&output, "/adBreakId").len(), 12);
    assert_eq!(
        error(&service, "InsertAdBreak", input.clone()),
        "ConflictException"
    );
    advance(&service, 39);
    assert_eq!(error(&service, "InsertAdBreak", input), "ConflictException");
    advance(&service, 1);
    let chosen = json!({
        "channelArn": arn,
        "durationSeconds": 5,
        "adBreakId": "Ab3dEf6hIj9l",
        "targetStartAt": now as f64 + 100.5,
    });
    let output = call(&service, "InsertAdBreak", chosen);
    assert_eq!(output["adBreakId"], "Ab3dEf6hIj9l");
    assert_eq!(output["targetStartAt"], json!(now as f64 + 100.5));
    let event = service.control().events().pop().unwrap();
    assert_eq!(event.detail_type, "IVS Ad Break State Change");
    assert_eq!(event.detail["target_start_time"], "2026-01-01T00:01:40Z");
    assert_eq!(event.detail["duration_seconds"], 5);
}

#[test]
fn impossible_ad_breaks_are_errors() {
    let service = service();
    let ads = ad_configuration(&service);
    let offline = channel(&service, json!({ "adConfigurationArn": ads }));
    let without_ads = live_channel(&service, json!({}));
    for (code, input) in [
        (
            "ChannelNotBroadcasting",
            json!({ "channelArn": offline, "durationSeconds": 5 }),
        ),
        (
            "ConflictException",
            json!({ "channelArn": without_ads, "durationSeconds": 5 }),
        ),
        (
            "ResourceNotFoundException",
            json!({ "channelArn": unknown("channel"), "durationSeconds": 5 }),
        ),
        (
            "ValidationException",
            json!({ "channelArn": without_ads, "durationSeconds": 5, "targetStartAt": 1 }),
        ),
        (
            "ValidationException",
            json!({ "channelArn": without_ads, "durationSeconds": -5 }),
        ),
    ] {
        assert_eq!(
            error(&service, "InsertAdBreak", input.clone()),
            code,
            "{input}"
        );
    }
}
