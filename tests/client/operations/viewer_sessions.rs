//! Cases of the operations that revoke viewer sessions.

use ivs_sdk::types::{
    BatchStartViewerSessionRevocationError, BatchStartViewerSessionRevocationViewerSession,
};
use serde_json::json;

use super::case::{BOUND_HEADERS, Case, run};

#[tokio::test]
async fn requests_and_outputs_are_as_expected() {
    run(cases()).await;
}

pub(super) fn cases() -> Vec<Case> {
    vec![start(), batch_start()]
}

fn start() -> Case {
    Case::new("StartViewerSessionRevocation")
        .body(concat!(
            r#"{"channelArn":"arn:channel","viewerId":"viewer","#,
            r#""viewerSessionVersionsLessThanOrEqualTo":7}"#,
        ))
        .response(json!({}))
        .call(
            |client| {
                client
                    .start_viewer_session_revocation()
                    .channel_arn("arn:channel")
                    .viewer_id("viewer")
                    .viewer_session_versions_less_than_or_equal_to(7)
                    .send()
            },
            |_| {},
        )
}

fn batch_start() -> Case {
    Case::new("BatchStartViewerSessionRevocation")
        .body(concat!(
            r#"{"viewerSessions":[{"channelArn":"arn:channel","viewerId":"viewer","#,
            r#""viewerSessionVersionsLessThanOrEqualTo":7}]}"#,
        ))
        .response(json!({
            "errors": [{
                "channelArn": "arn:channel",
                "viewerId": "viewer",
                "code": "NotFound",
                "message": "no such viewer",
            }],
        }))
        .with_bound_headers()
        .call(
            |client| {
                let session = BatchStartViewerSessionRevocationViewerSession::builder()
                    .channel_arn("arn:channel")
                    .viewer_id("viewer")
                    .viewer_session_versions_less_than_or_equal_to(7)
                    .build()
                    .expect("the required members are set");
                client
                    .batch_start_viewer_session_revocation()
                    .viewer_sessions(session)
                    .send()
            },
            |output| {
                let error = BatchStartViewerSessionRevocationError::builder()
                    .channel_arn("arn:channel")
                    .viewer_id("viewer")
                    .code("NotFound")
                    .message("no such viewer")
                    .build()
                    .expect("the required members are set");
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
