//! The shared state of a client, and its calls.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use aws_smithy_runtime::client::orchestrator;
#[cfg(feature = "waiters")]
use aws_smithy_runtime_api::box_error::BoxError;
pub use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Output};
pub use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use tracing::Instrument as _;

use crate::config::{ClientConfig, ClientPlugins, ConfigBuilder, override_plugins};
use crate::error::{OperationError as _, Unhandled};
use crate::explain::{Elapsed, Source};
use crate::operation::{Empty as _, Operation};
use crate::plugin::OperationPlugin;
use crate::retries;

/// The state that the clones of a client share.
#[derive(Debug)]
pub struct Handle {
    config: ClientConfig,
    pub(crate) plugins: ClientPlugins,
}

impl Handle {
    /// Creates the state of a new client.
    ///
    /// Without a behavior version in `config`, `default_to_latest` selects the latest.
    ///
    /// # Panics
    /// If the configuration is invalid: it has no behavior version, or lacks a component.
    #[track_caller]
    pub fn new(config: ClientConfig, default_to_latest: bool) -> Arc<Self> {
        let mut plugins = ClientPlugins::new(config.clone(), default_to_latest);
        let mut bag = ConfigBag::base();
        let valid = plugins
            .for_call()
            .apply_client_configuration(&mut bag)
            .and_then(|components| components.validate_base_client_config(&bag));
        if let Err(error) = valid {
            panic!("Invalid client configuration: {error}");
        }
        plugins.share_between_calls(&bag);
        Arc::new(Self { config, plugins })
    }

    /// Returns the sleep implementation and the time source, for waiters.
    #[cfg(feature = "waiters")]
    pub(crate) fn waiter_components(&self) -> Result<WaiterComponents, BoxError> {
        let components = self
            .plugins
            .for_call()
            .apply_client_configuration(&mut ConfigBag::base())?
            .into_time_components();
        let sleep = components.sleep_impl();
        Ok(WaiterComponents {
            sleep: sleep.ok_or("a waiter requires `sleep_impl` or the feature `rt-tokio`")?,
            time_source: components
                .time_source()
                .ok_or("a waiter requires a time source")?,
        })
    }

    /// Returns the configuration of the client.
    pub fn config(&self) -> &ClientConfig {
        &self.config
    }
}

/// The components that waiters require.
#[cfg(feature = "waiters")]
pub(crate) struct WaiterComponents {
    pub(crate) sleep: aws_smithy_async::rt::sleep::SharedAsyncSleep,
    pub(crate) time_source: aws_smithy_async::time::SharedTimeSource,
}

/// A boxed future that can be sent between threads.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The result of a call.
pub type CallResult<O, E> = Result<O, SdkError<E, HttpResponse>>;

type ErasedResult = Result<Output, SdkError<Error, HttpResponse>>;

/// A call of an operation, which starts when it is polled.
pub struct Call<O> {
    erased: BoxFuture<ErasedResult>,
    operation: PhantomData<fn() -> O>,
}

/// The client that sends a request, and the overrides of its settings.
///
/// Its functions are not generic and not inlined, so applications do not compile them.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The client.
    pub handle: Arc<Handle>,
    /// The overrides, in a box because fluent builders are moved by each setter.
    pub config_override: Option<Box<ConfigBuilder>>,
}

impl Sender {
    /// Creates a sender without overrides.
    pub fn new(handle: &Arc<Handle>) -> Self {
        Self {
            handle: Arc::clone(handle),
            config_override: None,
        }
    }

    /// Replaces the overrides.
    pub fn override_config(&mut self, config_override: ConfigBuilder) {
        self.config_override = Some(Box::new(config_override));
    }

    fn start(
        self,
        plugin: fn() -> &'static OperationPlugin,
        input: Result<Input, BuildError>,
    ) -> BoxFuture<ErasedResult> {
        let config_override = self.config_override.map(|config_override| *config_override);
        erased_future(&self.handle, plugin(), input, config_override, None)
    }
}

impl<O: Operation> Call<O> {
    /// Creates a call with `input`.
    ///
    /// `plugin` is a function because nothing may panic between the moves of a fluent builder's
    /// fields: the caller would compile their cleanup.
    pub fn new(sender: Sender, plugin: fn() -> &'static OperationPlugin, input: O::Input) -> Self {
        Self {
            erased: sender.start(plugin, Ok(Input::erase(input))),
            operation: PhantomData,
        }
    }

    /// Creates a call with the input in `input`. If that is an error, the call fails with it.
    pub fn of(
        sender: Sender,
        plugin: fn() -> &'static OperationPlugin,
        input: Result<O::Input, BuildError>,
    ) -> Self {
        Self {
            erased: sender.start(plugin, input.map(Input::erase)),
            operation: PhantomData,
        }
    }

    /// Creates a call to which `extra_plugin` also applies.
    pub(crate) fn with_plugin(
        handle: &Handle,
        plugin: &'static OperationPlugin,
        input: O::Input,
        config_override: Option<ConfigBuilder>,
        extra_plugin: SharedRuntimePlugin,
    ) -> Self {
        let input = Ok(Input::erase(input));
        Self {
            erased: erased_future(handle, plugin, input, config_override, Some(extra_plugin)),
            operation: PhantomData,
        }
    }

    /// Boxes the call.
    pub fn boxed(self) -> BoxFuture<CallResult<O::Output, O::Error>> {
        Box::pin(self)
    }
}

/// A fluent builder, as customized requests use it.
///
/// It does not require `Send` and `Sync`: that would be proved for each fluent builder, which takes
/// longer than compiling the rest of it.
pub trait FluentBuilder: Sized {
    /// The operation that the fluent builder calls.
    type Operation: Operation;

    /// Returns the call, with `config_override` in place of other overrides.
    fn call(self, config_override: ConfigBuilder) -> Call<Self::Operation>;
}

impl<O: Operation> Future for Call<O> {
    type Output = CallResult<O::Output, O::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.erased.as_mut().poll(context) {
            Poll::Ready(result) => Poll::Ready(typed::<O>(result)),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<O> fmt::Debug for Call<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Call")
    }
}

/// Restores the types of a result.
///
/// The values are moved out of their boxes, because the functions that consume a box are compiled
/// for each type.
///
/// # Panics
/// If a user's interceptor replaced the output or error with a value of another type. All other
/// values come from the codec of the operation.
#[expect(
    clippy::result_large_err,
    reason = "`SdkError` is defined by the AWS runtime"
)]
fn typed<O: Operation>(result: ErasedResult) -> CallResult<O::Output, O::Error> {
    match result {
        Ok(mut output) => match output.downcast_mut() {
            Some(output) => Ok(std::mem::replace(output, O::Output::empty())),
            None => wrong_result_type("output"),
        },
        Err(error) => Err(
            error.map_service_error(|mut error| match error.downcast_mut() {
                Some(error) => std::mem::replace(error, O::Error::from_unhandled(moved())),
                None => wrong_result_type("error"),
            }),
        ),
    }
}

/// Returns the content of the error that takes the place of a moved one. It allocates nothing.
fn moved() -> Unhandled {
    /// An error without content.
    #[derive(Debug)]
    struct Moved;

    impl fmt::Display for Moved {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the error was moved")
        }
    }

    impl StdError for Moved {}

    Unhandled {
        source: Source::new(Moved),
        metadata: ErrorMetadata::default(),
    }
}

#[cold]
fn wrong_result_type(name: &str) -> ! {
    panic!("the {name} has the wrong type for this operation")
}

/// Returns the boxed future of the orchestrator.
///
/// Only this function may use that future: each use compiles it again, which takes seconds.
fn erased_future(
    handle: &Handle,
    plugin: &'static OperationPlugin,
    input: Result<Input, BuildError>,
    config_override: Option<ConfigBuilder>,
    extra_plugin: Option<SharedRuntimePlugin>,
) -> BoxFuture<ErasedResult> {
    let is_guarded =
        !plugin.descriptor().repeatable && handle.config.only_safe(config_override.as_ref());
    let plugins = match (config_override, extra_plugin) {
        (None, None) if !is_guarded => handle.plugins.for_operation(plugin),
        (config_override, extra_plugin) => {
            let client = handle.plugins.for_call().clone();
            let mut plugins = client.with_operation_plugin(plugin.shared());
            if is_guarded {
                plugins = plugins.with_operation_plugin(retries::guard(plugin.descriptor()));
            }
            if let Some(config_override) = config_override {
                plugins = override_plugins(plugins, config_override, &handle.config);
            }
            if let Some(extra_plugin) = extra_plugin {
                plugins = plugins.with_operation_plugin(extra_plugin);
            }
            Arc::new(plugins)
        }
    };
    // `names` and `span` are computed inside: each captured value makes the future larger.
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        let names = &plugin.descriptor().names;
        let span = plugin.span();
        let start = now();
        orchestrator::invoke(names.service.id, names.operation, input, &plugins)
            .instrument(span)
            .await
            .map_err(|error| with_elapsed(error, start))
    })
}

/// Returns the present, unless the platform has no clock.
fn now() -> Option<Instant> {
    let has_clock = !cfg!(all(target_family = "wasm", target_os = "unknown"));
    has_clock.then(Instant::now)
}

/// Attaches the duration of the call to the response of the service's error.
#[cold]
fn with_elapsed(
    error: SdkError<Error, HttpResponse>,
    start: Option<Instant>,
) -> SdkError<Error, HttpResponse> {
    let Some(start) = start else { return error };
    let mut service_error = None;
    let rest = error.map_service_error(|error| service_error = Some(error));
    match (rest, service_error) {
        (SdkError::ServiceError(context), Some(error)) => {
            let mut raw = context.into_raw();
            raw.add_extension(Elapsed(start.elapsed()));
            SdkError::service_error(error, raw)
        }
        (rest, _) => rest.map_service_error(|()| unreachable!("no service error")),
    }
}

#[cfg(test)]
mod tests;
