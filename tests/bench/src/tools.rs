//! Tools other than cargo, and help for installing them.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::programs;

/// The message printed if valgrind is missing.
pub(crate) const NO_VALGRIND: &str = "valgrind is not installed: instruction counts are skipped. \
    Debian and Ubuntu: apt-get install valgrind; Fedora: dnf install valgrind";

/// Returns `true` if valgrind can be run.
pub(crate) fn has_valgrind() -> bool {
    can_run("valgrind", "--version")
}

/// Returns `true` if taskset can be run and client and server can each have a core.
pub(crate) fn has_taskset() -> bool {
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    cores > 1 && can_run("taskset", "--version")
}

/// Returns a command for `program`, on this core if `pinned`.
pub(crate) fn on_core(pinned: bool, core: &str, program: &Path) -> Command {
    if !pinned {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    command.args(["-c", core]).arg(program);
    command
}

/// Returns the version of rustc, such as `rustc 1.94.1`.
pub(crate) fn rustc_version() -> Result<String> {
    let [stdout, _] = programs::run(Path::new("rustc"), &["--version"])?;
    let words: Vec<_> = stdout.split_whitespace().take(2).collect();
    Ok(words.join(" "))
}

fn can_run(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
