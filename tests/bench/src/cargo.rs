//! Commands that run cargo, unaffected by settings of the calling shell.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Prefixes of environment variables that would make builds differ from a plain `cargo build`.
const SETTINGS: &[&str] = &[
    "CARGO_BUILD_",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_PROFILE_",
    "RUSTC_",
    "RUSTDOC",
    "RUSTFLAGS",
];

/// Returns the command `cargo SUBCOMMAND` for the package or workspace in `folder`.
pub(crate) fn command(subcommand: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let lossy = name.to_string_lossy();
        if SETTINGS.iter().any(|prefix| lossy.starts_with(prefix)) {
            command.env_remove(&name);
        }
    }
    command.env("CARGO_INCREMENTAL", "0");
    command.env("CARGO_TERM_COLOR", "never");
    // Cargo caps the lints of registry crates only, and our client is a path dependency.
    command.env("RUSTFLAGS", "--cap-lints=allow");
    command.env("RUSTDOCFLAGS", "--cap-lints=allow");
    command.arg(subcommand).arg("--locked").arg("--quiet");
    command
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"));
    command
}

/// Runs `command` and returns its stdout.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let result = command.stderr(Stdio::inherit()).output();
    let output = result.with_context(|| format!("{command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed: {}", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Returns the output of `cargo metadata` for `folder`.
pub(crate) fn metadata(folder: &Path, arguments: &[&str]) -> Result<Value> {
    let mut command = command("metadata", folder);
    command.args(["--format-version", "1"]).args(arguments);
    Ok(serde_json::from_str(&output(&mut command)?)?)
}

/// Returns the target directory of the package in `folder`.
pub(crate) fn target_directory(folder: &Path) -> Result<PathBuf> {
    let metadata = metadata(folder, &["--no-deps"])?;
    let target = metadata["target_directory"].as_str();
    Ok(target
        .context("cargo metadata has no target directory")?
        .into())
}
