//! The project's command line: `cargo xtask <command>`.
//!
//! The package is also a library, so that its tests can use [`workspace`].
#![forbid(unsafe_code)]

mod bench;
mod conformance;
mod diff;
mod docs;
mod generate;
mod inputs;
mod ir;
mod output;
mod path;
mod policy;
mod record_release;
mod released;
mod source_toml;
#[cfg(test)]
mod test_folder;
mod text_diff;
mod transaction;
mod update;
mod values;
pub mod workspace;
mod writer;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Generates and tests the client crate, and updates the model that it is generated from.
///
/// Exit codes: 0 success; 1 `--check` found a difference, a test failed or a figure is past its
/// limit; 2 any other error, such as an invalid model, overlay or flag. `--help` of a command lists
/// its exit codes.
#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Generate(generate::Args),
    Update(update::Args),
    Diff(diff::Args),
    RecordRelease(record_release::Args),
    Ir(ir::Args),
    Docs(docs::Args),
    Conformance(conformance::Args),
    Bench(bench::Args),
}

/// Parses the command line, runs the command and returns its exit code.
pub fn main() -> ExitCode {
    let command = Cli::parse().command;
    let recovered = transaction::recover(&path::root());
    let result = recovered.and_then(|()| match command {
        Command::Generate(args) => generate::run(&args),
        Command::Update(args) => update::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::RecordRelease(args) => record_release::run(&args),
        Command::Ir(args) => ir::run(&args),
        Command::Docs(args) => docs::run(&args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Bench(_) => bench::run(),
    });
    result.unwrap_or_else(|error| {
        output::print_error(&format!("error: {error:#}"));
        output::ERROR.into()
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn flags_of_each_command_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
