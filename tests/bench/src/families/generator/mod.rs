//! The generator, as a whole process: what it takes is held to targets of its own.

mod synthetic;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::role::Line;
use crate::{cargo, role};

const RUNS: usize = 5;

/// What came of a run.
enum Outcome {
    Done(Line),
    /// The model asks for what the generator does not know: so many findings.
    Refused(usize),
}

pub(crate) fn measure(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let generator = Generator::new(context)?;
    let mut figures = Vec::new();
    for measure in wanted {
        context.progress.say(measure.name);
        generator.measuring.set(measure.name);
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
    /// Where the built generator is, and what it makes.
    scratch: PathBuf,
    program: PathBuf,
    /// What is being measured.
    measuring: Cell<&'static str>,
    /// What models of so many shapes took, with the number that they really have.
    synthetic: RefCell<BTreeMap<usize, (Line, usize)>>,
}

impl<'a> Generator<'a> {
    fn new(context: &'a Context<'a>) -> Result<Self> {
        let scratch = context.scratch.join("generator");
        let generator = Self {
            context,
            program: scratch.join("release/xtask"),
            scratch,
            measuring: Cell::default(),
            synthetic: RefCell::default(),
        };
        context.progress.say("building the generator");
        cargo::output(generator.cargo("build").arg("--release"))?;
        Ok(generator)
    }

    /// The value of the measure called `name`, unless the generator refuses.
    fn value(&self, name: &str) -> Result<Option<f64>> {
        let wall = |line: &Line| line.wall * 1e3;
        let plain = |check| self.best(|| self.generate(&[], check), |line| wall(&line));
        match name {
            "generate" => plain(false),
            "generate-check" => plain(true),
            "generate-peak" => self.best(|| self.generate(&[], false), |line| line.peak),
            "generate-dev" => self.dev().map(Some),
            "generate-medialive" => Ok(self.published("medialive-")?.map(|(wall, _)| wall)),
            "generate-per-kilobyte" => self.per_kilobyte(),
            "generate-5000" => self.synthetic(5_000, wall),
            "generate-10000" => self.synthetic(10_000, wall),
            "generate-20000" => self.synthetic(20_000, wall),
            "generate-linear" => self.linear(),
            other => bail!("nothing of the generator is measured as {other}"),
        }
    }

    /// A fresh crate, or a check of one that is there.
    fn generate(&self, flags: &[&str], check: bool) -> Result<Outcome> {
        let out = self.scratch.join("made");
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

    /// By `cargo xtask generate`, built already, cargo's own time included.
    fn dev(&self) -> Result<f64> {
        cargo::output(&mut self.cargo("build"))?;
        let out = self.scratch.join("made");
        let mut command = self.cargo("run");
        command.arg("--").args(["generate", "--out"]).arg(&out);
        let value = self.best(|| self.outcome(&command), |line| line.wall * 1e3)?;
        value.context("our own model is refused")
    }

    /// What the published model takes whose file's name begins with `begin`, and its kilobytes; nothing
    /// where it is not at hand.
    fn published(&self, begin: &str) -> Result<Option<(f64, f64)>> {
        let folder = std::env::var_os("IVS_REFERENCE").map(PathBuf::from);
        let folder = folder.unwrap_or_else(|| self.context.root.join("../shared"));
        let Some(model) = find(&folder.join("models"), begin) else {
            let measure = self.measuring.get();
            let note = format!("{measure}: no reference files (set IVS_REFERENCE)");
            self.context.note(note);
            return Ok(None);
        };
        let kilobytes = std::fs::metadata(&model)?.len() as f64 / 1e3;
        let model = model.to_str().context("a path that is no text")?;
        let flags = ["--model", model, "--crate-name", "published-sdk"];
        let wall = |line: Line| line.wall * 1e3;
        let milliseconds = self.best(|| self.generate(&flags, false), wall)?;
        Ok(milliseconds.map(|milliseconds| (milliseconds, kilobytes)))
    }

    /// What a kilobyte of medialive's model takes, by what one of IVS's takes, as both are published.
    fn per_kilobyte(&self) -> Result<Option<f64>> {
        let rate = |begin| {
            let published = self.published(begin)?;
            Ok::<_, anyhow::Error>(
                published.map(|(milliseconds, kilobytes)| milliseconds / kilobytes),
            )
        };
        Ok(rate("medialive-")?
            .zip(rate("ivs-2")?)
            .map(|(medialive, ivs)| medialive / ivs))
    }

    /// How much more a shape takes when there are many: in CPU time, all threads together.
    fn linear(&self) -> Result<Option<f64>> {
        let few = self.synthetic(5_000, |line| line.cpu)?;
        let many = self.synthetic(20_000, |line| line.cpu)?;
        Ok(many
            .zip(few)
            .map(|(many, few)| (many / 20_000.0) / (few / 5_000.0)))
    }

    /// What a model of so many shapes takes: that of about as many, in proportion.
    fn synthetic(&self, shapes: usize, value: impl Fn(&Line) -> f64) -> Result<Option<f64>> {
        let of_all = |(line, count): &(Line, usize)| value(line) * shapes as f64 / *count as f64;
        if let Some(known) = self.synthetic.borrow().get(&shapes) {
            return Ok(Some(of_all(known)));
        }
        let seed = std::fs::read_to_string(self.context.root.join("model/ivs.json"))?;
        let (text, count) = synthetic::model(&seed, shapes)?;
        let path = self.scratch.join("synthetic.json");
        std::fs::write(&path, text)?;
        let path = path.to_str().context("a path that is no text")?;
        let flags = ["--model", path, "--crate-name", "synthetic-sdk"];
        // Seconds long, it is worth a single run.
        let Some(line) = self.accepted(self.generate(&flags, false)?) else {
            return Ok(None);
        };
        let known = (line, count);
        let value = of_all(&known);
        self.synthetic.borrow_mut().insert(shapes, known);
        Ok(Some(value))
    }

    fn best(
        &self,
        run: impl Fn() -> Result<Outcome>,
        value: impl Fn(Line) -> f64,
    ) -> Result<Option<f64>> {
        let mut least = f64::INFINITY;
        for _ in 0..self.context.cli.runs().unwrap_or(RUNS) {
            match self.accepted(run()?) {
                Some(line) => least = least.min(value(line)),
                None => return Ok(None),
            }
        }
        Ok(Some(least))
    }

    /// What a run took, unless the model was refused, which is said below the table.
    fn accepted(&self, outcome: Outcome) -> Option<Line> {
        match outcome {
            Outcome::Done(line) => Some(line),
            Outcome::Refused(findings) => {
                let measure = self.measuring.get();
                self.context
                    .note(format!("{measure}: refused, {findings} findings"));
                None
            }
        }
    }

    fn outcome(&self, command: &Command) -> Result<Outcome> {
        let (line, output) = role::measured(command, &self.scratch.join("process.log"))?;
        if output.status.success() {
            return Ok(Outcome::Done(line));
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let findings = findings(&said);
        ensure!(
            findings > 0,
            "{command:?} failed: {}\n{said}",
            output.status
        );
        Ok(Outcome::Refused(findings))
    }

    fn cargo(&self, subcommand: &str) -> Command {
        let mut command = cargo::command(subcommand, &self.context.root);
        command.env("CARGO_TARGET_DIR", &self.scratch);
        command.args(["--package", "xtask"]);
        command
    }
}

/// The errors with a code in what the generator said.
fn findings(said: &str) -> usize {
    said.lines()
        .filter(|line| line.starts_with("error["))
        .count()
}

fn find(folder: &Path, begin: &str) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    let named = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with(begin))
    };
    // Of several, the newest: their names end with the date.
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter(named)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_errors_with_codes() {
        let said = "error[E0101]: a\n  --> b\nwarning[W0001]: c\nerror[E0102]: d\nerror: e\n";
        assert_eq!(findings(said), 2);
    }
}
