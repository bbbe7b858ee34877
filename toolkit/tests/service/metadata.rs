//! `put_metadata`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use aws_smithy_async::time::TimeSource;
use ivs_fake::Quotas;
use ivs_toolkit::recipes::{Error, put_metadata};

use crate::crash::assert_repeatable;
use crate::scene::{Call, Scene};

fn items(count: usize) -> Vec<String> {
    (0..count).map(|index| format!("item {index}")).collect()
}

/// Returns the metadata that the service accepted, in order.
fn accepted(calls: &[Call]) -> Vec<String> {
    let calls = calls.iter().filter(|call| call.path == "PutMetadata");
    calls
        .filter(|call| call.status.is_some_and(|status| status < 300))
        .map(|call| {
            let body: serde_json::Value = serde_json::from_slice(&call.body).expect("JSON");
            body["metadata"].as_str().expect("a string").to_owned()
        })
        .collect()
}

#[tokio::test(start_paused = true)]
async fn items_are_sent_in_order_at_most_five_in_any_second() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    scene.forget_calls();
    let items = items(23);
    let sent = put_metadata(&scene.client, &arn, items.clone()).await;
    // The fake throttles a sixth in a second.
    sent.expect("sent");
    let calls = scene.calls();
    assert_eq!(accepted(&calls), items);
    for call in &calls {
        let second = call.time..call.time + Duration::from_secs(1);
        let count = calls.iter().filter(|call| second.contains(&call.time));
        assert!(count.count() <= 5, "{calls:?}");
    }
    let duration = calls[22].time - calls[0].time;
    assert!(duration < Duration::from_millis(4_100), "{duration:?}");
}

/// A clock that goes back by two seconds each time that it is asked. Signatures stay valid.
#[derive(Debug, Default)]
struct BackwardTime(AtomicU64);

impl TimeSource for BackwardTime {
    fn now(&self) -> SystemTime {
        let asked = self.0.fetch_add(1, Ordering::Relaxed);
        SystemTime::now() - Duration::from_secs(2 * asked)
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_goes_back_delays_items_by_a_second_at_most() {
    let scene = Scene::with(Quotas::default(), |config| {
        config.time_source(BackwardTime::default())
    });
    let arn = scene.live_channel().await;
    scene.forget_calls();
    let sent = put_metadata(&scene.client, &arn, items(10)).await;
    sent.expect("sent");
    let calls = scene.calls();
    let duration = calls[9].time - calls[0].time;
    assert!(duration <= Duration::from_secs(6), "{duration:?}");
}

#[tokio::test(start_paused = true)]
async fn items_have_1_to_1024_bytes() {
    let scene = Scene::start();
    let arn = scene.live_channel().await;
    let sent = put_metadata(&scene.client, &arn, ["a".repeat(1_024), "é".repeat(512)]).await;
    sent.expect("sent");
    let none: [&str; 0] = [];
    put_metadata(&scene.client, &arn, none).await.expect("sent");
    scene.forget_calls();
    for (item, size) in [
        (String::new(), 0),
        ("a".repeat(1_025), 1_025),
        ("é".repeat(513), 1_026),
    ] {
        let error = put_metadata(&scene.client, &arn, ["fine".to_owned(), item]).await;
        let error = error.expect_err("a wrong size");
        let Error::MetadataSize { index: 1, bytes } = error else {
            panic!("{error:?}")
        };
        assert_eq!(bytes, size);
    }
    assert!(scene.calls().is_empty(), "nothing is sent");
}

#[tokio::test(start_paused = true)]
async fn an_offline_channel_takes_no_metadata() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    scene.forget_calls();
    let error = put_metadata(&scene.client, &arn, items(3)).await;
    let error = error.expect_err("offline");
    let Error::Service(service) = &error else {
        panic!("{error:?}")
    };
    assert!(
        matches!(**service, ivs_sdk::Error::ChannelNotBroadcasting(_)),
        "{error:?}"
    );
    assert_eq!(scene.calls().len(), 1, "the other items are not sent");
}

#[tokio::test(start_paused = true)]
async fn after_a_crash_all_items_are_sent_again() {
    let calls = assert_repeatable(
        async |scene| scene.live_channel().await,
        async |client, arn| put_metadata(client, arn, items(7)).await,
        async |scene, _, ()| {
            let sent = accepted(&scene.calls());
            sent[sent.len() - 7..].to_vec()
        },
    )
    .await;
    assert_eq!(calls, 7);
}
