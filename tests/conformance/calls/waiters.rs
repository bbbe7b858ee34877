//! Waiters: number of requests, delays and results.

use std::time::Duration;

use conformance::{Http, Response};
use conformance_calls::Client;
use conformance_calls::client::Waiters as _;
use conformance_calls::operation::grow::GrowError;
use conformance_calls::waiters::ripe::WaitUntilRipeError;

use crate::{Clock, client};

const RIPE: &str = r#"{"plants":[{"state":"ripe"},{"state":"ripe"}]}"#;
const HALF: &str = r#"{"plants":[{"state":"ripe"},{"state":"green"}]}"#;
const DEAD: &str = r#"{"plants":[{"state":"green"},{"state":"dead"}]}"#;

fn ok(body: &str) -> Response {
    Response::new(200, body)
}

fn error(status: u16, name: &str) -> Response {
    Response::new(status, "{}").header("x-amzn-errortype", name)
}

fn client_with_responses<const N: usize>(responses: [Response; N]) -> (Client, Http, Clock) {
    let (http, clock) = (Http::with_responses(responses), Clock::default());
    let client = client(&http, &clock, |config| config);
    (client, http, clock)
}

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_waiter_polls_until_it_succeeds() {
    let responses = [
        ok("{}"),
        ok(HALF),
        error(404, "Missing"),
        ok(HALF),
        ok(RIPE),
    ];
    let (client, http, clock) = client_with_responses(responses);
    let result = client.wait_until_ripe().name("rose").wait(MINUTE).await;
    let last = result
        .expect("a ripe plant")
        .into_result()
        .expect("an output");
    assert_eq!(last.plants().len(), 2);
    assert_eq!(http.count(), 5);
    // Delays are random, between the minimum and the maximum of the model.
    let slept = clock.slept();
    assert_eq!(slept.len(), 4);
    let delays = Duration::from_secs(2)..=Duration::from_secs(10);
    assert!(
        slept.iter().all(|delay| delays.contains(delay)),
        "{slept:?}"
    );
}

#[tokio::test]
async fn immediate_success_takes_one_call() {
    let (client, http, clock) = client_with_responses([ok(RIPE)]);
    client
        .wait_until_ripe()
        .wait(MINUTE)
        .await
        .expect("a ripe plant");
    assert_eq!((http.count(), clock.slept()), (1, vec![]));
    let request = http.take().expect("a request");
    assert!(request.headers().get("authorization").is_some());
}

#[tokio::test]
async fn a_failure_state_ends_the_wait_with_the_last_result() {
    let (client, http, _) = client_with_responses([ok(HALF), ok(DEAD), ok(RIPE)]);
    match client.wait_until_ripe().wait(MINUTE).await {
        Err(WaitUntilRipeError::FailureState(failure)) => {
            let output = failure.final_poll().as_result().expect("an output");
            assert_eq!(output.plants().len(), 2);
        }
        result => panic!("{result:?}"),
    }
    assert_eq!(http.count(), 2);

    let (client, _, _) = client_with_responses([error(400, "Dry")]);
    match client.wait_until_ripe().wait(MINUTE).await {
        Err(WaitUntilRipeError::FailureState(failure)) => {
            let error = failure.final_poll().as_result().expect_err("an error");
            assert!(error.is_dry());
        }
        result => panic!("{result:?}"),
    }
}

#[tokio::test]
async fn an_unmatched_error_ends_the_wait() {
    let (client, http, _) = client_with_responses([error(400, "Other"), ok(RIPE)]);
    let result = client.wait_until_ripe().wait(MINUTE).await;
    assert!(
        matches!(result, Err(WaitUntilRipeError::OperationFailed(_))),
        "{result:?}"
    );
    assert_eq!(http.count(), 1);
}

#[tokio::test]
async fn a_wait_does_not_exceed_the_maximum() {
    let (client, http, clock) = client_with_responses([ok(HALF)]);
    let result = client.wait_until_ripe().wait(MINUTE).await;
    match result {
        Err(WaitUntilRipeError::ExceededMaxWait(exceeded)) => {
            assert_eq!(exceeded.max_wait(), MINUTE);
            assert_eq!(exceeded.poll_count() as usize, http.count());
        }
        result => panic!("{result:?}"),
    }
    assert!(http.count() > 5, "{}", http.count());
    assert!(clock.slept().into_iter().sum::<Duration>() <= MINUTE);
}

#[tokio::test]
async fn an_error_can_be_a_success_state() {
    let (client, http, _) =
        client_with_responses([ok(r#"{"name":"rose"}"#), error(404, "Missing")]);
    let result = client.wait_until_gone().name("rose").wait(MINUTE).await;
    let last = result
        .expect("no rose")
        .into_result()
        .expect_err("an error");
    assert!(last.as_service_error().is_some_and(GrowError::is_missing));
    assert_eq!(http.count(), 2);

    // This acceptor compares input and output.
    let (client, http, _) =
        client_with_responses([ok(r#"{"name":"rose"}"#), ok(r#"{"name":"tulip"}"#)]);
    let result = client.wait_until_gone().name("rose").wait(MINUTE).await;
    assert!(result.expect("another name").into_result().is_ok());
    assert_eq!(http.count(), 2);
}

/// Fails unless the waiter asks again after each response except the last, which is a success.
macro_rules! assert_only_last {
    ($method:ident, $($body:literal),+) => {
        let responses = [$(ok($body)),+];
        let count = responses.len();
        let (client, http, _) = client_with_responses(responses);
        client.$method().wait(MINUTE).await.expect(stringify!($method));
        assert_eq!(http.count(), count, stringify!($method));
    };
}

#[tokio::test]
async fn null_is_neither_true_nor_false() {
    assert_only_last!(wait_until_light, "{}", r#"{"weight":6}"#, r#"{"weight":5}"#);
    assert_only_last!(
        wait_until_not_both,
        "{}",
        r#"{"dry":true}"#,
        r#"{"cut":false}"#,
        r#"{"dry":true,"cut":true}"#,
        r#"{"dry":false}"#
    );
    assert_only_last!(wait_until_not_both, "{}", r#"{"dry":true,"cut":false}"#);
    assert_only_last!(
        wait_until_neither,
        "{}",
        r#"{"dry":false}"#,
        r#"{"dry":true,"cut":false}"#,
        r#"{"cut":true}"#,
        r#"{"cut":false}"#
    );
    assert_only_last!(wait_until_not_dry, r#"{"dry":true}"#, "{}");
}

#[tokio::test]
async fn strings_and_lists_are_truthy_unless_empty() {
    assert_only_last!(
        wait_until_named_and_dry,
        r#"{"dry":true}"#,
        r#"{"name":"","dry":true}"#,
        r#"{"name":"rose"}"#,
        r#"{"name":"rose","dry":false}"#,
        r#"{"name":"rose","dry":true}"#
    );
    assert_only_last!(
        wait_until_no_leaves,
        "{}",
        r#"{"plants":[{"leaves":["a"]}]}"#,
        r#"{"plants":[{},{"leaves":[]}]}"#
    );
}
