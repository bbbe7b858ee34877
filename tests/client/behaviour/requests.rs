//! Bodies, paths and queries of requests, and errors before a request is sent.

use std::error::Error;

use harness::{Response, Server};
use ivs_sdk::error::SdkError;
use ivs_sdk::types::{
    BatchStartViewerSessionRevocationViewerSession, MultitrackInputConfiguration,
    PostRollConfiguration,
};

#[tokio::test]
async fn explicit_false_and_zero_are_sent_at_the_top_level() {
    let server = Server::start([Response::ok("{}"), Response::ok("{}")]).await;
    let client = server.client();
    let call = client
        .create_channel()
        .authorized(false)
        .insecure_ingest(false);
    call.send().await.expect("an output");
    let call = client
        .create_recording_configuration()
        .recording_reconnect_window_seconds(0);
    call.send().await.expect("an output");
    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|sent| sent.text().to_owned())
        .collect();
    assert_eq!(
        sent,
        [
            r#"{"authorized":false,"insecureIngest":false}"#,
            r#"{"recordingReconnectWindowSeconds":0}"#,
        ]
    );
}

#[tokio::test]
async fn a_nested_default_is_omitted_unless_required() {
    let server = Server::start([(); 3].map(|()| Response::ok("{}"))).await;
    let client = server.client();

    let multitrack = MultitrackInputConfiguration::builder()
        .enabled(false)
        .build();
    let call = client
        .create_channel()
        .multitrack_input_configuration(multitrack);
    call.send().await.expect("an output");

    let session = BatchStartViewerSessionRevocationViewerSession::builder()
        .channel_arn("arn")
        .viewer_id("viewer")
        .viewer_session_versions_less_than_or_equal_to(0)
        .build()
        .expect("the required members are set");
    let call = client
        .batch_start_viewer_session_revocation()
        .viewer_sessions(session);
    call.send().await.expect("an output");

    let post_roll = PostRollConfiguration::builder().duration_seconds(0).build();
    let post_roll = post_roll.expect("`enabled` has a default");
    let call = client
        .update_ad_configuration()
        .post_roll_configuration(post_roll);
    call.send().await.expect("an output");

    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|sent| sent.text().to_owned())
        .collect();
    assert_eq!(
        sent,
        [
            r#"{"multitrackInputConfiguration":{}}"#,
            r#"{"viewerSessions":[{"channelArn":"arn","viewerId":"viewer"}]}"#,
            r#"{"postRollConfiguration":{"durationSeconds":0,"enabled":false}}"#,
        ]
    );
}

#[tokio::test]
async fn empty_collections_are_sent_when_set() {
    let server = Server::start([Response::ok("{}"), Response::ok("{}")]).await;
    let client = server.client();
    let call = client.batch_get_channel().set_arns(Some(Vec::new()));
    call.send().await.expect("an output");
    let call = client.create_channel().set_tags(Some(Default::default()));
    call.send().await.expect("an output");
    let sent: Vec<_> = server
        .requests()
        .iter()
        .map(|sent| sent.text().to_owned())
        .collect();
    assert_eq!(sent, [r#"{"arns":[]}"#, r#"{"tags":{}}"#]);
}

#[tokio::test]
async fn required_members_of_a_body_are_not_checked() {
    let server = Server::start([Response::ok("{}"), Response::ok("{}")]).await;
    server
        .client()
        .get_channel()
        .send()
        .await
        .expect("an output");
    server
        .client()
        .batch_get_channel()
        .send()
        .await
        .expect("an output");
    for sent in server.requests() {
        assert_eq!(sent.text(), "{}");
        assert_eq!(sent.header("content-type"), "application/json");
    }
}

#[tokio::test]
async fn a_missing_label_or_query_parameter_is_a_construction_failure() {
    let server = Server::start([]).await;
    let client = server.client();
    let label = "resource_arn was missing: cannot be empty or unset";
    let query = "tag_keys was missing: cannot be empty or unset";
    for (messages, source) in [
        (
            construction_failure(client.list_tags_for_resource().send().await),
            label,
        ),
        (
            construction_failure(
                client
                    .list_tags_for_resource()
                    .resource_arn("")
                    .send()
                    .await,
            ),
            label,
        ),
        (
            construction_failure(client.tag_resource().tags("a", "b").send().await),
            label,
        ),
        (
            construction_failure(client.untag_resource().tag_keys("a").send().await),
            label,
        ),
        (
            construction_failure(client.untag_resource().resource_arn("arn").send().await),
            query,
        ),
    ] {
        assert_eq!(messages, ["failed to construct request", source]);
    }
    assert!(server.requests().is_empty());
}

/// Returns the messages of a construction failure and its sources.
fn construction_failure<O, E>(result: Result<O, SdkError<E>>) -> Vec<String>
where
    O: std::fmt::Debug,
    E: Error + 'static,
{
    let error = result.expect_err("a member is missing");
    assert!(
        matches!(error, SdkError::ConstructionFailure(_)),
        "{error:?}"
    );
    let chain = std::iter::successors(Some(&error as &dyn Error), |&error: &&dyn Error| {
        error.source()
    });
    chain.map(ToString::to_string).collect()
}

#[tokio::test]
async fn an_empty_list_sends_no_query() {
    let server = Server::start([Response::ok("{}")]).await;
    let call = server.client().untag_resource().resource_arn("arn");
    call.set_tag_keys(Some(Vec::new()))
        .send()
        .await
        .expect("an output");
    assert_eq!(server.request().path, "/tags/arn");
    assert_eq!(server.request().query, None);
}

#[tokio::test]
async fn dots_in_a_label_are_not_encoded() {
    let server = Server::start([Response::ok(r#"{"tags":{}}"#)]).await;
    let call = server.client().list_tags_for_resource().resource_arn("..");
    call.send().await.expect("an output");
    assert_eq!(server.request().path, "/tags/..");
}
