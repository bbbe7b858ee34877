//! The generated client and `aws-sdk-ivs` side by side.
//!
//! `cargo run -- requests --cases 10000` draws inputs, `answers` draws answers; both print the seed
//! with which a run can be repeated.
#![forbid(unsafe_code)]

mod agents;
mod answers;
mod behaviour;
mod classifier;
mod clock;
mod differences;
mod draw;
mod hooks;
mod inputs;
mod lenient;
mod listener;
mod meters;
mod model;
mod official;
#[allow(clippy::duplicate_mod, reason = "the sources are the same on purpose")]
mod ours;
mod outcome;
mod own_scheme;
mod peer;
mod provider;
mod requests;
mod settings;
mod sockets;
mod stage;
mod transcript;
mod value;
mod wire;

use clap::{Parser, Subcommand};

/// Compares the generated client with the official one.
///
/// Exit codes: 0 no difference, 1 a difference, 2 bad usage.
#[derive(Parser)]
#[command(name = "differential")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Random inputs: the same request, or the same failure.
    Requests(Run),
    /// Random answers: the same output, or the same error.
    Answers(Run),
    /// All three, one after the other.
    All(Run),
    /// Scripts: the same on the other side, the same for the caller.
    Behaviour {
        /// Only the scripts whose name contains this.
        #[arg(long)]
        only: Option<String>,
        /// Prints what was written down of our client.
        #[arg(long)]
        show: bool,
    },
}

/// How much, and from where.
#[derive(clap::Args)]
struct Run {
    /// How many cases to draw.
    #[arg(long, default_value_t = 10_000)]
    cases: u32,
    /// The seed to begin from, as an earlier run printed it; a new one otherwise.
    #[arg(long)]
    seed: Option<u64>,
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Requests(run) => requests::run(run.cases, run.seed),
        Command::Answers(run) => answers::run(run.cases, run.seed),
        Command::All(run) => {
            requests::run(run.cases, run.seed)?;
            answers::run(run.cases, run.seed)?;
            behaviour::run(None, false)
        }
        Command::Behaviour { only, show } => behaviour::run(only.as_deref(), show),
    }
}
