//! BENCHMARKS.md, its charts and README's figures, written by complete runs only.

mod charts;
#[cfg(test)]
mod committed;
mod headline;
mod markdown;
mod stored;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use self::stored::Run;
use crate::context::Context;
use crate::limits::Limits;
use crate::measure::{self, Figure};
use crate::tools;

/// Stores a complete run and renders its reports; returns a message about the outcome.
pub(crate) fn write(context: &Context<'_>, figures: &[Figure], limits: &Limits) -> Result<String> {
    if !context.cli.selects_everything() {
        return Ok("BENCHMARKS.md is unchanged: only a complete run writes it".to_owned());
    }
    if !context.has_valgrind {
        return Ok("BENCHMARKS.md is unchanged: without valgrind, measures are missing".to_owned());
    }
    let run = Run {
        machine: machine()?,
        notes: context.notes(),
        figures: figures.to_vec(),
    };
    stored::write(package(), &run)?;
    render(limits)
}

/// Renders the reports of the last complete run; returns a message about the outcome.
pub(crate) fn render(limits: &Limits) -> Result<String> {
    let run = stored::read(package())?;
    for (path, text) in files(&run, limits)? {
        std::fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    let measured = run.figures.len();
    let all = measure::all().count();
    Ok(format!("BENCHMARKS.md has {measured} of {all} measures"))
}

/// Returns the paths and contents of the reports of `run`.
fn files(run: &Run, limits: &Limits) -> Result<Vec<(PathBuf, String)>> {
    let root = package().join("../..");
    let charts = charts::all(&run.figures, limits);
    let notes = std::fs::read_to_string(package().join("notes.md")).context("notes.md")?;
    let report = markdown::render(&markdown::Report {
        run,
        limits,
        charts: &charts,
        notes: &notes,
    });
    let readme = std::fs::read_to_string(root.join("README.md")).context("README.md")?;
    let readme = headline::fill_readme(&readme, &run.figures)?;
    let mut files = vec![
        (root.join("BENCHMARKS.md"), report),
        (root.join("README.md"), readme),
    ];
    for chart in &charts {
        let drawn = chart.files()?.into_iter();
        files.extend(drawn.map(|(path, svg)| (root.join(path), svg)));
    }
    Ok(files)
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Describes the machine and the date, without host names or paths.
fn machine() -> Result<String> {
    let cores = std::thread::available_parallelism()?;
    let rustc = tools::rustc_version()?;
    let today = humantime::format_rfc3339_seconds(std::time::SystemTime::now()).to_string();
    let date = today.split('T').next().unwrap_or_default();
    let platform = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    Ok(format!("{cores} cores, {platform}, {rustc}, {date}"))
}
