//! CPU seconds and peak memory of rustc and rustdoc for the client's crates, with dependencies
//! already built.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};

use super::rounds::{minimum, rounds};
use crate::context::Context;
use crate::measure::{Figure, MEGABYTE, Measure};
use crate::programs::{Features, Side};
use crate::role::Usage;
use crate::{cargo, role};

/// The way in which the crates are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
            "release" | "rustc-memory" => Self::Release,
            "rustdoc" | "rustdoc-runtime" => Self::Doc,
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

/// Measures the compilation of the client. Measures of the same mode share their runs.
pub(crate) fn crates(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let mut runs = BTreeMap::new();
    for measure in measures {
        let mode = Mode::for_measure(measure.name)?;
        if let Entry::Vacant(entry) = runs.entry(mode) {
            entry.insert(rounds(context, measure, 3, |side| {
                compile(context, mode, side)
            })?);
        }
    }
    let figure = |measure: &&'static Measure| {
        let usages = &runs[&Mode::for_measure(measure.name)?];
        Ok(figure(measure, usages))
    };
    measures.iter().map(figure).collect()
}

/// Returns the usage of the compiler for each crate of the client.
fn compile(context: &Context<'_>, mode: Mode, side: Side) -> Result<Vec<Usage>> {
    let packages = context.programs.client_packages(side)?;
    let build = Build::new(context, &context.programs.folder, side);
    if mode != Mode::Doc {
        return build.compile(mode, "one", &packages, &packages);
    }
    let mut usages = Vec::new();
    for package in packages {
        usages.extend(build.document(&package)?);
    }
    Ok(usages)
}

/// Returns the figure of `measure` from the usages of both sides in each round.
fn figure(measure: &'static Measure, rounds: &[[Vec<Usage>; 2]]) -> Figure {
    let value = |usages: &[Usage], side: Side| {
        let client = side.client().replace('-', "_");
        let of_client = |usage: &&Usage| usage.crate_name == client;
        let of_runtime = |usage: &&Usage| usage.crate_name != client;
        match measure.name {
            "rustc-memory" => peak_bytes(usages) / MEGABYTE,
            "rustdoc" => cpu_seconds(usages.iter().filter(of_client)),
            "rustdoc-runtime" => cpu_seconds(usages.iter().filter(of_runtime)),
            _ => cpu_seconds(usages),
        }
    };
    let values = rounds
        .iter()
        .map(|[ours, official]| [value(ours, Side::Ours), value(official, Side::Official)]);
    let figure = minimum(measure, &values.collect::<Vec<_>>());
    match measure.name {
        // The official client has no crate that only its services need.
        "rustdoc-runtime" => Figure {
            official: None,
            ..figure
        },
        _ => figure,
    }
}

/// Returns the CPU seconds of `usages` together.
pub(super) fn cpu_seconds<'a>(usages: impl IntoIterator<Item = &'a Usage>) -> f64 {
    let seconds = usages.into_iter().map(|usage| usage.cpu_seconds);
    seconds.sum()
}

/// Returns the memory of the largest process of `usages`.
fn peak_bytes(usages: &[Usage]) -> f64 {
    let peaks = usages.iter().map(|usage| usage.peak_bytes);
    peaks.fold(0.0, f64::max)
}

/// Builds of the programs in `folder`.
pub(super) struct Build<'a> {
    folder: &'a Path,
    side: Side,
    target: PathBuf,
    log: PathBuf,
    pub(super) features: Features,
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
            features: Features::Default,
            incremental: false,
        }
    }

    /// Builds `program`, removes the output of the packages `cleaned`, builds again, and returns
    /// the usages of the compiler for the crates `counted`.
    pub(super) fn compile(
        &self,
        mode: Mode,
        program: &str,
        cleaned: &[String],
        counted: &[String],
    ) -> Result<Vec<Usage>> {
        self.build(mode, program)?;
        self.clean(mode, cleaned)?;
        self.build(mode, program)?;
        self.usages(counted)
    }

    /// Builds `program`, reusing what is already built.
    pub(super) fn build(&self, mode: Mode, program: &str) -> Result<()> {
        let mut command = self.program(mode, program);
        role::wrap_compilers(&mut command, &self.log)?;
        cargo::output(&mut command).map(drop)
    }

    /// Builds `program`, reusing what is already built, and returns the seconds that cargo runs.
    pub(super) fn wall_seconds(&self, mode: Mode, program: &str) -> Result<f64> {
        let mut command = self.program(mode, program);
        let started = Instant::now();
        cargo::output(&mut command)?;
        Ok(started.elapsed().as_secs_f64())
    }

    /// Returns the usages of the compiler for the crates `counted` in the last build.
    ///
    /// # Errors
    ///
    /// Returns an error if one of the crates was not compiled.
    pub(super) fn usages(&self, counted: &[String]) -> Result<Vec<Usage>> {
        let usages = role::read_log(&self.log)?;
        let mut found = Vec::new();
        for name in counted.iter().map(|name| name.replace('-', "_")) {
            let before = found.len();
            let of_crate = usages.iter().filter(|usage| usage.crate_name == name);
            found.extend(of_crate.cloned());
            ensure!(found.len() > before, "{name} was not compiled");
        }
        Ok(found)
    }

    /// Documents `package` alone and returns the usages of rustdoc.
    fn document(&self, package: &str) -> Result<Vec<Usage>> {
        let package = [package.to_owned()];
        let document = || -> Result<()> {
            let mut command = self.command(Mode::Doc.subcommand());
            command.arg("--no-deps").arg("--package").args(&package);
            role::wrap_rustdoc(&mut command, &self.log)?;
            cargo::output(&mut command).map(drop)
        };
        document()?;
        self.clean(Mode::Doc, &package)?;
        document()?;
        self.usages(&package)
    }

    fn clean(&self, mode: Mode, packages: &[String]) -> Result<()> {
        let mut command = self.command("clean");
        command.args(mode.profile());
        for name in packages {
            command.args(["--package", name]);
        }
        cargo::output(&mut command).map(drop)
    }

    /// Returns the command that builds `program`.
    fn program(&self, mode: Mode, program: &str) -> Command {
        let mut command = self.command(mode.subcommand());
        command
            .args(mode.profile())
            .args(self.features.flags())
            .args(["--package", self.side.name()])
            .arg(format!("--bin={}-{program}", self.side.name()));
        command
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::named;

    fn usage(crate_name: &str, cpu_seconds: f64, peak_bytes: f64) -> Usage {
        Usage {
            crate_name: crate_name.to_owned(),
            cpu_seconds,
            user_seconds: 0.0,
            wall_seconds: 0.0,
            peak_bytes,
        }
    }

    #[test]
    fn figures_are_taken_from_the_crates_that_a_measure_counts() {
        let ours = vec![
            usage("restjson1_runtime", 1.0, 1e6),
            usage("ivs_sdk", 2.0, 3e6),
        ];
        let rounds = [[ours, vec![usage("aws_sdk_ivs", 4.0, 5e6)]]];
        let sides = |name| {
            let figure = figure(named(name).unwrap(), &rounds);
            (figure.ours, figure.official)
        };
        assert_eq!(sides("release"), (3.0, Some(4.0)));
        assert_eq!(sides("rustc-memory"), (3.0, Some(5.0)));
        assert_eq!(sides("rustdoc"), (2.0, Some(4.0)));
        assert_eq!(sides("rustdoc-runtime"), (1.0, None));
    }
}
