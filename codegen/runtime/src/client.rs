//! A client's shared state, and how a call is made.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use aws_smithy_runtime::client::orchestrator;
#[cfg(feature = "waiters")]
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, Output};
pub use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;
use tracing::Instrument as _;

use crate::config::{ClientConfig, ClientPlugins, ConfigBuilder, override_plugins};
use crate::plugin::OperationPlugin;

/// What the clones of a client share.
#[derive(Debug)]
pub struct Handle {
    config: ClientConfig,
    plugins: ClientPlugins,
}

impl Handle {
    /// A handle of a new client. With `latest`, a configuration without a behavior version gets the
    /// latest.
    ///
    /// # Panics
    /// When the configuration cannot work: no behavior version, or a missing component.
    #[track_caller]
    pub fn new(config: ClientConfig, latest: bool) -> Arc<Self> {
        let plugins = ClientPlugins::new(config.clone(), latest);
        let mut bag = ConfigBag::base();
        let valid = plugins
            .of_call()
            .apply_client_configuration(&mut bag)
            .and_then(|components| components.validate_base_client_config(&bag));
        if let Err(error) = valid {
            panic!("Invalid client configuration: {error}");
        }
        Arc::new(Self { config, plugins })
    }

    /// What waits and what tells the time, for waiters.
    #[cfg(feature = "waiters")]
    pub(crate) fn time(&self) -> Result<Time, BoxError> {
        let components = self
            .plugins
            .of_call()
            .apply_client_configuration(&mut ConfigBag::base())?
            .into_time_components();
        let sleep = components.sleep_impl();
        Ok(Time {
            sleep: sleep
                .ok_or("a waiter needs a way to sleep: the feature `rt-tokio`, or `sleep_impl`")?,
            source: components
                .time_source()
                .ok_or("a waiter needs a time source")?,
        })
    }

    /// The client's configuration.
    pub fn config(&self) -> &ClientConfig {
        &self.config
    }
}

/// What waiters need.
#[cfg(feature = "waiters")]
pub(crate) struct Time {
    pub(crate) sleep: aws_smithy_async::rt::sleep::SharedAsyncSleep,
    pub(crate) source: aws_smithy_async::time::SharedTimeSource,
}

/// A future that can move between threads.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What a call comes to.
pub type CallResult<O, E> = Result<O, SdkError<E, HttpResponse>>;

type ErasedResult = Result<Output, SdkError<Error, HttpResponse>>;

/// A call of one operation, not started before it is polled.
pub struct Call<O, E> {
    erased: BoxFuture<ErasedResult>,
    types: PhantomData<fn() -> (O, E)>,
}

impl<O, E> Call<O, E>
where
    O: fmt::Debug + Send + Sync + 'static,
    E: StdError + Send + Sync + 'static,
{
    /// A call with `input`, or with the error that kept it from being built.
    pub fn new<I>(
        handle: &Arc<Handle>,
        plugin: &'static OperationPlugin,
        input: Result<I, BuildError>,
        config_override: Option<ConfigBuilder>,
    ) -> Self
    where
        I: fmt::Debug + Send + Sync + 'static,
    {
        Self::with(handle, plugin, input, config_override, None)
    }

    pub(crate) fn with<I>(
        handle: &Arc<Handle>,
        plugin: &'static OperationPlugin,
        input: Result<I, BuildError>,
        config_override: Option<ConfigBuilder>,
        extra: Option<SharedRuntimePlugin>,
    ) -> Self
    where
        I: fmt::Debug + Send + Sync + 'static,
    {
        let input = input.map(Input::erase);
        Self {
            erased: start(handle, plugin, input, config_override, extra),
            types: PhantomData,
        }
    }
}

impl<O, E> Future for Call<O, E>
where
    O: fmt::Debug + Send + Sync + 'static,
    E: StdError + Send + Sync + 'static,
{
    type Output = CallResult<O, E>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.erased.as_mut().poll(context).map(typed)
    }
}

impl<O, E> fmt::Debug for Call<O, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Call")
    }
}

/// The result with its types back. Only the operation's own codec makes these values, so they are
/// of the operation's types, unless an interceptor of the user's put another one in their place.
#[expect(clippy::result_large_err, reason = "`SdkError` is the runtime's")]
fn typed<O, E>(erased: ErasedResult) -> CallResult<O, E>
where
    O: fmt::Debug + Send + Sync + 'static,
    E: StdError + Send + Sync + 'static,
{
    match erased {
        Ok(output) => Ok(output.downcast::<O>().expect("correct output type")),
        Err(error) => {
            Err(error.map_service_error(|error| error.downcast::<E>().expect("correct error type")))
        }
    }
}

/// Boxes the orchestrator's future.
///
/// The only place that names it: each place that does compiles it anew, for seconds of CPU time.
fn start(
    handle: &Handle,
    plugin: &'static OperationPlugin,
    input: Result<Input, BuildError>,
    config_override: Option<ConfigBuilder>,
    extra: Option<SharedRuntimePlugin>,
) -> BoxFuture<ErasedResult> {
    let mut plugins = handle
        .plugins
        .of_call()
        .clone()
        .with_operation_plugin(plugin.shared());
    if let Some(config_override) = config_override {
        plugins = override_plugins(plugins, config_override, &handle.config);
    }
    if let Some(extra) = extra {
        plugins = plugins.with_operation_plugin(extra);
    }
    // What is moved into the future makes it longer, so it is little.
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        let names = &plugin.descriptor().names;
        let span = plugin.span();
        orchestrator::invoke(names.service.id, names.operation, input, &plugins)
            .instrument(span)
            .await
    })
}

#[cfg(test)]
mod tests;
