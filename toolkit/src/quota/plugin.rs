//! The parts of a client that apply quotas: an interceptor, and the retry strategy, which decides
//! when attempts are sent.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use aws_smithy_runtime::client::retries::strategy::StandardRetryStrategy;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextRef,
    InterceptorContext,
};
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::retries::{RetryStrategy, SharedRetryStrategy, ShouldAttempt};
use aws_smithy_runtime_api::client::runtime_components::{
    RuntimeComponents, RuntimeComponentsBuilder,
};
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use ivs_sdk::config::Region;
use ivs_sdk::operation::put_metadata::PutMetadataInput;

use super::shared::{CountedCall, Key, Reservation};
use super::{ExceededError, Quota, rates};

/// The status of a response to a throttled call.
const TOO_MANY_REQUESTS: u16 = 429;

impl RuntimePlugin for Quota {
    fn runtime_components(
        &self,
        _: &RuntimeComponentsBuilder,
    ) -> Cow<'_, RuntimeComponentsBuilder> {
        let strategy = LimitedStrategy {
            quota: self.clone(),
            inner: StandardRetryStrategy::new(),
        };
        let components = RuntimeComponentsBuilder::new("Quota")
            .with_interceptor(SharedInterceptor::new(Counter(self.clone())))
            .with_retry_strategy(Some(SharedRetryStrategy::new(strategy)));
        Cow::Owned(components)
    }
}

/// A call in progress.
#[derive(Clone, Debug)]
struct Pending {
    call: Arc<CountedCall>,
    /// The time that was reserved for the last attempt, by the clock of the quota.
    reserved: Arc<Mutex<Option<SystemTime>>>,
}

impl Pending {
    fn reserved(&self) -> MutexGuard<'_, Option<SystemTime>> {
        self.reserved.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Storable for Pending {
    type Storer = StoreReplace<Self>;
}

/// Recognizes calls with quotas, and observes their responses.
#[derive(Debug)]
struct Counter(Quota);

#[dyn_dispatch_hint]
impl Intercept for Counter {
    fn name(&self) -> &'static str {
        "Quota"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input = context.input().downcast_ref::<PutMetadataInput>();
        let channel = input.and_then(PutMetadataInput::channel_arn);
        if let Some(call) = CountedCall::new(bag, channel) {
            let reserved = Arc::default();
            bag.interceptor_state().store_put(Pending {
                call: Arc::new(call),
                reserved,
            });
        }
        Ok(())
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(pending) = bag.load::<Pending>()
            && let Some(attempt) = *pending.reserved()
        {
            let throttled = context.response().status().as_u16() == TOO_MANY_REQUESTS;
            self.0
                .observe(&pending.call, attempt, now(components), throttled);
        }
        Ok(())
    }
}

impl CountedCall {
    /// Returns the quotas of a call; `None` if the operation has no published rate.
    fn new(bag: &ConfigBag, channel: Option<&str>) -> Option<Self> {
        let rate = rates::find(bag.load::<Metadata>()?.name())?;
        let region = bag.load::<Region>().cloned();
        let key = |channel| Key {
            region: region.clone(),
            operation: rate.operation,
            channel,
        };
        let mut quotas = vec![(key(None), rate.per_second)];
        if let (Some(per_channel), Some(channel)) = (rate.per_channel, channel) {
            quotas.push((key(Some(channel.to_owned())), per_channel));
        }
        Some(Self { quotas })
    }
}

/// The client's retry strategy, which delays attempts until the quotas permit them.
#[derive(Debug)]
struct LimitedStrategy {
    quota: Quota,
    inner: StandardRetryStrategy,
}

fn now(components: &RuntimeComponents) -> SystemTime {
    components.time_source().unwrap_or_default().now()
}

impl RetryStrategy for LimitedStrategy {
    fn should_attempt_initial_request(
        &self,
        components: &RuntimeComponents,
        bag: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        let decision = self.inner.should_attempt_initial_request(components, bag)?;
        let (ShouldAttempt::Yes, Some(pending)) = (&decision, bag.load::<Pending>()) else {
            return Ok(decision);
        };
        // The strategy is asked again after each delay.
        let mut reserved = pending.reserved();
        if reserved.is_some() {
            return Ok(decision);
        }
        let reservation = self.quota.reserve(&pending.call, now(components))?;
        *reserved = Some(reservation.time);
        Ok(match reservation.delay {
            Duration::ZERO => decision,
            delay => ShouldAttempt::YesAfterDelay(delay),
        })
    }

    fn should_attempt_retry(
        &self,
        context: &InterceptorContext,
        components: &RuntimeComponents,
        bag: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        let decision = self.inner.should_attempt_retry(context, components, bag)?;
        let backoff = match &decision {
            ShouldAttempt::Yes => Duration::ZERO,
            ShouldAttempt::YesAfterDelay(delay) => *delay,
            ShouldAttempt::No => return Ok(decision),
        };
        let Some(pending) = bag.load::<Pending>() else {
            return Ok(decision);
        };
        let reservation = self
            .quota
            .reserve_retry(&pending.call, now(components), backoff);
        Ok(match reservation {
            Ok(Reservation { time, delay }) => {
                *pending.reserved() = Some(time);
                ShouldAttempt::YesAfterDelay(delay)
            }
            // The error of the attempt is more useful than that of the quota.
            Err(ExceededError { .. }) => ShouldAttempt::No,
        })
    }
}
