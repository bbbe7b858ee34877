//! Calls over loopback and plain HTTP: calls per second, many at a time, and the time of one at a
//! time. Client and server have one core each.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use anyhow::{Context as _, Result, bail};

use super::rounds::{median, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::process::ServerProcess;
use crate::programs::Side;
use crate::{programs, role, tools};

/// The calls of a run of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Load {
    calls: usize,
    at_a_time: usize,
}

const MANY: Load = Load {
    calls: 12_800,
    at_a_time: 64,
};

const SINGLE: Load = Load {
    calls: 5_000,
    at_a_time: 1,
};

/// The times that the program prints, in nanoseconds.
#[derive(Debug, PartialEq)]
struct Times {
    total: f64,
    p50: f64,
    p99: f64,
}

/// Measures that share a load share their runs.
pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    context.programs.build(&context.progress)?;
    let pinned = tools::has_taskset();
    if !pinned {
        context.note("loopback: taskset cannot be used; client and server share all cores");
    }
    let mut command = tools::on_core(pinned, "1", &std::env::current_exe()?);
    role::make_server(&mut command);
    let server = ServerProcess::start(&mut command)?;
    let mut runs = BTreeMap::new();
    for measure in measures {
        let load = load(measure.name)?;
        if let Entry::Vacant(entry) = runs.entry(load) {
            entry.insert(rounds(context, measure, 7, |side| {
                run(context, side, &server.address, load, pinned)
            })?);
        }
    }
    let figure = |measure: &&'static Measure| {
        let load = load(measure.name)?;
        let value = |times: &Times| match measure.name {
            "call-p50" => times.p50 / 1e3,
            "call-p99" => times.p99 / 1e3,
            _ => load.calls as f64 / times.total * 1e9,
        };
        let values = runs[&load].iter().map(|sides| sides.each_ref().map(value));
        median(measure, &values.collect::<Vec<_>>()).context("no runs")
    };
    measures.iter().map(figure).collect()
}

fn load(measure: &str) -> Result<Load> {
    Ok(match measure {
        "throughput" => MANY,
        "call-p50" | "call-p99" => SINGLE,
        _ => bail!("{measure} is not a measure of calls over loopback"),
    })
}

fn run(
    context: &Context<'_>,
    side: Side,
    address: &str,
    load: Load,
    pinned: bool,
) -> Result<Times> {
    let program = context.programs.path(side, "load");
    let program = program.to_str().context("the path is not UTF-8")?;
    let (calls, at_a_time) = (load.calls.to_string(), load.at_a_time.to_string());
    let arguments = [program, address, &calls, &at_a_time];
    let [stdout, _] = match pinned {
        true => {
            let arguments = [&["-c", "0"][..], &arguments].concat();
            programs::run("taskset".as_ref(), &arguments)?
        }
        false => programs::run(program.as_ref(), &arguments[1..])?,
    };
    parse(&stdout).with_context(|| format!("no times in {stdout:?}"))
}

fn parse(stdout: &str) -> Option<Times> {
    let numbers: Option<Vec<f64>> = stdout
        .split_whitespace()
        .map(|number| number.parse().ok())
        .collect();
    let [total, p50, p99] = numbers?.try_into().ok()?;
    Some(Times { total, p50, p99 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_times_are_parsed() {
        let times = Times {
            total: 600_000.0,
            p50: 100_000.0,
            p99: 200_000.0,
        };
        assert_eq!(parse("600000 100000 200000\n"), Some(times));
        assert_eq!(parse("600000 100000\n"), None);
        assert_eq!(parse("a b c"), None);
    }
}
