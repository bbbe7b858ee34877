//! `cargo xtask conformance`: the tests that models state of their clients, run.

mod by_hand;
mod cargo;
mod corrections;
mod manifest;
mod suite;
mod tally;

use crate::{output, path};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use suite::Suite;
use tally::Tally;

/// Generates a client from each suite, a model that states tests of it, and runs these.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A model with tests; may be repeated. Without it, all of tests/conformance.
    #[arg(long, value_name = "FILE")]
    suite: Vec<PathBuf>,
    /// The corrections of what models expect; without it, model/conformance-corrections.json.
    #[arg(long, value_name = "FILE")]
    corrections: Option<PathBuf>,
    /// The table of partitions, as the AWS SDKs share it; without it, model/partitions.json.
    #[arg(long, value_name = "FILE")]
    partitions: Option<PathBuf>,
    /// Let a trait pass that the generator does not know, with a warning; may be repeated.
    #[arg(long, value_name = "ID")]
    allow_trait: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let root = path::root();
    let file = |given: &Option<PathBuf>, own: &str| {
        let path = given.clone().unwrap_or_else(|| root.join(own));
        let name = given
            .as_ref()
            .map_or(own.to_owned(), |it| it.display().to_string());
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        Ok::<_, anyhow::Error>((name, text))
    };
    let (corrections_name, corrections) =
        file(&args.corrections, "model/conformance-corrections.json")?;
    let corrections = corrections::read(&corrections).context(corrections_name)?;
    let partitions = file(&args.partitions, "model/partitions.json")?;
    let models = match &*args.suite {
        [] => own_suites()?,
        given => given.to_vec(),
    };
    let workspace = cargo::workspace();
    let mut suites = Vec::new();
    let mut all_fit = true;
    for model in &models {
        let suite = Suite::generate(
            model,
            &partitions,
            &corrections,
            &args.allow_trait,
            &workspace,
        )?;
        all_fit &= suite.is_some();
        suites.extend(suite);
    }
    if !all_fit {
        return Ok(output::BAD_INPUT.into());
    }
    let names: Vec<_> = suites.iter().map(|suite| &suite.name).collect();
    let doubled = (1..names.len()).find(|place| names[..*place].contains(&names[*place]));
    ensure!(doubled.is_none(), "two suites have the same file name");

    workspace.write(suites.iter().map(|suite| &*suite.package), &[])?;
    let built = cargo::build(&workspace)?;
    let mut whole = Tally::default();
    for suite in suites.iter().filter(|_| built) {
        let (said, succeeded) = cargo::test(&workspace, &suite.package)?;
        let tally = Tally::of(&suite.cases, &said, succeeded);
        output::print(&format!("{}: {tally}{}\n", suite.name, suite.left_out()))?;
        if !tally.is_clean() {
            output::complain(&said);
        }
        whole.add(&tally);
    }
    let total: usize = suites.iter().map(|suite| suite.cases.len()).sum();
    let is_clean = built && whole.is_clean() && whole.passed == total;
    output::print(&format!(
        "{} passed, {} of them corrected, {total} in all\n",
        whole.passed, whole.corrected
    ))?;
    output::print(&format!("conformance: {} of {total}\n", whole.passed))?;
    Ok(match is_clean {
        true => ExitCode::SUCCESS,
        false => output::DIFFERENT.into(),
    })
}

/// The suites of this project, by name.
fn own_suites() -> Result<Vec<PathBuf>> {
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
