//! Calls from synchronous code.
//!
//! The calling thread polls the call. Its connections and timers belong to a Tokio runtime on one
//! background thread, which all clients share, so that connections stay open between calls.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::sync::OnceLock;
use std::task::{Context, Waker};
use std::thread;

use aws_smithy_async::future::pagination_stream::PaginationStream;
use aws_smithy_runtime_api::client::result::SdkError;
#[cfg(feature = "waiters")]
use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use tokio::runtime::{Builder, Handle};
use tokio::task::coop;

use crate::client::CallResult;

/// Waits for a call and returns its result.
///
/// # Errors
/// If the call fails. In an async task, or if the background thread cannot be started, nothing is
/// sent and the error is a construction failure.
#[expect(
    clippy::result_large_err,
    reason = "`SdkError` is defined by the AWS runtime"
)]
pub fn wait<T, E>(call: impl Future<Output = CallResult<T, E>>) -> CallResult<T, E> {
    block_on(call).unwrap_or_else(|error| Err(SdkError::construction_failure(error)))
}

/// Waits for a waiter and returns its result.
///
/// # Errors
/// If the waiter fails, or as [`wait`].
#[cfg(feature = "waiters")]
#[expect(
    clippy::result_large_err,
    reason = "`WaiterError` is defined by the AWS runtime"
)]
pub fn wait_for_state<P, O, E>(
    waiter: impl Future<Output = Result<P, WaiterError<O, E>>>,
) -> Result<P, WaiterError<O, E>> {
    block_on(waiter).unwrap_or_else(|error| Err(WaiterError::construction_failure(error)))
}

/// The pages or the items of a paginator. Each page is fetched when it is needed.
///
/// In an async task, the iterator returns one construction failure and sends nothing.
#[derive(Debug)]
#[must_use = "no request is sent before the iterator is used"]
pub struct Pages<T, E> {
    stream: Option<PaginationStream<CallResult<T, E>>>,
}

impl<T, E> Pages<T, E> {
    /// Creates the iterator of a paginator's stream.
    pub fn new(stream: PaginationStream<CallResult<T, E>>) -> Self {
        Self {
            stream: Some(stream),
        }
    }
}

impl<T, E> Iterator for Pages<T, E> {
    type Item = CallResult<T, E>;

    fn next(&mut self) -> Option<Self::Item> {
        match block_on(self.stream.as_mut()?.next()) {
            Ok(page) => page,
            Err(error) => {
                self.stream = None;
                Some(Err(SdkError::construction_failure(error)))
            }
        }
    }
}

/// Polls `future` on this thread until it is ready.
fn block_on<F: Future>(future: F) -> Result<F::Output, &'static Error> {
    if in_async_task() {
        return Err(&Error::InAsyncTask);
    }
    let _context = background()?.enter();
    Ok(pollster::block_on(future))
}

/// Returns the runtime of all blocking calls; the first call starts it.
fn background() -> Result<&'static Handle, &'static Error> {
    static BACKGROUND: OnceLock<Result<Handle, Error>> = OnceLock::new();
    BACKGROUND
        .get_or_init(|| start().map_err(Error::NoRuntime))
        .as_ref()
}

fn start() -> Result<Handle, std::io::Error> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    thread::Builder::new()
        .name("blocking-calls".to_owned())
        .spawn(move || runtime.block_on(std::future::pending::<()>()))?;
    Ok(handle)
}

/// Returns `true` if this thread is polling a Tokio task, which must not block.
///
/// Tokio limits the number of operations between two yields of a task, and nowhere else: threads of
/// `spawn_blocking` may block. Permits for more operations than any limit tell the two apart. Each
/// permit restores the limit when it is dropped, so the last one goes first.
fn in_async_task() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    let mut permits = Vec::new();
    let limited = loop {
        match coop::poll_proceed(&mut context) {
            std::task::Poll::Ready(permit) if permits.len() < MAX_OPERATIONS => {
                permits.push(permit)
            }
            std::task::Poll::Ready(_) => break false,
            std::task::Poll::Pending => break true,
        }
    };
    while permits.pop().is_some() {}
    limited
}

/// An upper bound of Tokio's limit, which is a `u8`.
const MAX_OPERATIONS: usize = 256;

/// An error that prevents a blocking call.
#[derive(Debug)]
enum Error {
    InAsyncTask,
    NoRuntime(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InAsyncTask => {
                "a blocking call in an async task would stop its thread: use `send().await`, or \
                 move the call into `tokio::task::spawn_blocking`"
            }
            Self::NoRuntime(_) => "the background thread of blocking calls did not start",
        })
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::InAsyncTask => None,
            Self::NoRuntime(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests;
