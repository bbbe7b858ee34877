//! Waits for a service in memory.

use std::time::Duration;

use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};

use super::{AcceptorState, Delays, WaiterError, wait};
use crate::client::Handle;
use crate::testing::{Error, Greet, Input, Output, SERVICE, Wire};

const DELAYS: Delays = Delays { min: 1, max: 2 };

fn accept(input: &Input, result: Result<&Output, &Error>) -> AcceptorState {
    assert_eq!(input.name.as_deref(), Some("you"));
    match result {
        Ok(output) if output.next.as_deref() == Some("done") => AcceptorState::Success,
        Ok(output) if output.next.as_deref() == Some("broken") => AcceptorState::Failure,
        _ => AcceptorState::NoAcceptorsMatched,
    }
}

async fn waited(wire: &Wire, max_wait: Duration) -> super::Waited<Output, Error> {
    let mut config = wire.config();
    let sleep = SharedAsyncSleep::new(TokioSleep::new());
    config.components.set_sleep_impl(Some(sleep));
    let handle = Handle::new(config.build(&SERVICE), false);
    let input = Ok(Greet::input());
    wait(handle, Greet::plugin(), input, max_wait, DELAYS, accept).await
}

#[tokio::test]
async fn calls_are_repeated_until_one_is_accepted() {
    let wire = Wire::new([(200, "{}"), (200, r#"{"next": "done"}"#)]);
    let waited = waited(&wire, Duration::from_secs(60)).await;
    let output = waited.expect("success").into_result().expect("an output");
    assert_eq!(output.next.as_deref(), Some("done"));
    let agents = wire.sent(|request| {
        let agent = request.headers().get("x-amz-user-agent");
        agent.unwrap_or_default().to_owned()
    });
    assert_eq!(agents.len(), 2);
    // `B` stands for waiters.
    let is_waiter = |agent: &String| agent.contains(",B,");
    assert!(agents.iter().all(is_waiter), "{agents:?}");
}

#[tokio::test]
async fn a_wait_can_fail() {
    let wire = Wire::new([(200, r#"{"next": "broken"}"#)]);
    let failed = waited(&wire, Duration::from_secs(60)).await;
    assert!(
        matches!(failed, Err(WaiterError::FailureState(_))),
        "{failed:?}"
    );

    let wire = Wire::new([(400, r#"{"__type": "Shy"}"#)]);
    let failed = waited(&wire, Duration::from_secs(60)).await;
    assert!(
        matches!(failed, Err(WaiterError::OperationFailed(_))),
        "{failed:?}"
    );

    let wire = Wire::new([(200, "{}"), (200, "{}")]);
    let failed = waited(&wire, Duration::ZERO).await;
    assert!(
        matches!(failed, Err(WaiterError::ExceededMaxWait(_))),
        "{failed:?}"
    );
}
