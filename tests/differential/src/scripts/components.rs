//! The runtime components and config of a call, as an interceptor finds them.

use std::fmt::Debug;

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::auth::{AuthSchemeId, AuthSchemeOptionResolverParams};
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry as _;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::config_bag::{Storable, StoreReplace};
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::region::SigningRegion;

use super::{client, sdk};
use crate::fixture::Fixture;
use crate::hooks::{Log, take};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::transcript::Transcript;
use sdk::config::interceptors::BeforeTransmitInterceptorContextRef;
use sdk::config::{Builder, ConfigBag, Intercept, Region, RuntimeComponents};
use sdk::error::BoxError;

/// An interceptor that logs the components and config.
#[derive(Debug)]
struct Inspector(Log);

impl Intercept for Inspector {
    fn name(&self) -> &'static str {
        "Inspector"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut log = self.0.lock().expect("no panic");
        log.push(format!("  attempt {:?}", config.load::<RequestAttempts>()));
        for interceptor in components.interceptors() {
            log.push(format!("  interceptor {}", interceptor.name()));
        }
        for classifier in components.retry_classifiers() {
            log.push(format!(
                "  classifier {} {:?}",
                classifier.name(),
                classifier.priority()
            ));
        }
        for scheme in ["sigv4", "sigv4a", "noAuth", "http-bearer-auth"] {
            let known = components.auth_scheme(AuthSchemeId::from(scheme)).is_some();
            log.push(format!("  scheme {scheme} {known}"));
        }
        log.push(format!(
            "  validators {}",
            components.config_validators().count()
        ));
        log.extend([
            loaded::<Metadata>(config),
            loaded::<Region>(config),
            loaded::<SigningRegion>(config),
            loaded::<SigningName>(config),
            loaded::<SigV4OperationSigningConfig>(config),
            loaded::<RetryConfig>(config),
            loaded::<RetryPartition>(config),
            loaded::<TimeoutConfig>(config),
            loaded::<StalledStreamProtectionConfig>(config),
            loaded::<AuthSchemeOptionResolverParams>(config),
            loaded::<EndpointResolverParams>(config),
            loaded::<Endpoint>(config),
        ]);
        Ok(())
    }
}

/// Describes the value of type `T` in the config.
fn loaded<T: Storable<Storer = StoreReplace<T>> + Debug>(config: &ConfigBag) -> String {
    let path = std::any::type_name::<T>();
    let name = path.rsplit("::").next().unwrap_or(path);
    format!("  {name} {:?}", config.load::<T>())
}

/// Makes a call and writes the lines of the [`Inspector`].
async fn inspect(
    t: &mut Transcript,
    title: &str,
    config: impl FnOnce(&Fixture) -> Builder,
    call_config: Builder,
) {
    let log = Log::default();
    let fixture = Fixture::new([Reply::status(500, "{}"), Reply::ok("{}")]);
    let config = config(&fixture).interceptor(Inspector(log.clone()));
    let client = sdk::Client::from_conf(config.build());
    let call = client
        .get_channel()
        .customize()
        .config_override(call_config);
    let outcome = Outcome::new(call.send().await);
    t.note(title);
    let lines = take(&log);
    // The number of attempts is not checked: older behavior versions do not retry by default.
    t.check(
        format_args!("{title}: logged"),
        lines.iter().any(|line| line.contains("Metadata")),
    );
    for line in lines {
        t.note(line);
    }
    t.outcome(&outcome);
}

/// Returns a config with only the necessary settings.
fn bare(fixture: &Fixture) -> Builder {
    sdk::Config::builder()
        .region(Region::new("us-west-2"))
        .credentials_provider(fixture.settings.credentials.clone())
        .sleep_impl(fixture.clock.clone())
        .http_client(fixture.peer.clone())
}

pub async fn defaults(t: &mut Transcript) {
    inspect(t, "latest, by feature", bare, Builder::new()).await;
    let latest = |fixture: &Fixture| bare(fixture).behavior_version_latest();
    inspect(t, "latest, as a setting", latest, Builder::new()).await;
    let call_config = || {
        Builder::new()
            .region(Region::new("eu-west-1"))
            .use_fips(true)
    };
    inspect(t, "per call", bare, call_config()).await;
}

#[expect(deprecated, reason = "applications may still use older versions")]
pub async fn by_behavior_version(t: &mut Transcript) {
    use sdk::config::BehaviorVersion;
    for version in [
        BehaviorVersion::v2023_11_09(),
        BehaviorVersion::v2024_03_28(),
        BehaviorVersion::v2025_01_17(),
        BehaviorVersion::v2025_08_07(),
        BehaviorVersion::v2026_01_12(),
        BehaviorVersion::latest(),
    ] {
        let config = |fixture: &Fixture| bare(fixture).behavior_version(version);
        inspect(t, &format!("{version:?}"), config, Builder::new()).await;
    }
}

pub async fn settings(t: &mut Transcript) {
    let config = |fixture: &Fixture| {
        let partition = RetryPartition::new("mine");
        let config = client::config(&fixture.settings).retry_partition(partition);
        config.allow_no_auth().endpoint_url("https://example.com/x")
    };
    inspect(t, "settings", config, Builder::new()).await;
    let call_config = Builder::new()
        .allow_no_auth()
        .endpoint_url("https://call.example")
        .timeout_config(TimeoutConfig::disabled())
        .use_dual_stack(false)
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .retry_partition(RetryPartition::new("call"));
    inspect(t, "settings and per call", config, call_config).await;
    let config = |fixture: &Fixture| bare(fixture).with_test_defaults_v2();
    inspect(t, "test defaults", config, Builder::new()).await;
}
