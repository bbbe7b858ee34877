//! Calls a second over loopback and plain HTTP, many at a time. The client has one core, the server
//! another.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::rounds::{median, rounds};
use crate::context::Context;
use crate::measure::{Figure, Measure};
use crate::{programs, role, tools};

const CALLS: usize = 12_800;
const AT_A_TIME: usize = 64;

pub(crate) fn measure(context: &Context<'_>, wanted: &[&'static Measure]) -> Result<Vec<Figure>> {
    let figure = |measure: &&'static Measure| {
        context.programs.build(&context.progress)?;
        let pinned = tools::taskset();
        if !pinned {
            context.note("throughput: there is no taskset, client and server share all cores");
        }
        let server = Server::start(pinned)?;
        let calls = rounds(context, measure, 7, |side| {
            let program = context.programs.path(side, "load");
            let program = program.to_str().context("a path that is no text")?;
            let (calls, at_a_time) = (CALLS.to_string(), AT_A_TIME.to_string());
            let arguments = [program, &server.address, &calls, &at_a_time];
            let [printed, _] = match pinned {
                true => {
                    let arguments = [&["-c", "0"][..], &arguments].concat();
                    programs::run("taskset".as_ref(), &arguments)?
                }
                false => programs::run(program.as_ref(), &arguments[1..])?,
            };
            let nanoseconds: f64 = printed.trim().parse().context("no time was printed")?;
            Ok(CALLS as f64 / nanoseconds * 1e9)
        })?;
        median(measure, &calls).context("no runs")
    };
    wanted.iter().map(figure).collect()
}

/// A server, while this lives.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(pinned: bool) -> Result<Self> {
        let itself = std::env::current_exe()?;
        let mut command = match pinned {
            true => {
                let mut command = Command::new("taskset");
                command.args(["-c", "1"]).arg(itself);
                command
            }
            false => Command::new(itself),
        };
        role::serve(&mut command);
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
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
