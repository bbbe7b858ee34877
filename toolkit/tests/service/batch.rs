//! `get_channels` and `get_stream_keys`.

use ivs_sdk::types::BatchError;
use ivs_toolkit::recipes::{get_channels, get_stream_keys};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

/// The number of channels, each of which has a stream key.
const COUNT: usize = 118;

/// Creates channels, and returns ARNs of them and their keys, in another order than the service's.
async fn arns(scene: &Scene) -> (Vec<String>, Vec<String>) {
    let (mut channels, mut keys) = (Vec::new(), Vec::new());
    for _ in 0..COUNT {
        let created = scene.client.create_channel().send().await;
        let created = created.expect("a channel");
        channels.extend(created.channel.and_then(|channel| channel.arn));
        keys.extend(created.stream_key.and_then(|key| key.arn));
    }
    channels.reverse();
    keys.reverse();
    scene.forget_calls();
    (channels, keys)
}

/// Adds two missing ARNs, in the first batch and the last, and a duplicate.
fn with_missing(found: &[String]) -> (Vec<String>, [String; 2]) {
    let missing = [format!("{}x", found[0]), format!("{}x", found[1])];
    let mut arns = found.to_vec();
    arns.insert(7, missing[0].clone());
    arns.push(missing[1].clone());
    arns.push(found[3].clone());
    (arns, missing)
}

fn assert_missing(errors: &[BatchError], missing: &[String]) {
    let arns: Vec<_> = errors.iter().filter_map(BatchError::arn).collect();
    assert_eq!(arns, missing);
    assert!(errors.iter().all(|error| error.code().is_some()));
}

#[tokio::test(start_paused = true)]
async fn channels_come_by_fifty_in_the_order_of_their_arns() {
    let scene = Scene::start();
    let (channels, _) = arns(&scene).await;
    let (asked, missing) = with_missing(&channels);
    let batch = get_channels(&scene.client, asked).await.expect("channels");
    assert_eq!(scene.paths(), ["BatchGetChannel"; 3]);
    let found = batch.found.into_iter().filter_map(|channel| channel.arn);
    assert_eq!(found.collect::<Vec<_>>(), channels);
    assert_missing(&batch.missing, &missing);
}

#[tokio::test(start_paused = true)]
async fn stream_keys_come_by_fifty_in_the_order_of_their_arns() {
    let scene = Scene::start();
    let (_, keys) = arns(&scene).await;
    let (asked, missing) = with_missing(&keys);
    let batch = get_stream_keys(&scene.client, asked).await.expect("keys");
    assert_eq!(scene.paths(), ["BatchGetStreamKey"; 3]);
    assert!(batch.found.iter().all(|key| key.value().is_some()));
    let found = batch.found.into_iter().filter_map(|key| key.arn);
    assert_eq!(found.collect::<Vec<_>>(), keys);
    assert_missing(&batch.missing, &missing);
}

#[tokio::test(start_paused = true)]
async fn fifty_arns_take_one_call_and_one_more_takes_another() {
    let scene = Scene::start();
    let (channels, keys) = arns(&scene).await;
    for (count, calls) in [(1, 1), (49, 1), (50, 1), (51, 2), (100, 2), (101, 3)] {
        scene.forget_calls();
        let found = get_channels(&scene.client, &channels[..count]).await;
        assert_eq!(found.expect("channels").found.len(), count);
        let found = get_stream_keys(&scene.client, &keys[..count]).await;
        assert_eq!(found.expect("keys").found.len(), count);
        assert_eq!(scene.calls().len(), 2 * calls, "{count}");
    }
}

#[tokio::test(start_paused = true)]
async fn duplicates_count_once_and_fill_no_batch() {
    let scene = Scene::start();
    let (channels, _) = arns(&scene).await;
    let missing = format!("{}x", channels[0]);
    let mut asked = vec![missing.clone(), missing.clone()];
    // 25 ARNs, three times: one call.
    for _ in 0..3 {
        asked.extend_from_slice(&channels[..25]);
    }
    let batch = get_channels(&scene.client, asked).await.expect("channels");
    assert_eq!(scene.paths(), ["BatchGetChannel"]);
    let found = batch.found.into_iter().filter_map(|channel| channel.arn);
    assert_eq!(found.collect::<Vec<_>>(), channels[..25]);
    assert_missing(&batch.missing, &[missing]);
}

#[tokio::test(start_paused = true)]
async fn no_arns_take_no_call() {
    let scene = Scene::start();
    let none: [&str; 0] = [];
    let channels = get_channels(&scene.client, none).await.expect("none");
    let keys = get_stream_keys(&scene.client, none).await.expect("none");
    assert!(channels.found.is_empty() && channels.missing.is_empty());
    assert!(keys.found.is_empty() && keys.missing.is_empty());
    assert!(scene.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn batches_can_be_asked_for_again() {
    let calls = assert_repeatable(
        async |scene| with_missing(&arns(scene).await.0).0,
        async |client, arns| get_channels(client, arns).await,
        async |_, _, batch| (batch.found.len(), batch.missing.len()),
    )
    .await;
    assert_eq!(calls, 3);
    let calls = assert_repeatable(
        async |scene| with_missing(&arns(scene).await.1).0,
        async |client, arns| get_stream_keys(client, arns).await,
        async |_, _, batch| (batch.found.len(), batch.missing.len()),
    )
    .await;
    assert_eq!(calls, 3);
}
