//! Random inputs through both clients: the same request, or the same failure.

use proptest::test_runner::TestCaseError;

use crate::inputs::{Call, calls};
use crate::outcome::Outcome;
use crate::settings::{Settings, UserAgents};
use crate::wire::{Answer, Sent, Wire};
use crate::{draw, official, ours};

/// Draws `cases` inputs and compares.
pub fn run(cases: u32, seed: Option<u64>) -> anyhow::Result<()> {
    let sides = Sides::new();
    let compare = async |call| sides.compare(&call).await;
    draw::run(
        "requests",
        cases,
        seed,
        &calls(),
        |call| call.operation,
        compare,
    )
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
        draw::equal(&official, &ours)
    }
}

/// User agents but for the crate's version, in which they are bound to differ.
fn without_version(agents: Vec<String>) -> Vec<String> {
    let is_version = |token: &&str| !token.starts_with("api/ivs/");
    let without = |agent: String| {
        agent
            .split(' ')
            .filter(is_version)
            .collect::<Vec<_>>()
            .join(" ")
    };
    agents.into_iter().map(without).collect()
}
