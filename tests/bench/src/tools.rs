//! What is not a matter of cargo, and what to do where it is missing.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::programs;

/// What is said where there is no valgrind.
pub(crate) const NO_VALGRIND: &str = "there is no valgrind: what counts instructions is left out. \
    Debian and Ubuntu: apt-get install valgrind; Fedora: dnf install valgrind";

/// Whether there is a valgrind that runs.
pub(crate) fn valgrind() -> bool {
    answers("valgrind", "--version")
}

/// Whether there is a taskset, and a core for each side.
pub(crate) fn taskset() -> bool {
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
    cores > 1 && answers("taskset", "--version")
}

/// `rustc 1.94.1`.
pub(crate) fn rustc_version() -> Result<String> {
    let [said, _] = programs::run(Path::new("rustc"), &["--version"])?;
    let words: Vec<_> = said.split_whitespace().take(2).collect();
    Ok(words.join(" "))
}

fn answers(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
