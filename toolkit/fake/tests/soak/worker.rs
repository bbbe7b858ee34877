//! A worker: random calls, faults and broadcasts, with a check after each.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use fastrand::Rng;
use ivs_fake::{Encoder, Fake, Fault};
use ivs_sdk::Client;
use ivs_sdk::config::retry::{RetryConfig, RetryPartition};
use ivs_sdk::config::timeout::TimeoutConfig;
use ivs_sdk::error::ErrorKind;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::Endings;
use crate::call::{Call, Failure};
use crate::hostile::{Attempt, Ending, Network, Reply};
use crate::model::Model;

const ATTEMPT_TIMEOUT: Duration = Duration::from_millis(500);
const CALL_TIMEOUT: Duration = Duration::from_secs(3);
const MAX_ATTEMPTS: u32 = 3;

/// Timers have this precision.
const TICK: Duration = Duration::from_millis(2);

/// The error codes that are ordered; the model predicts none of them.
const ORDERED: &[&str] = &[
    "AccessDeniedException",
    "InternalServerException",
    "ServiceUnavailable",
    "ThrottlingException",
];

/// A worker, whose channels have names that begin with its prefix.
pub(crate) struct Worker {
    fake: Fake,
    network: Network,
    client: Client,
    rng: Rng,
    model: Model,
    prefix: String,
    seed: u64,
    endings: Endings,
}

/// The workers of the process.
static WORKERS: AtomicUsize = AtomicUsize::new(0);

impl Worker {
    pub(crate) fn new(fake: Fake, seed: u64, index: usize) -> Self {
        let worker_seed = seed.wrapping_mul(1000).wrapping_add(index as u64);
        let network = Network::new(fake.connector(), worker_seed);
        let number = WORKERS.fetch_add(1, Ordering::Relaxed);
        let partition = format!("soak-{number}");
        let timeouts = TimeoutConfig::builder()
            .operation_attempt_timeout(ATTEMPT_TIMEOUT)
            .operation_timeout(CALL_TIMEOUT);
        let config = fake
            .config()
            .http_client(network.clone())
            .retry_config(RetryConfig::standard().with_max_attempts(MAX_ATTEMPTS))
            // Each worker has a full quota of retries.
            .retry_partition(RetryPartition::new(partition))
            .timeout_config(timeouts.build());
        Self {
            client: Client::from_conf(config.build()),
            fake,
            network,
            rng: Rng::with_seed(worker_seed),
            model: Model::default(),
            prefix: format!("worker-{index}-"),
            seed,
            endings: Endings::new(),
        }
    }

    /// Takes the steps. Returns what the worker knows, and how its calls ended.
    pub(crate) async fn run(mut self, steps: usize) -> (Model, Endings) {
        for step in 0..steps {
            if self.rng.u8(..4) == 0 {
                self.control();
            }
            let name = format!("{}{step}", self.prefix);
            let call = Call::random(&mut self.rng, &self.model, &name);
            let context = format!("seed {}, {name}, {call:?}", self.seed);
            self.order_faults(&call);
            let start = Instant::now();
            let result = call.send(&self.client).await;
            let elapsed = start.elapsed();
            assert!(
                elapsed <= CALL_TIMEOUT + TICK,
                "{context}: took {elapsed:?}"
            );
            while self.network.is_busy() {
                sleep(Duration::from_millis(50)).await;
            }
            let attempts = self.network.take_attempts();
            let expected = self.apply(&call, &attempts, &context);
            let ending = check(&result, elapsed, &attempts, expected.as_ref(), &context);
            *self.endings.entry(ending).or_default() += 1;
            let mut channels = self.fake.control().overview().channels;
            channels.retain(|channel| channel.name.starts_with(&self.prefix));
            self.model.assert_equals(&channels, &context);
        }
        (self.model, self.endings)
    }

    /// Lets the encoder of a channel connect or disconnect.
    fn control(&mut self) {
        let channels: Vec<_> = self.model.channels.keys().cloned().collect();
        let Some(arn) = self.rng.choice(channels) else {
            return;
        };
        let control = self.fake.control();
        let channel = self.model.channels.get_mut(&arn).expect("a channel");
        channel.stream = match channel.stream.take() {
            Some(_) => {
                control.end(&arn).expect("the channel was live");
                None
            }
            None => Some(control.go_live(&arn, Encoder::default()).expect("live")),
        };
    }

    /// Orders faults for the next requests of the call's operation, perhaps of another worker.
    fn order_faults(&mut self, call: &Call) {
        for _ in 0..self.rng.u8(..4).saturating_sub(1) {
            let fault = match self.rng.u8(..5) {
                0 => Fault::Delay(self.rng.u64(1..2000)),
                1 => Fault::Reset,
                2 => Fault::Status(self.rng.choice([500, 502, 503]).unwrap_or(500)),
                _ => Fault::Code(
                    self.rng
                        .choice(ORDERED)
                        .copied()
                        .unwrap_or_default()
                        .to_owned(),
                ),
            };
            let times = self.rng.u32(1..4);
            let ordered = self
                .fake
                .control()
                .fail_next(call.operation(), fault, times);
            ordered.expect("a known operation");
        }
    }

    /// Applies the attempts of a call to the model, and checks the responses of the fake. Returns the
    /// output of the last attempt, if it succeeded.
    fn apply(&mut self, call: &Call, attempts: &[Attempt], context: &str) -> Option<Value> {
        assert!(!attempts.is_empty(), "{context}: nothing was sent");
        assert!(
            attempts.len() <= MAX_ATTEMPTS as usize,
            "{context}: {attempts:?}"
        );
        let mut output = None;
        for attempt in attempts {
            output = None;
            let Some(reply) = attempt.reply.as_ref().filter(|reply| !is_ordered(reply)) else {
                continue;
            };
            let expected = self.model.expected_error(call);
            assert_eq!(reply.code.as_deref(), expected, "{context}: {reply:?}");
            if reply.code.is_none() {
                self.model.apply(call, &reply.body);
                output = Some(self.model.view(call, &reply.body));
            }
        }
        output
    }
}

/// Returns `true` for an error that was ordered.
fn is_ordered(reply: &Reply) -> bool {
    match &reply.code {
        Some(code) => ORDERED.contains(&code.as_str()),
        None => reply.status >= 500,
    }
}

/// Checks the result of a call against its last attempt, which decides it. Returns how it ended.
fn check(
    result: &Result<Value, Failure>,
    elapsed: Duration,
    attempts: &[Attempt],
    expected: Option<&Value>,
    context: &str,
) -> &'static str {
    let context = format!("{context}: {result:?} after {attempts:?}");
    let last = attempts.last().expect("an attempt");
    let failure = match result {
        Ok(output) => {
            assert_eq!(last.ending, Ending::Response, "{context}");
            assert_eq!(Some(output), expected, "{context}");
            return match attempts {
                [_] => "success",
                _ => "success of a repeated call",
            };
        }
        Err(failure) => failure,
    };
    assert!(failure.was_sent, "{context}: {}", failure.text);
    let kind = if failure.is_timeout && elapsed + TICK >= CALL_TIMEOUT {
        // The time ran out during an attempt or before the next one.
        ErrorKind::Timeout
    } else {
        match (last.ending, &last.reply) {
            (Ending::Abandoned, _) => {
                assert!(
                    failure.is_timeout && elapsed >= ATTEMPT_TIMEOUT,
                    "{context}"
                );
                ErrorKind::Timeout
            }
            (Ending::Broken, _) => ErrorKind::Connection,
            (Ending::Damaged, Some(reply)) => {
                assert_eq!(failure.status, Some(reply.status), "{context}");
                ErrorKind::MalformedResponse
            }
            (Ending::Response, Some(reply)) => {
                assert_eq!(
                    (&failure.code, failure.status),
                    (&reply.code, Some(reply.status)),
                    "{context}"
                );
                kind(reply)
            }
            (Ending::Response | Ending::Damaged, None) => panic!("{context}"),
        }
    };
    assert_eq!(failure.kind, kind, "{context}");
    name(kind)
}

/// Returns the kind of an error response.
fn kind(reply: &Reply) -> ErrorKind {
    match reply.code.as_deref() {
        Some("AccessDeniedException") => ErrorKind::AccessDenied,
        Some("ChannelNotBroadcasting") => ErrorKind::ChannelNotBroadcasting,
        Some("ConflictException") => ErrorKind::Conflict,
        Some("ResourceNotFoundException") => ErrorKind::NotFound,
        Some("ServiceQuotaExceededException") => ErrorKind::QuotaExceeded,
        Some("ThrottlingException") => ErrorKind::Throttled,
        Some("InternalServerException" | "ServiceUnavailable") | None => {
            ErrorKind::ServiceUnavailable
        }
        Some(code) => panic!("the code {code} has no kind here"),
    }
}

fn name(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::AccessDenied => "AccessDenied",
        ErrorKind::ChannelNotBroadcasting => "ChannelNotBroadcasting",
        ErrorKind::Conflict => "Conflict",
        ErrorKind::Connection => "Connection",
        ErrorKind::MalformedResponse => "MalformedResponse",
        ErrorKind::NotFound => "NotFound",
        ErrorKind::QuotaExceeded => "QuotaExceeded",
        ErrorKind::ServiceUnavailable => "ServiceUnavailable",
        ErrorKind::Throttled => "Throttled",
        ErrorKind::Timeout => "Timeout",
        kind => panic!("no call ends with {kind:?}"),
    }
}
