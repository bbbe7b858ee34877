//! Crashes of recipes, at each of their calls.

use std::fmt::Debug;
use std::time::Duration;

use ivs_sdk::Client;
use ivs_toolkit::recipes::Error;

use crate::scene::{Loss, Scene};

/// Asserts that a recipe can be repeated: after success, and after the loss of each of its calls in
/// each way, with the same end.
///
/// `prepare` sets a new scene, and returns what the recipe is about. `end` returns the state that
/// must be the same. Returns the number of calls that the recipe makes if none is lost.
pub(crate) async fn assert_repeatable<S, T: Debug, E: Debug + PartialEq>(
    prepare: impl AsyncFn(&Scene) -> S,
    recipe: impl AsyncFn(&Client, &S) -> Result<T, Error>,
    end: impl AsyncFn(&Scene, &S, T) -> E,
) -> usize {
    let scene = Scene::start();
    let subject = prepare(&scene).await;
    scene.forget_calls();
    let output = recipe(&scene.client, &subject).await.expect("no call lost");
    let count = scene.calls().len();
    let expected = end(&scene, &subject, output).await;
    restart().await;
    let output = recipe(&scene.client, &subject).await.expect("repeated");
    let repeated = end(&scene, &subject, output).await;
    assert_eq!(repeated, expected, "after success");

    for index in 0..count {
        for loss in [Loss::Request, Loss::Failure, Loss::Response] {
            let scene = Scene::start();
            let subject = prepare(&scene).await;
            scene.forget_calls();
            scene.lose(index, loss);
            let error = recipe(&scene.client, &subject).await;
            let error = error.expect_err("the call was lost");
            assert!(
                matches!(error, Error::Service(_)),
                "{loss:?} of call {index}: {error:?}"
            );
            assert_eq!(scene.calls().len(), index + 1, "{loss:?} of call {index}");
            restart().await;
            let output = recipe(&scene.client, &subject).await.expect("repeated");
            let end = end(&scene, &subject, output).await;
            assert_eq!(end, expected, "after {loss:?} of call {index}");
        }
    }
    count
}

/// Lets the time pass that an application needs to start again.
async fn restart() {
    tokio::time::sleep(Duration::from_secs(1)).await;
}
