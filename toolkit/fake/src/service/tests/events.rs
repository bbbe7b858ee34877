//! Tests of EventBridge events.

use super::*;

#[test]
fn envelope_is_that_of_eventbridge() {
    let service = service();
    let arn = channel(&service, json!({ "name": "show" }));
    let stream_id = service.control().go_live(&arn, Encoder::default()).unwrap();
    let events = service.control().events();
    let event = serde_json::to_value(&events[1]).unwrap();
    let id = string(&event, "/id");
    assert_eq!(id.len(), 36);
    assert_ne!(id, events[0].id);
    assert_eq!(
        event,
        json!({
            "version": "0",
            "id": id,
            "detail-type": "IVS Stream State Change",
            "source": "aws.ivs",
            "account": ACCOUNT,
            "time": "2026-01-01T00:00:00Z",
            "region": REGION,
            "resources": [arn],
            "detail": {
                "event_name": "Stream Start", "channel_name": "show", "stream_id": stream_id,
            },
        })
    );
}

#[test]
fn limits_of_the_account_name_no_channel() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    service.control().viewers(&arn, 15_027).unwrap();
    let event = service.control().events().pop().unwrap();
    assert_eq!(event.detail_type, "IVS Limit Breach");
    assert!(event.resources.is_empty());
    assert_eq!(
        event.detail,
        json!({
            "limit_name": "Concurrent Viewers",
            "limit_value": 15_000,
            "exceeded_by": 27,
            "limit_unit": "viewers",
        })
    );
}

#[test]
fn newest_events_are_kept() {
    let service = service();
    let arn = live_channel(&service, json!({}));
    for _ in 0..5_010 {
        service.control().starve(&arn, false).unwrap();
        service.control().recover(&arn).unwrap();
    }
    let events = service.control().events();
    assert_eq!(events.len(), 10_000);
    assert_eq!(events[9_999].detail["event_name"], "Starvation End");
    assert_eq!(events[0].detail["event_name"], "Starvation Start");
}
