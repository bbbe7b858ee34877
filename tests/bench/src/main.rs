//! What the generated client costs, beside `aws-sdk-ivs`: `cargo xtask bench`.
#![forbid(unsafe_code)]

mod cargo;
mod cli;
mod context;
mod families;
mod json;
mod limits;
mod measure;
mod programs;
mod progress;
mod report;
mod role;
mod run;
mod server;
mod table;
mod tools;
mod verdict;

use std::process::ExitCode;

fn main() -> ExitCode {
    let done = role::play().unwrap_or_else(|| {
        let within = cli::Cli::read().and_then(|cli| run::run(&cli))?;
        Ok(ExitCode::from(u8::from(!within)))
    });
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
