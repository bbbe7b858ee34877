use std::error::Error as StdError;
use std::time::Duration;

use super::{block_on, in_async_task};

fn message<T>(result: Result<T, &'static super::Error>) -> Option<String> {
    result.err().map(ToString::to_string)
}

#[test]
fn a_thread_without_a_runtime_may_block() {
    assert!(!in_async_task());
    assert_eq!(block_on(async { 7 }).ok(), Some(7));
}

#[test]
fn timers_and_tasks_run_in_the_background() {
    let sum = block_on(async {
        let task = tokio::spawn(async {
            tokio::time::sleep(Duration::from_millis(1)).await;
            3
        });
        tokio::time::sleep(Duration::from_millis(2)).await;
        4 + task.await.expect("the task ends")
    });
    assert_eq!(sum.ok(), Some(7));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_may_not_block_but_a_blocking_thread_may() {
    let spawned = tokio::spawn(async { message(block_on(async {})) });
    let in_task = spawned.await.expect("the task ends");
    assert!(in_task.is_some_and(|message| message.contains("`send().await`")));
    assert!(message(block_on(async {})).is_some(), "the main task");

    let blocking = tokio::task::spawn_blocking(|| block_on(async { 7 }).ok());
    assert_eq!(blocking.await.expect("the thread ends"), Some(7));
}

/// A task whose limit was used up would yield at its next operation.
#[tokio::test]
async fn the_question_uses_up_nothing() {
    for _ in 0..1_000 {
        assert!(in_async_task());
        assert!(tokio::task::coop::has_budget_remaining());
    }
}

#[test]
fn an_error_has_its_cause_as_source() {
    let cause = std::io::Error::other("no more threads");
    let error = super::Error::NoRuntime(cause);
    let source = error.source().map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("no more threads"));
    assert!(super::Error::InAsyncTask.source().is_none());
}
