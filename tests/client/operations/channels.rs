//! Cases of the channel operations.

use ivs_sdk::types::{
    BatchError, Channel, ChannelLatencyMode, ChannelSummary, ChannelType, ContainerFormat,
    MultitrackInputConfiguration, MultitrackMaximumResolution, MultitrackPolicy, Srt,
    TranscodePreset,
};
use serde_json::{Value, json};

use super::case::{BOUND_HEADERS, Case, run, tags};
use super::stream_keys;

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![create(), get(), batch_get(), update(), delete(), list()]
}

fn create() -> Case {
    Case::new("CreateChannel")
        .body(concat!(
            r#"{"adConfigurationArn":"arn:ads","authorized":true,"#,
            r#""containerFormat":"FRAGMENTED_MP4","failoverSlateConfigurationArn":"arn:slate","#,
            r#""insecureIngest":true,"latencyMode":"LOW","#,
            r#""multitrackInputConfiguration":"#,
            r#"{"enabled":true,"policy":"REQUIRE","maximumResolution":"FULL_HD"},"#,
            r#""name":"channel","playbackRestrictionPolicyArn":"arn:policy","#,
            r#""preset":"HIGHER_BANDWIDTH_DELIVERY","recordingConfigurationArn":"arn:recording","#,
            r#""tags":{"team":"live"},"type":"ADVANCED_HD"}"#,
        ))
        .response(json!({ "channel": full_json(), "streamKey": stream_keys::full_json() }))
        .call(
            |client| {
                client
                    .create_channel()
                    .name("channel")
                    .latency_mode(ChannelLatencyMode::LowLatency)
                    .r#type(ChannelType::AdvancedHdChannelType)
                    .authorized(true)
                    .recording_configuration_arn("arn:recording")
                    .tags("team", "live")
                    .insecure_ingest(true)
                    .preset(TranscodePreset::HigherBandwidthTranscodePreset)
                    .playback_restriction_policy_arn("arn:policy")
                    .multitrack_input_configuration(multitrack())
                    .container_format(ContainerFormat::FragmentedMp4)
                    .ad_configuration_arn("arn:ads")
                    .failover_slate_configuration_arn("arn:slate")
                    .send()
            },
            |output| {
                assert_eq!(output.channel, Some(full()));
                assert_eq!(output.stream_key, Some(stream_keys::full()));
            },
        )
}

fn get() -> Case {
    Case::new("GetChannel")
        .body(r#"{"arn":"arn:channel"}"#)
        .response(json!({ "channel": full_json() }))
        .call(
            |client| client.get_channel().arn("arn:channel").send(),
            |output| assert_eq!(output.channel, Some(full())),
        )
}

fn batch_get() -> Case {
    Case::new("BatchGetChannel")
        .body(r#"{"arns":["arn:channel","arn:gone"]}"#)
        .response(json!({
            "channels": [full_json(), {}],
            "errors": [{ "arn": "arn:gone", "code": "NotFound", "message": "no such channel" }],
        }))
        .with_bound_headers()
        .call(
            |client| {
                client
                    .batch_get_channel()
                    .arns("arn:channel")
                    .arns("arn:gone")
                    .send()
            },
            |output| {
                let error = BatchError::builder()
                    .arn("arn:gone")
                    .code("NotFound")
                    .message("no such channel")
                    .build();
                assert_eq!(output.channels(), [full(), Channel::builder().build()]);
                assert_eq!(output.errors(), [error]);
                let headers = [
                    output.access_control_allow_origin(),
                    output.access_control_expose_headers(),
                    output.cache_control(),
                    output.content_security_policy(),
                    output.strict_transport_security(),
                    output.x_content_type_options(),
                    output.x_frame_options(),
                ];
                assert_eq!(headers, BOUND_HEADERS.map(|(_, value)| Some(value)));
            },
        )
}

fn update() -> Case {
    Case::new("UpdateChannel")
        .body(concat!(
            r#"{"adConfigurationArn":"","arn":"arn:channel","authorized":false,"#,
            r#""containerFormat":"TS","failoverSlateConfigurationArn":"","insecureIngest":false,"#,
            r#""latencyMode":"NORMAL","multitrackInputConfiguration":"#,
            r#"{"enabled":true,"policy":"REQUIRE","maximumResolution":"FULL_HD"},"#,
            r#""name":"renamed","playbackRestrictionPolicyArn":"","#,
            r#""preset":"CONSTRAINED_BANDWIDTH_DELIVERY","recordingConfigurationArn":"","#,
            r#""type":"BASIC"}"#,
        ))
        .response(json!({ "channel": full_json() }))
        .call(
            |client| {
                client
                    .update_channel()
                    .arn("arn:channel")
                    .name("renamed")
                    .latency_mode(ChannelLatencyMode::NormalLatency)
                    .r#type(ChannelType::BasicChannelType)
                    .authorized(false)
                    .recording_configuration_arn("")
                    .insecure_ingest(false)
                    .preset(TranscodePreset::ConstrainedBandwidthTranscodePreset)
                    .playback_restriction_policy_arn("")
                    .multitrack_input_configuration(multitrack())
                    .container_format(ContainerFormat::Ts)
                    .ad_configuration_arn("")
                    .failover_slate_configuration_arn("")
                    .send()
            },
            |output| assert_eq!(output.channel, Some(full())),
        )
}

fn delete() -> Case {
    Case::new("DeleteChannel")
        .body(r#"{"arn":"arn:channel"}"#)
        .call(
            |client| client.delete_channel().arn("arn:channel").send(),
            |_| {},
        )
}

fn list() -> Case {
    Case::new("ListChannels")
        .body(concat!(
            r#"{"filterByAdConfigurationArn":"arn:ads","#,
            r#""filterByFailoverSlateConfigurationArn":"arn:slate","filterByName":"channel","#,
            r#""filterByPlaybackRestrictionPolicyArn":"arn:policy","#,
            r#""filterByRecordingConfigurationArn":"arn:recording","#,
            r#""maxResults":2,"nextToken":"page-2"}"#,
        ))
        .response(json!({ "channels": [summary_json()], "nextToken": "page-3" }))
        .call(
            |client| {
                client
                    .list_channels()
                    .filter_by_name("channel")
                    .filter_by_recording_configuration_arn("arn:recording")
                    .filter_by_playback_restriction_policy_arn("arn:policy")
                    .next_token("page-2")
                    .max_results(2)
                    .filter_by_ad_configuration_arn("arn:ads")
                    .filter_by_failover_slate_configuration_arn("arn:slate")
                    .send()
            },
            |output| {
                assert_eq!(output.channels, [summary()]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

pub(super) fn full_json() -> Value {
    let mut channel = summary_json();
    channel["ingestEndpoint"] = json!("ingest.example.com");
    channel["playbackUrl"] = json!("https://play.example.com/a.m3u8");
    channel["srt"] = json!({ "endpoint": "srt.example.com", "passphrase": "open sesame" });
    channel["multitrackInputConfiguration"] =
        json!({ "enabled": true, "policy": "REQUIRE", "maximumResolution": "FULL_HD" });
    channel["containerFormat"] = json!("FRAGMENTED_MP4");
    channel
}

fn summary_json() -> Value {
    json!({
        "arn": "arn:channel",
        "name": "channel",
        "latencyMode": "LOW",
        "authorized": true,
        "recordingConfigurationArn": "arn:recording",
        "tags": { "team": "live" },
        "insecureIngest": true,
        "type": "ADVANCED_HD",
        "preset": "HIGHER_BANDWIDTH_DELIVERY",
        "playbackRestrictionPolicyArn": "arn:policy",
        "adConfigurationArn": "arn:ads",
        "failoverSlateConfigurationArn": "arn:slate",
    })
}

pub(super) fn full() -> Channel {
    Channel::builder()
        .arn("arn:channel")
        .name("channel")
        .latency_mode(ChannelLatencyMode::LowLatency)
        .r#type(ChannelType::AdvancedHdChannelType)
        .recording_configuration_arn("arn:recording")
        .ingest_endpoint("ingest.example.com")
        .playback_url("https://play.example.com/a.m3u8")
        .authorized(true)
        .set_tags(Some(tags("team", "live")))
        .insecure_ingest(true)
        .preset(TranscodePreset::HigherBandwidthTranscodePreset)
        .srt(
            Srt::builder()
                .endpoint("srt.example.com")
                .passphrase("open sesame")
                .build(),
        )
        .playback_restriction_policy_arn("arn:policy")
        .multitrack_input_configuration(multitrack())
        .container_format(ContainerFormat::FragmentedMp4)
        .ad_configuration_arn("arn:ads")
        .failover_slate_configuration_arn("arn:slate")
        .build()
}

fn summary() -> ChannelSummary {
    ChannelSummary::builder()
        .arn("arn:channel")
        .name("channel")
        .latency_mode(ChannelLatencyMode::LowLatency)
        .authorized(true)
        .recording_configuration_arn("arn:recording")
        .set_tags(Some(tags("team", "live")))
        .insecure_ingest(true)
        .r#type(ChannelType::AdvancedHdChannelType)
        .preset(TranscodePreset::HigherBandwidthTranscodePreset)
        .playback_restriction_policy_arn("arn:policy")
        .ad_configuration_arn("arn:ads")
        .failover_slate_configuration_arn("arn:slate")
        .build()
}

fn multitrack() -> MultitrackInputConfiguration {
    MultitrackInputConfiguration::builder()
        .enabled(true)
        .policy(MultitrackPolicy::Require)
        .maximum_resolution(MultitrackMaximumResolution::FullHd)
        .build()
}
