//! Calls per second over loopback and plain HTTP, many at a time. Client and server have one core
//! each.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::rounds::{median, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::{programs, role, tools};

const CALLS: usize = 12_800;
const AT_A_TIME: usize = 64;

pub(crate) fn measure(context: &Context<'_>, measures: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        context.programs.build(&context.progress)?;
        let pinned = tools::has_taskset();
        if !pinned {
            context.note("throughput: taskset cannot be used; client and server share all cores");
        }
        let server = Server::start(pinned)?;
        let rates = rounds(context, measure, 7, |side| {
            let program = context.programs.path(side, "load");
            let program = program.to_str().context("the path is not UTF-8")?;
            let (calls, at_a_time) = (CALLS.to_string(), AT_A_TIME.to_string());
            let arguments = [program, &server.address, &calls, &at_a_time];
            let [stdout, _] = match pinned {
                true => {
                    let arguments = [&["-c", "0"][..], &arguments].concat();
                    programs::run("taskset".as_ref(), &arguments)?
                }
                false => programs::run(program.as_ref(), &arguments[1..])?,
            };
            let nanoseconds: f64 = stdout
                .trim()
                .parse()
                .context("the program printed no time")?;
            Ok(CALLS as f64 / nanoseconds * 1e9)
        })?;
        median(measure, &rates).context("no runs")
    };
    measures.iter().map(figure).collect()
}

/// A running server; dropping it kills the process.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(pinned: bool) -> Result<Self> {
        let executable = std::env::current_exe()?;
        let mut command = match pinned {
            true => {
                let mut command = Command::new("taskset");
                command.args(["-c", "1"]).arg(executable);
                command
            }
            false => Command::new(executable),
        };
        role::make_server(&mut command);
        let mut process = command.stdout(Stdio::piped()).spawn()?;
        let mut address = String::new();
        if let Some(stdout) = process.stdout.take() {
            BufReader::new(stdout).read_line(&mut address)?;
        }
        let server = Self {
            process,
            address: address.trim().to_owned(),
        };
        match server.address.is_empty() {
            true => bail!("the server did not start"),
            false => Ok(server),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Killing fails only if the process has already exited.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
