//! Tests of the cached user agent.

use std::sync::Arc;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugin, SharedRuntimePlugin};
use aws_smithy_types::retry::RetryConfig;
use aws_types::app_name::AppName;
use aws_types::region::Region;
use aws_types::sdk_ua_metadata::FrameworkMetadata;

use super::*;
use crate::client::Handle;
use crate::config::ConfigBuilder;
use crate::testing::{Connection, Greet, SERVICE};

/// A function that changes settings.
type Set = fn(&mut ConfigBuilder);

/// Creates a client that can make `calls` calls.
fn client(calls: usize, set: impl FnOnce(&mut ConfigBuilder)) -> (Connection, Arc<Handle>) {
    let connection = Connection::new(vec![(200, "{}"); calls]);
    let mut config = connection.config();
    set(&mut config);
    (connection, Handle::new(config.build(&SERVICE), false))
}

/// Makes a call and returns its user agent.
async fn call(
    (connection, handle): &(Connection, Arc<Handle>),
    overrides: Option<ConfigBuilder>,
) -> String {
    let call = Greet::call(handle, Ok(Greet::input()), overrides);
    call.await.expect("an output");
    let agents = connection.sent(|request| {
        let [agent, aws_agent] = HEADERS.map(|name| request.headers().get(name));
        assert_eq!(agent, aws_agent);
        agent.expect("a user agent").to_owned()
    });
    agents.last().expect("a request").clone()
}

/// Returns the cache of a client, if calls without overrides have one.
fn cache((_, handle): &(Connection, Arc<Handle>)) -> Option<UserAgentCache> {
    let mut config = ConfigBag::base();
    let plugins = handle.plugins.for_operation(Greet::plugin());
    let applied = plugins.apply_client_configuration(&mut config);
    applied.expect("components");
    config.load::<UserAgentCache>().cloned()
}

/// Replaces the headers in the cache of a client, to make its use visible, and returns the previous
/// ones.
fn mark(client: &(Connection, Arc<Handle>)) -> [String; 2] {
    let UserAgentCache(cache) = cache(client).expect("a cache");
    let mut agent = cache.write().expect("a cache");
    let agent = agent.as_mut().expect("a user agent");
    std::mem::replace(&mut agent.headers, ["cached"; 2].map(str::to_owned))
}

fn set_name(config: &mut ConfigBuilder) {
    config.store_or_unset(AppName::new("name").ok());
}

#[tokio::test]
async fn calls_without_overrides_share_the_user_agent() {
    let client = client(3, |_| ());
    let first = call(&client, None).await;
    assert!(first.starts_with("aws-sdk-rust/"), "{first}");
    assert_eq!(mark(&client), [first.clone(), first]);
    let mut second = call(&client, None).await;
    // Another test sets a telemetry provider for the process, which changes the user agent once.
    if second != "cached" {
        assert!(second.ends_with(",7"), "{second}");
        mark(&client);
        second = call(&client, None).await;
    }
    assert_eq!(second, "cached");
}

#[tokio::test]
async fn overrides_of_a_call_do_not_use_the_cache() {
    let overrides: [(&str, Set); 8] = [
        (" app/name", set_name),
        (" lib/framework", |config| {
            let framework = FrameworkMetadata::new("framework", None::<&str>);
            config.push_framework_metadata(framework.expect("a framework"));
        }),
        (" m/F", |config| {
            config.retry_config(Some(RetryConfig::adaptive()));
        }),
        ("aws-sdk-rust/", |config| {
            config.endpoint_url(Some("http://localhost".to_owned()));
        }),
        ("aws-sdk-rust/", |config| {
            config.store_or_unset(Some(Region::new("eu-west-1")));
        }),
        (",e", |config| {
            let mut credentials = Credentials::for_tests();
            credentials
                .get_property_mut_or_default::<Vec<AwsCredentialFeature>>()
                .push(AwsCredentialFeature::CredentialsCode);
            config.credentials_provider(Some(SharedCredentialsProvider::new(credentials)));
        }),
        (" app/changed", |config| {
            let interceptor = SharedInterceptor::new(Changed);
            config.components.push_interceptor(interceptor);
        }),
        (" app/changed", |config| {
            config.push_plugin(SharedRuntimePlugin::new(Changed));
        }),
    ];
    let client = client(1 + overrides.len(), |_| ());
    call(&client, None).await;
    mark(&client);
    for (part, set) in overrides {
        let mut config = ConfigBuilder::default();
        set(&mut config);
        let agent = call(&client, Some(config)).await;
        assert!(agent.contains(part), "no {part:?} in {agent}");
    }
    assert_eq!(mark(&client), ["cached"; 2]);
}

/// An interceptor and a plugin that change the user agent.
#[derive(Debug)]
struct Changed;

fn changed() -> AwsUserAgent {
    AwsUserAgent::for_tests().with_app_name(AppName::new("changed").expect("a name"))
}

#[dyn_dispatch_hint]
impl Intercept for Changed {
    fn name(&self) -> &'static str {
        "Changed"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        config.interceptor_state().store_put(changed());
        Ok(())
    }
}

impl RuntimePlugin for Changed {
    fn config(&self) -> Option<aws_smithy_types::config_bag::FrozenLayer> {
        let mut layer = Layer::new("Changed");
        layer.store_put(changed());
        Some(layer.freeze())
    }
}

#[tokio::test]
async fn clients_with_plugins_or_interceptors_have_no_cache() {
    let settings: [(&str, Set); 3] = [
        (" app/changed", |config| {
            let interceptor = SharedInterceptor::new(Changed);
            config.components.push_interceptor(interceptor);
        }),
        (" app/changed", |config| {
            config.push_plugin(SharedRuntimePlugin::new(Changed));
        }),
        ("aws-sdk-rust/", |config| {
            config.push_plugin(SharedRuntimePlugin::new(StaticRuntimePlugin::new()));
        }),
    ];
    for (part, set) in settings {
        let client = client(2, set);
        assert!(cache(&client).is_none());
        for _ in 0..2 {
            let agent = call(&client, None).await;
            assert!(agent.contains(part), "no {part:?} in {agent}");
        }
    }
    assert!(cache(&client(0, set_name)).is_some());
}

/// Returns a user agent that depends on nothing.
fn agent() -> UserAgent {
    UserAgent {
        execution_environment: None,
        connector: None,
        smithy_features: Vec::new(),
        aws_features: Vec::new(),
        credential_features: Vec::new(),
        headers: Default::default(),
    }
}

#[test]
fn a_user_agent_is_current_until_a_source_changes() {
    let config = |store: fn(&mut Layer)| {
        let mut layer = Layer::new("test");
        store(&mut layer);
        ConfigBag::of_layers(vec![layer])
    };
    let empty = config(|_| ());
    assert!(agent().is_current(None, None, &empty));
    assert!(!agent().is_current(Some("somewhere"), None, &empty));
    let connector = ConnectorMetadata::new("connector", None);
    assert!(!agent().is_current(None, Some(&connector), &empty));
    for changed in [
        config(|layer| {
            layer.store_append(SmithySdkFeature::Waiter);
        }),
        config(|layer| {
            layer.store_append(AwsSdkFeature::EndpointOverride);
        }),
        config(|layer| {
            layer.store_append(AwsCredentialFeature::CredentialsCode);
        }),
    ] {
        assert!(!agent().is_current(None, None, &changed), "{changed:?}");
    }

    let mut complete = agent();
    complete.execution_environment = Some("somewhere".to_owned());
    complete.connector = Some(connector.clone());
    complete.smithy_features = vec![SmithySdkFeature::Waiter];
    let waiter = config(|layer| {
        layer.store_append(SmithySdkFeature::Waiter);
    });
    assert!(complete.is_current(Some("somewhere"), Some(&connector), &waiter));
    assert!(!complete.is_current(Some("somewhere"), Some(&connector), &empty));
    assert!(!complete.is_current(None, Some(&connector), &waiter));
    assert!(!complete.is_current(Some("somewhere"), None, &waiter));
    let paginator = config(|layer| {
        layer.store_append(SmithySdkFeature::Paginator);
    });
    assert!(!complete.is_current(Some("somewhere"), Some(&connector), &paginator));
}
