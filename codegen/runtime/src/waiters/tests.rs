//! Tests of waiters.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};

use super::{AcceptorState, Defaults, Progress, Wait, WaiterError, wait};
use crate::client::Handle;
use crate::testing::{Connection, Error, Greet, Input, Output, SERVICE};

const DEFAULTS: Defaults = Defaults {
    min_delay: 1,
    max_delay: 2,
    successes: 1,
};

fn accept(input: &Input, result: Result<&Output, &Error>) -> AcceptorState {
    assert_eq!(input.name.as_deref(), Some("you"));
    match result {
        Ok(output) if output.next.as_deref() == Some("done") => AcceptorState::Success,
        Ok(output) if output.next.as_deref() == Some("broken") => AcceptorState::Failure,
        _ => AcceptorState::NoAcceptorsMatched,
    }
}

async fn run(
    connection: &Connection,
    limits: impl Into<Wait>,
) -> super::WaiterResult<Output, Error> {
    let mut config = connection.config();
    let sleep = SharedAsyncSleep::new(TokioSleep::new());
    config.components.set_sleep_impl(Some(sleep));
    let handle = Handle::new(config.build(&SERVICE), false);
    let input = Ok(Greet::input());
    let (plugin, limits) = (Greet::plugin(), limits.into());
    wait(Greet, handle, plugin, input, limits, DEFAULTS, accept).await
}

#[tokio::test]
async fn calls_are_repeated_until_one_is_accepted() {
    let connection = Connection::new([(200, "{}"), (200, r#"{"next": "done"}"#)]);
    let result = run(&connection, Duration::from_secs(60)).await;
    let output = result.expect("success").into_result().expect("an output");
    assert_eq!(output.next.as_deref(), Some("done"));
    let agents = connection.sent(|request| {
        let agent = request.headers().get("x-amz-user-agent");
        agent.unwrap_or_default().to_owned()
    });
    assert_eq!(agents.len(), 2);
    // `B` is the letter of waiters.
    let is_waiter = |agent: &String| agent.contains(",B,");
    assert!(agents.iter().all(is_waiter), "{agents:?}");
}

#[tokio::test]
async fn failures_and_timeouts_are_errors() {
    let connection = Connection::new([(200, r#"{"next": "broken"}"#)]);
    let result = run(&connection, Duration::from_secs(60)).await;
    assert!(
        matches!(result, Err(WaiterError::FailureState(_))),
        "{result:?}"
    );

    let connection = Connection::new([(400, r#"{"__type": "Shy"}"#)]);
    let result = run(&connection, Duration::from_secs(60)).await;
    assert!(
        matches!(result, Err(WaiterError::OperationFailed(_))),
        "{result:?}"
    );

    let connection = Connection::new([(200, "{}"), (200, "{}")]);
    let result = run(&connection, Duration::ZERO).await;
    assert!(
        matches!(result, Err(WaiterError::ExceededMaxWait(_))),
        "{result:?}"
    );
}

#[tokio::test]
async fn successes_in_a_row_are_counted_and_polls_observed() {
    let (done, pending) = ((200, r#"{"next": "done"}"#), (200, "{}"));
    let connection = Connection::new([done, pending, done, done]);
    let seen: Arc<Mutex<Vec<Progress>>> = Arc::default();
    let observed = seen.clone();
    let limits = Wait::at_most(Duration::from_secs(60))
        .max_delay(Duration::from_secs(1))
        .successes(2)
        .on_poll(move |progress| observed.lock().expect("polls").push(*progress));
    run(&connection, limits).await.expect("success");
    let seen = seen.lock().expect("polls");
    let states: Vec<_> = seen
        .iter()
        .map(|progress| (progress.polls, progress.successes, progress.state))
        .collect();
    let (success, pending) = (AcceptorState::Success, AcceptorState::NoAcceptorsMatched);
    assert_eq!(
        states,
        [
            (1, 1, success),
            (2, 0, pending),
            (3, 1, success),
            (4, 2, success)
        ]
    );
    assert!(seen.is_sorted_by_key(|progress| progress.elapsed));
}

#[tokio::test]
async fn a_deadline_in_the_past_allows_a_last_poll_only() {
    let connection = Connection::new([(200, "{}"), (200, "{}")]);
    let result = run(&connection, Wait::until(SystemTime::UNIX_EPOCH)).await;
    assert!(
        matches!(result, Err(WaiterError::ExceededMaxWait(_))),
        "{result:?}"
    );
}

#[test]
fn delays_are_whole_seconds_within_bounds() {
    let wait = || Wait::at_most(Duration::ZERO);
    let seconds = Duration::from_secs;
    for (wait, min, max) in [
        (wait(), 1, 2),
        (wait().min_delay(Duration::from_millis(10)), 1, 2),
        (wait().min_delay(seconds(5)), 5, 5),
        (wait().max_delay(Duration::ZERO), 1, 1),
        (wait().max_delay(Duration::MAX), 1, i32::MAX as u64),
    ] {
        assert_eq!(
            wait.delays(DEFAULTS),
            (seconds(min), seconds(max)),
            "{wait:?}"
        );
    }
}

#[cfg(feature = "futures-stream")]
#[tokio::test]
async fn a_stream_has_the_progress_after_each_poll_and_then_the_result() {
    use std::future::poll_fn;
    use std::pin::Pin;

    use futures_core::Stream as _;

    use super::{Update, Updates};

    let connection = Connection::new([(200, "{}"), (200, r#"{"next": "done"}"#)]);
    let observed: Arc<Mutex<u32>> = Arc::default();
    let count = observed.clone();
    let limits = Wait::at_most(Duration::from_secs(60))
        .on_poll(move |progress| *count.lock().expect("a count") = progress.polls);
    let waiting = connection.clone();
    let mut updates = Updates::new(limits, |limits| async move { run(&waiting, limits).await });
    assert_eq!(connection.sent(|_| ()).len(), 0, "a stream is lazy");

    let (pending, success) = (AcceptorState::NoAcceptorsMatched, AcceptorState::Success);
    for (polls, state) in [(1, pending), (2, success)] {
        let update = poll_fn(|context| Pin::new(&mut updates).poll_next(context)).await;
        let Some(Update::Polled(progress)) = update else {
            panic!("{update:?}");
        };
        assert_eq!((progress.polls, progress.state), (polls, state));
        assert_eq!(connection.sent(|_| ()).len(), polls as usize);
        assert_eq!(*observed.lock().expect("a count"), polls);
    }
    let update = poll_fn(|context| Pin::new(&mut updates).poll_next(context)).await;
    let Some(Update::Ended(Ok(_))) = update else {
        panic!("{update:?}");
    };
    let end = poll_fn(|context| Pin::new(&mut updates).poll_next(context)).await;
    assert!(end.is_none());
}
