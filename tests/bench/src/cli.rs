//! The command line.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Parser;

use crate::measure::{self, Family, Measure};

/// Measures what the generated client costs, beside aws-sdk-ivs 1.131.0.
///
/// Exit codes: 0 each figure is within its limit, 1 one is not, 2 bad usage or nothing to measure
/// with.
#[derive(Parser)]
#[command(name = "bench", bin_name = "cargo xtask bench")]
pub(crate) struct Cli {
    /// Only the figures that are the same in each run.
    #[arg(long)]
    pub(crate) quick: bool,
    /// Only this measure, or this family of them (may be repeated).
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Runs what is not the same each time so often, in the place of the usual number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    runs: Option<u16>,
    /// Writes the figures to FILE, too.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

impl Cli {
    /// The arguments of the process; what clap has to say ends it.
    pub(crate) fn read() -> Result<Self> {
        let cli = Self::parse();
        for name in &cli.only {
            known(name)?;
        }
        Ok(cli)
    }

    /// How often to run what is not the same each time, if that was said.
    pub(crate) fn runs(&self) -> Option<usize> {
        self.runs.map(usize::from)
    }

    /// Whether `measure` was asked for.
    pub(crate) fn wants(&self, measure: &Measure) -> bool {
        let quick = !self.quick || measure.family.repeatable();
        quick && selected(&self.only, measure)
    }

    /// Whether that is all there is.
    pub(crate) fn is_whole(&self) -> bool {
        measure::all().all(|measure| self.wants(measure))
    }
}

fn selected(only: &[String], measure: &Measure) -> bool {
    let names = |name: &String| *name == measure.name || *name == measure.family.name();
    only.is_empty() || only.iter().any(names)
}

fn known(name: &str) -> Result<()> {
    let family = Family::ALL.iter().any(|family| family.name() == name);
    if family || measure::named(name).is_some() {
        return Ok(());
    }
    let families: Vec<_> = Family::ALL.iter().map(|family| family.name()).collect();
    let measures: Vec<_> = measure::all().map(|measure| measure.name).collect();
    bail!(
        "--only: there is no {name}; families are: {}; measures are: {}",
        families.join(" "),
        measures.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_flags_go_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_family_takes_its_measures_and_a_measure_itself() {
        let taken = |only: &str| {
            let only = [only.to_owned()];
            let taken = measure::all().filter(|measure| selected(&only, measure));
            taken.map(|measure| measure.name).collect::<Vec<_>>()
        };
        assert_eq!(taken("all-lines"), ["all-lines"]);
        assert_eq!(taken("lines"), ["lines", "all-lines"]);
        assert_eq!(taken("instructions").len(), 6);
    }

    #[test]
    fn an_unknown_name_is_refused_with_those_that_are_known() {
        let refused = known("instruction").unwrap_err().to_string();
        assert!(refused.contains("there is no instruction"), "{refused}");
        assert!(refused.contains("first-call"), "{refused}");
    }
}
