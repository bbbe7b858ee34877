//! Instructions, counted by callgrind. Each figure is the difference of two runs, so that the start
//! and the end of the process cancel out.

use std::path::Path;
use std::thread;

use anyhow::{Context as _, Result, anyhow};

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::{self, Side};

/// The number of processes to average: each seeds its hash maps anew, which changes counts by up to
/// a percent.
const PROCESSES: u32 = 3;

/// The scenario of the first-call measure.
const FIRST_CALL: &str = "create-channel";

/// Counts the instructions per call.
pub(crate) fn calls(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let scenario = measure.name.strip_prefix("instructions-");
        let scenario = scenario.context("not a measure of instructions")?;
        // The first calls of a process do extra work, so both runs include them.
        let (few, many) = match scenario {
            "list-channels" | "get-stream-session" => (2, 22),
            _ => (2, 62),
        };
        both_sides(context, measure, |program| {
            let mut sum = 0.0;
            for _ in 0..PROCESSES {
                let with_few = count(program, scenario, &few.to_string())?;
                let with_many = count(program, scenario, &many.to_string())?;
                sum += (with_many - with_few) / f64::from(many - few);
            }
            Ok(sum / f64::from(PROCESSES))
        })
    };
    measures.iter().map(figure).collect()
}

/// Counts the instructions from the construction of a client to its first output.
pub(crate) fn first_call(
    context: &Context<'_>,
    measures: &[&'static Measure],
) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        both_sides(context, measure, |program| {
            Ok(count(program, FIRST_CALL, "1")? - count(program, FIRST_CALL, "none")?)
        })
    };
    measures.iter().map(figure).collect()
}

/// Runs `count` for both sides at the same time, as timing does not affect counts.
fn both_sides(
    context: &Context<'_>,
    measure: &'static Measure,
    count: impl Fn(&Path) -> Result<f64> + Sync,
) -> Result<Figure> {
    context.programs.build(&context.progress)?;
    context.progress.report(measure.name);
    let [ours, official] = Side::BOTH.map(|side| context.programs.path(side, "calls"));
    let (ours, official) = thread::scope(|scope| {
        let ours = scope.spawn(|| count(&ours));
        let official = count(&official);
        let ours = ours
            .join()
            .map_err(|_| anyhow!("a counting thread panicked"));
        (ours.flatten(), official)
    });
    Ok(Figure::new(measure, ours?, official?))
}

fn count(program: &Path, scenario: &str, calls: &str) -> Result<f64> {
    let program = program.to_str().context("the path is not UTF-8")?;
    let tool = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    let arguments = [&tool[..], &[program, scenario, calls]].concat();
    let [_, stderr] = programs::run(Path::new("valgrind"), &arguments)?;
    parse(&stderr).with_context(|| format!("callgrind printed no instruction count:\n{stderr}"))
}

/// Returns the number of instructions in the output of callgrind.
fn parse(stderr: &str) -> Option<f64> {
    let line = stderr
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    line?.1.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instruction_count_is_parsed() {
        let stderr = "==7== Callgrind, a call-graph generator\n==7== Events    : Ir\n\
            ==7== Collected : 1410269\n==7== \n==7== I   refs:      1,410,269\n";
        assert_eq!(parse(stderr), Some(1_410_269.0));
        assert_eq!(parse("==7== Events    : Ir\n"), None);
    }
}
