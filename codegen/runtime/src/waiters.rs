//! Waiters, which poll until a resource reaches a state.

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

/// The result of a waiter.
pub type WaiterResult<O, E> = Result<FinalPoll<O, SdkError<E, HttpResponse>>, WaiterError<O, E>>;

/// The minimum and maximum delay between two calls of a waiter.
#[derive(Clone, Copy, Debug)]
pub struct Delays {
    /// The minimum delay in seconds.
    pub min: u64,
    /// The maximum delay in seconds.
    pub max: u64,
}

/// Repeats the call with `input` until `accept` returns a final state, for at most `max_wait`.
pub fn wait<I, O, E>(
    handle: Arc<Handle>,
    plugin: &'static OperationPlugin,
    input: Result<I, BuildError>,
    max_wait: Duration,
    delays: Delays,
    accept: fn(&I, Result<&O, &E>) -> AcceptorState,
) -> impl Future<Output = WaiterResult<O, E>> + Send
where
    I: Clone + fmt::Debug + Send + Sync + 'static,
    O: fmt::Debug + Send + Sync + 'static,
    E: CreateUnhandledError + StdError + Send + Sync + 'static,
{
    // Boxed like a call, so that users do not compile it.
    let result: BoxFuture<WaiterResult<O, E>> = Box::pin(async move {
        let input = input.map_err(WaiterError::construction_failure)?;
        let components = handle
            .waiter_components()
            .map_err(WaiterError::construction_failure)?;
        let feature = SharedRuntimePlugin::new(waiter_plugin());
        let accepted_input = input.clone();
        let orchestrator = WaiterOrchestrator::builder()
            .min_delay(Duration::from_secs(delays.min))
            .max_delay(Duration::from_secs(delays.max))
            .max_wait(max_wait)
            .time_source(components.time_source)
            .sleep_impl(components.sleep)
            .acceptor(move |result: Result<&O, &E>| accept(&accepted_input, result))
            .operation(move || {
                let input = Ok(input.clone());
                Call::<O, E>::with_plugin(&handle, plugin, input, None, Some(feature.clone()))
            })
            .build();
        attach_waiter_tracing_span(orchestrator.orchestrate()).await
    });
    result
}

#[cfg(test)]
mod tests;
