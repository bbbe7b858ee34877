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
    /// The bytes that the client holds after its first call.
    idle: f64,
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
        "idle-memory" => both_sides(context, measure, "create-channel", 1.0, |counts| {
            counts.idle
        }),
        _ => both_sides(context, measure, "list-channels-large", 1.0, |counts| {
            counts.peak / MEGABYTE
        }),
    };
    measures.iter().map(figure).collect()
}

fn both_sides(
    context: &Context<'_>,
    measure: &'static Measure,
    scenario: &str,
    calls: f64,
    value: impl Fn(&Counts) -> f64,
) -> Result<Figure> {
    context.programs.build(&context.progress)?;
    context.progress.report(measure.name);
    let count = |side| -> Result<f64> {
        let program = context.programs.path(side, "allocations");
        let [stdout, _] = programs::run(&program, &[scenario, &calls.to_string()])?;
        let counts = parse(&stdout).with_context(|| format!("no counts in {stdout:?}"))?;
        Ok(value(&counts))
    };
    Ok(Figure::new(
        measure,
        count(Side::Ours)?,
        count(Side::Official)?,
    ))
}

fn parse(stdout: &str) -> Option<Counts> {
    let numbers: Option<Vec<f64>> = stdout
        .split_whitespace()
        .map(|number| number.parse().ok())
        .collect();
    let [allocations, bytes, peak, idle] = numbers?.try_into().ok()?;
    Some(Counts {
        allocations,
        bytes,
        peak,
        idle,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_counts_are_parsed() {
        let counts = parse("319 32246 15215 20552\n").unwrap();
        assert_eq!(counts.allocations, 319.0);
        assert_eq!(counts.bytes, 32246.0);
        assert_eq!(counts.peak, 15215.0);
        assert_eq!(counts.idle, 20552.0);
        assert_eq!(parse("319 32246 15215\n"), None);
        assert_eq!(parse("a b c"), None);
    }
}
