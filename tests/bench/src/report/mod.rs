//! BENCHMARKS.md and its charts: of whole runs only.

mod charts;
mod markdown;

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::limits::Limits;
use crate::measure::{self, Figure};
use crate::tools;

/// Where the charts are, from BENCHMARKS.md.
const CHARTS: &str = "tests/bench/charts";

/// Writes the report, or says why it stays as it is.
pub(crate) fn write(context: &Context<'_>, figures: &[Figure], limits: &Limits) -> Result<String> {
    if !context.cli.is_whole() {
        return Ok("BENCHMARKS.md stays as it is: only a run of everything writes it".to_owned());
    }
    if !context.valgrind {
        return Ok("BENCHMARKS.md stays as it is: without valgrind it would lack lines".to_owned());
    }
    let charts = context.root.join(CHARTS);
    std::fs::create_dir_all(&charts)?;
    let mut names = Vec::new();
    for chart in charts::all(figures, limits) {
        let path = charts.join(chart.name);
        std::fs::write(&path, chart.draw()?).with_context(|| chart.name.to_owned())?;
        names.push(chart);
    }
    let hand_written = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes.md");
    let hand_written = std::fs::read_to_string(hand_written).context("notes.md")?;
    let text = markdown::text(&markdown::Parts {
        figures,
        limits,
        charts: &names,
        machine: &machine()?,
        notes: &context.notes(),
        hand_written: &hand_written,
    });
    std::fs::write(context.root.join("BENCHMARKS.md"), text)?;
    let count = figures.len();
    let all = measure::all().count();
    Ok(format!("BENCHMARKS.md has {count} of {all} measures"))
}

/// What it was measured on: neither names nor paths.
fn machine() -> Result<String> {
    let cores = std::thread::available_parallelism()?;
    let rustc = tools::rustc_version()?;
    let today = humantime::format_rfc3339_seconds(std::time::SystemTime::now()).to_string();
    let date = today.split('T').next().unwrap_or_default();
    let platform = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    Ok(format!("{cores} cores, {platform}, {rustc}, {date}"))
}
