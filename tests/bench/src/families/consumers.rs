//! Clean builds of a small application with all its dependencies: CPU seconds of cargo and all its
//! child processes, C compilers included.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail, ensure};

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;
use crate::{cargo, role};

/// A clean build; measures that share a build run it once per round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CleanBuild {
    profile: Profile,
    variant: Variant,
    official: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Profile {
    Dev,
    Release,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Variant {
    /// Static credentials, default features.
    Plain,
    /// Static credentials, the smallest TLS stack.
    Lean,
    /// Through `aws_config`, default features.
    Config,
}

/// Returns our build and the official build for the measure called `name`.
fn builds(name: &str) -> Result<[CleanBuild; 2]> {
    let (profile, ours, official) = match name {
        "consumer-dev" => (Profile::Dev, Variant::Plain, Variant::Plain),
        "consumer-release" => (Profile::Release, Variant::Plain, Variant::Plain),
        "consumer-ring-dev" => (Profile::Dev, Variant::Lean, Variant::Plain),
        "consumer-ring-release" => (Profile::Release, Variant::Lean, Variant::Plain),
        "consumer-config-dev" => (Profile::Dev, Variant::Config, Variant::Config),
        "consumer-config-release" => (Profile::Release, Variant::Config, Variant::Config),
        _ => bail!("{name} is not a measure of consumers"),
    };
    let build = |variant, official| CleanBuild {
        profile,
        variant,
        official,
    };
    Ok([build(ours, false), build(official, true)])
}

/// Runs the builds in turn and takes the minimum of each.
pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let mut minimums = BTreeMap::new();
    for measure in measures {
        minimums.extend(builds(measure.name)?.map(|build| (build, f64::INFINITY)));
    }
    let (runs, count) = (context.cli.runs().unwrap_or(1), minimums.len());
    for run in 1..=runs {
        for (number, (build, seconds)) in minimums.iter_mut().enumerate() {
            let number = number + 1;
            let activity = format!("build {number} of {count}, run {run} of {runs}: {build:?}");
            context.progress.report(&activity);
            *seconds = seconds.min(build.seconds(context)?);
        }
    }
    let figure = |measure: &&'static Measure| {
        let [ours, official] = builds(measure.name)?.map(|build| minimums[&build]);
        Ok(Figure::new(measure, ours, official))
    };
    measures.iter().map(figure).collect()
}

impl CleanBuild {
    fn seconds(self, context: &Context<'_>) -> Result<f64> {
        let side = match self.official {
            true => Side::Official,
            false => Side::Ours,
        };
        let (program, features): (_, &[&str]) = match self.variant {
            Variant::Plain => ("one", &[]),
            Variant::Lean => ("one", &["--no-default-features", "--features=lean"]),
            Variant::Config => ("config", &["--features=config"]),
        };
        let target = context.scratch.join("clean");
        if target.exists() {
            std::fs::remove_dir_all(&target)?;
        }
        let mut command = cargo::command("build", &context.programs.folder);
        command.env("CARGO_TARGET_DIR", &target);
        command.args(["--package", side.name()]).args(features);
        command.arg(format!("--bin={}-{program}", side.name()));
        if self.profile == Profile::Release {
            command.arg("--release");
        }
        let (usage, output) = role::run_measured(&command, &context.scratch.join("cargo.log"))?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{command:?} failed:\n{stderr}");
        std::fs::remove_dir_all(&target).context("the build folder cannot be removed")?;
        Ok(usage.cpu_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Family;

    #[test]
    fn each_measure_has_two_builds_and_official_builds_are_shared() {
        for measure in Family::Consumers.measures() {
            let [ours, official] = builds(measure.name).unwrap();
            assert!(!ours.official && official.official);
        }
        let [plain, lean] = ["consumer-dev", "consumer-ring-dev"].map(|name| builds(name).unwrap());
        assert_eq!(plain[1], lean[1]);
        assert_ne!(plain[0], lean[0]);
    }
}
