//! What both clients are set to.

use aws_credential_types::Credentials;
use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use crate::wire::Wire;

/// What a client is set to.
#[derive(Clone, Debug)]
pub struct Settings {
    pub wire: Wire,
    pub credentials: Credentials,
    pub time: SharedTimeSource,
    pub sleep: SharedAsyncSleep,
    pub retries: RetryConfig,
    pub invocation_ids: FixedId,
    pub interceptors: Vec<SharedInterceptor>,
}

impl Settings {
    /// Settings under which both clients must send the same bytes, and the user agents that they
    /// would have sent.
    pub fn fixed(wire: Wire) -> (Self, UserAgents) {
        let agents = UserAgents::default();
        let settings = Self {
            wire,
            credentials: Credentials::new("AKIDEXAMPLE", "secret", Some("token".to_owned()), None, "fixed"),
            time: SharedTimeSource::new(StaticTimeSource::new(
                SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000),
            )),
            sleep: SharedAsyncSleep::new(NoSleep),
            retries: RetryConfig::standard().with_max_attempts(2),
            invocation_ids: FixedId,
            interceptors: vec![SharedInterceptor::new(agents.clone())],
        };
        (settings, agents)
    }
}

/// The same id for all calls.
#[derive(Clone, Debug)]
pub struct FixedId;

impl InvocationIdGenerator for FixedId {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        Ok(Some(InvocationId::new("00000000-0000-4000-8000-000000000000".to_owned())))
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
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(own);
        }
        Ok(())
    }
}
