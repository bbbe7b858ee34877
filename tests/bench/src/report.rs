//! BENCHMARKS.md and its charts, written by complete runs only.

mod charts;
#[cfg(test)]
mod committed;
mod markdown;

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::limits::Limits;
use crate::measure::{self, Figure};
use crate::tools;

/// The folder of the charts, relative to BENCHMARKS.md.
const CHARTS: &str = "tests/bench/charts";

/// Writes BENCHMARKS.md and the charts after a complete run; returns a message about the outcome.
pub(crate) fn write(context: &Context<'_>, figures: &[Figure], limits: &Limits) -> Result<String> {
    if !context.cli.selects_everything() {
        return Ok("BENCHMARKS.md is unchanged: only a complete run writes it".to_owned());
    }
    if !context.has_valgrind {
        return Ok("BENCHMARKS.md is unchanged: without valgrind, measures are missing".to_owned());
    }
    let folder = context.root.join(CHARTS);
    std::fs::create_dir_all(&folder)?;
    let charts = charts::all(figures, limits);
    for chart in &charts {
        let path = folder.join(chart.file_name);
        std::fs::write(&path, chart.draw()?).with_context(|| chart.file_name.to_owned())?;
    }
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes.md");
    let report = markdown::render(&markdown::Report {
        figures,
        limits,
        charts: &charts,
        machine: &machine()?,
        run_notes: &context.notes(),
        notes: &std::fs::read_to_string(notes).context("notes.md")?,
    });
    std::fs::write(context.root.join("BENCHMARKS.md"), report)?;
    let measured = figures.len();
    let all = measure::all().count();
    Ok(format!("BENCHMARKS.md has {measured} of {all} measures"))
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
