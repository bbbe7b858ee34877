//! A case of each operation that succeeds, and one of each error.

use crate::service::operations;
use crate::service::tests::*;

/// A service with a resource of each type: `live` uses all of them, and `offline` none.
pub(super) struct Fixture {
    pub(super) service: Service,
    live: String,
    offline: String,
    live_key: String,
    recording: String,
    pair: String,
    policy: String,
    ads: String,
    pub(super) slate: String,
}

impl Fixture {
    pub(super) fn new() -> Self {
        let service = limited(Limits {
            channels: 2,
            recording_configurations: 1,
            playback_key_pairs: 1,
            playback_restriction_policies: 1,
            ad_configurations: 1,
            failover_slate_configurations: 1,
            ..Limits::default()
        });
        let recording = recording_configuration(&service, json!({}));
        advance(&service, 2);
        let (policy, ads) = (policy(&service, json!({})), ad_configuration(&service));
        let (slate, pair) = (slate(&service), import_key(&service, 1));
        let created = call(
            &service,
            "CreateChannel",
            json!({
                "recordingConfigurationArn": recording,
                "playbackRestrictionPolicyArn": policy,
                "adConfigurationArn": ads,
                "failoverSlateConfigurationArn": slate,
            }),
        );
        let live = string(&created, "/channel/arn");
        service
            .control()
            .go_live(&live, Encoder::default())
            .unwrap();
        let live_key = string(&created, "/streamKey/arn");
        let offline = channel(&service, json!({}));
        Self {
            service,
            live,
            offline,
            live_key,
            recording,
            pair,
            policy,
            ads,
            slate,
        }
    }
}

/// An operation's input, and the code of the error if it fails.
pub(super) type Case = (&'static str, Value, Option<&'static str>);

pub(super) const CONFLICT: Option<&str> = Some("ConflictException");
const NOT_FOUND: Option<&str> = Some("ResourceNotFoundException");
const OFFLINE: Option<&str> = Some("ChannelNotBroadcasting");
const QUOTA: Option<&str> = Some("ServiceQuotaExceededException");
const INVALID: Option<&str> = Some("ValidationException");

/// Returns cases of the operations that act on one resource, which all can be unknown.
fn cases_by_arn(fixture: &Fixture) -> Vec<Case> {
    let Fixture {
        live,
        offline,
        live_key,
        recording,
        pair,
        policy,
        ads,
        slate,
        ..
    } = fixture;
    let arn = |arn: &str| json!({ "arn": arn });
    let by_channel = |arn: &str| json!({ "channelArn": arn });
    let by_resource = |arn: &str| json!({ "resourceArn": arn, "tags": {}, "tagKeys": [] });
    let mut cases = Vec::new();
    for (operation, known, missing) in [
        ("DeletePlaybackKeyPair", arn(pair), "playback-key"),
        ("DeleteChannel", arn(offline), "channel"),
        ("DeleteStreamKey", arn(live_key), "stream-key"),
        ("GetAdConfiguration", arn(ads), "ad-configuration"),
        ("GetChannel", arn(live), "channel"),
        (
            "GetFailoverSlateConfiguration",
            arn(slate),
            "failover-slate-configuration",
        ),
        ("GetPlaybackKeyPair", arn(pair), "playback-key"),
        (
            "GetPlaybackRestrictionPolicy",
            arn(policy),
            "playback-restriction-policy",
        ),
        (
            "GetRecordingConfiguration",
            arn(recording),
            "recording-configuration",
        ),
        ("GetStream", by_channel(live), "channel"),
        ("GetStreamKey", arn(live_key), "stream-key"),
        ("GetStreamSession", by_channel(live), "channel"),
        ("ListStreamKeys", by_channel(live), "channel"),
        ("ListStreamSessions", by_channel(live), "channel"),
        ("ListTagsForResource", by_resource(live), "channel"),
        ("StopStream", by_channel(live), "channel"),
        ("TagResource", by_resource(live), "channel"),
        ("UntagResource", by_resource(live), "channel"),
        ("UpdateAdConfiguration", arn(ads), "ad-configuration"),
        ("UpdateChannel", arn(offline), "channel"),
        (
            "UpdatePlaybackRestrictionPolicy",
            arn(policy),
            "playback-restriction-policy",
        ),
    ] {
        let mut absent = known.clone();
        for (member, value) in absent.as_object_mut().unwrap() {
            if member.to_lowercase().ends_with("arn") {
                *value = json!(unknown(missing));
            }
        }
        cases.extend([(operation, known, None), (operation, absent, NOT_FOUND)]);
    }
    for (operation, used, missing) in [
        ("DeleteAdConfiguration", ads, "ad-configuration"),
        (
            "DeleteFailoverSlateConfiguration",
            slate,
            "failover-slate-configuration",
        ),
        (
            "DeletePlaybackRestrictionPolicy",
            policy,
            "playback-restriction-policy",
        ),
        (
            "DeleteRecordingConfiguration",
            recording,
            "recording-configuration",
        ),
        (
            "UpdateFailoverSlateConfiguration",
            slate,
            "failover-slate-configuration",
        ),
    ] {
        cases.push((operation, arn(used), CONFLICT));
        cases.push((operation, arn(&unknown(missing)), NOT_FOUND));
    }
    cases
}

pub(super) fn cases(fixture: &Fixture) -> Vec<Case> {
    let Fixture {
        live,
        offline,
        live_key,
        ..
    } = fixture;
    let mut cases = cases_by_arn(fixture);
    let missing = unknown("channel");
    let metadata = |arn: &str| json!({ "channelArn": arn, "metadata": "a" });
    let ad_break = |arn: &str| json!({ "channelArn": arn, "durationSeconds": 9 });
    let viewer = |arn: &str| json!({ "channelArn": arn, "viewerId": "v" });
    let destination = json!({ "s3": { "bucketName": "shows" } });
    let ads = json!({ "mediaTailorPlaybackConfigurations": [media_tailor("main")] });
    let unknown_policy = unknown("playback-restriction-policy");
    cases.extend([
        ("BatchGetChannel", json!({ "arns": [live] }), None),
        ("BatchGetStreamKey", json!({ "arns": [live_key] }), None),
        (
            "BatchStartViewerSessionRevocation",
            json!({ "viewerSessions": [viewer(live)] }),
            None,
        ),
        ("CreateAdConfiguration", ads, QUOTA),
        ("CreateChannel", json!({}), QUOTA),
        (
            "CreateChannel",
            json!({ "playbackRestrictionPolicyArn": unknown_policy }),
            NOT_FOUND,
        ),
        ("CreateFailoverSlateConfiguration", json!({}), QUOTA),
        ("CreatePlaybackRestrictionPolicy", json!({}), QUOTA),
        (
            "CreateRecordingConfiguration",
            json!({ "destinationConfiguration": destination }),
            QUOTA,
        ),
        ("CreateStreamKey", json!({ "channelArn": live }), QUOTA),
        (
            "CreateStreamKey",
            json!({ "channelArn": missing }),
            NOT_FOUND,
        ),
        ("DeleteChannel", json!({ "arn": live }), CONFLICT),
        ("GetStream", json!({ "channelArn": offline }), OFFLINE),
        (
            "ImportPlaybackKeyPair",
            json!({ "publicKeyMaterial": public_key(1) }),
            CONFLICT,
        ),
        (
            "ImportPlaybackKeyPair",
            json!({ "publicKeyMaterial": public_key(2) }),
            QUOTA,
        ),
        ("InsertAdBreak", ad_break(live), None),
        ("InsertAdBreak", ad_break(live), CONFLICT),
        ("InsertAdBreak", ad_break(offline), OFFLINE),
        ("InsertAdBreak", ad_break(&missing), NOT_FOUND),
        ("ListAdConfigurations", json!({}), None),
        ("ListChannels", json!({}), None),
        (
            "ListChannels",
            json!({ "filterByName": "a", "filterByAdConfigurationArn": "b" }),
            CONFLICT,
        ),
        ("ListFailoverSlateConfigurations", json!({}), None),
        ("ListPlaybackKeyPairs", json!({}), None),
        ("ListPlaybackRestrictionPolicies", json!({}), None),
        ("ListRecordingConfigurations", json!({}), None),
        ("ListStreams", json!({}), None),
        ("PutMetadata", metadata(live), None),
        ("PutMetadata", metadata(offline), OFFLINE),
        ("PutMetadata", metadata(&missing), NOT_FOUND),
        ("StartViewerSessionRevocation", viewer(live), None),
        ("StartViewerSessionRevocation", viewer(&missing), NOT_FOUND),
        ("StopStream", json!({ "channelArn": offline }), OFFLINE),
        ("UpdateChannel", json!({ "arn": live }), CONFLICT),
    ]);
    // No member accepts a number and a list.
    for (operation, _) in operations::OPERATIONS {
        let members = [
            "arn",
            "arns",
            "channelArn",
            "destinationConfiguration",
            "filterBy",
        ];
        let more = [
            "maxResults",
            "mediaTailorPlaybackConfigurations",
            "name",
            "nextToken",
        ];
        let last = ["publicKeyMaterial", "resourceArn", "viewerSessions"];
        let names = members.iter().chain(&more).chain(&last);
        let input: Map<String, Value> =
            names.map(|name| ((*name).to_owned(), json!([5]))).collect();
        cases.push((operation, Value::Object(input), INVALID));
    }
    cases
}
