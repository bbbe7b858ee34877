//! The user agents of several calls of one client, which our client computes anew only if they
//! change.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_credential_types::Credentials;
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_runtime::sdk_feature::AwsSdkFeature;
use aws_runtime::user_agent::AwsUserAgent;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;

use super::{client, sdk};
use crate::fixture::Fixture;
use crate::metrics;
use crate::outcome::Outcome;
use crate::peer::{Peer, Reply};
use crate::transcript::Transcript;
use crate::user_agents;
use sdk::config::{AppName, Builder, FrameworkMetadata, IdentityCache};

/// A change of a client's settings.
type SetUp = fn(Builder) -> Builder;

/// Creates a fixture whose clients send their original user agents, and in which each call of the
/// first `calls` takes two attempts.
fn fixture(calls: usize) -> Fixture {
    let replies = (0..calls).flat_map(|_| [Reply::status(500, "{}"), Reply::ok("{}")]);
    let mut fixture = Fixture::new(replies);
    fixture.settings.interceptors.clear();
    fixture
}

/// Makes a call with overrides, writes the user agents of its attempts and returns the last.
async fn call(
    t: &mut Transcript,
    fixture: &Fixture,
    client: &sdk::Client,
    title: &str,
    overrides: Option<Builder>,
) -> String {
    let call = client.get_channel().arn("arn");
    let result = match overrides {
        Some(overrides) => call.customize().config_override(overrides).send().await,
        None => call.send().await,
    };
    let arrivals = fixture.report(t, title, &Outcome::new(result));
    for arrival in &arrivals {
        user_agents::note(t, &arrival.request);
    }
    arrivals
        .last()
        .map(|last| last.header("x-amz-user-agent"))
        .unwrap_or_default()
}

fn app(name: &'static str) -> AppName {
    AppName::new(name).expect("a name")
}

fn framework(name: &'static str) -> FrameworkMetadata {
    FrameworkMetadata::new(name, Some("1")).expect("a framework")
}

/// An interceptor that records features or changes the user agent.
#[derive(Clone, Copy, Debug)]
enum Change {
    Features,
    Agent,
}

impl Intercept for Change {
    fn name(&self) -> &'static str {
        "Change"
    }

    fn modify_before_retry_loop(
        &self,
        _: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match self {
            Self::Features => {
                let state = config.interceptor_state();
                state.store_append(SmithySdkFeature::GzipRequestCompression);
                state.store_append(AwsSdkFeature::S3Transfer);
                state.store_append(AwsCredentialFeature::CredentialsProcess);
            }
            Self::Agent => {
                let agent = config.load::<AwsUserAgent>().cloned();
                let agent = agent.ok_or("a user agent")?.with_app_name(app("changed"));
                config.interceptor_state().store_put(agent);
            }
        }
        Ok(())
    }
}

/// Each setting of the client, then each override of a call between calls without overrides.
pub async fn settings(t: &mut Transcript) {
    let clients: [(&str, SetUp); 9] = [
        ("nothing", |config| config),
        ("application", |config| config.app_name(app("client"))),
        ("frameworks", |config| {
            let config = config.framework_metadata(framework("one"));
            config.framework_metadata(framework("two"))
        }),
        ("adaptive", |config| {
            let adaptive = RetryConfig::adaptive();
            config.retry_config(adaptive.with_use_static_exponential_base(true))
        }),
        ("no retries", |config| {
            config.retry_config(RetryConfig::disabled())
        }),
        ("endpoint URL", |config| {
            config.endpoint_url("https://example.com")
        }),
        ("no auth", |config| config.allow_no_auth()),
        ("features of an interceptor", |config| {
            config.interceptor(Change::Features)
        }),
        ("agent of an interceptor", |config| {
            config.interceptor(Change::Agent)
        }),
    ];
    for (title, change) in clients {
        let overrides = clients.map(|(name, change)| (name, change(Builder::new())));
        let fixture = fixture(1 + 2 * overrides.len());
        let config = change(client::config(&fixture.settings));
        let client = sdk::Client::from_conf(config.build());
        let first = call(t, &fixture, &client, title, None).await;
        for (name, overrides) in overrides {
            let name = format!("{title}, overridden: {name}");
            call(t, &fixture, &client, &name, Some(overrides)).await;
            let after = call(t, &fixture, &client, &format!("{title}, after that"), None).await;
            t.check(
                "the calls without overrides have equal user agents",
                after == first,
            );
        }
    }
}

/// A provider whose credentials have other features each time.
#[derive(Debug, Default)]
struct Alternating(AtomicUsize);

impl ProvideCredentials for Alternating {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let features = [
            &[][..],
            &[AwsCredentialFeature::CredentialsImds],
            &[
                AwsCredentialFeature::CredentialsImds,
                AwsCredentialFeature::CredentialsSso,
            ],
            &[
                AwsCredentialFeature::CredentialsSso,
                AwsCredentialFeature::CredentialsImds,
            ],
        ];
        let turn = self.0.fetch_add(1, Ordering::Relaxed);
        let mut credentials = Credentials::new("KEY", "secret", None, None, "alternating");
        credentials
            .get_property_mut_or_default::<Vec<AwsCredentialFeature>>()
            .extend_from_slice(features[turn % features.len()]);
        future::ProvideCredentials::ready(Ok(credentials))
    }
}

/// An HTTP client whose name depends on a number.
#[derive(Clone, Debug)]
struct Renamed(Peer, Arc<AtomicUsize>);

impl HttpClient for Renamed {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        self.0.http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        let metadata = [
            None,
            Some(ConnectorMetadata::new("a", None)),
            Some(ConnectorMetadata::new("a", Some("1".into()))),
        ];
        let turn = self.1.load(Ordering::Relaxed);
        metadata[turn % metadata.len()].clone()
    }
}

/// The changes that are possible between calls with the same configuration.
pub async fn changes(t: &mut Transcript) {
    let cached = fixture(8);
    let config = client::config(&cached.settings)
        .credentials_provider(Alternating::default())
        .identity_cache(IdentityCache::no_cache());
    let client = sdk::Client::from_conf(config.build());
    for turn in 0..8 {
        call(t, &cached, &client, &format!("credentials {turn}"), None).await;
    }

    let mut renamed = fixture(8);
    let number = Arc::new(AtomicUsize::new(0));
    let http_client = Renamed(renamed.peer.clone(), Arc::clone(&number));
    renamed.settings.http_client = SharedHttpClient::new(http_client);
    let client = client::client(&renamed.settings);
    for turn in 0..8 {
        number.store(turn / 2, Ordering::Relaxed);
        call(t, &renamed, &client, &format!("HTTP client {turn}"), None).await;
    }

    let telemetry = fixture(6);
    let client = client::client(&telemetry.settings);
    for turn in 0..6 {
        metrics::set_opentelemetry(turn % 3 == 1);
        let agent = call(t, &telemetry, &client, &format!("telemetry {turn}"), None).await;
        let recorded = agent.split([' ', ',']).any(|id| id == "7");
        t.check(format_args!("{turn}: {agent}"), recorded == (turn % 3 == 1));
    }
    metrics::set_opentelemetry(false);

    let paged = fixture(6);
    let client = client::client(&paged.settings);
    for turn in 0..6 {
        let outcome = match turn % 2 {
            0 => Outcome::new(client.list_channels().send().await),
            _ => {
                let mut pages = client.list_channels().into_paginator().send();
                Outcome::new(pages.next().await.expect("a page"))
            }
        };
        let arrivals = paged.report(t, &format!("page {turn}"), &outcome);
        for arrival in &arrivals {
            user_agents::note(t, &arrival.request);
        }
    }
}

/// The other scripts of this file in a process with `AWS_EXECUTION_ENV`, which compares both clients.
pub async fn execution_environment(t: &mut Transcript) {
    let program = std::env::current_exe().expect("the path of this program");
    for only in [
        "repeated_user_agents::settings",
        "repeated_user_agents::changes",
    ] {
        let output = std::process::Command::new(&program)
            .args(["behaviour", "--show", "--only", only])
            .env("AWS_EXECUTION_ENV", "somewhere")
            .output()
            .expect("a second process");
        let shown = String::from_utf8_lossy(&output.stdout);
        t.show(only, &output.status.success());
        t.check(format_args!("{only}: {shown}"), output.status.success());
        t.check(
            "the variable is sent",
            shown.contains(" exec-env/somewhere "),
        );
    }
}
