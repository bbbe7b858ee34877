//! Cases of the stream session operations.

use ivs_sdk::primitives::DateTime;
use ivs_sdk::types::{
    AudioConfiguration, IngestConfiguration, IngestConfigurations, StreamEvent, StreamSession,
    StreamSessionSummary, VideoConfiguration,
};
use serde_json::{Value, json};

use super::case::{Case, run};
use super::streams::start_time;
use super::{channels, failover_slates, recording_configurations};

/// Returns 2026-09-21T15:13:20.25Z.
fn end_time() -> DateTime {
    DateTime::from_secs_and_nanos(1_790_003_600, 250_000_000)
}

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![get(), list()]
}

fn get() -> Case {
    Case::new("GetStreamSession")
        .body(r#"{"channelArn":"arn:channel","streamId":"st-1"}"#)
        .response(json!({ "streamSession": full_json() }))
        .call(
            |client| {
                client
                    .get_stream_session()
                    .channel_arn("arn:channel")
                    .stream_id("st-1")
                    .send()
            },
            |output| assert_eq!(output.stream_session, Some(full())),
        )
}

fn list() -> Case {
    Case::new("ListStreamSessions")
        .body(r#"{"channelArn":"arn:channel","maxResults":2,"nextToken":"page-2"}"#)
        .response(json!({
            "streamSessions": [{
                "streamId": "st-1",
                "startTime": "2026-09-21T14:13:20Z",
                "endTime": "2026-09-21T15:13:20.25Z",
                "hasErrorEvent": true,
            }],
            "nextToken": "page-3",
        }))
        .call(
            |client| {
                client
                    .list_stream_sessions()
                    .channel_arn("arn:channel")
                    .next_token("page-2")
                    .max_results(2)
                    .send()
            },
            |output| {
                let summary = StreamSessionSummary::builder()
                    .stream_id("st-1")
                    .start_time(start_time())
                    .end_time(end_time())
                    .has_error_event(true)
                    .build();
                assert_eq!(output.stream_sessions, [summary]);
                assert_eq!(output.next_token(), Some("page-3"));
            },
        )
}

fn full_json() -> Value {
    json!({
        "streamId": "st-1",
        "startTime": "2026-09-21T14:13:20Z",
        "endTime": "2026-09-21T15:13:20.25Z",
        "channel": channels::full_json(),
        "ingestConfiguration": { "video": video_json(), "audio": audio_json() },
        "ingestConfigurations": {
            "videoConfigurations": [video_json(), {}],
            "audioConfigurations": [audio_json()],
        },
        "recordingConfiguration": recording_configurations::full_json(),
        "truncatedEvents": [{
            "name": "Stream Start",
            "type": "IVS Stream State Change",
            "eventTime": "2026-09-21T14:13:20Z",
            "code": "MultitrackInputNotAllowed",
        }],
        "failoverSlateConfiguration": failover_slates::full_json(),
    })
}

fn full() -> StreamSession {
    let event = StreamEvent::builder()
        .name("Stream Start")
        .r#type("IVS Stream State Change")
        .event_time(start_time())
        .code("MultitrackInputNotAllowed")
        .build();
    let ingests = IngestConfigurations::builder()
        .video_configurations(video())
        .video_configurations(VideoConfiguration::builder().build())
        .audio_configurations(audio())
        .build()
        .expect("the required members are set");
    StreamSession::builder()
        .stream_id("st-1")
        .start_time(start_time())
        .end_time(end_time())
        .channel(channels::full())
        .ingest_configuration(
            IngestConfiguration::builder()
                .video(video())
                .audio(audio())
                .build(),
        )
        .ingest_configurations(ingests)
        .recording_configuration(recording_configurations::full())
        .truncated_events(event)
        .failover_slate_configuration(failover_slates::full())
        .build()
}

fn video_json() -> Value {
    json!({
        "avcProfile": "Baseline",
        "avcLevel": "4.2",
        "codec": "avc1.42C02A",
        "encoder": "obs-studio",
        "targetBitrate": 8_372_000,
        "targetFramerate": 60,
        "videoHeight": 1080,
        "videoWidth": 1920,
        "level": "4.2",
        "track": "Track0",
        "profile": "Main",
    })
}

fn video() -> VideoConfiguration {
    VideoConfiguration::builder()
        .avc_profile("Baseline")
        .avc_level("4.2")
        .codec("avc1.42C02A")
        .encoder("obs-studio")
        .target_bitrate(8_372_000)
        .target_framerate(60)
        .video_height(1080)
        .video_width(1920)
        .level("4.2")
        .track("Track0")
        .profile("Main")
        .build()
}

fn audio_json() -> Value {
    json!({
        "codec": "mp4a.40.2",
        "targetBitrate": 46_875,
        "sampleRate": 8000,
        "channels": 2,
        "track": "Track1",
    })
}

fn audio() -> AudioConfiguration {
    AudioConfiguration::builder()
        .codec("mp4a.40.2")
        .target_bitrate(46_875)
        .sample_rate(8000)
        .channels(2)
        .track("Track1")
        .build()
}
