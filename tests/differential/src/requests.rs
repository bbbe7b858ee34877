//! Compares the requests or errors of both clients for random inputs.

use proptest::test_runner::TestCaseError;

use crate::connector::{ReplayConnector, Response, SentRequest};
use crate::inputs::{Call, calls};
use crate::outcome::Outcome;
use crate::settings::Settings;
use crate::user_agents::{UserAgentRecorder, without_version};
use crate::{official, ours, property};

/// Compares the clients over `cases` random inputs.
///
/// # Errors
/// Returns an error if the clients differ.
pub fn run(cases: u32, seed: Option<u64>) -> anyhow::Result<()> {
    let clients = Clients::new();
    let compare = async |call| clients.compare(&call).await;
    property::run(
        "requests",
        cases,
        seed,
        &calls(),
        |call| call.operation,
        compare,
    )
}

/// Both clients, each with a separate connector.
struct Clients {
    official: (official::sdk::Client, ReplayConnector, UserAgentRecorder),
    ours: (ours::sdk::Client, ReplayConnector, UserAgentRecorder),
}

/// The observed result and requests of one call.
#[derive(Debug, PartialEq)]
struct Observation {
    outcome: Outcome,
    requests: Vec<SentRequest>,
    agents: Vec<String>,
}

impl Clients {
    fn new() -> Self {
        let connector = || ReplayConnector::new([Response::json(200, "{}")]);
        let (theirs, mine) = (connector(), connector());
        let (settings, agents) = Settings::fixed(theirs.clone());
        let official = (official::client::client(&settings), theirs, agents);
        let (settings, agents) = Settings::fixed(mine.clone());
        let ours = (ours::client::client(&settings), mine, agents);
        Self { official, ours }
    }

    async fn compare(&self, call: &Call) -> Result<(), TestCaseError> {
        let (client, connector, agents) = &self.official;
        let official = Observation {
            outcome: official::driver::call(client, call.operation, &call.input).await,
            requests: connector.take_requests(),
            agents: without_version(agents.take()),
        };
        let (client, connector, agents) = &self.ours;
        let ours = Observation {
            outcome: ours::driver::call(client, call.operation, &call.input).await,
            requests: connector.take_requests(),
            agents: without_version(agents.take()),
        };
        property::compare(&official, &ours)
    }
}
