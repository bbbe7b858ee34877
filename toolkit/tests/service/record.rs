//! `record_to`.

use ivs_sdk::types::RecordingConfigurationState::Active;
use ivs_toolkit::recipes::{Error, record_to};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

async fn count(scene: &Scene) -> usize {
    let list = scene.client.list_recording_configurations().send().await;
    list.expect("a list").recording_configurations.len()
}

#[tokio::test(start_paused = true)]
async fn a_configuration_is_created_once_and_awaited() {
    let scene = Scene::start();
    let created = record_to(&scene.client, "shows").await.expect("active");
    assert_eq!(created.state, Active);
    let paths = [
        "ListRecordingConfigurations",
        "CreateRecordingConfiguration",
        "GetRecordingConfiguration",
        "GetRecordingConfiguration",
    ];
    assert_eq!(scene.paths(), paths, "it was CREATING, then ACTIVE");

    scene.forget_calls();
    let found = record_to(&scene.client, "shows").await.expect("active");
    assert_eq!(found, created);
    let paths = ["ListRecordingConfigurations", "GetRecordingConfiguration"];
    assert_eq!(scene.paths(), paths);
    let other = record_to(&scene.client, "clips").await.expect("active");
    assert_ne!(other.arn, created.arn);
    assert_eq!(count(&scene).await, 2);
}

#[tokio::test(start_paused = true)]
async fn a_configuration_that_failed_is_an_error_and_not_found_again() {
    let scene = Scene::start();
    let mut failed = Vec::new();
    for _ in 0..2 {
        let error = record_to(&scene.client, "missing-bucket").await;
        let error = error.expect_err("CREATE_FAILED");
        let Error::RecordingConfigurationFailed(arn) = error else {
            panic!("{error:?}")
        };
        assert!(!failed.contains(&arn), "{failed:?}");
        failed.push(arn);
    }
}

#[tokio::test(start_paused = true)]
async fn an_invalid_bucket_is_an_error() {
    let scene = Scene::start();
    let error = record_to(&scene.client, "").await.expect_err("no bucket");
    assert!(matches!(error, Error::Service(_)), "{error:?}");
    assert_eq!(count(&scene).await, 0);
}

#[tokio::test(start_paused = true)]
async fn a_crash_leaves_one_configuration() {
    let calls = assert_repeatable(
        async |_| {},
        async |client, ()| record_to(client, "shows").await,
        async |scene, (), configuration| (configuration.state == Active, count(scene).await),
    )
    .await;
    assert_eq!(calls, 4);
}
