//! The user agent of calls without overrides, which is the same for most calls of a client.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_runtime::user_agent::UserAgentInterceptor;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::HttpClient as _;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
};
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, disable_interceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_types::config_bag::{ConfigBag, Layer, Storable, StoreReplace};

/// The headers with the user agent.
const HEADERS: [&str; 2] = ["user-agent", "x-amz-user-agent"];

/// The variable of the environment that is part of the user agent.
const EXECUTION_ENVIRONMENT: &str = "AWS_EXECUTION_ENV";

/// The latest user agent of a client.
///
/// A client whose plugins and interceptors might change the user agent has none.
#[derive(Clone, Default)]
pub(crate) struct UserAgentCache(Arc<RwLock<Option<UserAgent>>>);

// A derived implementation would also be compiled for all that the cache contains.
impl fmt::Debug for UserAgentCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserAgentCache")
    }
}

impl Storable for UserAgentCache {
    type Storer = StoreReplace<Self>;
}

/// The values of [`HEADERS`], and all values on which they depend and that may differ between calls
/// with the same configuration.
struct UserAgent {
    execution_environment: Option<String>,
    connector: Option<ConnectorMetadata>,
    smithy_features: Vec<SmithySdkFeature>,
    aws_features: Vec<AwsSdkFeature>,
    credential_features: Vec<AwsCredentialFeature>,
    headers: [String; HEADERS.len()],
}

impl UserAgent {
    /// Returns `true` if the AWS runtime would compute the same headers.
    fn is_current(
        &self,
        execution_environment: Option<&str>,
        connector: Option<&ConnectorMetadata>,
        config: &ConfigBag,
    ) -> bool {
        self.execution_environment.as_deref() == execution_environment
            && self.connector.as_ref() == connector
            && config.load::<SmithySdkFeature>().eq(&self.smithy_features)
            && config.load::<AwsSdkFeature>().eq(&self.aws_features)
            && config
                .load::<AwsCredentialFeature>()
                .eq(&self.credential_features)
    }
}

/// An interceptor that takes the place of the [`UserAgentInterceptor`], and calls that to compute a
/// user agent.
#[derive(Debug)]
struct CachedUserAgent;

/// Returns a plugin with `layer` that caches the user agent.
pub(crate) fn with_cache(mut layer: Layer) -> StaticRuntimePlugin {
    layer.store_put(UserAgentCache::default());
    layer.store_put(disable_interceptor::<UserAgentInterceptor>(
        "the user agent is cached",
    ));
    let interceptor = SharedInterceptor::permanent(CachedUserAgent);
    StaticRuntimePlugin::new()
        .with_config(layer.freeze())
        .with_runtime_components(
            RuntimeComponentsBuilder::new("CachedUserAgent").with_interceptor(interceptor),
        )
}

#[dyn_dispatch_hint]
impl Intercept for CachedUserAgent {
    fn name(&self) -> &'static str {
        "CachedUserAgentInterceptor"
    }

    fn read_after_serialization(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        UserAgentInterceptor::new().read_after_serialization(context, components, config)
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(UserAgentCache(cache)) = config.load::<UserAgentCache>().cloned() else {
            return Ok(());
        };
        let (execution_environment, connector) = surroundings(components);

        let latest = cache.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(agent) = &*latest
            && agent.is_current(execution_environment.as_deref(), connector.as_ref(), config)
        {
            let headers = context.request_mut().headers_mut();
            for (name, value) in HEADERS.into_iter().zip(&agent.headers) {
                headers.append(name, value.clone());
            }
            return Ok(());
        }
        drop(latest);

        UserAgentInterceptor::new().modify_before_signing(context, components, config)?;
        if surroundings(components) != (execution_environment.clone(), connector.clone()) {
            return Ok(());
        }
        let sent = context.request().headers();
        // An input may have a member that is sent in the same header. The user agent is the last.
        let [Some(user_agent), Some(aws_user_agent)] =
            HEADERS.map(|name| sent.get_all(name).last())
        else {
            return Ok(());
        };
        *cache.write().unwrap_or_else(PoisonError::into_inner) = Some(UserAgent {
            execution_environment,
            connector,
            smithy_features: config.load::<SmithySdkFeature>().cloned().collect(),
            aws_features: config.load::<AwsSdkFeature>().cloned().collect(),
            credential_features: config.load::<AwsCredentialFeature>().cloned().collect(),
            headers: [user_agent.to_owned(), aws_user_agent.to_owned()],
        });
        Ok(())
    }
}

/// Returns the execution environment, and the HTTP client's description of its connector.
fn surroundings(components: &RuntimeComponents) -> (Option<String>, Option<ConnectorMetadata>) {
    let execution_environment = std::env::var(EXECUTION_ENVIRONMENT).ok();
    let client = components.http_client();
    let connector = client.and_then(|client| client.connector_metadata());
    (execution_environment, connector)
}

#[cfg(test)]
mod tests;
