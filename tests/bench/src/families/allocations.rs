//! Allocations, counted by the allocator of the measured program. A reallocation that grows counts
//! as another allocation of the new size.

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::measure::{Figure, MEGABYTE, Measure};
use crate::programs::{self, Side};

const CALLS: f64 = 20.0;

/// The counts that the program prints.
#[derive(Debug, PartialEq)]
struct Counts {
    allocations: f64,
    bytes: f64,
    /// The highest number of bytes in use at the same time.
    peak: f64,
}

/// Counts the allocations per call, or their bytes.
pub(crate) fn calls(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let (unit, scenario) = measure
            .name
            .split_once('-')
            .context("the measure names no scenario")?;
        both_sides(context, measure, scenario, CALLS, |counts| match unit {
            "bytes" => counts.bytes / CALLS,
            _ => counts.allocations / CALLS,
        })
    };
    measures.iter().map(figure).collect()
}

/// Measures the peak heap of a call with a large response, and the heap that an idle client holds.
pub(crate) fn memory(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| match measure.name {
        "idle-memory" => idle(context, measure),
        _ => both_sides(context, measure, "list-channels-large", 1.0, |counts| {
            counts.peak / MEGABYTE
        }),
    };
    measures.iter().map(figure).collect()
}

fn idle(context: &Context<'_>, measure: &'static Measure) -> Result<Figure> {
    let bytes = |side| -> Result<f64> {
        let [stdout, _] = run(context, measure, side, "idle", &["create-channel"])?;
        let bytes = stdout.trim().parse();
        bytes.with_context(|| format!("no bytes in {stdout:?}"))
    };
    Ok(Figure::new(
        measure,
        bytes(Side::Ours)?,
        bytes(Side::Official)?,
    ))
}

fn both_sides(
    context: &Context<'_>,
    measure: &'static Measure,
    scenario: &str,
    calls: f64,
    value: impl Fn(&Counts) -> f64,
) -> Result<Figure> {
    let count = |side| -> Result<f64> {
        let arguments = [scenario, &calls.to_string()];
        let [stdout, _] = run(context, measure, side, "allocations", &arguments)?;
        let counts = parse(&stdout).with_context(|| format!("no counts in {stdout:?}"))?;
        Ok(value(&counts))
    };
    Ok(Figure::new(
        measure,
        count(Side::Ours)?,
        count(Side::Official)?,
    ))
}

fn run(
    context: &Context<'_>,
    measure: &Measure,
    side: Side,
    program: &str,
    arguments: &[&str],
) -> Result<[String; 2]> {
    context.programs.build(&context.progress)?;
    context.progress.report(measure.name);
    programs::run(&context.programs.path(side, program), arguments)
}

fn parse(stdout: &str) -> Option<Counts> {
    let numbers: Option<Vec<f64>> = stdout
        .split_whitespace()
        .map(|number| number.parse().ok())
        .collect();
    let [allocations, bytes, peak] = numbers?.try_into().ok()?;
    Some(Counts {
        allocations,
        bytes,
        peak,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_counts_are_parsed() {
        let counts = parse("319 32246 15215\n").unwrap();
        assert_eq!(counts.allocations, 319.0);
        assert_eq!(counts.bytes, 32246.0);
        assert_eq!(counts.peak, 15215.0);
        assert_eq!(parse("319 32246\n"), None);
        assert_eq!(parse("a b c"), None);
    }
}
