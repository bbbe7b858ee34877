//! Random calls against a fake with faults, on a network that loses and damages responses.
//!
//! A round is a function of its seed: workers with a channel set each call one fake on a virtual
//! clock, and [`worker`] checks each call and the state. `IVS_SOAK_SECONDS` is the time for rounds, 2
//! if unset; `IVS_SOAK_SEED` is the seed of the first one.
#![forbid(unsafe_code)]

mod call;
mod hostile;
mod model;
mod worker;

use std::collections::BTreeMap;
use std::env;
use std::time::{Duration, Instant};

use ivs_fake::{Clock, Fake, Options, Quotas};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use crate::worker::Worker;

const WORKERS: usize = 6;
const STEPS: usize = 50;

/// The number of calls by how they ended.
type Endings = BTreeMap<&'static str, usize>;

/// The endings that a run must have seen, so that none of the checks is vacuous.
const ENDINGS: &[&str] = &[
    "AccessDenied",
    "ChannelNotBroadcasting",
    "Conflict",
    "Connection",
    "MalformedResponse",
    "NotFound",
    "QuotaExceeded",
    "ServiceUnavailable",
    "Throttled",
    "Timeout",
    "success",
    "success of a repeated call",
];

fn number(variable: &str, default: u64) -> u64 {
    let parse = |value: String| {
        let number = value.parse();
        number.unwrap_or_else(|error| panic!("{variable}={value}: {error}"))
    };
    env::var(variable).map_or(default, parse)
}

#[test]
fn calls_keep_their_promises_on_a_hostile_network() {
    let end = Instant::now() + Duration::from_secs(number("IVS_SOAK_SECONDS", 2));
    let first = number("IVS_SOAK_SEED", 1);
    let mut endings = Endings::new();
    let mut seed = first;
    loop {
        for (ending, count) in round(seed) {
            *endings.entry(ending).or_default() += count;
        }
        seed += 1;
        let is_covered = ENDINGS.iter().all(|ending| endings.contains_key(ending));
        // A slow machine needs more time, but no more than ten rounds, to see all endings.
        if Instant::now() >= end && (is_covered || seed - first >= 10) {
            break;
        }
    }
    let calls: usize = endings.values().sum();
    println!(
        "{calls} calls in {} rounds from seed {first}: {endings:#?}",
        seed - first
    );
    let seen: Vec<_> = endings.keys().copied().collect();
    assert_eq!(seen, ENDINGS);
}

/// A round that is run again takes the same course.
#[test]
fn rounds_are_repeatable() {
    assert_eq!(round(7), round(7));
}

/// Runs the workers, and compares the state of the fake with what they know about it.
fn round(seed: u64) -> Endings {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime");
    // The random delays between attempts.
    fastrand::seed(seed);
    runtime.block_on(async {
        let options = Options {
            seed: Some(seed),
            clock: Clock::manual(),
            quotas: Quotas::off(),
            ..Options::default()
        };
        let fake = Fake::builder().options(options).start().expect("a fake");
        let mut workers = JoinSet::new();
        for index in 0..WORKERS {
            let worker = Worker::new(fake.clone(), seed, index);
            workers.spawn(worker.run(STEPS));
        }
        let mut endings = Endings::new();
        let mut channels = 0;
        while let Some(finished) = workers.join_next().await {
            let (model, counts) = finished.expect("no panic");
            channels += model.channels.len();
            for (ending, count) in counts {
                *endings.entry(ending).or_default() += count;
            }
        }
        let overview = fake.control().overview();
        assert_eq!(overview.channels.len(), channels, "seed {seed}");
        endings
    })
}
