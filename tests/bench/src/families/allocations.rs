//! Allocations, counted by the allocator of the program itself. One that grows is one more, of its
//! new size.

use anyhow::{Context as _, Result};

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::{self, Side};

const CALLS: f64 = 20.0;

/// What the program counted.
#[derive(Debug, PartialEq)]
struct Counted {
    allocations: f64,
    bytes: f64,
    /// The most bytes that were in use at a time.
    peak: f64,
}

/// Allocations of a call, and their bytes.
pub(crate) fn calls(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let (what, scenario) = measure.name.split_once('-').context("a name without -")?;
        both(context, measure, scenario, CALLS, |counted| match what {
            "bytes" => counted.bytes / CALLS,
            _ => counted.allocations / CALLS,
        })
    };
    wanted.iter().map(figure).collect()
}

/// The heap in use at the worst moment of a call with a long answer.
pub(crate) fn peak(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        both(context, measure, "list-channels-large", 1.0, |counted| {
            counted.peak
        })
    };
    wanted.iter().map(figure).collect()
}

fn both(
    context: &Context<'_>,
    measure: &'static Measure,
    scenario: &str,
    calls: f64,
    part: impl Fn(&Counted) -> f64,
) -> Result<Figure> {
    context.programs.build(&context.progress)?;
    context.progress.say(measure.name);
    let count = |side| -> Result<f64> {
        let program = context.programs.path(side, "counted");
        let [printed, _] = programs::run(&program, &[scenario, &calls.to_string()])?;
        let counted = parse(&printed).with_context(|| format!("no counts in {printed:?}"))?;
        Ok(part(&counted))
    };
    Ok(Figure::of(
        measure,
        count(Side::Ours)?,
        count(Side::Official)?,
    ))
}

fn parse(printed: &str) -> Option<Counted> {
    let numbers: Option<Vec<f64>> = printed
        .split_whitespace()
        .map(|number| number.parse().ok())
        .collect();
    let [allocations, bytes, peak] = numbers?.try_into().ok()?;
    Some(Counted {
        allocations,
        bytes,
        peak,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_are_what_was_counted() {
        let counted = parse("319 32246 15215\n").unwrap();
        assert_eq!(counted.allocations, 319.0);
        assert_eq!(counted.bytes, 32246.0);
        assert_eq!(counted.peak, 15215.0);
        assert_eq!(parse("319 32246\n"), None);
        assert_eq!(parse("a b c"), None);
    }
}
