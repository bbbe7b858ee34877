//! What rustc and rustdoc take for the crates themselves, their dependencies being built; and for a
//! consumer's own crate. CPU seconds, user and system, of each process with all that it starts.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::rounds::{best, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;
use crate::{cargo, role};

/// How the crates are compiled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mode {
    Check,
    Dev,
    Release,
    Doc,
}

impl Mode {
    pub(super) fn of(name: &str) -> Result<Self> {
        Ok(match name {
            "check" => Self::Check,
            "dev" => Self::Dev,
            "release" => Self::Release,
            "rustdoc" => Self::Doc,
            other => anyhow::bail!("no way to compile is called {other}"),
        })
    }

    fn subcommand(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Dev | Self::Release => "build",
            Self::Doc => "doc",
        }
    }

    /// The flags of a build and of a clean-up of it.
    fn profile(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--release"],
            Self::Check | Self::Dev | Self::Doc => &[],
        }
    }
}

/// The crates themselves.
pub(crate) fn crates(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let mode = Mode::of(measure.name)?;
        let folder = &context.programs.folder;
        let seconds = rounds(context, measure, 3, |side| {
            let own = own(context, side)?;
            let build = Build::new(context, folder, side);
            match mode {
                Mode::Doc => build.document(&own),
                _ => build.compile(mode, "one", &own, &own),
            }
        })?;
        Ok(best(measure, &seconds))
    };
    wanted.iter().map(figure).collect()
}

/// The packages of a side that are no dependencies of others: the client and what is its own below it.
fn own(context: &Context<'_>, side: Side) -> Result<Vec<String>> {
    if side == Side::Official {
        return Ok(vec!["aws-sdk-ivs".to_owned()]);
    }
    let metadata = cargo::metadata(&context.programs.folder, &[])?;
    let members = metadata["workspace_members"]
        .as_array()
        .context("no members")?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let paths = packages
        .iter()
        .filter(|package| package["source"].is_null() && !members.contains(&package["id"]));
    let names = paths.filter_map(|package| Some(package["name"].as_str()?.to_owned()));
    Ok(names.collect())
}

/// A build of the programs in `folder`.
pub(super) struct Build<'a> {
    folder: &'a Path,
    side: Side,
    target: PathBuf,
    log: PathBuf,
    /// As people work: with what cargo does by itself in dev builds.
    pub(super) incremental: bool,
}

impl<'a> Build<'a> {
    pub(super) fn new(context: &Context<'_>, folder: &'a Path, side: Side) -> Self {
        Self {
            folder,
            side,
            target: context.scratch.join("compiled"),
            log: context.scratch.join("compilers.log"),
            incremental: false,
        }
    }

    /// Builds `program`, cleans `stale` away, builds again: the CPU seconds of the crates `counted`.
    pub(super) fn compile(
        &self,
        mode: Mode,
        program: &str,
        stale: &[String],
        counted: &[String],
    ) -> Result<f64> {
        self.build(mode, program)?;
        self.clean(mode, stale)?;
        self.build(mode, program)?;
        self.seconds(counted)
    }

    /// Builds `program`, whatever there is of it already.
    pub(super) fn build(&self, mode: Mode, program: &str) -> Result<()> {
        let mut command = self.command(mode.subcommand());
        command
            .args(mode.profile())
            .args(["--package", self.side.name()]);
        command.arg(format!("--bin={}-{program}", self.side.name()));
        role::wrap_compilers(&mut command, &self.log)?;
        cargo::output(&mut command).map(drop)
    }

    /// What the crates `counted` took in the last build.
    pub(super) fn seconds(&self, counted: &[String]) -> Result<f64> {
        let lines = role::read(&self.log)?;
        let mut sum = 0.0;
        for name in counted.iter().map(|name| name.replace('-', "_")) {
            let of_it = lines.iter().filter(|line| line.name == name);
            let seconds: f64 = of_it.map(|line| line.cpu).sum();
            anyhow::ensure!(seconds > 0.0, "{name} was not compiled");
            sum += seconds;
        }
        Ok(sum)
    }

    fn document(&self, own: &[String]) -> Result<f64> {
        let document = || -> Result<()> {
            let mut command = self.command("doc");
            command.arg("--no-deps");
            for name in own {
                command.args(["--package", name]);
            }
            role::wrap_rustdoc(&mut command, &self.log)?;
            cargo::output(&mut command).map(drop)
        };
        document()?;
        self.clean(Mode::Doc, own)?;
        document()?;
        self.seconds(own)
    }

    fn clean(&self, mode: Mode, stale: &[String]) -> Result<()> {
        let mut command = self.command("clean");
        command.args(mode.profile());
        for name in stale {
            command.args(["--package", name]);
        }
        cargo::output(&mut command).map(drop)
    }

    fn command(&self, subcommand: &str) -> Command {
        let mut command = cargo::command(subcommand, self.folder);
        command.env("CARGO_TARGET_DIR", &self.target);
        if self.incremental {
            command.env("CARGO_INCREMENTAL", "1");
        }
        command
    }
}
