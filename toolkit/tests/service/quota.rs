//! `Quota` against a service that enforces the published rates.

use std::time::Duration;

use ivs_fake::Quotas;
use ivs_sdk::config::retry::RetryConfig;
use ivs_toolkit::quota::Quota;
use ivs_toolkit::recipes::{Viewer, revoke_viewers};

use crate::scene::Scene;

/// Starts a service with the published rates, and a client that keeps them, and retries.
fn scene() -> Scene {
    Scene::with(Quotas::published(), |config| {
        let retries = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
        config
            .retry_config(retries)
            .runtime_plugin(Quota::published())
    })
}

/// Returns the statuses of all calls.
fn statuses(scene: &Scene) -> Vec<u16> {
    let calls = scene.calls();
    calls.iter().filter_map(|call| call.status).collect()
}

fn times(scene: &Scene) -> Vec<Duration> {
    scene.calls().iter().map(|call| call.time).collect()
}

/// Asserts that no second has more than `limit` calls, retries included.
fn assert_rate(scene: &Scene, limit: usize) {
    let times = times(scene);
    for start in &times {
        let second = *start..*start + Duration::from_secs(1);
        let count = times.iter().filter(|time| second.contains(*time)).count();
        assert!(count <= limit, "{times:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_service_throttles_no_call() {
    let scene = scene();
    for _ in 0..23 {
        scene.client.list_channels().send().await.expect("channels");
    }
    assert_eq!(statuses(&scene), [200; 23]);
    assert_rate(&scene, 5);
}

#[tokio::test(start_paused = true)]
async fn the_service_throttles_calls_without_quota() {
    let scene = Scene::with(Quotas::published(), |config| config);
    for _ in 0..5 {
        scene.client.list_channels().send().await.expect("channels");
    }
    scene
        .client
        .list_channels()
        .send()
        .await
        .expect_err("a sixth call");
    assert_eq!(statuses(&scene), [200, 200, 200, 200, 200, 429]);
}

#[tokio::test(start_paused = true)]
async fn retries_count_too() {
    let scene = scene();
    // Two of three attempts fail, so four calls are six attempts.
    scene.fail_next("ListChannels", "ThrottlingException", 2);
    for _ in 0..4 {
        scene.client.list_channels().send().await.expect("channels");
    }
    assert_eq!(statuses(&scene), [429, 429, 200, 200, 200, 200]);
    assert_rate(&scene, 5);
    let times = times(&scene);
    assert!(times[5] - times[0] >= Duration::from_secs(1), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn a_retry_waits_for_its_turn() {
    let scene = scene();
    let arn = scene.live_channel().await;
    scene.forget_calls();
    // Two calls a second: the third attempt waits, although it is only the second call.
    scene.fail_next(
        "BatchStartViewerSessionRevocation",
        "ThrottlingException",
        1,
    );
    for viewer in ["a", "b", "c"] {
        let viewer = Viewer::new(&arn, viewer, 0);
        let revoked = revoke_viewers(&scene.client, [viewer]).await;
        assert_eq!(revoked.expect("revoked"), []);
    }
    assert_eq!(statuses(&scene), [429, 200, 200, 200]);
    assert_rate(&scene, 2);
    let times = times(&scene);
    assert!(times[2] - times[0] >= Duration::from_secs(1), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn a_retry_that_would_wait_too_long_is_not_made() {
    let scene = Scene::with(Quotas::published(), |config| {
        config
            .retry_config(RetryConfig::standard())
            .runtime_plugin(Quota::published().max_delay(Duration::ZERO))
    });
    for _ in 0..4 {
        scene.client.list_channels().send().await.expect("channels");
    }
    scene.fail_next("ListChannels", "ThrottlingException", 1);
    let error = scene.client.list_channels().send().await;
    let error = error.expect_err("throttled").into_service_error();
    assert_eq!(error.meta().code(), Some("ThrottlingException"));
    assert_eq!(statuses(&scene), [200, 200, 200, 200, 429]);
}
