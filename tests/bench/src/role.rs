//! What else this program is, by a variable: what runs a compiler and notes what that took, and the
//! server for the calls of many at a time.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context as _, Result};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike as _};

use crate::server;

/// Set to the log's path, it makes this a wrapper (`RUSTC_WRAPPER`, or of any command).
const LOG: &str = "BENCH_WRAPPER_LOG";
/// Set to the program that is to be run, where cargo does not name it (`RUSTDOC`).
const PROGRAM: &str = "BENCH_WRAPPED";
/// Set to anything, it makes this a server.
const SERVE: &str = "BENCH_SERVE";

/// Plays the role that the environment asks for, if it does.
pub(crate) fn play() -> Option<Result<ExitCode>> {
    if std::env::var_os(SERVE).is_some() {
        return Some(server::run());
    }
    let log = std::env::var_os(LOG)?;
    Some(wrap(Path::new(&log)))
}

/// Runs what the arguments say, and adds a line to the log.
fn wrap(log: &Path) -> Result<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let program = std::env::var_os(PROGRAM).or_else(|| arguments.next());
    let arguments: Vec<OsString> = arguments.collect();
    let mut command = Command::new(program.context("nothing to run")?);
    let began = Instant::now();
    let status = command.args(&arguments).status()?;
    let wall = began.elapsed();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = micros(usage.user_time()) + micros(usage.system_time());
    let line = Line {
        name: crate_name(&arguments),
        cpu: cpu as f64 / 1e6,
        wall: wall.as_secs_f64(),
        peak: usage.max_rss() as f64 * 1024.0,
    };
    // One write: compilers run side by side.
    let mut file = OpenOptions::new().create(true).append(true).open(log)?;
    file.write_all(line.text().as_bytes())?;
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

/// What a process and those that it started took.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The crate that was compiled, or `-`.
    pub(crate) name: String,
    /// Seconds of user and system time.
    pub(crate) cpu: f64,
    /// Seconds from begin to end.
    pub(crate) wall: f64,
    /// The most bytes of memory that one of them had.
    pub(crate) peak: f64,
}

impl Line {
    fn text(&self) -> String {
        format!("{} {} {} {}\n", self.name, self.cpu, self.wall, self.peak)
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let name = words.next()?.to_owned();
        let mut number = || words.next()?.parse().ok();
        Some(Self {
            name,
            cpu: number()?,
            wall: number()?,
            peak: number()?,
        })
    }
}

/// Makes `command`, which is cargo's, run its compilers through this program; `log` is written anew.
pub(crate) fn wrap_compilers(command: &mut Command, log: &Path) -> Result<()> {
    fresh(log)?;
    command.env(LOG, log);
    command.env("RUSTC_WRAPPER", std::env::current_exe()?);
    Ok(())
}

/// Makes `command`, which is cargo's, run rustdoc through this program.
pub(crate) fn wrap_rustdoc(command: &mut Command, log: &Path) -> Result<()> {
    fresh(log)?;
    command.env(LOG, log).env(PROGRAM, "rustdoc");
    command.env("RUSTDOC", std::env::current_exe()?);
    Ok(())
}

/// Runs `command`, by way of this program, and says what it took.
pub(crate) fn measured(command: &Command, log: &Path) -> Result<(Line, std::process::Output)> {
    fresh(log)?;
    let mut through = Command::new(std::env::current_exe()?);
    through.env(LOG, log).arg(command.get_program());
    through.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => through.env(name, value),
            None => through.env_remove(name),
        };
    }
    let output = through.output().with_context(|| format!("{command:?}"))?;
    let lines = read(log)?;
    let line = lines.into_iter().last().context("nothing was noted")?;
    Ok((line, output))
}

/// Makes `command` the server.
pub(crate) fn serve(command: &mut Command) {
    command.env(SERVE, "1");
}

fn fresh(log: &Path) -> Result<()> {
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(log, "").with_context(|| log.display().to_string())
}

/// The lines of a log.
pub(crate) fn read(log: &Path) -> Result<Vec<Line>> {
    parse(&std::fs::read_to_string(log)?)
}

fn parse(text: &str) -> Result<Vec<Line>> {
    let line = |line: &str| Line::read(line).with_context(|| format!("a log with {line:?}"));
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read_as_it_was_written() {
        let line = Line {
            name: "ivs_sdk".to_owned(),
            cpu: 1.25,
            wall: 2.5,
            peak: 4096.0,
        };
        let text = line.text() + &line.text();
        assert_eq!(parse(&text).unwrap(), [line.clone(), line]);
        assert!(parse("ivs_sdk 1.25\n").is_err());
        assert!(parse("ivs_sdk a b c\n").is_err());
    }

    #[test]
    fn the_crate_is_named_by_the_arguments() {
        let arguments = ["rustc", "--crate-name", "http", "src/lib.rs"].map(OsString::from);
        assert_eq!(crate_name(&arguments), "http");
        assert_eq!(crate_name(&arguments[2..]), "-");
    }
}
