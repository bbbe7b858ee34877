//! `delete_channel`.

use ivs_toolkit::recipes::{Error, delete_channel};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

#[tokio::test(start_paused = true)]
async fn a_live_channel_is_deleted_and_no_other() {
    let scene = Scene::start();
    let other = scene.channel("other").await;
    let arn = scene.live_channel().await;
    scene.forget_calls();
    delete_channel(&scene.client, &arn).await.expect("deleted");
    let paths = [
        "ListStreamKeys",
        "DeleteStreamKey",
        "StopStream",
        "GetStream",
        "DeleteChannel",
    ];
    assert_eq!(scene.paths(), paths);
    let channels = scene.channels();
    assert_eq!(channels.len(), 1);
    assert_eq!(
        (&channels[0].arn, channels[0].stream_keys.len()),
        (&other, 1)
    );
    let sessions = scene.client.list_stream_sessions().channel_arn(&arn).send();
    let sessions = sessions.await.expect("the sessions stay").stream_sessions;
    assert!(sessions[0].end_time.is_some());
}

#[tokio::test(start_paused = true)]
async fn an_offline_channel_is_deleted() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    delete_channel(&scene.client, &arn).await.expect("deleted");
    assert!(scene.channels().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_missing_channel_counts_as_deleted() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    scene.forget_calls();
    let missing = format!("{arn}x");
    delete_channel(&scene.client, &missing)
        .await
        .expect("deleted");
    assert_eq!(scene.paths(), ["ListStreamKeys"]);
    assert_eq!(scene.channels().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_went_live_again_is_stopped_again() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    scene.fail_next("DeleteChannel", "ConflictException", 2);
    delete_channel(&scene.client, &arn).await.expect("deleted");
    let paths = scene.paths();
    let stops = paths.iter().filter(|path| *path == "StopStream").count();
    assert_eq!(stops, 3, "{paths:?}");
    assert!(scene.channels().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_cannot_be_deleted_is_an_error() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    scene.fail_next("DeleteChannel", "ConflictException", 3);
    let error = delete_channel(&scene.client, &arn).await;
    let error = error.expect_err("a conflict");
    let Error::Service(service) = &error else {
        panic!("{error:?}")
    };
    assert!(
        matches!(**service, ivs_sdk::Error::ConflictException(_)),
        "{error:?}"
    );
    let channels = scene.channels();
    assert!(channels[0].stream_keys.is_empty() && channels[0].stream.is_none());
    delete_channel(&scene.client, &arn).await.expect("deleted");
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_does_not_end_is_an_error_after_two_minutes() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    // The stop is taken for one of an offline channel, so the stream stays.
    scene.fail_next("StopStream", "ChannelNotBroadcasting", 1);
    scene.forget_calls();
    let error = delete_channel(&scene.client, &arn).await;
    let error = error.expect_err("a live channel");
    assert!(matches!(error, Error::Wait(_)), "{error:?}");
    let calls = scene.calls();
    let waited = calls[calls.len() - 1].time - calls[0].time;
    assert!((60..=120).contains(&waited.as_secs()), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_crash_leaves_a_deletion_that_can_be_repeated() {
    let calls = assert_repeatable(
        async |scene| scene.live_channel().await,
        async |client, arn| delete_channel(client, arn).await,
        async |scene, arn, ()| {
            let sessions = scene.client.list_stream_sessions().channel_arn(arn).send();
            let sessions = sessions.await.expect("sessions").stream_sessions;
            let ended = sessions.iter().all(|session| session.end_time.is_some());
            (scene.channels().len(), sessions.len(), ended)
        },
    )
    .await;
    assert_eq!(calls, 5);
}
