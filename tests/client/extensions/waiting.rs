//! Waiters of the overlay.

use std::time::Duration;

use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use futures_util::StreamExt as _;
use harness::{Response, Server};
use ivs_sdk::client::Waiters as _;
use ivs_sdk::waiters::{AcceptorState, Update, Wait};

const MAX_WAIT: Duration = Duration::from_secs(60);

fn recording(state: &str) -> Response {
    Response::ok(format!(
        r#"{{"recordingConfiguration": {{"state": "{state}"}}}}"#
    ))
}

fn slate(state: &str) -> Response {
    Response::ok(format!(
        r#"{{"failoverSlateConfiguration": {{"state": "{state}"}}}}"#
    ))
}

fn missing() -> Response {
    Response::error(404, "ResourceNotFoundException")
}

fn offline() -> Response {
    Response::error(404, "ChannelNotBroadcasting")
}

fn live() -> Response {
    Response::ok(r#"{"stream": {"state": "LIVE"}}"#)
}

/// Returns the end of a wait.
fn end<T, O, E>(result: &Result<T, WaiterError<O, E>>) -> &'static str {
    match result {
        Ok(_) => "success",
        Err(WaiterError::FailureState(_)) => "failure",
        Err(WaiterError::OperationFailed(_)) => "error",
        Err(_) => "other",
    }
}

/// Waits with the script, and asserts that the wait ends as expected after all its responses.
macro_rules! assert_wait {
    ($waiter:ident, [$($response:expr),+], $end:literal) => {
        let script = vec![$($response),+];
        let count = script.len();
        let server = Server::start(script).await;
        let wait = Wait::at_most(MAX_WAIT).max_delay(Duration::from_secs(1));
        let wait = wait.min_delay(Duration::from_secs(1));
        let result = server.client().$waiter().wait(wait).await;
        assert_eq!(end(&result), $end, "{result:?}");
        assert_eq!(server.requests().len(), count);
    };
}

#[tokio::test]
async fn configurations_become_active_or_fail() {
    assert_wait!(
        wait_until_recording_configuration_active,
        [missing(), recording("CREATING"), recording("ACTIVE")],
        "success"
    );
    assert_wait!(
        wait_until_recording_configuration_active,
        [recording("CREATE_FAILED")],
        "failure"
    );
    assert_wait!(
        wait_until_failover_slate_configuration_active,
        [slate("UPDATING"), slate("CREATED")],
        "success"
    );
    assert_wait!(
        wait_until_failover_slate_configuration_active,
        [slate("CREATE_FAILED")],
        "failure"
    );
}

#[tokio::test]
async fn streams_go_live_and_offline() {
    assert_wait!(wait_until_stream_live, [offline(), live()], "success");
    assert_wait!(wait_until_stream_live, [missing()], "error");
    assert_wait!(wait_until_stream_offline, [live(), offline()], "success");
    assert_wait!(wait_until_stream_offline, [missing()], "error");
}

#[tokio::test]
async fn a_deleted_resource_has_to_be_missing_twice_in_a_row() {
    assert_wait!(
        wait_until_channel_deleted,
        [missing(), Response::ok("{}"), missing(), missing()],
        "success"
    );
    assert_wait!(
        wait_until_stream_key_deleted,
        [missing(), missing()],
        "success"
    );
    assert_wait!(
        wait_until_playback_key_pair_deleted,
        [missing(), missing()],
        "success"
    );
    assert_wait!(
        wait_until_recording_configuration_deleted,
        [recording("ACTIVE"), missing(), missing()],
        "success"
    );
}

#[tokio::test]
async fn a_duration_is_enough_to_wait() {
    let server = Server::start([live()]).await;
    let waiter = server.client().wait_until_stream_live().channel_arn("arn");
    let poll = waiter.wait(MAX_WAIT).await.expect("live");
    assert!(poll.into_result().is_ok());
    assert_eq!(server.request().text(), r#"{"channelArn":"arn"}"#);
}

#[tokio::test]
async fn the_progress_of_a_wait_is_a_stream_that_ends_with_the_result() {
    let server = Server::start([offline(), live()]).await;
    let waiter = server.client().wait_until_stream_live();
    let wait = Wait::at_most(MAX_WAIT).max_delay(Duration::from_secs(1));
    let wait = wait.min_delay(Duration::from_secs(1));
    let updates: Vec<_> = waiter.stream(wait).collect().await;
    let [
        Update::Polled(first),
        Update::Polled(second),
        Update::Ended(result),
    ] = &*updates
    else {
        panic!("{updates:?}");
    };
    assert_eq!((first.polls, first.state), (1, AcceptorState::Retry));
    assert_eq!((second.polls, second.state), (2, AcceptorState::Success));
    assert!(result.is_ok(), "{result:?}");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_stream_of_progress_ends_with_the_error_of_the_wait() {
    let server = Server::start([missing()]).await;
    let waiter = server.client().wait_until_stream_live();
    let mut updates = waiter.stream(MAX_WAIT);
    let mut last = None;
    while let Some(update) = updates.next().await {
        last = Some(update);
    }
    assert!(
        matches!(
            &last,
            Some(Update::Ended(Err(WaiterError::OperationFailed(_))))
        ),
        "{last:?}"
    );
}
