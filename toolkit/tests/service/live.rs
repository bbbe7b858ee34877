//! `live_status`.

use ivs_sdk::types::StreamHealth;
use ivs_toolkit::recipes::{Error, LiveStatus, live_status};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

#[tokio::test(start_paused = true)]
async fn a_live_channel_has_a_stream() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    let control = scene.fake.control();
    control.viewers(&arn, 7).expect("a live channel");
    let status = live_status(&scene.client, &arn).await.expect("a status");
    assert!(status.is_live());
    let LiveStatus::Live(stream) = status else {
        panic!("{status:?}")
    };
    assert_eq!(stream.viewer_count(), 7);
    assert_eq!(stream.channel_arn(), Some(&*arn));

    control.starve(&arn, false).expect("a live channel");
    control.viewers(&arn, -1).expect("a live channel");
    let status = live_status(&scene.client, &arn).await.expect("a status");
    let LiveStatus::Live(stream) = status else {
        panic!("{status:?}")
    };
    assert_eq!(stream.health(), Some(&StreamHealth::Starving));
    assert_eq!(stream.viewer_count(), -1);
}

#[tokio::test(start_paused = true)]
async fn a_channel_without_stream_is_offline() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let status = live_status(&scene.client, &arn).await.expect("a status");
    assert_eq!(status, LiveStatus::Offline);
    scene.go_live(&arn);
    scene.fake.control().end(&arn).expect("a live channel");
    let status = live_status(&scene.client, &arn).await.expect("a status");
    assert!(!status.is_live());
}

#[tokio::test(start_paused = true)]
async fn a_missing_channel_is_not_offline() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let error = live_status(&scene.client, &format!("{arn}x")).await;
    let error = error.expect_err("no channel");
    let Error::Service(service) = &error else {
        panic!("{error:?}")
    };
    assert!(
        matches!(**service, ivs_sdk::Error::ResourceNotFoundException(_)),
        "{error:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_status_can_be_asked_for_again() {
    let calls = assert_repeatable(
        async |scene| scene.live_channel().await,
        async |client, arn| live_status(client, arn).await,
        async |_, _, status| status.is_live(),
    )
    .await;
    assert_eq!(calls, 1);
}
