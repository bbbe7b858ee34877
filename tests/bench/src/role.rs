//! Other roles of this program, selected by environment variables: a wrapper that logs the resource
//! usage of a compiler, the server for the throughput measure, and the client of the fake service.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context as _, Result};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike as _};

use crate::{load, server};

/// The path of the log; if set, this program wraps a compiler (as `RUSTC_WRAPPER`) or any command.
const LOG: &str = "BENCH_WRAPPER_LOG";
/// The program to wrap, if it is not the first argument (as `RUSTDOC`).
const PROGRAM: &str = "BENCH_WRAPPED";
/// If set to anything, this program is the server.
const SERVE: &str = "BENCH_SERVE";
/// If set to anything, this program is the client of the fake service.
const LOAD: &str = "BENCH_LOAD";

/// Runs the role that the environment selects, if any.
pub(crate) fn run_requested() -> Option<Result<ExitCode>> {
    if std::env::var_os(SERVE).is_some() {
        return Some(server::run());
    }
    if std::env::var_os(LOAD).is_some() {
        return Some(load::run());
    }
    let log = std::env::var_os(LOG)?;
    Some(wrap(Path::new(&log)))
}

/// Runs the wrapped program and appends its usage to the log.
fn wrap(log: &Path) -> Result<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let program = std::env::var_os(PROGRAM).or_else(|| arguments.next());
    let arguments: Vec<OsString> = arguments.collect();
    let mut command = Command::new(program.context("nothing to run")?);
    let started = Instant::now();
    let status = command.args(&arguments).status()?;
    let wall = started.elapsed();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let user = micros(usage.user_time());
    let cpu = user + micros(usage.system_time());
    let usage = Usage {
        crate_name: crate_name(&arguments),
        cpu_seconds: cpu as f64 / 1e6,
        user_seconds: user as f64 / 1e6,
        wall_seconds: wall.as_secs_f64(),
        peak_bytes: usage.max_rss() as f64 * 1024.0,
    };
    // A single write, because several compilers append at the same time.
    let mut file = OpenOptions::new().create(true).append(true).open(log)?;
    file.write_all(usage.to_line().as_bytes())?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.unwrap_or(1).into())
}

fn micros(time: TimeVal) -> i64 {
    time.num_microseconds()
}

fn crate_name(arguments: &[OsString]) -> String {
    let mut pairs = arguments.windows(2);
    let name = pairs.find(|pair| pair[0] == "--crate-name");
    name.map_or_else(|| "-".to_owned(), |pair| pair[1].to_string_lossy().into())
}

/// The resource usage of a process and its children: a line of the log.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Usage {
    /// The crate that was compiled, or `-`.
    pub(crate) crate_name: String,
    /// User and system time.
    pub(crate) cpu_seconds: f64,
    /// User time.
    pub(crate) user_seconds: f64,
    /// Time from start to exit.
    pub(crate) wall_seconds: f64,
    /// The highest resident memory of any of the processes.
    pub(crate) peak_bytes: f64,
}

impl Usage {
    fn to_line(&self) -> String {
        format!(
            "{} {} {} {} {}\n",
            self.crate_name,
            self.cpu_seconds,
            self.user_seconds,
            self.wall_seconds,
            self.peak_bytes
        )
    }

    fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let crate_name = words.next()?.to_owned();
        let mut number = || words.next()?.parse().ok();
        Some(Self {
            crate_name,
            cpu_seconds: number()?,
            user_seconds: number()?,
            wall_seconds: number()?,
            peak_bytes: number()?,
        })
    }
}

/// Makes the cargo command `command` run compilers through this program, with a new `log`.
pub(crate) fn wrap_compilers(command: &mut Command, log: &Path) -> Result<()> {
    create_empty(log)?;
    command.env(LOG, log);
    command.env("RUSTC_WRAPPER", std::env::current_exe()?);
    Ok(())
}

/// Makes the cargo command `command` run rustdoc through this program, with a new `log`.
pub(crate) fn wrap_rustdoc(command: &mut Command, log: &Path) -> Result<()> {
    create_empty(log)?;
    command.env(LOG, log).env(PROGRAM, "rustdoc");
    command.env("RUSTDOC", std::env::current_exe()?);
    Ok(())
}

/// Runs `command` through this program and returns its resource usage and output.
pub(crate) fn run_measured(command: &Command, log: &Path) -> Result<(Usage, std::process::Output)> {
    create_empty(log)?;
    let mut wrapper = Command::new(std::env::current_exe()?);
    wrapper.env(LOG, log).arg(command.get_program());
    wrapper.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => wrapper.env(name, value),
            None => wrapper.env_remove(name),
        };
    }
    let output = wrapper.output().with_context(|| format!("{command:?}"))?;
    let usages = read_log(log)?;
    let usage = usages.into_iter().last().context("the log is empty")?;
    Ok((usage, output))
}

/// Makes `command`, which must run this program, run the server instead.
pub(crate) fn make_server(command: &mut Command) {
    command.env(SERVE, "1");
}

/// Makes `command`, which must run this program with the arguments of [`load::run`], run the client.
pub(crate) fn make_load(command: &mut Command) {
    command.env(LOAD, "1");
}

fn create_empty(log: &Path) -> Result<()> {
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(log, "").with_context(|| log.display().to_string())
}

/// Reads a log.
pub(crate) fn read_log(log: &Path) -> Result<Vec<Usage>> {
    parse(&std::fs::read_to_string(log)?)
}

fn parse(text: &str) -> Result<Vec<Usage>> {
    let parse_line =
        |line: &str| Usage::from_line(line).with_context(|| format!("invalid log line {line:?}"));
    text.lines().map(parse_line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_log_can_be_read() {
        let usage = Usage {
            crate_name: "ivs_sdk".to_owned(),
            cpu_seconds: 1.25,
            user_seconds: 1.0,
            wall_seconds: 2.5,
            peak_bytes: 4096.0,
        };
        let text = usage.to_line() + &usage.to_line();
        assert_eq!(parse(&text).unwrap(), [usage.clone(), usage]);
        assert!(parse("ivs_sdk 1.25\n").is_err());
        assert!(parse("ivs_sdk a b c d\n").is_err());
    }

    #[test]
    fn the_crate_name_comes_from_the_arguments() {
        let arguments = ["rustc", "--crate-name", "http", "src/lib.rs"].map(OsString::from);
        assert_eq!(crate_name(&arguments), "http");
        assert_eq!(crate_name(&arguments[2..]), "-");
    }
}
