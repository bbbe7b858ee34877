use serde_json::{Value, json};

use super::{AdBreakEvent, Detail, Event, HealthEvent, LimitName, RecordingStatus, StreamEvent};

fn envelope(detail_type: &str, detail: Value) -> Value {
    json!({
        "version": "0",
        "id": "6b1f0a52-93d4-4c1e-8d77-5a2c9e10f3b4",
        "detail-type": detail_type,
        "source": "aws.ivs",
        "account": "123456789012",
        "time": "2026-11-30T09:15:07Z",
        "region": "eu-west-1",
        "resources": ["arn:aws:ivs:eu-west-1:123456789012:channel/Qw3rTy7UiOp1"],
        "detail": detail,
    })
}

/// Parses an event and asserts that it serializes to the same JSON.
fn detail(detail_type: &str, detail: Value) -> Detail {
    let json = envelope(detail_type, detail);
    let event = Event::from_json(json.to_string().as_bytes()).expect("an event");
    assert_eq!(serde_json::to_value(&event).expect("JSON"), json);
    event.detail
}

#[test]
fn stream_states_are_read() {
    let names = [
        (StreamEvent::SessionCreated, "Session Created"),
        (StreamEvent::SessionEnded, "Session Ended"),
        (StreamEvent::Start, "Stream Start"),
        (StreamEvent::End, "Stream End"),
        (StreamEvent::Failure, "Stream Failure"),
        (StreamEvent::Takeover, "Stream Takeover"),
        (StreamEvent::TakeoverFailure, "Stream Takeover Failure"),
        (
            StreamEvent::Other("Stream Paused".to_owned()),
            "Stream Paused",
        ),
    ];
    for (expected, name) in names {
        let json = json!({ "event_name": name, "channel_name": "", "stream_id": "st-1" });
        let Detail::StreamState(state) = detail("IVS Stream State Change", json) else {
            panic!("{name} was not read");
        };
        assert_eq!(state.event_name, expected);
        assert_eq!(state.stream_id, "st-1");
    }
}

#[test]
fn codes_and_reasons_are_read() {
    let json = json!({
        "event_name": "Session Ended", "channel_name": "show", "stream_id": "st-1",
        "code": "MultitrackInputRequired", "reason": "No transcoder.",
    });
    let Detail::StreamState(state) = detail("IVS Stream State Change", json) else {
        panic!("not read");
    };
    assert_eq!(state.code.as_deref(), Some("MultitrackInputRequired"));
    assert_eq!(state.reason.as_deref(), Some("No transcoder."));
}

#[test]
fn health_and_ad_breaks_are_read() {
    let json = json!({ "event_name": "Starvation Start", "channel_name": "", "stream_id": "st-1" });
    let health = detail("IVS Stream Health Change", json);
    assert!(
        matches!(&health, Detail::StreamHealth(h) if h.event_name == HealthEvent::StarvationStart),
        "{health:?}"
    );
    let json = json!({
        "event_name": "Ad Break Inserted", "channel_name": "show", "stream_id": "st-1",
        "ad_break_id": "Ab3dEf6hIj9l", "duration_seconds": 30,
        "target_start_time": "2026-11-30T09:40:10Z",
    });
    let Detail::AdBreakState(ad_break) = detail("IVS Ad Break State Change", json) else {
        panic!("not read");
    };
    assert_eq!(ad_break.event_name, AdBreakEvent::Inserted);
    assert_eq!(ad_break.duration().as_secs(), 30);
    let start = ad_break.target_start_time.expect("a time");
    assert_eq!(start.secs(), 1_796_031_610);
}

#[test]
fn both_names_of_a_limit_are_read() {
    for member in ["limit", "limit_name"] {
        let json = json!({
            member: "Concurrent Viewers", "limit_value": 15_000, "exceeded_by": 27,
            "limit_unit": "viewers",
        });
        let Detail::LimitBreach(breach) = detail("IVS Limit Breach", json) else {
            panic!("{member} was not read");
        };
        assert_eq!(breach.limit_name(), Some(&LimitName::ConcurrentViewers));
        assert_eq!((breach.limit_value, breach.exceeded_by), (15_000, 27));
        assert_eq!((breach.channel_name, breach.stream_id), (None, None));
    }
}

#[test]
fn recordings_are_read() {
    let json = json!({
        "channel_name": "show", "stream_id": "st-1", "recording_status": "Recording End",
        "recording_status_reason": "", "recording_s3_bucket_name": "archive",
        "recording_s3_key_prefix": "ivs/v1/123456789012/Qw3rTy7UiOp1/2026/11/30/9/15/Zx4Cv6Bn8Ml0",
        "recording_duration_ms": 3_605_120, "recording_session_id": "k2Jh4Gf6Ds8Aq1We",
        "recording_session_stream_ids": ["st-1", "st-2"],
    });
    let Detail::RecordingState(recording) = detail("IVS Recording State Change", json) else {
        panic!("not read");
    };
    assert_eq!(recording.recording_status, RecordingStatus::End);
    assert_eq!(recording.duration().map(|d| d.as_millis()), Some(3_605_120));

    // As the schema registry has it: without duration and session.
    let json = json!({
        "channel_name": "", "stream_id": "st-1", "recording_status": "Recording Start",
        "recording_status_reason": "", "recording_s3_bucket_name": "archive",
        "recording_s3_key_prefix": "p",
    });
    assert!(matches!(
        detail("IVS Recording State Change", json),
        Detail::RecordingState(recording) if recording.duration().is_none()
    ));
}

#[test]
fn unknown_details_and_members_are_kept() {
    let json = json!({ "event_name": "Published", "participant_id": "p" });
    let bytes = json.to_string();
    assert!(matches!(
        detail("IVS Stage Update", json.clone()),
        Detail::Other { detail_type, json: kept }
            if detail_type == "IVS Stage Update" && kept == bytes
    ));

    let json = json!({
        "event_name": "Stream End", "channel_name": "", "stream_id": "st-1", "new": { "a": [1] },
    });
    assert!(matches!(
        detail("IVS Stream State Change", json),
        Detail::StreamState(state) if state.other["new"] == json!({ "a": [1] })
    ));

    let mut json = envelope("IVS Limit Breach", json!({ "limit_value": "many" }));
    json["trace"] = json!("t");
    let event = Event::from_json(json.to_string().as_bytes()).expect("an event");
    assert!(matches!(&event.detail, Detail::Other { .. }), "{event:?}");
    assert_eq!(event.other["trace"], "t");
    assert_eq!(serde_json::to_value(event).expect("JSON"), json);
}

#[test]
fn the_channel_is_the_resource() {
    let mut json = envelope("IVS Limit Breach", json!({}));
    json["resources"] = json!(["arn:aws:ivs:eu-west-1:123456789012:channel/a "]);
    let parse = |json: &Value| Event::from_json(json.to_string().as_bytes()).expect("an event");
    let arn = "arn:aws:ivs:eu-west-1:123456789012:channel/a";
    assert_eq!(parse(&json).channel_arn(), Some(arn));
    json["resources"] = json!([]);
    assert_eq!(parse(&json).channel_arn(), None);
}

#[test]
fn other_json_is_an_error_with_its_cause() {
    use std::error::Error as _;

    for json in ["", "[]", "{}", r#"{"detail-type": 1}"#] {
        let error = Event::from_json(json.as_bytes()).expect_err("no event");
        assert!(error.source().is_some(), "{json}");
    }
}
