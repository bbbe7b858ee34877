//! Cargo, as each measure runs it: whatever the shell has set does not count.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Settings by which builds would differ from those of a plain `cargo build`.
const SETTINGS: &[&str] = &[
    "CARGO_BUILD_",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_PROFILE_",
    "RUSTC_",
    "RUSTDOC",
    "RUSTFLAGS",
];

/// `cargo SUBCOMMAND` for the package or workspace in `folder`.
pub(crate) fn command(subcommand: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if SETTINGS.iter().any(|setting| text.starts_with(setting)) {
            command.env_remove(&name);
        }
    }
    command.env("CARGO_INCREMENTAL", "0");
    command.env("CARGO_TERM_COLOR", "never");
    // As cargo does by itself for what comes from a registry; ours stands in folders here.
    command.env("RUSTFLAGS", "--cap-lints=allow");
    command.env("RUSTDOCFLAGS", "--cap-lints=allow");
    command.arg(subcommand).arg("--locked").arg("--quiet");
    command
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"));
    command
}

/// Runs it; what it prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let done = command.stderr(Stdio::inherit()).output();
    let done = done.with_context(|| format!("{command:?}"))?;
    if !done.status.success() {
        bail!("{command:?} failed: {}", done.status);
    }
    Ok(String::from_utf8(done.stdout)?)
}

/// What `cargo metadata` says of `folder`.
pub(crate) fn metadata(folder: &Path, arguments: &[&str]) -> Result<Value> {
    let mut command = command("metadata", folder);
    command.args(["--format-version", "1"]).args(arguments);
    Ok(serde_json::from_str(&output(&mut command)?)?)
}

/// Where the package in `folder` is built.
pub(crate) fn target_directory(folder: &Path) -> Result<PathBuf> {
    let metadata = metadata(folder, &["--no-deps"])?;
    let target = metadata["target_directory"].as_str();
    Ok(target.context("cargo names no target directory")?.into())
}
