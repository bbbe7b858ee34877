//! Behaviour that a model cannot define as a protocol test: waiters, paginators, bearer tokens, and
//! compression of streaming bodies.

#![forbid(unsafe_code)]

mod compression;
mod pages;
mod tokens;
mod waiters;

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_async::time::TimeSource;
use conformance::Http;
use conformance_calls::Client;
use conformance_calls::config::retry::RetryConfig;
use conformance_calls::config::timeout::TimeoutConfig;
use conformance_calls::config::{
    BehaviorVersion, Builder, Config, Credentials, IdentityCache, Region,
    StalledStreamProtectionConfig,
};

/// A clock that advances only when a client sleeps.
#[derive(Clone, Debug, Default)]
struct Clock(Arc<Mutex<Vec<Duration>>>);

impl Clock {
    /// Returns the duration of each sleep.
    fn slept(&self) -> Vec<Duration> {
        self.0.lock().expect("no panic under the lock").clone()
    }
}

impl AsyncSleep for Clock {
    fn sleep(&self, duration: Duration) -> Sleep {
        self.0
            .lock()
            .expect("no panic under the lock")
            .push(duration);
        Sleep::new(std::future::ready(()))
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        let begin = SystemTime::UNIX_EPOCH + Duration::from_secs(1_704_067_200);
        begin + self.slept().into_iter().sum::<Duration>()
    }
}

/// Returns a client that does not retry.
fn client(http: &Http, clock: &Clock, settings: impl FnOnce(Builder) -> Builder) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .sleep_impl(clock.clone())
        .time_source(clock.clone())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        // The identity cache and timeouts would sleep too, and the tests count sleeps.
        .identity_cache(IdentityCache::no_cache())
        .timeout_config(TimeoutConfig::disabled())
        .endpoint_url("https://example.com")
        .http_client(http.clone());
    Client::from_conf(settings(config).build())
}
