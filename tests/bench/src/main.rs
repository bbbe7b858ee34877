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
mod run;
mod table;
mod tools;
mod verdict;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::Cli::read().and_then(|cli| run::run(&cli)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
