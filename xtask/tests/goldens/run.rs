//! `xtask generate`, as a person gives it: the real binary, at the workspace's root.

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
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .current_dir(root())
        .arg("generate")
        .args(arguments)
        .args(["--runtime", codegen::RUNTIME_VERSION, "--out"])
        .arg(out)
        .output()
        .expect("xtask runs");
    Said {
        code: output.status.code().expect("an exit code"),
        stderr: String::from_utf8(output.stderr).expect("complaints in Unicode"),
    }
}
