//! Waiters: calls that are repeated until something is so.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

pub use aws_smithy_runtime::client::waiters::AcceptorState;
use aws_smithy_runtime::client::waiters::{WaiterOrchestrator, attach_waiter_tracing_span};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
pub use aws_smithy_runtime_api::client::waiters::FinalPoll;
pub use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use aws_smithy_types::error::operation::BuildError;

use crate::client::{BoxFuture, Call, Handle};
use crate::features::waiter_plugin;
use crate::plugin::OperationPlugin;

/// What waiting comes to.
pub type Waited<O, E> = Result<FinalPoll<O, SdkError<E, HttpResponse>>, WaiterError<O, E>>;

/// How long a waiter waits between two calls, at least and at most.
#[derive(Clone, Copy, Debug)]
pub struct Delays {
    /// Seconds.
    pub min: u64,
    /// Seconds.
    pub max: u64,
}

/// Repeats the call with `input` until `accept` says that waiting is over, for `max_wait` at most.
pub fn wait<I, O, E>(
    handle: Arc<Handle>,
    plugin: &'static OperationPlugin,
    input: Result<I, BuildError>,
    max_wait: Duration,
    delays: Delays,
    accept: fn(&I, Result<&O, &E>) -> AcceptorState,
) -> impl Future<Output = Waited<O, E>> + Send
where
    I: Clone + fmt::Debug + Send + Sync + 'static,
    O: fmt::Debug + Send + Sync + 'static,
    E: CreateUnhandledError + StdError + Send + Sync + 'static,
{
    // Boxed, as a call is: what waits compiles none of it.
    let waited: BoxFuture<Waited<O, E>> = Box::pin(async move {
        let input = input.map_err(WaiterError::construction_failure)?;
        let time = handle.time().map_err(WaiterError::construction_failure)?;
        let feature = SharedRuntimePlugin::new(waiter_plugin());
        let sent = input.clone();
        let orchestrator = WaiterOrchestrator::builder()
            .min_delay(Duration::from_secs(delays.min))
            .max_delay(Duration::from_secs(delays.max))
            .max_wait(max_wait)
            .time_source(time.source)
            .sleep_impl(time.sleep)
            .acceptor(move |result: Result<&O, &E>| accept(&sent, result))
            .operation(move || {
                let call = Ok(input.clone());
                Call::<O, E>::with(&handle, plugin, call, None, Some(feature.clone()))
            })
            .build();
        attach_waiter_tracing_span(orchestrator.orchestrate()).await
    });
    waited
}

#[cfg(test)]
mod tests;
