//! A run: families one after the other, then the table.

use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::Cli;
use crate::context::Context;
use crate::limits::{self, Limits};
use crate::measure::{self, Family, Figure};
use crate::verdict::Verdict;
use crate::{families, json, report, table, tools};

/// Whether each figure is within its limit.
pub(crate) fn run(cli: &Cli) -> Result<bool> {
    let limits = limits::read(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let context = Context::new(cli)?;
    let figures = measure(&context)?;

    println!("{}", table::text(&figures, &limits));
    for note in context.notes() {
        println!("{note}");
    }
    for exception in limits::exceptions(&limits) {
        println!("not held to its target: {exception}");
    }
    if let Some(path) = &cli.json {
        json::write(path, &figures, &limits)?;
    }
    println!("{}", report::write(&context, &figures, &limits)?);
    let missed = missed(&figures, &limits);
    if !missed.is_empty() {
        println!("past the limit: {}", missed.join(", "));
    }
    Ok(missed.is_empty())
}

fn measure(context: &Context<'_>) -> Result<Vec<Figure>> {
    let wanted = |family: &&Family| !context.wanted(**family).is_empty();
    let families: Vec<_> = Family::ALL.iter().filter(wanted).collect();
    context.progress.expect(families.len());
    let mut figures = Vec::new();
    for family in families {
        context.progress.family(family.name());
        if family.needs_valgrind() && !context.valgrind {
            eprintln!("{}", tools::NO_VALGRIND);
            continue;
        }
        figures.extend(families::measure(*family, context)?);
    }
    if figures.is_empty() {
        bail!("nothing was measured");
    }
    // The cheap families come first, the table has an order of its own.
    figures.sort_by_key(|figure| measure::all().position(|measure| measure.name == figure.measure));
    Ok(figures)
}

fn missed(figures: &[Figure], limits: &Limits) -> Vec<&'static str> {
    let missed =
        |figure: &&Figure| Verdict::of(figure, limits.get(figure.measure)) == Verdict::Missed;
    let missed = figures.iter().filter(missed);
    missed.map(|figure| figure.measure).collect()
}
