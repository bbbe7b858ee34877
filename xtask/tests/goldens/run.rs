//! Runs the `xtask` binary at the workspace's root.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::files::root;

/// The result of a run.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stderr: String,
}

/// Runs `xtask generate` with `arguments`, writing to `out`.
///
/// The runtime is given by version because its path would depend on `out`.
pub(crate) fn generate<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, out: &Path) -> Run {
    let mut command = xtask("generate", arguments);
    command.args(["--runtime", codegen::RUNTIME_VERSION, "--out"]);
    run(command.arg(out))
}

/// Runs another command of `xtask` with `arguments`.
pub(crate) fn run_command<A: AsRef<OsStr>>(
    command: &str,
    arguments: impl IntoIterator<Item = A>,
) -> Run {
    run(&mut xtask(command, arguments))
}

fn xtask<A: AsRef<OsStr>>(name: &str, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(root()).arg(name).args(arguments);
    // A developer may have set this for all programs.
    command.env_remove("CLICOLOR_FORCE");
    command
}

fn run(command: &mut Command) -> Run {
    let output = command.output().expect("xtask runs");
    Run {
        code: output.status.code().expect("an exit code"),
        stderr: String::from_utf8(output.stderr).expect("messages in UTF-8"),
    }
}
