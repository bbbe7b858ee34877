//! `xtask`, as a person calls it: the real binary, at the workspace's root.

use crate::files::root;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// What a run had to say.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) stderr: String,
}

/// Runs `xtask generate` with `arguments`, writing to `out`.
///
/// The runtime is named by version: its path would depend on where `out` lies.
pub(crate) fn generate<A: AsRef<OsStr>>(
    arguments: impl IntoIterator<Item = A>,
    out: &Path,
) -> Said {
    let mut command = xtask("generate", arguments);
    command.args(["--runtime", codegen::RUNTIME_VERSION, "--out"]);
    said(command.arg(out))
}

/// Runs another command of `xtask` with `arguments`.
pub(crate) fn other<A: AsRef<OsStr>>(
    command: &str,
    arguments: impl IntoIterator<Item = A>,
) -> Said {
    said(&mut xtask(command, arguments))
}

fn xtask<A: AsRef<OsStr>>(name: &str, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(root()).arg(name).args(arguments);
    // What a person may have set for all programs.
    command.env_remove("CLICOLOR_FORCE");
    command
}

fn said(command: &mut Command) -> Said {
    let output = command.output().expect("xtask runs");
    Said {
        code: output.status.code().expect("an exit code"),
        stderr: String::from_utf8(output.stderr).expect("complaints in Unicode"),
    }
}
