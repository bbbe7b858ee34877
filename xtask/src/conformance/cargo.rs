//! Compiles and runs the tests of clients with cargo.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result};

use crate::path;
use crate::workspace::Workspace;

/// Returns the workspace of clients and tests, without writing it.
pub(super) fn workspace() -> Workspace {
    let folder = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => path::root().join("target"),
    };
    let target = std::path::absolute(&folder).unwrap_or(folder);
    Workspace::new(target.join("conformance"), target)
}

/// Compiles all tests, showing cargo's messages; returns `true` on success.
pub(super) fn build(workspace: &Workspace) -> Result<bool> {
    workspace.resolve()?;
    let arguments = [
        "test",
        "--workspace",
        "--test",
        "*",
        "--features",
        "serde,test-util",
        "--no-run",
        "--offline",
    ];
    let status = workspace.cargo(&arguments).stdout(Stdio::null()).status();
    Ok(status.context("cannot run cargo")?.success())
}

/// Runs the tests of a package; returns their output, and `true` if all passed.
pub(super) fn test(workspace: &Workspace, package: &str) -> Result<(String, bool)> {
    let arguments = [
        "test",
        "--offline",
        "--test",
        "*",
        "--features",
        "serde,test-util",
        "--no-fail-fast",
    ];
    let mut command = workspace.cargo(&arguments);
    command.args(["--package", package]).stderr(Stdio::null());
    let output = command.output().context("cannot run cargo")?;
    let log = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok((log, output.status.success()))
}
