//! `cargo xtask bench`: runs the package `tests/bench`. It is a separate package, so that its
//! dependencies are not part of the generator's build.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context;

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/bench/Cargo.toml");

/// Compares the cost of the client with that of aws-sdk-ivs. `cargo xtask bench --help` lists the
/// flags.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Args {
    /// Flags for the bench.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// Runs the bench and returns its exit code.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--locked", "--quiet", "--manifest-path"]);
    command
        .arg(Path::new(MANIFEST))
        .arg("--")
        .args(&args.arguments);
    let status = command.status().context("failed to run cargo")?;
    // A process that a signal ended has no exit code.
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.unwrap_or(1).into())
}
