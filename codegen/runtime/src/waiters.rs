//! Waiters, which poll until a resource reaches a state.

#[cfg(feature = "futures-stream")]
mod updates;
mod wait;

use std::future::Future;
use std::sync::Arc;

pub use aws_smithy_runtime::client::waiters::AcceptorState;
use aws_smithy_runtime::client::waiters::{WaiterOrchestrator, attach_waiter_tracing_span};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
pub use aws_smithy_runtime_api::client::waiters::FinalPoll;
pub use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use aws_smithy_types::error::operation::BuildError;

#[cfg(feature = "futures-stream")]
pub use self::updates::{Update, Updates};
use self::wait::Polls;
pub use self::wait::{Progress, Wait};
use crate::client::{BoxFuture, Call, Handle};
use crate::features::waiter_plugin;
use crate::operation::Operation;
use crate::plugin::OperationPlugin;

/// The result of a waiter.
pub type WaiterResult<O, E> = Result<FinalPoll<O, SdkError<E, HttpResponse>>, WaiterError<O, E>>;

/// The settings of a waiter in the model.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    /// The minimum delay between two calls, in seconds.
    pub min_delay: u64,
    /// The maximum delay between two calls, in seconds.
    pub max_delay: u64,
    /// The number of successes in a row that end the wait.
    pub successes: u32,
}

/// A function that selects the state for an input and the result of its call.
pub type Accept<O> = fn(
    &<O as Operation>::Input,
    Result<&<O as Operation>::Output, &<O as Operation>::Error>,
) -> AcceptorState;

/// Repeats the call with `input` until `accept` returns a final state, within the limits of `wait`.
pub fn wait<O: Operation<Input: Clone>>(
    _operation: O,
    handle: Arc<Handle>,
    plugin: &'static OperationPlugin,
    input: Result<O::Input, BuildError>,
    wait: Wait,
    defaults: Defaults,
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
        let time_source = components.time_source;
        let (min_delay, max_delay) = wait.delays(defaults);
        let max_wait = wait.max_wait(time_source.now());
        let polls = Polls::new(wait, defaults, time_source.clone());
        let orchestrator = WaiterOrchestrator::builder()
            .min_delay(min_delay)
            .max_delay(max_delay)
            .max_wait(max_wait)
            .time_source(time_source)
            .sleep_impl(components.sleep)
            .acceptor(move |result: Result<&O::Output, &O::Error>| {
                polls.add(accept(&accepted_input, result))
            })
            .operation(move || {
                Call::<O>::with_plugin(&handle, plugin, input.clone(), None, feature.clone())
            })
            .build();
        attach_waiter_tracing_span(orchestrator.orchestrate()).await
    });
    result
}

#[cfg(test)]
mod tests;
