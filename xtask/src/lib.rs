//! The project's command line: `cargo xtask <command>`. A library as well, for what its tests share
//! with it.
#![forbid(unsafe_code)]

mod bench;
mod conformance;
mod diff;
mod generate;
mod inputs;
mod ir;
mod output;
mod path;
mod source_toml;
#[cfg(test)]
mod test_folder;
mod update;
mod values;
pub mod workspace;
mod writer;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Works on the generated client crate and the model it comes from.
///
/// Exit codes: 0 done, 1 `--check` found a difference or a test failed, 2 a bad model, overlay or
/// flag.
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
    Ir(ir::Args),
    Conformance(conformance::Args),
    Bench(bench::Args),
}

/// Does what the command line says.
pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Generate(args) => generate::run(&args),
        Command::Update(args) => update::run(&args),
        Command::Ir(args) => ir::run(&args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Bench(args) => bench::run(&args),
    };
    done.unwrap_or_else(|error| {
        output::complain(&format!("error: {error:#}"));
        output::BAD_INPUT.into()
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_flags_of_each_command_go_together() {
        super::Cli::command().debug_assert();
    }
}
