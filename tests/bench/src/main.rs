//! `cargo xtask bench`: compares the cost of the generated client with that of `aws-sdk-ivs`.
#![forbid(unsafe_code)]

mod cargo;
mod cli;
mod context;
mod families;
mod json;
mod limits;
mod load;
mod measure;
mod process;
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

use clap::Parser;

fn main() -> ExitCode {
    let result = role::run_requested().unwrap_or_else(|| {
        let within_limits = run::run(&cli::Cli::parse())?;
        Ok(ExitCode::from(u8::from(!within_limits)))
    });
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
