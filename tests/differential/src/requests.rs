//! Random inputs through both clients: the same request, or the same failure.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;

use anyhow::bail;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};

use similar::TextDiff;

use crate::inputs::{Call, calls};
use crate::outcome::Outcome;
use crate::settings::{Settings, UserAgents};
use crate::wire::{Answer, Sent, Wire};
use crate::{official, ours};

/// Draws `cases` inputs and compares.
pub fn run(cases: u32, seed: Option<u64>) -> anyhow::Result<()> {
    let seed = seed.unwrap_or_else(fresh_seed);
    println!("requests: {cases} cases, seed {seed}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let sides = Sides::new();
    let calls_made = RefCell::new(BTreeMap::new());
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 50_000,
        ..Config::default()
    });
    let result = runner.run(&calls(), |call| {
        *calls_made.borrow_mut().entry(call.operation).or_insert(0_u32) += 1;
        runtime.block_on(sides.compare(&call))
    });
    let calls_made = calls_made.into_inner();
    println!("requests: {} operations, {} calls", calls_made.len(), calls_made.values().sum::<u32>());
    if let Err(error) = result {
        bail!("requests: seed {seed}: {error}");
    }
    Ok(())
}

fn fresh_seed() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.map_or(0, |now| now.as_nanos());
    u64::try_from(now & u128::from(u64::MAX)).unwrap_or_default()
}

/// Both clients, each with its own other side.
struct Sides {
    official: (official::sdk::Client, Wire, UserAgents),
    ours: (ours::sdk::Client, Wire, UserAgents),
}

/// What one side shows of a call.
#[derive(Debug, PartialEq)]
struct Seen {
    outcome: Outcome,
    sent: Vec<Sent>,
    agents: Vec<String>,
}

impl Sides {
    fn new() -> Self {
        let wire = || Wire::answering([Answer::json(200, "{}")]);
        let (theirs, mine) = (wire(), wire());
        let (settings, agents) = Settings::fixed(theirs.clone());
        let official = (official::client::client(&settings), theirs, agents);
        let (settings, agents) = Settings::fixed(mine.clone());
        let ours = (ours::client::client(&settings), mine, agents);
        Self { official, ours }
    }

    async fn compare(&self, call: &Call) -> Result<(), TestCaseError> {
        let (client, wire, agents) = &self.official;
        let official = Seen {
            outcome: official::driver::call(client, call.operation, &call.input).await,
            sent: wire.sent(),
            agents: without_version(agents.taken()),
        };
        let (client, wire, agents) = &self.ours;
        let ours = Seen {
            outcome: ours::driver::call(client, call.operation, &call.input).await,
            sent: wire.sent(),
            agents: without_version(agents.taken()),
        };
        if official == ours {
            Ok(())
        } else {
            Err(TestCaseError::fail(difference(&official, &ours)))
        }
    }
}

/// User agents but for the crate's version, in which they are bound to differ.
fn without_version(agents: Vec<String>) -> Vec<String> {
    let is_version = |token: &&str| !token.starts_with("api/ivs/");
    let without = |agent: String| agent.split(' ').filter(is_version).collect::<Vec<_>>().join(" ");
    agents.into_iter().map(without).collect()
}

/// The lines in which two things differ, those of the official client with `-`.
pub fn difference(official: &dyn Debug, ours: &dyn Debug) -> String {
    let (official, ours) = (format!("{official:#?}"), format!("{ours:#?}"));
    let diff = TextDiff::from_lines(&official, &ours);
    format!("the clients differ\n{}", diff.unified_diff().context_radius(2).header("official", "ours"))
}
