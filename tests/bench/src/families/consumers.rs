//! Clean builds of a small application with all its dependencies, C compilers included: seconds
//! until cargo is done on two cores, and CPU seconds of cargo and all its child processes.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail, ensure};

use crate::context::Context;
use crate::measure::{Figure, Measure, Unit};
use crate::programs::{Features, Side};
use crate::role::Usage;
use crate::{cargo, role};

/// A clean build; measures that share a build run it once per round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CleanBuild {
    profile: Profile,
    features: Features,
    official: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Profile {
    Dev,
    Release,
}

/// The least times of a build.
#[derive(Clone, Copy)]
struct Minimum {
    cpu_seconds: f64,
    wall_seconds: f64,
}

impl Minimum {
    const NONE: Self = Self {
        cpu_seconds: f64::INFINITY,
        wall_seconds: f64::INFINITY,
    };

    fn update(&mut self, usage: &Usage) {
        self.cpu_seconds = self.cpu_seconds.min(usage.cpu_seconds);
        self.wall_seconds = self.wall_seconds.min(usage.wall_seconds);
    }
}

/// Returns our build and the official build for the measure called `name`.
fn builds(name: &str) -> Result<[CleanBuild; 2]> {
    let build = name.strip_prefix("consumer-").unwrap_or(name);
    let build = build.strip_suffix("-wall").unwrap_or(build);
    let (profile, ours, official) = match build {
        "dev" => (Profile::Dev, Features::Default, Features::Default),
        "release" => (Profile::Release, Features::Default, Features::Default),
        "same-tls-dev" => (Profile::Dev, Features::Default, Features::SameTls),
        "same-tls-release" => (Profile::Release, Features::Default, Features::SameTls),
        "ring-dev" => (Profile::Dev, Features::Ring, Features::Default),
        "ring-release" => (Profile::Release, Features::Ring, Features::Default),
        "config-dev" => (Profile::Dev, Features::Config, Features::Config),
        "config-release" => (Profile::Release, Features::Config, Features::Config),
        _ => bail!("{name} is not a measure of clean builds"),
    };
    let build = |features, official| CleanBuild {
        profile,
        features,
        official,
    };
    Ok([build(ours, false), build(official, true)])
}

/// Runs the builds in turn and takes the minimums of each.
pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let mut minimums = BTreeMap::new();
    for measure in measures {
        minimums.extend(builds(measure.name)?.map(|build| (build, Minimum::NONE)));
    }
    let (runs, count) = (context.cli.runs().unwrap_or(1), minimums.len());
    for run in 1..=runs {
        for (number, (build, minimum)) in minimums.iter_mut().enumerate() {
            let number = number + 1;
            let activity = format!("build {number} of {count}, run {run} of {runs}: {build:?}");
            context.progress.report(&activity);
            minimum.update(&build.run(context)?);
        }
    }
    let figure = |measure: &&'static Measure| {
        let [ours, official] = builds(measure.name)?.map(|build| {
            let minimum = minimums[&build];
            match measure.unit {
                Unit::WallSeconds => minimum.wall_seconds,
                _ => minimum.cpu_seconds,
            }
        });
        Ok(Figure::new(measure, ours, official))
    };
    measures.iter().map(figure).collect()
}

impl CleanBuild {
    fn run(self, context: &Context<'_>) -> Result<Usage> {
        let side = match self.official {
            true => Side::Official,
            false => Side::Ours,
        };
        let program = match self.features {
            Features::Config => "config",
            _ => "five",
        };
        let target = context.scratch.join("clean");
        if target.exists() {
            std::fs::remove_dir_all(&target)?;
        }
        let mut command = cargo::command("build", &context.programs.folder);
        command.env("CARGO_TARGET_DIR", &target);
        command
            .args(["--jobs=2", "--package", side.name()])
            .args(self.features.flags());
        command.arg(format!("--bin={}-{program}", side.name()));
        if self.profile == Profile::Release {
            command.arg("--release");
        }
        let (usage, output) = role::run_measured(&command, &context.scratch.join("cargo.log"))?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{command:?} failed:\n{stderr}");
        std::fs::remove_dir_all(&target).context("the build folder cannot be removed")?;
        Ok(usage)
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
        let [plain, ring] = ["consumer-dev", "consumer-ring-dev"].map(|name| builds(name).unwrap());
        assert_eq!(plain[1], ring[1]);
        assert_ne!(plain[0], ring[0]);
    }

    #[test]
    fn wall_time_and_cpu_time_come_from_the_same_builds() {
        let wall = builds("consumer-same-tls-dev-wall").unwrap();
        assert_eq!(wall, builds("consumer-same-tls-dev").unwrap());
    }
}
