//! The measured programs, from `programs/`.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::cargo;
use crate::progress::Progress;

/// One of the two clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Ours,
    Official,
}

impl Side {
    /// Both sides, in the order in which they are measured.
    pub(crate) const BOTH: [Self; 2] = [Self::Ours, Self::Official];

    /// Returns the name of the package in `programs/`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Official => "official",
        }
    }
}

/// The workspace of the programs, and the state of its build.
pub(crate) struct Programs {
    pub(crate) folder: PathBuf,
    target: PathBuf,
    /// `true` once the programs that make calls are built.
    built: Cell<bool>,
}

impl Programs {
    pub(crate) fn new(folder: PathBuf, scratch: PathBuf) -> Self {
        Self {
            folder,
            target: scratch.join("programs"),
            built: Cell::new(false),
        }
    }

    /// Builds the programs that make calls, for both sides, unless they are built already.
    pub(crate) fn build(&self, progress: &Progress) -> Result<()> {
        if self.built.get() {
            return Ok(());
        }
        progress.report("building the programs (takes minutes the first time)");
        let mut command = cargo::command("build", &self.folder);
        command.env("CARGO_TARGET_DIR", &self.target).args([
            "--release",
            "--no-default-features",
            "--features=calls",
        ]);
        for side in Side::BOTH {
            let side = side.name();
            command.args(["--package", side]);
            for program in ["calls", "allocations", "load"] {
                command.arg(format!("--bin={side}-{program}"));
            }
        }
        cargo::output(&mut command)?;
        self.built.set(true);
        Ok(())
    }

    /// Returns the path of the program called `name` of `side`.
    pub(crate) fn path(&self, side: Side, name: &str) -> PathBuf {
        let file = format!("{}-{name}{}", side.name(), std::env::consts::EXE_SUFFIX);
        self.target.join("release").join(file)
    }
}

/// Runs `program` with `arguments` and returns its stdout and stderr.
pub(crate) fn run(program: &Path, arguments: &[&str]) -> Result<[String; 2]> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let [stdout, stderr] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into());
    if !output.status.success() {
        bail!("{command:?} failed: {}\n{stderr}", output.status);
    }
    Ok([stdout, stderr])
}
