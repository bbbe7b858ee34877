//! `figures.json`: the figures of the last complete run, from which the reports are rendered.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use crate::measure::{Figure, named};

const FILE: &str = "figures.json";

/// A complete run.
#[derive(Debug, PartialEq)]
pub(super) struct Run {
    /// The machine, the compiler and the date.
    pub(super) machine: String,
    /// The notes that measures added.
    pub(super) notes: Vec<String>,
    pub(super) figures: Vec<Figure>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredRun {
    machine: String,
    notes: Vec<String>,
    figures: Vec<StoredFigure>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StoredFigure {
    measure: String,
    ours: f64,
    official: Option<f64>,
}

/// Reads the last complete run from the package in `folder`.
pub(super) fn read(folder: &Path) -> Result<Run> {
    let text = std::fs::read_to_string(folder.join(FILE)).context(FILE)?;
    parse(&text).context(FILE)
}

/// Writes `run` to the package in `folder`.
pub(super) fn write(folder: &Path, run: &Run) -> Result<()> {
    std::fs::write(folder.join(FILE), to_json(run)?).context(FILE)
}

fn parse(json: &str) -> Result<Run> {
    let stored: StoredRun = serde_json::from_str(json)?;
    let figure = |stored: StoredFigure| {
        let measure = named(&stored.measure)
            .with_context(|| format!("there is no measure {}", stored.measure))?;
        Ok(Figure {
            measure: measure.name,
            ours: stored.ours,
            official: stored.official,
        })
    };
    let figures: Result<_> = stored.figures.into_iter().map(figure).collect();
    Ok(Run {
        machine: stored.machine,
        notes: stored.notes,
        figures: figures?,
    })
}

fn to_json(run: &Run) -> Result<String> {
    let figure = |figure: &Figure| StoredFigure {
        measure: figure.measure.to_owned(),
        ours: figure.ours,
        official: figure.official,
    };
    let stored = StoredRun {
        machine: run.machine.clone(),
        notes: run.notes.clone(),
        figures: run.figures.iter().map(figure).collect(),
    };
    Ok(serde_json::to_string_pretty(&stored)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_run_can_be_read() {
        let figure = |measure, official| Figure {
            measure,
            ours: 0.1 + 0.2,
            official,
        };
        let run = Run {
            machine: "2 cores".to_owned(),
            notes: vec!["no taskset".to_owned()],
            figures: vec![figure("crates", Some(1e9 / 3.0)), figure("generate", None)],
        };
        assert_eq!(parse(&to_json(&run).unwrap()).unwrap(), run);
    }

    #[test]
    fn an_unknown_measure_is_an_error() {
        let json = r#"{"machine":"","notes":[],"figures":[{"measure":"speed","ours":1.0,"official":null}]}"#;
        let error = parse(json).unwrap_err().to_string();
        assert!(error.contains("no measure speed"), "{error}");
    }
}
