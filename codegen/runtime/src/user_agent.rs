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
use aws_smithy_runtime_api::http::Headers;
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
    features: Vec<Feature>,
    headers: [String; HEADERS.len()],
}

/// A feature that is part of the user agent.
#[derive(PartialEq)]
enum Feature {
    Smithy(SmithySdkFeature),
    Aws(AwsSdkFeature),
    Credential(AwsCredentialFeature),
}

impl UserAgent {
    /// Returns `true` if the AWS runtime would compute the same headers.
    fn is_current(
        &self,
        execution_environment: Option<&str>,
        connector: Option<&ConnectorMetadata>,
        config: &ConfigBag,
    ) -> bool {
        let mut rest = self.features.iter();
        let mut are_equal = true;
        visit_features(config, &mut |feature| {
            are_equal &= rest.next() == Some(&feature);
        });
        are_equal
            && rest.next().is_none()
            && self.execution_environment.as_deref() == execution_environment
            && self.connector.as_ref() == connector
    }
}

/// Calls `visit` with the features in `config`.
fn visit_features(config: &ConfigBag, visit: &mut dyn FnMut(Feature)) {
    for feature in config.load::<SmithySdkFeature>() {
        visit(Feature::Smithy(feature.clone()));
    }
    for feature in config.load::<AwsSdkFeature>() {
        visit(Feature::Aws(feature.clone()));
    }
    for feature in config.load::<AwsCredentialFeature>() {
        visit(Feature::Credential(feature.clone()));
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
            headers.append(HEADERS[0], agent.headers[0].clone());
            headers.append(HEADERS[1], agent.headers[1].clone());
            return Ok(());
        }
        drop(latest);

        UserAgentInterceptor::new().modify_before_signing(context, components, config)?;
        if surroundings(components) != (execution_environment.clone(), connector.clone()) {
            return Ok(());
        }
        let sent = context.request().headers();
        // An input may have a member that is sent in the same header. The user agent is the last.
        let (Some(user_agent), Some(aws_user_agent)) =
            (last(sent, HEADERS[0]), last(sent, HEADERS[1]))
        else {
            return Ok(());
        };
        let mut features = Vec::new();
        visit_features(config, &mut |feature| features.push(feature));
        *cache.write().unwrap_or_else(PoisonError::into_inner) = Some(UserAgent {
            execution_environment,
            connector,
            features,
            headers: [user_agent.to_owned(), aws_user_agent.to_owned()],
        });
        Ok(())
    }
}

fn last<'a>(headers: &'a Headers, name: &'static str) -> Option<&'a str> {
    headers.get_all(name).last()
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
