//! The command line.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Parser;

use crate::measure::{self, Family, Measure};

/// Compares the cost of the generated client with that of aws-sdk-ivs 1.131.0.
///
/// Exit codes: 0 every figure is within its limit, 1 a figure is past its limit, 2 invalid usage or
/// a failed measurement.
#[derive(Parser)]
#[command(name = "bench", bin_name = "cargo xtask bench")]
pub(crate) struct Cli {
    /// Measures only families whose figures are (nearly) the same in each run.
    #[arg(long)]
    pub(crate) quick: bool,
    /// Measures only this measure or family of measures (may be repeated).
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Repeats varying measures N times, instead of their usual number of runs.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    runs: Option<u16>,
    /// Also writes the figures to FILE.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

impl Cli {
    /// Parses the arguments of the process; exits on `--help` and on errors that clap detects.
    ///
    /// # Errors
    ///
    /// Returns an error if `--only` names neither a measure nor a family.
    pub(crate) fn from_arguments() -> Result<Self> {
        let cli = Self::parse();
        for name in &cli.only {
            check_name(name)?;
        }
        Ok(cli)
    }

    /// Returns the number of runs of varying measures, if `--runs` was given.
    pub(crate) fn runs(&self) -> Option<usize> {
        self.runs.map(usize::from)
    }

    /// Returns `true` if `measure` is selected.
    pub(crate) fn selects(&self, measure: &Measure) -> bool {
        let quick_enough = !self.quick || measure.family.is_repeatable();
        quick_enough && matches_any(&self.only, measure)
    }

    /// Returns `true` if all measures are selected.
    pub(crate) fn selects_everything(&self) -> bool {
        measure::all().all(|measure| self.selects(measure))
    }
}

fn matches_any(only: &[String], measure: &Measure) -> bool {
    let matches = |name: &String| *name == measure.name || *name == measure.family.name();
    only.is_empty() || only.iter().any(matches)
}

fn check_name(name: &str) -> Result<()> {
    let is_family = Family::ALL.iter().any(|family| family.name() == name);
    if is_family || measure::named(name).is_some() {
        return Ok(());
    }
    let families: Vec<_> = Family::ALL.iter().map(|family| family.name()).collect();
    let measures: Vec<_> = measure::all().map(|measure| measure.name).collect();
    bail!(
        "--only: there is no measure or family {name}; families are: {}; measures are: {}",
        families.join(" "),
        measures.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_flags_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_family_selects_its_measures_and_a_measure_only_itself() {
        let selected = |name: &str| {
            let only = [name.to_owned()];
            let selected = measure::all().filter(|measure| matches_any(&only, measure));
            selected.map(|measure| measure.name).collect::<Vec<_>>()
        };
        assert_eq!(selected("all-lines"), ["all-lines"]);
        assert_eq!(selected("lines"), ["lines", "all-lines"]);
        assert_eq!(selected("instructions").len(), 6);
    }

    #[test]
    fn an_unknown_name_is_an_error_that_lists_the_known_names() {
        let error = check_name("instruction").unwrap_err().to_string();
        assert!(
            error.contains("no measure or family instruction;"),
            "{error}"
        );
        assert!(error.contains("first-call"), "{error}");
    }
}
