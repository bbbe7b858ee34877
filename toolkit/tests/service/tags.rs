//! `sync_tags`.

use std::collections::BTreeMap;

use ivs_toolkit::recipes::{Error, TagFault, sync_tags};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

type Tags = BTreeMap<String, String>;

fn tags(prefix: &str, count: usize) -> Tags {
    let tags = (0..count).map(|index| (format!("{prefix}-{index}"), format!("{index}")));
    tags.collect()
}

async fn current(scene: &Scene, arn: &str) -> Tags {
    let list = scene.client.list_tags_for_resource().resource_arn(arn);
    let tags = list.send().await.expect("tags").tags;
    tags.into_iter().collect()
}

#[tokio::test(start_paused = true)]
async fn only_the_difference_is_changed() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let first = [("same", "1"), ("value", "1"), ("gone", "1")];
    let changes = sync_tags(&scene.client, &arn, first).await;
    assert_eq!(changes.expect("tags").set.len(), 3);

    scene.forget_calls();
    let second = [("same", "1"), ("value", "2"), ("new", "")];
    let changes = sync_tags(&scene.client, &arn, second).await;
    let changes = changes.expect("tags");
    assert_eq!(changes.removed, ["gone"]);
    let set = [("new", ""), ("value", "2")];
    let set = set.map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(changes.set, Tags::from(set));
    let calls = scene.calls();
    assert_eq!(calls.len(), 3);
    let body: serde_json::Value = serde_json::from_slice(&calls[1].body).expect("JSON");
    assert_eq!(body, serde_json::json!({"tags": {"new": "", "value": "2"}}));
    assert_eq!(current(&scene, &arn).await.len(), 3);

    scene.forget_calls();
    let changes = sync_tags(&scene.client, &arn, second).await;
    assert_eq!(changes.expect("tags"), Default::default());
    assert_eq!(scene.calls().len(), 1, "only the list is read");
}

#[tokio::test(start_paused = true)]
async fn fifty_tags_are_replaced_by_fifty_others() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    for prefix in ["a", "b"] {
        let wanted = tags(prefix, 50);
        let changes = sync_tags(&scene.client, &arn, wanted.clone()).await;
        assert_eq!(changes.expect("tags").set, wanted);
        assert_eq!(current(&scene, &arn).await, wanted);
    }
    let none: [(&str, &str); 0] = [];
    let changes = sync_tags(&scene.client, &arn, none).await;
    assert_eq!(changes.expect("no tags").removed.len(), 50);
    assert!(current(&scene, &arn).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn tags_that_break_a_rule_change_nothing() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let kept = tags("kept", 2);
    let changes = sync_tags(&scene.client, &arn, kept.clone()).await;
    changes.expect("tags");
    scene.forget_calls();
    for key in ["aws:team", "AWS:team"] {
        let error = sync_tags(&scene.client, &arn, [(key, "1")]).await;
        let error = error.expect_err("a reserved key");
        assert!(
            matches!(&error, Error::Tags(TagFault::ReservedKey(fault)) if fault == key),
            "{error:?}"
        );
    }
    assert!(scene.calls().is_empty());
    let longest = "é".repeat(128);
    let too_long = "é".repeat(129);
    for (key, value, expected) in [
        ("", "1", TagFault::KeyLength(String::new())),
        (&too_long, "1", TagFault::KeyLength(too_long.clone())),
        (
            &longest,
            &"é".repeat(257),
            TagFault::ValueLength(longest.clone()),
        ),
    ] {
        let error = sync_tags(&scene.client, &arn, [(key, value)]).await;
        let error = error.expect_err("a wrong length");
        assert!(
            matches!(&error, Error::Tags(fault) if *fault == expected),
            "{error:?}"
        );
    }
    assert!(scene.calls().is_empty());
    let error = sync_tags(&scene.client, &arn, tags("many", 51)).await;
    let error = error.expect_err("too many");
    assert!(
        matches!(error, Error::Tags(TagFault::TooMany(51))),
        "{error:?}"
    );
    assert_eq!(current(&scene, &arn).await, kept);
}

#[tokio::test(start_paused = true)]
async fn no_tag_is_removed_if_the_service_does_not_take_the_new_ones() {
    let scene = Scene::start();
    let arn = scene.channel("stage").await;
    let kept = tags("kept", 2);
    let changes = sync_tags(&scene.client, &arn, kept.clone()).await;
    changes.expect("tags");
    let error = sync_tags(&scene.client, &arn, [("a\tb", "1")]).await;
    let error = error.expect_err("a wrong character");
    assert!(matches!(error, Error::Service(_)), "{error:?}");
    assert_eq!(current(&scene, &arn).await, kept);
}

#[tokio::test(start_paused = true)]
async fn a_crash_leaves_tags_that_can_be_synced() {
    // With 25, the new ones are set first; with 50, the old ones are removed first.
    for count in [25, 26, 50] {
        let calls = assert_repeatable(
            async |scene| {
                let create = scene.client.create_channel();
                let old = tags("old", count).into_iter().collect();
                let created = create.set_tags(Some(old)).send().await;
                let channel = created.expect("a channel").channel;
                channel.and_then(|channel| channel.arn).expect("an ARN")
            },
            async |client, arn| sync_tags(client, arn, tags("new", count)).await,
            async |scene, arn, _| {
                let current = current(scene, arn).await;
                assert_eq!(current, tags("new", count));
            },
        )
        .await;
        assert_eq!(calls, 3);
    }
}
