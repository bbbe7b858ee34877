//! `cargo xtask conformance`: runs the tests that models define for their clients.

mod by_hand;
mod cargo;
mod corrections;
mod manifest;
mod suite;
mod tally;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use crate::{output, path};
use suite::Suite;
use tally::Tally;

/// Generates a client from each suite (a model that defines tests), and runs the tests.
///
/// Exit codes: 0 all tests passed; 1 a test failed or cannot be compiled; 2 invalid suite or flag.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A model with tests; may be repeated. Defaults to all models in tests/conformance.
    #[arg(long, value_name = "FILE")]
    suite: Vec<PathBuf>,
    /// The file of corrected expectations; defaults to model/conformance-corrections.json.
    #[arg(long, value_name = "FILE")]
    corrections: Option<PathBuf>,
    /// The partitions.json that the AWS SDKs share; defaults to model/partitions.json.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// Accept a trait that the generator does not support, with a warning; may be repeated.
    #[arg(long, value_name = "ID")]
    allow_trait: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = path::root();
    let file = |flag: &Option<PathBuf>, default: &str| {
        let (path, name) = match flag {
            Some(path) => (path.clone(), path.display().to_string()),
            None => (root.join(default), default.to_owned()),
        };
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        Ok::<_, anyhow::Error>((name, text))
    };
    let (corrections_name, corrections_text) =
        file(&args.corrections, "model/conformance-corrections.json")?;
    let corrections = corrections::parse(&corrections_text).context(corrections_name)?;
    let partitions = file(&args.partitions, "model/partitions.json")?;
    let models = match &*args.suite {
        [] => project_suites()?,
        models => models.to_vec(),
    };
    let workspace = cargo::workspace();
    let mut suites = Vec::new();
    let mut all_valid = true;
    for model in &models {
        let suite = Suite::generate(
            model,
            &partitions,
            &corrections,
            &args.allow_trait,
            &workspace,
        )?;
        all_valid &= suite.is_some();
        suites.extend(suite);
    }
    if !all_valid {
        return Ok(output::ERROR.into());
    }
    let names: Vec<_> = suites.iter().map(|suite| &suite.name).collect();
    let duplicate = (1..names.len()).find(|index| names[..*index].contains(&names[*index]));
    ensure!(duplicate.is_none(), "two suites have the same file name");

    workspace.write(suites.iter().map(|suite| &*suite.package), &[])?;
    let built = cargo::build(&workspace)?;
    let mut sum = Tally::default();
    for suite in suites.iter().filter(|_| built) {
        let (log, succeeded) = cargo::test(&workspace, &suite.package)?;
        let tally = Tally::of(&suite.cases, &suite.round_trips, &log, succeeded);
        output::print(&format!("{}: {tally}{}\n", suite.name, suite.omissions()))?;
        if !tally.all_passed() {
            output::print_error(&log);
        }
        sum.add(&tally);
    }
    let total: usize = suites.iter().map(|suite| suite.cases.len()).sum();
    let all_passed = built && sum.all_passed() && sum.passed == total;
    output::print(&format!(
        "{} passed, {} of them corrected, {total} in all\n",
        sum.passed, sum.corrected
    ))?;
    output::print(&format!("conformance: {} of {total}\n", sum.passed))?;
    Ok(match all_passed {
        true => ExitCode::SUCCESS,
        false => output::FAILED.into(),
    })
}

/// Returns the suites of this project, sorted by name.
fn project_suites() -> Result<Vec<PathBuf>> {
    let folder = path::root().join("tests/conformance");
    let mut suites = Vec::new();
    for entry in fs::read_dir(&folder).context("cannot read tests/conformance")? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            suites.push(path);
        }
    }
    suites.sort();
    ensure!(!suites.is_empty(), "there is no suite in tests/conformance");
    Ok(suites)
}
