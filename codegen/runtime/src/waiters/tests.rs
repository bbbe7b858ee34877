//! Tests of waiters.

use std::time::Duration;

use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};

use super::{AcceptorState, Delays, WaiterError, wait};
use crate::client::Handle;
use crate::testing::{Connection, Error, Greet, Input, Output, SERVICE};

const DELAYS: Delays = Delays { min: 1, max: 2 };

fn accept(input: &Input, result: Result<&Output, &Error>) -> AcceptorState {
    assert_eq!(input.name.as_deref(), Some("you"));
    match result {
        Ok(output) if output.next.as_deref() == Some("done") => AcceptorState::Success,
        Ok(output) if output.next.as_deref() == Some("broken") => AcceptorState::Failure,
        _ => AcceptorState::NoAcceptorsMatched,
    }
}

async fn run(connection: &Connection, max_wait: Duration) -> super::WaiterResult<Output, Error> {
    let mut config = connection.config();
    let sleep = SharedAsyncSleep::new(TokioSleep::new());
    config.components.set_sleep_impl(Some(sleep));
    let handle = Handle::new(config.build(&SERVICE), false);
    let input = Ok(Greet::input());
    let plugin = Greet::plugin();
    wait(Greet, handle, plugin, input, max_wait, DELAYS, accept).await
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
