//! What an interceptor finds: the components of a call, and what is known of it.

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
use std::fmt::Debug;

use super::{client, sdk};
use crate::hooks::{Log, taken};
use crate::outcome::Outcome;
use crate::peer::Reply;
use crate::stage::Stage;
use crate::transcript::Transcript;
use sdk::config::interceptors::BeforeTransmitInterceptorContextRef;
use sdk::config::{Builder, ConfigBag, Intercept, Region, RuntimeComponents};
use sdk::error::BoxError;

/// Writes down what it finds.
#[derive(Debug)]
struct Finds(Log);

impl Intercept for Finds {
    fn name(&self) -> &'static str {
        "Finds"
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
            found::<Metadata>(config),
            found::<Region>(config),
            found::<SigningRegion>(config),
            found::<SigningName>(config),
            found::<SigV4OperationSigningConfig>(config),
            found::<RetryConfig>(config),
            found::<RetryPartition>(config),
            found::<TimeoutConfig>(config),
            found::<StalledStreamProtectionConfig>(config),
            found::<AuthSchemeOptionResolverParams>(config),
            found::<EndpointResolverParams>(config),
            found::<Endpoint>(config),
        ]);
        Ok(())
    }
}

/// One thing that is known of a call.
fn found<T: Storable<Storer = StoreReplace<T>> + Debug>(config: &ConfigBag) -> String {
    let name = std::any::type_name::<T>();
    let name = name.rsplit("::").next().unwrap_or(name);
    format!("  {name} {:?}", config.load::<T>())
}

async fn find(
    t: &mut Transcript,
    what: &str,
    config: impl FnOnce(&Stage) -> Builder,
    own: Builder,
) {
    let log = Log::default();
    let stage = Stage::new([Reply::status(500, "{}"), Reply::ok("{}")]);
    let config = config(&stage).interceptor(Finds(log.clone()));
    let client = sdk::Client::from_conf(config.build());
    let call = client.get_channel().customize().config_override(own);
    let outcome = Outcome::of(call.send().await);
    t.note(what);
    let found = taken(&log);
    // Clients of earlier years do not try again by default.
    t.check(what, found.iter().any(|line| line.contains("Metadata")));
    for line in found {
        t.note(line);
    }
    t.outcome(&outcome);
}

/// As little as can be set, so that all else is by default.
fn bare(stage: &Stage) -> Builder {
    sdk::Config::builder()
        .region(Region::new("us-west-2"))
        .credentials_provider(stage.settings.credentials.clone())
        .sleep_impl(stage.clock.clone())
        .http_client(stage.peer.clone())
}

pub async fn by_default(t: &mut Transcript) {
    find(t, "latest, by feature", bare, Builder::new()).await;
    let latest = |stage: &Stage| bare(stage).behavior_version_latest();
    find(t, "latest, as a setting", latest, Builder::new()).await;
    let override_s = || {
        Builder::new()
            .region(Region::new("eu-west-1"))
            .use_fips(true)
    };
    find(t, "of a call", bare, override_s()).await;
}

#[expect(deprecated, reason = "clients of earlier years go on")]
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
        let config = |stage: &Stage| bare(stage).behavior_version(version);
        find(t, &format!("{version:?}"), config, Builder::new()).await;
    }
}

pub async fn by_settings(t: &mut Transcript) {
    let config = |stage: &Stage| {
        let partition = RetryPartition::new("mine");
        let config = client::config(&stage.settings).retry_partition(partition);
        config.allow_no_auth().endpoint_url("https://example.com/x")
    };
    find(t, "settings", config, Builder::new()).await;
    let own = Builder::new()
        .allow_no_auth()
        .endpoint_url("https://call.example");
    let own = own
        .timeout_config(TimeoutConfig::disabled())
        .use_dual_stack(false);
    let own = own.stalled_stream_protection(StalledStreamProtectionConfig::disabled());
    find(
        t,
        "and of a call",
        config,
        own.retry_partition(RetryPartition::new("own")),
    )
    .await;
    let config = |stage: &Stage| bare(stage).with_test_defaults_v2();
    find(t, "test defaults", config, Builder::new()).await;
}
