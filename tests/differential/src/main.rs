//! Compares the generated client with `aws-sdk-ivs`.
//!
//! `cargo run -- requests --cases 10000` compares random inputs, `responses` random responses. Both
//! print the seed that repeats the run.
#![forbid(unsafe_code)]

mod behaviour;
mod classifier;
mod clock;
mod connector;
mod custom_auth_scheme;
mod differences;
mod fixture;
mod hooks;
mod inputs;
mod invalid_json;
mod lost_metadata;
mod metrics;
mod model;
mod official;
#[allow(clippy::duplicate_mod, reason = "both compile the same sources")]
mod ours;
mod outcome;
mod peer;
mod property;
mod provider;
mod requests;
mod responses;
mod scenario;
mod server;
mod settings;
mod trace_capture;
mod transcript;
mod user_agents;
mod value;

use clap::{Parser, Subcommand};

/// Compares the generated client with the official one.
///
/// Exit codes: 0 no difference, 1 difference, 2 invalid usage.
#[derive(Parser)]
#[command(name = "differential")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compares the requests or errors for random inputs.
    Requests(Run),
    /// Compares the outputs or errors for random responses.
    Responses(Run),
    /// Runs the three commands that compare.
    All(Run),
    /// Calls an endpoint as the lines of standard input order, and prints the results.
    Scenario {
        client: scenario::Client,
        #[arg(long)]
        endpoint: String,
    },
    /// Compares the requests and results of scripts.
    Behaviour {
        /// Runs only the scripts whose name contains this string.
        #[arg(long)]
        only: Option<String>,
        /// Prints the transcripts of the generated client.
        #[arg(long)]
        show: bool,
    },
}

/// The options of a randomized run.
#[derive(clap::Args)]
struct Run {
    /// The number of cases to generate.
    #[arg(long, default_value_t = 10_000)]
    cases: u32,
    /// The seed that an earlier run printed; by default a new one.
    #[arg(long)]
    seed: Option<u64>,
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Requests(run) => requests::run(run.cases, run.seed),
        Command::Responses(run) => responses::run(run.cases, run.seed),
        Command::All(run) => {
            requests::run(run.cases, run.seed)?;
            responses::run(run.cases, run.seed)?;
            behaviour::run(None, false)
        }
        Command::Scenario { client, endpoint } => scenario::run(client, &endpoint),
        Command::Behaviour { only, show } => behaviour::run(only.as_deref(), show),
    }
}
