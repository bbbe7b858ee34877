//! Runs the programs as processes: without any AWS configuration, and against a fake of the test.
#![forbid(unsafe_code)]

mod configured;
// For its unit tests.
#[expect(dead_code, reason = "the program runs as a process")]
#[path = "../../testing.rs"]
mod testing;
mod unconfigured;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Returns a command that runs a program in an empty environment.
fn program(name: &str) -> Command {
    let test = std::env::current_exe().expect("the test's path");
    let folder = test.ancestors().nth(2).expect("the folder of the profile");
    let path = folder.join("examples").join(name);
    let path = path.with_extension(std::env::consts::EXE_EXTENSION);
    assert!(
        path.exists(),
        "{} is not built: run `cargo test -p examples`",
        path.display()
    );
    let mut command = Command::new(path);
    command.env_clear().env("HOME", home());
    command
}

/// Returns a folder without the configuration of AWS clients.
fn home() -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("home");
    std::fs::create_dir_all(&home).expect("a folder");
    home
}

/// Runs a command with this standard input, and returns what it printed.
///
/// # Panics
/// If it fails.
fn stdout(mut command: Command, stdin: &str) -> String {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().expect("a program");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(stdin.as_bytes()).expect("the input is read");
    drop(pipe);
    let output = child.wait_with_output().expect("the program ends");
    let Output {
        status,
        stdout,
        stderr,
    } = output;
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{status}: {stderr}");
    String::from_utf8(stdout).expect("text")
}
