//! Tests of the operations that revoke viewer sessions.

use super::*;

#[test]
fn batch_reports_unknown_channels() {
    let service = service();
    let arn = channel(&service, json!({}));
    let missing = unknown("channel");
    let entry = |arn: &str| {
        json!({
            "channelArn": arn, "viewerId": "v", "viewerSessionVersionsLessThanOrEqualTo": 3,
        })
    };
    let revoke = |entries: Value| {
        call(
            &service,
            "BatchStartViewerSessionRevocation",
            json!({ "viewerSessions": entries }),
        )
    };
    assert_eq!(revoke(json!([entry(&arn)])), json!({ "errors": [] }));
    let errors = json!([{
        "channelArn": missing,
        "viewerId": "v",
        "code": "404",
        "message": format!("Resource: {missing} not found"),
    }]);
    assert_eq!(
        revoke(json!([entry(&missing), entry(&arn)])),
        json!({ "errors": errors })
    );
}

#[test]
fn unknown_channel_is_an_error() {
    let input = json!({ "channelArn": unknown("channel"), "viewerId": "v" });
    let code = error(&service(), "StartViewerSessionRevocation", input);
    assert_eq!(code, "ResourceNotFoundException");
}
