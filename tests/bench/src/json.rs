//! The figures as JSON, for other programs.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::limits::Limits;
use crate::measure::{self, Figure};
use crate::verdict::Verdict;

/// Writes `figures`, with their limits and verdicts, to `path`.
pub(crate) fn write(path: &Path, figures: &[Figure], limits: &Limits) -> Result<()> {
    let value = to_value(figures, limits);
    let json = serde_json::to_string_pretty(&value)? + "\n";
    std::fs::write(path, json).with_context(|| format!("--json {}", path.display()))
}

fn to_value(figures: &[Figure], limits: &Limits) -> Value {
    let figures = figures.iter().map(|figure| {
        let limit = limits.get(figure.measure);
        let unit = measure::named(figure.measure).map(|measure| measure.unit.to_string());
        json!({
            "measure": figure.measure,
            "unit": unit,
            "ours": figure.ours,
            "official": figure.official,
            "ratio": figure.ratio(),
            "target": limit.map(|limit| limit.target),
            "stretch": limit.and_then(|limit| limit.stretch),
            "limit": limit.map(|limit| limit.limit_or_target()),
            "verdict": Verdict::judge(figure, limit).to_string().to_lowercase(),
        })
    });
    json!({ "figures": figures.collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_without_a_limit_has_null_bounds() {
        let figure = Figure {
            measure: "all-lines",
            ours: 1.0,
            official: Some(4.0),
        };
        let value = to_value(&[figure], &Limits::new());
        let first = &value["figures"][0];
        assert_eq!(first["unit"], "lines");
        assert_eq!(first["ratio"], 0.25);
        assert_eq!(first["limit"], Value::Null);
        assert_eq!(first["verdict"], "");
    }
}
