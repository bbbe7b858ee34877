//! `revoke_viewers`.

use std::time::Duration;

use ivs_fake::Denial;
use ivs_toolkit::playback::{Claims, TokenSigner, playback_url};
use ivs_toolkit::recipes::{Error, Viewer, revoke_viewers};

use crate::crash::assert_repeatable;
use crate::scene::Scene;

const COUNT: usize = 45;

/// Creates a live channel that plays only with tokens, and returns its ARN.
async fn private_channel(scene: &Scene) -> String {
    let import = scene.client.import_playback_key_pair();
    let import = import.public_key_material(include_str!("../keys/public.pem"));
    import.send().await.expect("a key pair");
    let create = scene.client.create_channel().authorized(true);
    let created = create.send().await.expect("a channel");
    let arn = created.channel.expect("a channel").arn.expect("an ARN");
    scene.go_live(&arn);
    arn
}

fn id(index: usize) -> String {
    format!("viewer-{index}")
}

fn viewers(arn: &str) -> Vec<Viewer> {
    let viewers = 0..COUNT;
    viewers
        .map(|index| Viewer::new(arn, id(index), 3))
        .collect()
}

/// Returns the reason why a token of a viewer does not play.
fn denial(scene: &Scene, viewer: &str, version: i32) -> Option<Denial> {
    let control = scene.fake.control();
    let channel = &scene.channels()[0];
    let signer = TokenSigner::from_pem(include_str!("../keys/sec1.pem")).expect("a key");
    let claims = Claims::expiring_in(&channel.arn, Duration::from_secs(60));
    let claims = claims.viewer_id(viewer).viewer_session_version(version);
    let token = signer.sign_at(&claims, control.now()).expect("a token");
    let url = playback_url(&channel.playback_url, &token);
    let playback = control.playback(&url, None, None).expect("no state file");
    assert_eq!(playback.plays, playback.reason.is_none());
    playback.reason
}

/// Returns the number of viewers who do not play with tokens of this version.
fn revoked(scene: &Scene, version: i32) -> usize {
    revoked_of(scene, 0..COUNT, version)
}

fn revoked_of(scene: &Scene, viewers: impl IntoIterator<Item = usize>, version: i32) -> usize {
    let denials = viewers
        .into_iter()
        .filter_map(|index| denial(scene, &id(index), version));
    denials
        .inspect(|denial| assert_eq!(*denial, Denial::TokenRevoked))
        .count()
}

#[tokio::test(start_paused = true)]
async fn forty_five_viewers_take_three_calls() {
    let scene = Scene::start();
    let arn = private_channel(&scene).await;
    assert_eq!(revoked(&scene, 3), 0);
    scene.forget_calls();
    let failures = revoke_viewers(&scene.client, viewers(&arn)).await;
    assert_eq!(failures.expect("revoked"), []);
    assert_eq!(scene.paths(), ["BatchStartViewerSessionRevocation"; 3]);
    assert_eq!(revoked(&scene, 3), COUNT);
    assert_eq!(revoked(&scene, 4), 0, "a later version plays");
    assert_eq!(denial(&scene, "another", 3), None);
}

#[tokio::test(start_paused = true)]
async fn viewers_that_failed_are_returned() {
    let scene = Scene::start();
    let arn = private_channel(&scene).await;
    let missing = format!("{arn}x");
    let mut viewers = viewers(&arn);
    for index in [2, 44] {
        viewers[index].channel_arn.clone_from(&missing);
    }
    let failures = revoke_viewers(&scene.client, viewers).await;
    let failures = failures.expect("the others are revoked");
    let failures: Vec<_> = failures
        .iter()
        .map(|failure| (failure.channel_arn(), failure.viewer_id()))
        .collect();
    assert_eq!(
        failures,
        [(&*missing, "viewer-2"), (&*missing, "viewer-44")]
    );
    assert_eq!(revoked(&scene, 3), COUNT - 2);
}

#[tokio::test(start_paused = true)]
async fn twenty_viewers_take_one_call_and_one_more_takes_another() {
    let scene = Scene::start();
    let arn = private_channel(&scene).await;
    for (count, calls) in [(1, 1), (19, 1), (20, 1), (21, 2), (40, 2), (41, 3)] {
        scene.forget_calls();
        let viewers = viewers(&arn).into_iter().take(count);
        let failures = revoke_viewers(&scene.client, viewers).await;
        assert_eq!(failures.expect("revoked"), []);
        assert_eq!(scene.calls().len(), calls, "{count}");
    }
}

/// Otherwise, an error of the service would keep the others of the same call from being revoked.
#[tokio::test(start_paused = true)]
async fn viewers_that_the_api_would_not_accept_are_found_before_any_call() {
    let scene = Scene::start();
    let arn = private_channel(&scene).await;
    scene.forget_calls();
    let key = arn.replace("channel/", "stream-key/");
    for wrong in [
        Viewer::new(&arn, "", 0),
        Viewer::new(&arn, "é".repeat(41), 0),
        Viewer::new(&arn, "v", -1),
        Viewer::new("", "v", 0),
        Viewer::new(key, "v", 0),
    ] {
        let error = revoke_viewers(&scene.client, [Viewer::new(&arn, "v", 0), wrong]).await;
        let error = error.expect_err("a wrong viewer");
        assert!(matches!(error, Error::Viewer { index: 1 }), "{error:?}");
    }
    assert!(scene.calls().is_empty());

    // The service counts scalar values too.
    let longest = Viewer::new(&arn, "\u{1f3ac}".repeat(40), i32::MAX);
    let failures = revoke_viewers(&scene.client, [longest]).await;
    assert_eq!(failures.expect("revoked"), []);
}

#[tokio::test(start_paused = true)]
async fn no_viewers_take_no_call() {
    let scene = Scene::start();
    let failures = revoke_viewers(&scene.client, []).await;
    assert_eq!(failures.expect("no failure"), []);
    assert!(scene.calls().is_empty());
}

#[tokio::test(start_paused = true)]
async fn after_a_crash_the_other_viewers_are_revoked() {
    let calls = assert_repeatable(
        private_channel,
        async |client, arn| revoke_viewers(client, viewers(arn)).await,
        async |scene, _, failures| {
            // The first and last of each call, because signatures take long in tests.
            let viewers = [0, 19, 20, 39, 40, 44];
            assert_eq!(revoked_of(scene, viewers, 3), viewers.len());
            failures.len()
        },
    )
    .await;
    assert_eq!(calls, 3);
}
