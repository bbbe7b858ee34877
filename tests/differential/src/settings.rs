//! The settings that both clients share.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_types::retry::RetryConfig;

use crate::user_agents::UserAgentRecorder;

/// The settings of a client.
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
    /// Returns settings with which both clients must send the same bytes, and the recorder of
    /// their original user agents.
    pub fn fixed(http_client: impl HttpClient + 'static) -> (Self, UserAgentRecorder) {
        let agents = UserAgentRecorder::default();
        let settings = Self {
            http_client: SharedHttpClient::new(http_client),
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

/// Returns a unique retry partition.
///
/// Clients in the same partition share a retry quota, even clients of the two crates.
pub fn fresh_partition() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("partition-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A generator that returns the same id for all calls.
#[derive(Clone, Debug)]
pub struct FixedId;

impl InvocationIdGenerator for FixedId {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        Ok(Some(InvocationId::new(
            "00000000-0000-4000-8000-000000000000".to_owned(),
        )))
    }
}

/// A sleep that completes at once.
#[derive(Clone, Debug)]
struct NoSleep;

impl AsyncSleep for NoSleep {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}
