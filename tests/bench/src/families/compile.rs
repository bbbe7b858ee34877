//! CPU seconds of rustc and rustdoc for the client's crates, with dependencies already built: user
//! and system time of each process and its children.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::rounds::{minimum, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;
use crate::{cargo, role};

/// The way in which the crates are compiled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mode {
    Check,
    Dev,
    Release,
    Doc,
}

impl Mode {
    /// Returns the mode for the measure called `name`.
    pub(super) fn for_measure(name: &str) -> Result<Self> {
        Ok(match name {
            "check" => Self::Check,
            "dev" => Self::Dev,
            "release" => Self::Release,
            "rustdoc" => Self::Doc,
            _ => anyhow::bail!("{name} is not a measure of compilation"),
        })
    }

    fn subcommand(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Dev | Self::Release => "build",
            Self::Doc => "doc",
        }
    }

    /// Returns the profile flags for `cargo build` and `cargo clean`.
    fn profile(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--release"],
            Self::Check | Self::Dev | Self::Doc => &[],
        }
    }
}

/// Measures the compilation of the client.
pub(crate) fn crates(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let mode = Mode::for_measure(measure.name)?;
        let folder = &context.programs.folder;
        let seconds = rounds(context, measure, 3, |side| {
            let packages = client_packages(context, side)?;
            let build = Build::new(context, folder, side);
            match mode {
                Mode::Doc => build.document(&packages),
                _ => build.compile(mode, "one", &packages, &packages),
            }
        })?;
        Ok(minimum(measure, &seconds))
    };
    measures.iter().map(figure).collect()
}

/// Returns the packages of the client; for ours, these are all path dependencies of the programs.
fn client_packages(context: &Context<'_>, side: Side) -> Result<Vec<String>> {
    if side == Side::Official {
        return Ok(vec!["aws-sdk-ivs".to_owned()]);
    }
    let metadata = cargo::metadata(&context.programs.folder, &[])?;
    let members = metadata["workspace_members"]
        .as_array()
        .context("cargo metadata has no workspace members")?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata has no packages")?;
    let path_packages = packages
        .iter()
        .filter(|package| package["source"].is_null() && !members.contains(&package["id"]));
    let names = path_packages.filter_map(|package| Some(package["name"].as_str()?.to_owned()));
    Ok(names.collect())
}

/// Builds of the programs in `folder`.
pub(super) struct Build<'a> {
    folder: &'a Path,
    side: Side,
    target: PathBuf,
    log: PathBuf,
    /// `true` if builds are incremental, as cargo's dev builds are by default.
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

    /// Builds `program`, removes the output of the packages `cleaned`, builds again, and returns
    /// the CPU seconds of the crates `counted`.
    pub(super) fn compile(
        &self,
        mode: Mode,
        program: &str,
        cleaned: &[String],
        counted: &[String],
    ) -> Result<f64> {
        self.build(mode, program)?;
        self.clean(mode, cleaned)?;
        self.build(mode, program)?;
        self.seconds(counted)
    }

    /// Builds `program`, reusing what is already built.
    pub(super) fn build(&self, mode: Mode, program: &str) -> Result<()> {
        let mut command = self.command(mode.subcommand());
        command
            .args(mode.profile())
            .args(["--package", self.side.name()]);
        command.arg(format!("--bin={}-{program}", self.side.name()));
        role::wrap_compilers(&mut command, &self.log)?;
        cargo::output(&mut command).map(drop)
    }

    /// Returns the CPU seconds of the crates `counted` in the last build.
    ///
    /// # Errors
    ///
    /// Returns an error if one of the crates was not compiled.
    pub(super) fn seconds(&self, counted: &[String]) -> Result<f64> {
        let usages = role::read_log(&self.log)?;
        let mut sum = 0.0;
        for name in counted.iter().map(|name| name.replace('-', "_")) {
            let usages = usages.iter().filter(|usage| usage.crate_name == name);
            let seconds: f64 = usages.map(|usage| usage.cpu_seconds).sum();
            anyhow::ensure!(seconds > 0.0, "{name} was not compiled");
            sum += seconds;
        }
        Ok(sum)
    }

    fn document(&self, packages: &[String]) -> Result<f64> {
        let document = || -> Result<()> {
            let mut command = self.command("doc");
            command.arg("--no-deps");
            for name in packages {
                command.args(["--package", name]);
            }
            role::wrap_rustdoc(&mut command, &self.log)?;
            cargo::output(&mut command).map(drop)
        };
        document()?;
        self.clean(Mode::Doc, packages)?;
        document()?;
        self.seconds(packages)
    }

    fn clean(&self, mode: Mode, packages: &[String]) -> Result<()> {
        let mut command = self.command("clean");
        command.args(mode.profile());
        for name in packages {
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
