//! The programs that are measured, of `programs/`.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::cargo;
use crate::progress::Progress;

/// One of the two clients; the name is that of the package with the programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Ours,
    Official,
}

impl Side {
    /// Both, in the order in which they are measured.
    pub(crate) const BOTH: [Self; 2] = [Self::Ours, Self::Official];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Official => "official",
        }
    }
}

/// Where they are, and whether those that make calls are built.
pub(crate) struct Programs {
    pub(crate) folder: PathBuf,
    target: PathBuf,
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

    /// Builds the programs that make calls, for both sides at once, unless that is done.
    pub(crate) fn build(&self, progress: &Progress) -> Result<()> {
        if self.built.get() {
            return Ok(());
        }
        progress.say("building the programs (minutes, the first time)");
        let mut command = cargo::command("build", &self.folder);
        command.env("CARGO_TARGET_DIR", &self.target).args([
            "--release",
            "--no-default-features",
            "--features=calls",
        ]);
        for side in Side::BOTH {
            let side = side.name();
            command.args(["--package", side]);
            for program in ["calls", "counted", "load"] {
                command.arg(format!("--bin={side}-{program}"));
            }
        }
        cargo::output(&mut command)?;
        self.built.set(true);
        Ok(())
    }

    /// The program called `name`, of `side`.
    pub(crate) fn path(&self, side: Side, name: &str) -> PathBuf {
        let file = format!("{}-{name}{}", side.name(), std::env::consts::EXE_SUFFIX);
        self.target.join("release").join(file)
    }
}

/// What `program` prints when it is run with `arguments`: both streams.
pub(crate) fn run(program: &Path, arguments: &[&str]) -> Result<[String; 2]> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    let done = command.output().with_context(|| format!("{command:?}"))?;
    let [out, err] = [done.stdout, done.stderr].map(|text| String::from_utf8_lossy(&text).into());
    if !done.status.success() {
        bail!("{command:?} failed: {}\n{err}", done.status);
    }
    Ok([out, err])
}
