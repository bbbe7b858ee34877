//! What both clients are set to.

use aws_credential_types::Credentials;
use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// What a client is set to.
#[derive(Clone, Debug)]
pub struct Settings {
    pub http_client: SharedHttpClient,
    pub credentials: Credentials,
    pub time: SharedTimeSource,
    pub sleep: SharedAsyncSleep,
    pub retries: RetryConfig,
    pub retry_partition: String,
    pub invocation_ids: FixedId,
    pub interceptors: Vec<SharedInterceptor>,
}

impl Settings {
    /// Settings under which both clients must send the same bytes, and the user agents that they
    /// would have sent.
    pub fn fixed(other_side: impl HttpClient + 'static) -> (Self, UserAgents) {
        let agents = UserAgents::default();
        let settings = Self {
            http_client: SharedHttpClient::new(other_side),
            credentials: Credentials::new(
                "AKIDEXAMPLE",
                "secret",
                Some("token".to_owned()),
                None,
                "fixed",
            ),
            time: SharedTimeSource::new(StaticTimeSource::new(
                SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000),
            )),
            sleep: SharedAsyncSleep::new(NoSleep),
            retries: RetryConfig::standard().with_max_attempts(2),
            retry_partition: fresh_partition(),
            invocation_ids: FixedId,
            interceptors: vec![SharedInterceptor::new(agents.clone())],
        };
        (settings, agents)
    }
}

/// A retry partition of its own: clients that share one share what is left for retries, and both
/// crates would share theirs.
pub fn fresh_partition() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("partition-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The same id for all calls.
#[derive(Clone, Debug)]
pub struct FixedId;

impl InvocationIdGenerator for FixedId {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        Ok(Some(InvocationId::new(
            "00000000-0000-4000-8000-000000000000".to_owned(),
        )))
    }
}

/// Waits are over at once.
#[derive(Clone, Debug)]
struct NoSleep;

impl AsyncSleep for NoSleep {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}

/// Puts one user agent in the place of each crate's own, which is part of what is signed, and notes
/// the own ones.
#[derive(Clone, Debug, Default)]
pub struct UserAgents(Arc<Mutex<Vec<String>>>);

const HEADERS: [&str; 2] = ["user-agent", "x-amz-user-agent"];

impl UserAgents {
    /// Those of the calls since they were asked for last.
    pub fn taken(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Intercept for UserAgents {
    fn name(&self) -> &'static str {
        "UserAgents"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        for name in HEADERS {
            let own = headers.insert(name, "the-same");
            let own = format!("{name}: {}", own.unwrap_or_default());
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(own);
        }
        Ok(())
    }
}
