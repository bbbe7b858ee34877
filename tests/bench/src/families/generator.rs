//! Time and memory of the generator as a process; there is no official side.

mod models;
mod synthetic;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::context::Context;
use crate::measure::{Figure, MEGABYTE, Measure};
use crate::role::Usage;
use crate::{cargo, role};

const RUNS: usize = 5;

/// The result of running the generator.
enum Outcome {
    Done(Usage),
    /// The model is rejected, with this number of diagnostics.
    Rejected(usize),
}

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let generator = Generator::new(context)?;
    let mut figures = Vec::new();
    for measure in measures {
        context.progress.report(measure.name);
        generator.current_measure.set(measure.name);
        if let Some(ours) = generator.value(measure.name)? {
            figures.push(Figure {
                measure: measure.name,
                ours,
                official: None,
            });
        }
    }
    Ok(figures)
}

struct Generator<'a> {
    context: &'a Context<'a>,
    /// The folder of the built generator and its output.
    scratch: PathBuf,
    program: PathBuf,
    /// The name of the current measure, for notes.
    current_measure: Cell<&'static str>,
    /// The usage and the exact number of shapes of each synthetic model, by the requested number.
    synthetic: RefCell<BTreeMap<usize, (Usage, usize)>>,
}

impl<'a> Generator<'a> {
    fn new(context: &'a Context<'a>) -> Result<Self> {
        let scratch = context.scratch.join("generator");
        let generator = Self {
            context,
            program: scratch.join("release/xtask"),
            scratch,
            current_measure: Cell::default(),
            synthetic: RefCell::default(),
        };
        context.progress.report("building the generator");
        cargo::output(generator.cargo("build").arg("--release"))?;
        Ok(generator)
    }

    /// Returns the value of the measure called `name`; `None` if the model is rejected or missing.
    fn value(&self, name: &str) -> Result<Option<f64>> {
        let milliseconds = |usage: &Usage| usage.wall_seconds * 1e3;
        let plain = |check| {
            let run = || self.generate(&[], check);
            self.minimum(run, |usage| milliseconds(&usage))
        };
        match name {
            "generate" => plain(false),
            "generate-check" => plain(true),
            "generate-peak" => self.minimum(
                || self.generate(&[], false),
                |usage| usage.peak_bytes / MEGABYTE,
            ),
            "generate-dev" => self.dev().map(Some),
            "generate-medialive" => Ok(self
                .published("medialive-")?
                .map(|(milliseconds, _)| milliseconds)),
            "diff" => self.diff_ivs(&self.program),
            "diff-dev" => {
                cargo::output(&mut self.cargo("build"))?;
                self.diff_ivs(&self.scratch.join("debug/xtask"))
            }
            "diff-medialive" => self.diff_medialive(),
            "generate-per-kilobyte" => self.per_kilobyte(),
            "generate-5000" => self.synthetic(5_000, milliseconds),
            "generate-10000" => self.synthetic(10_000, milliseconds),
            "generate-20000" => self.synthetic(20_000, milliseconds),
            "generate-linear" => self.linear(),
            _ => bail!("{name} is not a measure of the generator"),
        }
    }

    /// Generates into an empty folder, or checks a generated crate.
    fn generate(&self, flags: &[&str], check: bool) -> Result<Outcome> {
        let out = self.scratch.join("generated");
        let run = |check: bool| {
            let mut command = Command::new(&self.program);
            command.arg("generate").args(flags).arg("--out").arg(&out);
            command.args(check.then_some("--check"));
            self.outcome(&command)
        };
        if !check && out.exists() {
            std::fs::remove_dir_all(&out)?;
        }
        if check && !out.exists() {
            run(false)?;
        }
        run(check)
    }

    /// Measures `cargo xtask generate`, already built, including the time of cargo.
    fn dev(&self) -> Result<f64> {
        cargo::output(&mut self.cargo("build"))?;
        let out = self.scratch.join("generated");
        // It may have the client of another model.
        if out.exists() {
            std::fs::remove_dir_all(&out)?;
        }
        let mut command = self.cargo("run");
        command.arg("--").args(["generate", "--out"]).arg(&out);
        let value = self.minimum(|| self.outcome(&command), |usage| usage.wall_seconds * 1e3)?;
        value.context("our model is rejected")
    }

    /// Returns the milliseconds for the published model with the file name prefix `prefix`, and its
    /// kilobytes; `None` if the file is missing.
    fn published(&self, prefix: &str) -> Result<Option<(f64, f64)>> {
        let Some(model) = self.published_model(prefix) else {
            return Ok(None);
        };
        let kilobytes = std::fs::metadata(&model)?.len() as f64 / 1e3;
        let model = model.to_str().context("the path is not UTF-8")?;
        let flags = ["--model", model, "--crate-name", "published-sdk"];
        let milliseconds = self.minimum(
            || self.generate(&flags, false),
            |usage| usage.wall_seconds * 1e3,
        )?;
        Ok(milliseconds.map(|milliseconds| (milliseconds, kilobytes)))
    }

    /// Returns the newest published model with the file name prefix `prefix`; adds a note if there
    /// is none.
    fn published_model(&self, prefix: &str) -> Option<PathBuf> {
        let folder = std::env::var_os("IVS_REFERENCE").map(PathBuf::from);
        let folder = folder.unwrap_or_else(|| self.context.root.join("../shared"));
        let model = models::find(&folder.join("models"), prefix);
        if model.is_none() {
            let measure = self.current_measure.get();
            let note = format!("{measure}: no reference files (set IVS_REFERENCE)");
            self.context.note(note);
        }
        model
    }

    fn diff_ivs(&self, program: &Path) -> Result<Option<f64>> {
        let old = self.published_model("ivs-2025-");
        let models = old.zip(self.published_model("ivs-2026-"));
        models.map_or(Ok(None), |(old, new)| self.diff(program, &old, &new))
    }

    fn diff_medialive(&self) -> Result<Option<f64>> {
        let Some(old) = self.published_model("medialive-") else {
            return Ok(None);
        };
        let new = self.scratch.join("changed.json");
        std::fs::write(&new, models::changed(&std::fs::read_to_string(&old)?)?)?;
        self.diff(&self.program, &old, &new)
    }

    /// Measures a comparison of two models, in milliseconds.
    fn diff(&self, program: &Path, old: &Path, new: &Path) -> Result<Option<f64>> {
        let mut command = Command::new(program);
        command
            .arg("diff")
            .args([old, new])
            .args(["--format", "json"]);
        let mut minimum = f64::INFINITY;
        for _ in 0..self.context.cli.runs().unwrap_or(RUNS) {
            let (usage, output) = role::run_measured(&command, &self.scratch.join("process.log"))?;
            // 1: something breaks.
            ensure!(
                matches!(output.status.code(), Some(0 | 1)),
                "{command:?} failed: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            minimum = minimum.min(usage.wall_seconds * 1e3);
        }
        Ok(Some(minimum))
    }

    /// Returns the time per kilobyte of model, medialive divided by IVS, both as published.
    fn per_kilobyte(&self) -> Result<Option<f64>> {
        let rate = |prefix| {
            let published = self.published(prefix)?;
            Ok::<_, anyhow::Error>(
                published.map(|(milliseconds, kilobytes)| milliseconds / kilobytes),
            )
        };
        Ok(rate("medialive-")?
            .zip(rate("ivs-2")?)
            .map(|(medialive, ivs)| medialive / ivs))
    }

    /// Returns the user time per shape of all threads, at 20,000 shapes divided by 5,000.
    ///
    /// System time is not counted: for the same run, it is 0.2 to 2 seconds, because the system has to
    /// find memory and space for 23,000 files.
    fn linear(&self) -> Result<Option<f64>> {
        let few = self.synthetic(5_000, |usage| usage.user_seconds)?;
        let many = self.synthetic(20_000, |usage| usage.user_seconds)?;
        Ok(many
            .zip(few)
            .map(|(many, few)| (many / 20_000.0) / (few / 5_000.0)))
    }

    /// Measures a synthetic model of about `shapes` shapes and scales the value to `shapes`.
    fn synthetic(&self, shapes: usize, value: impl Fn(&Usage) -> f64) -> Result<Option<f64>> {
        let scaled = |(usage, count): &(Usage, usize)| value(usage) * shapes as f64 / *count as f64;
        if let Some(known) = self.synthetic.borrow().get(&shapes) {
            return Ok(Some(scaled(known)));
        }
        let seed = std::fs::read_to_string(self.context.root.join("model/ivs.json"))?;
        let (json, count) = synthetic::model(&seed, shapes)?;
        let path = self.scratch.join("synthetic.json");
        std::fs::write(&path, json)?;
        let path = path.to_str().context("the path is not UTF-8")?;
        let flags = ["--model", path, "--crate-name", "synthetic-sdk"];
        // These runs take seconds, so one is enough.
        let Some(usage) = self.accepted(self.generate(&flags, false)?) else {
            return Ok(None);
        };
        let known = (usage, count);
        let value = scaled(&known);
        self.synthetic.borrow_mut().insert(shapes, known);
        Ok(Some(value))
    }

    /// Returns the minimum value of several runs, or `None` if the model is rejected.
    fn minimum(
        &self,
        run: impl Fn() -> Result<Outcome>,
        value: impl Fn(Usage) -> f64,
    ) -> Result<Option<f64>> {
        let mut minimum = f64::INFINITY;
        for _ in 0..self.context.cli.runs().unwrap_or(RUNS) {
            match self.accepted(run()?) {
                Some(usage) => minimum = minimum.min(value(usage)),
                None => return Ok(None),
            }
        }
        Ok(Some(minimum))
    }

    /// Returns the usage of a run; if the model was rejected, adds a note instead.
    fn accepted(&self, outcome: Outcome) -> Option<Usage> {
        match outcome {
            Outcome::Done(usage) => Some(usage),
            Outcome::Rejected(diagnostics) => {
                let measure = self.current_measure.get();
                self.context.note(format!(
                    "{measure}: model rejected, {diagnostics} diagnostics"
                ));
                None
            }
        }
    }

    fn outcome(&self, command: &Command) -> Result<Outcome> {
        let (usage, output) = role::run_measured(command, &self.scratch.join("process.log"))?;
        if output.status.success() {
            return Ok(Outcome::Done(usage));
        }
        let stderr = String::from_utf8_lossy(&output.stderr);
        let diagnostics = count_diagnostics(&stderr);
        ensure!(
            diagnostics > 0,
            "{command:?} failed: {}\n{stderr}",
            output.status
        );
        Ok(Outcome::Rejected(diagnostics))
    }

    fn cargo(&self, subcommand: &str) -> Command {
        let mut command = cargo::command(subcommand, &self.context.root);
        command.env("CARGO_TARGET_DIR", &self.scratch);
        command.args(["--package", "xtask"]);
        command
    }
}

/// Counts the errors with a code in the output of the generator.
fn count_diagnostics(stderr: &str) -> usize {
    stderr
        .lines()
        .filter(|line| line.starts_with("error["))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_with_codes_are_counted_as_diagnostics() {
        let stderr = "error[E0101]: a\n  --> b\nwarning[W0001]: c\nerror[E0102]: d\nerror: e\n";
        assert_eq!(count_diagnostics(stderr), 2);
    }
}
