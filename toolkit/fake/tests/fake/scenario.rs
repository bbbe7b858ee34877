//! A broadcast from the creation of its channel to the deletion, in the process and over a socket.

use ivs_fake::{Encoder, Fake};
use ivs_sdk::Client;
use ivs_sdk::error::ProvideErrorMetadata as _;
use ivs_sdk::types::{ChannelType, StreamHealth, StreamState};
use serde_json::json;

use crate::{client, http, socket_client};

/// Runs the scenario; `go_live` lets an encoder connect with a stream key.
async fn broadcast(client: &Client, go_live: impl FnOnce(&str)) {
    let created = client
        .create_channel()
        .name("lobby")
        .tags("stage", "test")
        .send()
        .await
        .expect("a channel");
    let channel = created.channel().expect("a channel");
    assert_eq!(channel.name(), Some("lobby"));
    assert_eq!(channel.r#type().map(ChannelType::as_str), Some("STANDARD"));
    let arn = channel.arn().expect("an ARN");
    let tags = client
        .list_tags_for_resource()
        .resource_arn(arn)
        .send()
        .await;
    let tags = tags.expect("tags");
    assert_eq!(tags.tags()["stage"], "test");

    let offline = client.get_stream().channel_arn(arn).send().await;
    let offline = offline.expect_err("no stream").into_service_error();
    assert!(offline.is_channel_not_broadcasting(), "{offline:?}");

    let key = created.stream_key().and_then(|key| key.value());
    go_live(key.expect("a stream key"));
    let stream = client.get_stream().channel_arn(arn).send().await;
    let stream = stream.expect("a stream").stream.expect("a stream");
    assert_eq!(stream.state().map(StreamState::as_str), Some("LIVE"));
    assert_eq!(stream.health().map(StreamHealth::as_str), Some("HEALTHY"));
    assert!(
        stream
            .start_time()
            .is_some_and(|time| time.secs() > 1_700_000_000)
    );
    let streams = client.list_streams().send().await.expect("streams");
    assert_eq!(streams.streams().len(), 1);

    let metadata = client.put_metadata().channel_arn(arn).metadata("{}").send();
    metadata.await.expect("the channel is live");
    let conflict = client.delete_channel().arn(arn).send().await;
    let conflict = conflict
        .expect_err("the channel is live")
        .into_service_error();
    assert!(conflict.is_conflict_exception(), "{conflict:?}");

    client
        .stop_stream()
        .channel_arn(arn)
        .send()
        .await
        .expect("the channel is live");
    let session = client.get_stream_session().channel_arn(arn).send().await;
    let session = session
        .expect("a session")
        .stream_session
        .expect("a session");
    assert_eq!(Some(session.stream_id()), Some(stream.stream_id()));
    assert!(session.end_time().is_some());
    client
        .delete_channel()
        .arn(arn)
        .send()
        .await
        .expect("the channel is offline");
    let gone = client.get_channel().arn(arn).send().await;
    let gone = gone.expect_err("no channel").into_service_error();
    assert!(gone.is_resource_not_found_exception(), "{gone:?}");
    assert_eq!(gone.code(), Some("ResourceNotFoundException"));
}

#[tokio::test]
async fn a_broadcast_runs_in_the_process() {
    let fake = Fake::start();
    broadcast(&client(&fake), |key| {
        fake.control()
            .go_live(key, Encoder::default())
            .expect("live");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broadcast_runs_over_a_socket() {
    let fake = Fake::builder().strict(true).start().expect("a fake");
    let server = fake.serve().await.expect("a free port");
    let endpoint = server.endpoint();
    broadcast(&socket_client(&fake, &server), |key| {
        let body = json!({"streamKey": key}).to_string();
        let live = http::control(&endpoint, "go-live", &body);
        assert!(
            live["streamId"]
                .as_str()
                .is_some_and(|id| id.starts_with("st-"))
        );
    })
    .await;
    let events = http::send(&endpoint, "GET", "/_fake/events", &[], "").json();
    assert!(
        events.as_array().is_some_and(|events| events.len() >= 4),
        "{events}"
    );
    server.stop().await;
}
