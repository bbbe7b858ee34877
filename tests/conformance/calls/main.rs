//! What takes more than one request, or more than a request's text, to see: waiters, tokens, and
//! bodies that are compressed on their way.

#![forbid(unsafe_code)]

mod compression;
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

/// A clock that only sleepers move.
#[derive(Clone, Debug, Default)]
struct Clock(Arc<Mutex<Vec<Duration>>>);

impl Clock {
    /// How long each sleep was.
    fn slept(&self) -> Vec<Duration> {
        self.0.lock().expect("no panic before").clone()
    }
}

impl AsyncSleep for Clock {
    fn sleep(&self, duration: Duration) -> Sleep {
        self.0.lock().expect("no panic before").push(duration);
        Sleep::new(std::future::ready(()))
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        let begin = SystemTime::UNIX_EPOCH + Duration::from_secs(1_704_067_200);
        begin + self.slept().into_iter().sum::<Duration>()
    }
}

/// A client that tries each request once.
fn client(http: &Http, clock: &Clock, settings: impl FnOnce(Builder) -> Builder) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .sleep_impl(clock.clone())
        .time_source(clock.clone())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        // Whose clocks are not those of waiters.
        .identity_cache(IdentityCache::no_cache())
        .timeout_config(TimeoutConfig::disabled())
        .endpoint_url("https://example.com")
        .http_client(http.clone());
    Client::from_conf(settings(config).build())
}
