//! Waiters: how often they ask, how long they sleep, and what they come to.

use std::time::Duration;

use conformance::{Answer, Http};
use conformance_calls::Client;
use conformance_calls::client::Waiters as _;
use conformance_calls::operation::grow::GrowError;
use conformance_calls::waiters::ripe::WaitUntilRipeError;

use crate::{Clock, client};

const RIPE: &str = r#"{"plants":[{"state":"ripe"},{"state":"ripe"}]}"#;
const HALF: &str = r#"{"plants":[{"state":"ripe"},{"state":"green"}]}"#;
const DEAD: &str = r#"{"plants":[{"state":"green"},{"state":"dead"}]}"#;

fn ok(body: &str) -> Answer {
    Answer::new(200, body)
}

fn error(status: u16, name: &str) -> Answer {
    Answer::new(status, "{}").header("x-amzn-errortype", name)
}

fn asking<const N: usize>(answers: [Answer; N]) -> (Client, Http, Clock) {
    let (http, clock) = (Http::giving_each(answers), Clock::default());
    let client = client(&http, &clock, |config| config);
    (client, http, clock)
}

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_waiter_asks_until_all_is_as_it_should_be() {
    let answers = [
        ok("{}"),
        ok(HALF),
        error(404, "Missing"),
        ok(HALF),
        ok(RIPE),
    ];
    let (client, http, clock) = asking(answers);
    let waited = client.wait_until_ripe().name("rose").wait(MINUTE).await;
    let last = waited
        .expect("a ripe plant")
        .into_result()
        .expect("an output");
    assert_eq!(last.plants().len(), 2);
    assert_eq!(http.count(), 5);
    // Between the two delays of the model, with a jitter.
    let slept = clock.slept();
    assert_eq!(slept.len(), 4);
    let delays = Duration::from_secs(2)..=Duration::from_secs(10);
    assert!(
        slept.iter().all(|delay| delays.contains(delay)),
        "{slept:?}"
    );
}

#[tokio::test]
async fn what_is_so_at_once_takes_one_call() {
    let (client, http, clock) = asking([ok(RIPE)]);
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
async fn a_failure_ends_the_wait_with_what_was_answered() {
    let (client, http, _) = asking([ok(HALF), ok(DEAD), ok(RIPE)]);
    match client.wait_until_ripe().wait(MINUTE).await {
        Err(WaitUntilRipeError::FailureState(failure)) => {
            let output = failure.final_poll().as_result().expect("an output");
            assert_eq!(output.plants().len(), 2);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(http.count(), 2);

    let (client, _, _) = asking([error(400, "Dry")]);
    match client.wait_until_ripe().wait(MINUTE).await {
        Err(WaitUntilRipeError::FailureState(failure)) => {
            let error = failure.final_poll().as_result().expect_err("an error");
            assert!(error.is_dry());
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_error_that_the_waiter_does_not_know_ends_it() {
    let (client, http, _) = asking([error(400, "Other"), ok(RIPE)]);
    let waited = client.wait_until_ripe().wait(MINUTE).await;
    assert!(
        matches!(waited, Err(WaitUntilRipeError::OperationFailed(_))),
        "{waited:?}"
    );
    assert_eq!(http.count(), 1);
}

#[tokio::test]
async fn a_wait_takes_no_longer_than_it_may() {
    let (client, http, clock) = asking([ok(HALF)]);
    let waited = client.wait_until_ripe().wait(MINUTE).await;
    match waited {
        Err(WaitUntilRipeError::ExceededMaxWait(exceeded)) => {
            assert_eq!(exceeded.max_wait(), MINUTE);
            assert_eq!(exceeded.poll_count() as usize, http.count());
        }
        other => panic!("{other:?}"),
    }
    assert!(http.count() > 5, "{}", http.count());
    assert!(clock.slept().into_iter().sum::<Duration>() <= MINUTE);
}

#[tokio::test]
async fn an_error_can_be_what_is_waited_for() {
    let (client, http, _) = asking([ok(r#"{"name":"rose"}"#), error(404, "Missing")]);
    let waited = client.wait_until_gone().name("rose").wait(MINUTE).await;
    let last = waited
        .expect("no rose")
        .into_result()
        .expect_err("an error");
    assert!(last.as_service_error().is_some_and(GrowError::is_missing));
    assert_eq!(http.count(), 2);

    // Input and output are compared.
    let (client, http, _) = asking([ok(r#"{"name":"rose"}"#), ok(r#"{"name":"tulip"}"#)]);
    let waited = client.wait_until_gone().name("rose").wait(MINUTE).await;
    assert!(waited.expect("another").into_result().is_ok());
    assert_eq!(http.count(), 2);
}
