//! Waiters, which poll until a resource reaches a state.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

pub use aws_smithy_runtime::client::waiters::AcceptorState;
use aws_smithy_runtime::client::waiters::{WaiterOrchestrator, attach_waiter_tracing_span};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
pub use aws_smithy_runtime_api::client::waiters::FinalPoll;
pub use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use aws_smithy_types::error::operation::BuildError;

use crate::client::{BoxFuture, Call, Handle};
use crate::features::waiter_plugin;
use crate::operation::Operation;
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

/// A function that selects the state for an input and the result of its call.
pub type Accept<O> = fn(
    &<O as Operation>::Input,
    Result<&<O as Operation>::Output, &<O as Operation>::Error>,
) -> AcceptorState;

/// Repeats the call with `input` until `accept` returns a final state, for at most `max_wait`.
pub fn wait<O: Operation<Input: Clone>>(
    _operation: O,
    handle: Arc<Handle>,
    plugin: &'static OperationPlugin,
    input: Result<O::Input, BuildError>,
    max_wait: Duration,
    delays: Delays,
    accept: Accept<O>,
) -> impl Future<Output = WaiterResult<O::Output, O::Error>> + Send {
    // Boxed like a call, so that users do not compile it.
    let result: BoxFuture<WaiterResult<O::Output, O::Error>> = Box::pin(async move {
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
            .acceptor(move |result: Result<&O::Output, &O::Error>| accept(&accepted_input, result))
            .operation(move || {
                Call::<O>::with_plugin(&handle, plugin, input.clone(), feature.clone())
            })
            .build();
        attach_waiter_tracing_span(orchestrator.orchestrate()).await
    });
    result
}

#[cfg(test)]
mod tests;
