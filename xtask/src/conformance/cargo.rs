//! Cargo, with the tests of clients.

use crate::path;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Stdio;

/// The workspace of clients and tests, which is not written yet.
pub(super) fn workspace() -> Workspace {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| path::root().join("target"));
    let target = std::path::absolute(&target).unwrap_or(target);
    Workspace::new(target.join("conformance"), target)
}

/// Compiles all tests, with what cargo says on the way; whether that went well.
pub(super) fn build(workspace: &Workspace) -> Result<bool> {
    workspace.resolve()?;
    let arguments = [
        "test",
        "--workspace",
        "--test",
        "*",
        "--features",
        "test-util",
        "--no-run",
        "--offline",
    ];
    let status = workspace.cargo(&arguments).stdout(Stdio::null()).status();
    Ok(status.context("cannot run cargo")?.success())
}

/// Runs the tests of a package: what they said, and whether all went well.
pub(super) fn test(workspace: &Workspace, package: &str) -> Result<(String, bool)> {
    let arguments = [
        "test",
        "--offline",
        "--test",
        "*",
        "--features",
        "test-util",
        "--no-fail-fast",
    ];
    let mut command = workspace.cargo(&arguments);
    command.args(["--package", package]).stderr(Stdio::null());
    let output = command.output().context("cannot run cargo")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok((said, output.status.success()))
}
