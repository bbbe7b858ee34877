//! `cargo xtask bench`: runs the package `tests/bench`. It is a separate package, so that its
//! dependencies are not part of the generator's build.

#[path = "../../tests/bench/src/cli.rs"]
#[allow(dead_code, reason = "only the bench reads the flags")]
mod cli;
#[path = "../../tests/bench/src/measure.rs"]
#[allow(dead_code, reason = "only the bench measures")]
mod measure;

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context;

pub(crate) use cli::Cli as Args;

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/bench/Cargo.toml");

/// Runs the bench with the arguments of this process, and returns its exit code.
///
/// They are parsed already: an invalid flag is reported before the bench is compiled.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["run", "--locked", "--manifest-path"]);
    command
        .arg(Path::new(MANIFEST))
        .arg("--")
        .args(std::env::args_os().skip(2));
    let status = command.status().context("failed to run cargo")?;
    // A process that a signal ended has no exit code.
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.unwrap_or(1).into())
}
