//! A run: measures the selected families one after the other and prints the table.

use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::Cli;
use crate::context::Context;
use crate::limits::{self, Limits};
use crate::measure::{self, Family, Figure};
use crate::verdict::Verdict;
use crate::{families, json, report, table, tools};

/// Measures, prints and writes the reports; returns `true` if every figure is within its limit.
///
/// With `--render`, it measures nothing and returns `true`.
pub(crate) fn run(cli: &Cli) -> Result<bool> {
    let limits = limits::read(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    if cli.render {
        println!("{}", report::render(&limits)?);
        return Ok(true);
    }
    let context = Context::new(cli)?;
    let figures = measure(&context)?;

    println!("{}", table::render(&figures, &limits));
    for note in context.notes() {
        println!("{note}");
    }
    for name in limits::unneeded(&figures, &limits) {
        println!("{name}: the target is met, so `limit` and `reason` in limits.toml are unneeded");
    }
    if let Some(path) = &cli.json {
        json::write(path, &figures, &limits)?;
    }
    println!("{}", report::write(&context, &figures, &limits)?);
    let failed = failed(&figures, &limits);
    if !failed.is_empty() {
        println!("past the limit: {}", failed.join(", "));
    }
    Ok(failed.is_empty())
}

fn measure(context: &Context<'_>) -> Result<Vec<Figure>> {
    let is_selected = |family: &&Family| !context.selected(**family).is_empty();
    let families: Vec<_> = Family::ALL.iter().filter(is_selected).collect();
    context.progress.expect_families(families.len());
    let mut figures = Vec::new();
    for family in families {
        context.progress.start_family(family.name());
        if family.needs_valgrind() && !context.has_valgrind {
            eprintln!("{}", tools::NO_VALGRIND);
            continue;
        }
        figures.extend(families::measure(*family, context)?);
    }
    if figures.is_empty() {
        bail!("nothing was measured");
    }
    // Families run cheapest first; the table has a different order.
    figures.sort_by_key(|figure| measure::all().position(|measure| measure.name == figure.measure));
    Ok(figures)
}

fn failed(figures: &[Figure], limits: &Limits) -> Vec<&'static str> {
    let is_failed =
        |figure: &&Figure| Verdict::judge(figure, limits.get(figure.measure)) == Verdict::Failed;
    let failed = figures.iter().filter(is_failed);
    failed.map(|figure| figure.measure).collect()
}
