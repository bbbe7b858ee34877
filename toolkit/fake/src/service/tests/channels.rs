//! Tests of channels.

use super::*;

#[test]
fn create_fills_in_defaults() {
    let output = call(&service(), "CreateChannel", json!({}));
    let arn = string(&output, "/channel/arn");
    let id = arn
        .strip_prefix("arn:aws:ivs:eu-west-1:123456789012:channel/")
        .unwrap();
    assert_eq!(id.len(), 12);
    let endpoint = string(&output, "/channel/ingestEndpoint");
    let prefix = endpoint
        .strip_suffix(".global-contribute.live-video.net")
        .unwrap();
    assert_eq!(prefix.len(), 12);
    let passphrase = string(&output, "/channel/srt/passphrase");
    assert_eq!(passphrase.len(), 69);
    let host = format!("https://{prefix}.eu-west-1.playback.live-video.net");
    let file = format!("eu-west-1.123456789012.channel.{id}.m3u8");
    assert_eq!(
        output["channel"],
        json!({
            "arn": arn,
            "name": "",
            "latencyMode": "LOW",
            "type": "STANDARD",
            "recordingConfigurationArn": "",
            "ingestEndpoint": endpoint,
            "playbackUrl": format!("{host}/api/video/v1/{file}"),
            "authorized": false,
            "tags": {},
            "insecureIngest": false,
            "preset": "",
            "srt": {
                "endpoint": format!("{prefix}.srt.live-video.net"),
                "passphrase": passphrase,
            },
            "playbackRestrictionPolicyArn": "",
            "containerFormat": "TS",
            "adConfigurationArn": "",
            "failoverSlateConfigurationArn": "",
        })
    );
    assert_eq!(output["streamKey"]["channelArn"], output["channel"]["arn"]);
    assert_eq!(output["streamKey"]["tags"], json!({}));
    assert!(string(&output, "/streamKey/value").starts_with("sk_eu-west-1_"));
}

#[test]
fn create_keeps_all_settings() {
    let service = service();
    let settings = json!({
        "name": "show",
        "latencyMode": "NORMAL",
        "type": "STANDARD",
        "authorized": true,
        "recordingConfigurationArn": recording_configuration(&service, json!({})),
        "insecureIngest": true,
        "playbackRestrictionPolicyArn": policy(&service, json!({})),
        "multitrackInputConfiguration": {
            "enabled": true, "policy": "ALLOW", "maximumResolution": "FULL_HD",
        },
        "containerFormat": "FRAGMENTED_MP4",
        "failoverSlateConfigurationArn": slate(&service),
        "tags": { "team": "a" },
    });
    let output = call(&service, "CreateChannel", settings.clone());
    for (member, value) in settings.as_object().unwrap() {
        assert_eq!(output["channel"][member], *value, "{member}");
    }
    let got = call(
        &service,
        "GetChannel",
        json!({ "arn": output["channel"]["arn"] }),
    );
    assert_eq!(got["channel"], output["channel"]);
    assert_eq!(got.as_object().unwrap().len(), 1);
}

#[test]
fn settings_that_do_not_fit_together_are_errors() {
    let service = service();
    let multitrack = |changes: Value| {
        let mut input = json!({
            "multitrackInputConfiguration": {
                "enabled": true, "policy": "ALLOW", "maximumResolution": "HD",
            },
            "containerFormat": "FRAGMENTED_MP4",
        });
        for (member, value) in object(changes) {
            input[member] = value;
        }
        input
    };
    let invalid = [
        json!({ "preset": "HIGHER_BANDWIDTH_DELIVERY" }),
        json!({ "type": "BASIC", "preset": "CONSTRAINED_BANDWIDTH_DELIVERY" }),
        json!({
            "adConfigurationArn": ad_configuration(&service), "containerFormat": "FRAGMENTED_MP4",
        }),
        multitrack(json!({ "type": "BASIC" })),
        multitrack(json!({ "containerFormat": "TS" })),
        multitrack(json!({ "multitrackInputConfiguration": { "enabled": true } })),
        multitrack(json!({
            "multitrackInputConfiguration": { "enabled": true, "policy": "ALLOW" },
        })),
        json!({ "type": "PREMIUM" }),
        json!({ "name": 5 }),
    ];
    errors(
        &service,
        "CreateChannel",
        "ValidationException",
        invalid.clone(),
    );
    let arn = channel(&service, multitrack(json!({})));
    for mut input in invalid {
        input["arn"] = json!(arn);
        let changed =
            input.get("multitrackInputConfiguration").is_some() || input.get("preset").is_some();
        if changed {
            assert_eq!(
                error(&service, "UpdateChannel", input),
                "ValidationException"
            );
        }
    }
    call(
        &service,
        "CreateChannel",
        json!({ "multitrackInputConfiguration": {} }),
    );
}

#[test]
fn advanced_types_have_a_preset() {
    let service = service();
    let advanced = json!({ "type": "ADVANCED_HD" });
    let arn = channel(&service, advanced);
    let update = |input: Value| {
        let mut input = input;
        input["arn"] = json!(arn);
        call(&service, "UpdateChannel", input)["channel"]["preset"].clone()
    };
    assert_eq!(update(json!({})), "HIGHER_BANDWIDTH_DELIVERY");
    let constrained = "CONSTRAINED_BANDWIDTH_DELIVERY";
    assert_eq!(update(json!({ "preset": constrained })), constrained);
    assert_eq!(update(json!({ "type": "ADVANCED_SD" })), constrained);
    assert_eq!(update(json!({ "type": "BASIC" })), "");
    assert_eq!(
        update(json!({ "type": "ADVANCED_SD" })),
        "HIGHER_BANDWIDTH_DELIVERY"
    );
}

#[test]
fn references_must_exist() {
    let service = service();
    let arn = channel(&service, json!({}));
    for (member, resource_type) in [
        ("recordingConfigurationArn", "recording-configuration"),
        (
            "playbackRestrictionPolicyArn",
            "playback-restriction-policy",
        ),
        ("adConfigurationArn", "ad-configuration"),
        (
            "failoverSlateConfigurationArn",
            "failover-slate-configuration",
        ),
    ] {
        let code = "ResourceNotFoundException";
        let reference = unknown(resource_type);
        errors(
            &service,
            "CreateChannel",
            code,
            [json!({ member: reference })],
        );
        errors(
            &service,
            "UpdateChannel",
            code,
            [json!({ "arn": arn, member: reference })],
        );
    }
    let channels = call(&service, "ListChannels", json!({}));
    assert_eq!(channels["channels"].as_array().unwrap().len(), 1);
}

#[test]
fn update_changes_given_members_only() {
    let service = service();
    let recording = recording_configuration(&service, json!({}));
    let input = json!({
        "name": "a", "authorized": true, "recordingConfigurationArn": recording, "tags": { "k": "v" },
    });
    let created = call(&service, "CreateChannel", input);
    let arn = string(&created, "/channel/arn");
    let updated = call(
        &service,
        "UpdateChannel",
        json!({ "arn": arn, "name": "b" }),
    );
    let mut expected = created["channel"].clone();
    expected["name"] = json!("b");
    assert_eq!(updated, json!({ "channel": expected }));
    let detach = json!({ "arn": arn, "recordingConfigurationArn": "", "authorized": false });
    let updated = call(&service, "UpdateChannel", detach);
    assert_eq!(updated["channel"]["recordingConfigurationArn"], "");
    assert_eq!(updated["channel"]["authorized"], false);
}

#[test]
fn live_channels_are_neither_updated_nor_deleted() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    errors(
        &service,
        "UpdateChannel",
        "ConflictException",
        [json!({ "arn": arn, "name": "b" })],
    );
    errors(
        &service,
        "DeleteChannel",
        "ConflictException",
        [json!({ "arn": arn })],
    );
    call(&service, "StopStream", json!({ "channelArn": arn }));
    call(
        &service,
        "UpdateChannel",
        json!({ "arn": arn, "name": "b" }),
    );
    call(&service, "DeleteChannel", json!({ "arn": arn }));
}

#[test]
fn delete_removes_the_stream_key() {
    let service = service();
    let created = call(&service, "CreateChannel", json!({}));
    let arn = json!({ "arn": created["channel"]["arn"] });
    assert_eq!(call(&service, "DeleteChannel", arn.clone()), json!({}));
    let key = json!({ "arn": created["streamKey"]["arn"] });
    assert_eq!(
        error(&service, "GetStreamKey", key),
        "ResourceNotFoundException"
    );
    assert_eq!(
        error(&service, "GetChannel", arn.clone()),
        "ResourceNotFoundException"
    );
    assert_eq!(
        error(&service, "DeleteChannel", arn),
        "ResourceNotFoundException"
    );
}
