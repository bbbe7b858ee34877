//! A clean build of a small application, with all that it depends on: CPU seconds of cargo and of all
//! that it starts, compilers of C included.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail, ensure};

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::Side;
use crate::{cargo, role};

/// A build; what two measures have in common is built once a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Clean {
    profile: Profile,
    kind: Kind,
    official: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Profile {
    Dev,
    Release,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Static credentials, default features.
    Plain,
    /// The leanest TLS.
    Lean,
    /// Through `aws_config`, default features.
    Config,
}

/// Ours and the official build of the measure called `name`.
fn builds(name: &str) -> Result<[Clean; 2]> {
    let (profile, ours, official) = match name {
        "consumer-dev" => (Profile::Dev, Kind::Plain, Kind::Plain),
        "consumer-release" => (Profile::Release, Kind::Plain, Kind::Plain),
        "consumer-ring-dev" => (Profile::Dev, Kind::Lean, Kind::Plain),
        "consumer-ring-release" => (Profile::Release, Kind::Lean, Kind::Plain),
        "consumer-config-dev" => (Profile::Dev, Kind::Config, Kind::Config),
        "consumer-config-release" => (Profile::Release, Kind::Config, Kind::Config),
        other => bail!("no consumer is measured as {other}"),
    };
    let clean = |kind, official| Clean {
        profile,
        kind,
        official,
    };
    Ok([clean(ours, false), clean(official, true)])
}

/// One side after the other, each as cheap as it ever was.
pub(crate) fn measure(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let mut least = BTreeMap::new();
    for measure in wanted {
        least.extend(builds(measure.name)?.map(|build| (build, f64::INFINITY)));
    }
    let (runs, count) = (context.cli.runs().unwrap_or(1), least.len());
    for run in 1..=runs {
        for (number, (build, seconds)) in least.iter_mut().enumerate() {
            let number = number + 1;
            let text = format!("build {number} of {count}, run {run} of {runs}: {build:?}");
            context.progress.say(&text);
            *seconds = seconds.min(build.seconds(context)?);
        }
    }
    let figure = |measure: &&'static Measure| {
        let [ours, official] = builds(measure.name)?.map(|build| least[&build]);
        Ok(Figure::of(measure, ours, official))
    };
    wanted.iter().map(figure).collect()
}

impl Clean {
    fn seconds(self, context: &Context<'_>) -> Result<f64> {
        let side = match self.official {
            true => Side::Official,
            false => Side::Ours,
        };
        let (program, features): (_, &[&str]) = match self.kind {
            Kind::Plain => ("one", &[]),
            Kind::Lean => ("one", &["--no-default-features", "--features=lean"]),
            Kind::Config => ("config", &["--features=config"]),
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
        let (line, output) = role::measured(&command, &context.scratch.join("cargo.log"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{command:?} failed:\n{said}");
        std::fs::remove_dir_all(&target).context("the build is in the way")?;
        Ok(line.cpu)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Family;

    #[test]
    fn each_measure_has_its_builds_and_the_official_defaults_are_shared() {
        for measure in Family::Consumers.measures() {
            let [ours, official] = builds(measure.name).unwrap();
            assert!(!ours.official && official.official);
        }
        let [plain, lean] = ["consumer-dev", "consumer-ring-dev"].map(|name| builds(name).unwrap());
        assert_eq!(plain[1], lean[1]);
        assert_ne!(plain[0], lean[0]);
    }
}
