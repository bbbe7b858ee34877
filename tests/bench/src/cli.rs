//! The command line. `xtask` includes this file too, to check the flags before it compiles the bench.

use std::path::PathBuf;

use clap::Parser;
use clap::builder::PossibleValuesParser;

use super::measure::{self, Family, Measure};

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
    /// Measures only this family of measures, or this measure; may be repeated.
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(names()))]
    only: Vec<String>,
    /// Repeats varying measures N times, instead of their usual number of runs.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    runs: Option<u16>,
    /// Also writes the figures to FILE.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    /// Measures nothing; renders BENCHMARKS.md, its charts and README's table from the figures of the
    /// last complete run, after a change to limits or notes.
    #[arg(long, conflicts_with_all = ["quick", "only", "runs", "json"])]
    pub(crate) render: bool,
}

impl Cli {
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

/// Returns the names for `--only`: families, then measures that are not called like their family.
fn names() -> Vec<&'static str> {
    let mut names: Vec<_> = Family::ALL.iter().map(|family| family.name()).collect();
    for measure in measure::all() {
        if !names.contains(&measure.name) {
            names.push(measure.name);
        }
    }
    names
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
        assert_eq!(selected("code"), ["tokens", "joined-tokens", "all-lines"]);
        assert_eq!(selected("instructions").len(), 6);
    }

    #[test]
    fn an_unknown_name_is_an_error_that_lists_the_known_names() {
        let line = |name| ["bench", "--only", name];
        let error = Cli::try_parse_from(line("instruction")).err();
        let error = error.expect("no such name").to_string();
        assert!(error.contains("first-call, "), "{error}");
        for name in names() {
            assert!(Cli::try_parse_from(line(name)).is_ok(), "{name}");
        }
    }
}
