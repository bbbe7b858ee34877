//! `reset_stream_key`.

use ivs_toolkit::recipes::{Error, reset_stream_key};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

#[tokio::test(start_paused = true)]
async fn a_live_channel_goes_offline_and_has_another_key() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    let before = scene.channels();
    assert!(before[0].stream.is_some());
    scene.forget_calls();

    let key = reset_stream_key(&scene.client, &arn).await.expect("a key");
    // The stream ends after the key, with which the encoder could go live again.
    let paths = [
        "ListStreamKeys",
        "DeleteStreamKey",
        "StopStream",
        "CreateStreamKey",
    ];
    assert_eq!(scene.paths(), paths);
    let after = scene.channels();
    assert!(after[0].stream.is_none());
    assert_ne!(after[0].stream_keys, before[0].stream_keys);
    let value = key.value().expect("a value");
    assert_eq!(after[0].stream_keys, [value]);
    scene.go_live(value);
}

#[tokio::test(start_paused = true)]
async fn a_channel_without_a_key_gets_one() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let keys = scene.client.list_stream_keys().channel_arn(&arn).send();
    for key in keys.await.expect("keys").stream_keys() {
        let delete = scene.client.delete_stream_key();
        let deleted = delete.set_arn(key.arn.clone()).send().await;
        deleted.expect("a deleted key");
    }
    let key = reset_stream_key(&scene.client, &arn).await.expect("a key");
    assert_eq!(
        scene.channels()[0].stream_keys,
        [key.value().expect("a value")]
    );
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_already_gone_is_skipped() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    scene.fail_next("DeleteStreamKey", "ResourceNotFoundException", 1);
    // The fake still has the key, so it does not create another one.
    let error = reset_stream_key(&scene.client, &arn).await;
    let error = error.expect_err("two keys");
    let report = ivs_sdk::error::DisplayErrorContext(&error).to_string();
    assert!(report.contains("ServiceQuotaExceededException"), "{report}");
    assert_eq!(scene.paths().last().expect("a call"), "CreateStreamKey");
}

#[tokio::test(start_paused = true)]
async fn a_missing_channel_has_no_key_to_reset() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let missing = format!("{arn}x");
    let error = reset_stream_key(&scene.client, &missing).await;
    let error = error.expect_err("no channel");
    let Error::Service(error) = error else {
        panic!("{error:?}")
    };
    assert!(
        matches!(*error, ivs_sdk::Error::ResourceNotFoundException(_)),
        "{error:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_crash_leaves_a_reset_that_can_be_repeated() {
    let calls = assert_repeatable(
        async |scene| {
            let arn = scene.live_channel().await;
            let old = scene.channels().remove(0).stream_keys;
            (arn, old)
        },
        async |client, (arn, _)| reset_stream_key(client, arn).await,
        async |scene, (_, old), key| {
            let channel = scene.channels().remove(0);
            assert_ne!(&channel.stream_keys, old);
            let is_current = key
                .value
                .is_some_and(|value| channel.stream_keys == [value]);
            (is_current, channel.stream.is_some())
        },
    )
    .await;
    assert_eq!(calls, 4);
}
