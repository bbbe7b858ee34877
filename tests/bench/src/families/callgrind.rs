//! Instructions, counted by callgrind. What a process does before and after cancels out: each figure
//! is the difference of two runs.

use std::path::Path;
use std::thread;

use anyhow::{Context as _, Result, anyhow};

use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::programs::{self, Side};

/// Each process has its own seeds of hash maps, and with them up to a percent more or less.
const PROCESSES: u32 = 3;

/// The call by which a first one is judged.
const FIRST: &str = "create-channel";

/// Instructions of a call.
pub(crate) fn calls(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        let scenario = measure.name.strip_prefix("instructions-");
        let scenario = scenario.context("a measure of another family")?;
        // The first call of a process does what no other does.
        let (few, many) = match scenario {
            "list-channels" | "get-stream-session" => (2, 22),
            _ => (2, 62),
        };
        both(context, measure, |program| {
            let mut sum = 0.0;
            for _ in 0..PROCESSES {
                let first = count(program, scenario, &few.to_string())?;
                let all = count(program, scenario, &many.to_string())?;
                sum += (all - first) / f64::from(many - few);
            }
            Ok(sum / f64::from(PROCESSES))
        })
    };
    wanted.iter().map(figure).collect()
}

/// Instructions from the making of a client to its first answer.
pub(crate) fn first_call(
    context: &Context<'_>,
    wanted: &[&'static Measure],
) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        both(context, measure, |program| {
            Ok(count(program, FIRST, "1")? - count(program, FIRST, "none")?)
        })
    };
    wanted.iter().map(figure).collect()
}

/// Runs `count` for both sides at a time: how long it takes has no effect.
fn both(
    context: &Context<'_>,
    measure: &'static Measure,
    count: impl Fn(&Path) -> Result<f64> + Sync,
) -> Result<Figure> {
    context.programs.build(&context.progress)?;
    context.progress.say(measure.name);
    let [ours, official] = Side::BOTH.map(|side| context.programs.path(side, "calls"));
    let (ours, official) = thread::scope(|scope| {
        let ours = scope.spawn(|| count(&ours));
        let official = count(&official);
        let ours = ours.join().map_err(|_| anyhow!("a thread ended"));
        (ours.flatten(), official)
    });
    Ok(Figure::of(measure, ours?, official?))
}

fn count(program: &Path, scenario: &str, calls: &str) -> Result<f64> {
    let program = program.to_str().context("a path that is no text")?;
    let tool = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    let arguments = [&tool[..], &[program, scenario, calls]].concat();
    let [_, said] = programs::run(Path::new("valgrind"), &arguments)?;
    collected(&said).with_context(|| format!("callgrind says nothing of instructions:\n{said}"))
}

/// The number of instructions that callgrind says it has seen.
fn collected(said: &str) -> Option<f64> {
    let line = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    line?.1.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callgrind_says_how_many() {
        let said = "==7== Callgrind, a call-graph generator\n==7== Events    : Ir\n\
            ==7== Collected : 1410269\n==7== \n==7== I   refs:      1,410,269\n";
        assert_eq!(collected(said), Some(1_410_269.0));
        assert_eq!(collected("==7== Events    : Ir\n"), None);
    }
}
