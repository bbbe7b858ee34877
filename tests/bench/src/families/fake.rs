//! The fake service as a process: its start, requests per second, and memory; there is no official
//! side.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};

use crate::context::Context;
use crate::measure::{Figure, MEGABYTE, Measure};
use crate::process::ServerProcess;
use crate::{cargo, load, role, tools};

const STARTS: usize = 20;
const ROUNDS: usize = 7;

/// The requests of a round.
const REQUESTS: usize = 40_000;
const AT_A_TIME: usize = 16;

/// The service's quota of channels, in each of two regions.
const CHANNELS: usize = 5_000;
const REGIONS: [&str; 2] = ["us-east-1", "eu-west-1"];

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let program = build(context)?;
    let pinned = tools::has_taskset();
    if !pinned {
        context.note("fake: taskset cannot be used; client and server share all cores");
    }
    let mut memory = None;
    let mut figures = Vec::new();
    for measure in measures {
        context.progress.report(measure.name);
        let ours = match measure.name {
            "fake-start" => start(context, &program)?,
            "fake-requests" => requests(context, &program, pinned)?,
            "fake-memory" | "fake-channel" => {
                if memory.is_none() {
                    memory = Memory::measure(&program)?;
                }
                let Some(Memory { empty, full }) = &memory else {
                    context.note(format!("{}: there is no /proc", measure.name));
                    continue;
                };
                match measure.name {
                    "fake-memory" => full / MEGABYTE,
                    _ => (full - empty) / (CHANNELS * REGIONS.len()) as f64,
                }
            }
            name => bail!("{name} is not a measure of the fake service"),
        };
        figures.push(Figure {
            measure: measure.name,
            ours,
            official: None,
        });
    }
    Ok(figures)
}

/// Builds the program and returns its path.
fn build(context: &Context<'_>) -> Result<PathBuf> {
    let target = context.scratch.join("fake");
    context.progress.report("building ivs-fake");
    let mut command = cargo::command("build", &context.root);
    command.env("CARGO_TARGET_DIR", &target);
    cargo::output(command.args(["--package", "ivs-fake", "--release"]))?;
    Ok(target.join("release/ivs-fake"))
}

/// Returns the minimum time of several starts, in milliseconds.
fn start(context: &Context<'_>, program: &Path) -> Result<f64> {
    let mut minimum = f64::INFINITY;
    for _ in 0..context.cli.runs().unwrap_or(STARTS) {
        let start = Instant::now();
        serve(&mut Command::new(program))?;
        minimum = minimum.min(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(minimum)
}

/// Returns the requests per second of the fastest round, because other load on the machine only
/// adds time.
fn requests(context: &Context<'_>, program: &Path, pinned: bool) -> Result<f64> {
    let (_server, address) = serve(&mut tools::on_core(pinned, "1", program))?;
    let executable = std::env::current_exe()?;
    let mut maximum: f64 = 0.0;
    for round in 0..context.cli.runs().unwrap_or(ROUNDS) {
        let report = format!("fake-requests, run {}", round + 1);
        context.progress.report(&report);
        let mut client = tools::on_core(pinned, "0", &executable);
        role::make_load(&mut client);
        let (requests, at_a_time) = (REQUESTS.to_string(), AT_A_TIME.to_string());
        client.args([&address, &requests, &at_a_time]);
        let output = client.stderr(Stdio::inherit()).output()?;
        ensure!(output.status.success(), "the client of ivs-fake failed");
        let nanoseconds: f64 = String::from_utf8(output.stdout)?.trim().parse()?;
        maximum = maximum.max(REQUESTS as f64 / nanoseconds * 1e9);
    }
    Ok(maximum)
}

/// Starts the program and returns it with its address.
fn serve(command: &mut Command) -> Result<(ServerProcess, String)> {
    let server = ServerProcess::start(command)?;
    let address = server.address.strip_prefix("http://");
    let address = address
        .context("ivs-fake did not print its URL")?
        .to_owned();
    Ok((server, address))
}

/// The resident memory of the process in bytes, without channels and with all of them.
struct Memory {
    empty: f64,
    full: f64,
}

impl Memory {
    /// Returns `None` if the system has no `/proc`.
    fn measure(program: &Path) -> Result<Option<Self>> {
        let (server, address) = serve(&mut Command::new(program))?;
        let Some(empty) = server.resident_bytes()? else {
            return Ok(None);
        };
        for region in REGIONS {
            load::create_channels(&address, region, CHANNELS)?;
        }
        let full = server.resident_bytes()?.context("the process has ended")?;
        Ok(Some(Self { empty, full }))
    }
}
