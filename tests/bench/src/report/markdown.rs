//! The text of BENCHMARKS.md.

use super::CHARTS;
use super::charts::Chart;
use crate::limits::{self, Limits};
use crate::measure::{Family, Figure, named};
use crate::table;

/// What the report is put together from.
pub(super) struct Parts<'a> {
    pub(super) figures: &'a [Figure],
    pub(super) limits: &'a Limits,
    pub(super) charts: &'a [Chart],
    pub(super) machine: &'a str,
    /// What the run had to say.
    pub(super) notes: &'a [String],
    /// `notes.md`.
    pub(super) hand_written: &'a str,
}

/// The whole text.
pub(super) fn text(parts: &Parts<'_>) -> String {
    let mut text = format!(
        "# Benchmarks\n\nWritten by `cargo xtask bench`: `ivs-sdk` beside `aws-sdk-ivs` 1.131.0, \
         both sides in one run. A ratio is ours divided by the official one's.\n\n\
         Measured on {}.\n",
        parts.machine
    );
    for chart in parts.charts {
        text += &format!("\n![{}]({CHARTS}/{})\n", chart.title, chart.name);
    }
    for family in Family::ALL {
        text += &section(*family, parts);
    }
    let exceptions = limits::exceptions(parts.limits);
    for (title, lines) in [
        ("Limits that are not the target", &exceptions[..]),
        ("Of this run", parts.notes),
    ] {
        if !lines.is_empty() {
            text += &format!("\n## {title}\n\n- {}\n", lines.join("\n- "));
        }
    }
    format!("{text}\n{}", parts.hand_written)
}

/// The table of a family.
fn section(family: Family, parts: &Parts<'_>) -> String {
    let of_it = |figure: &&Figure| named(figure.measure).is_some_and(|m| m.family == family);
    let rows: Vec<String> = parts.figures.iter().filter(of_it).map(|figure| {
        let [name, unit, ours, official, ratio, target, stretch, verdict] =
            table::cells(figure, parts.limits);
        let about = named(figure.measure).map_or("", |measure| measure.about);
        format!(
            "| `{name}` | {about} | {ours} | {official} | {unit} | {ratio} | {target} | {stretch} | {verdict} |\n"
        )
    }).collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "\n## {}\n\n| measure | what | ours | official | unit | ratio | target | stretch | verdict |\n\
         |---|---|---:|---:|---|---:|---:|---:|---|\n{}",
        family.title(),
        rows.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_in_the_tables_of_their_families() {
        let figure = Figure {
            measure: "crates",
            ours: 109.0,
            official: Some(126.0),
        };
        let text = text(&Parts {
            figures: &[figure],
            limits: &Limits::new(),
            charts: &[],
            machine: "2 cores",
            notes: &["so it is".to_owned()],
            hand_written: "## Where it goes\n",
        });
        let table = "\n## Crates\n\n| measure | what | ours | official | unit | ratio | target | \
            stretch | verdict |\n|---|---|---:|---:|---|---:|---:|---:|---|\n| `crates` | crates \
            compiled for the lean consumer | 109 | 126 | crates | 0.865 |  |  |  |\n";
        assert!(text.contains(table), "{text}");
        assert!(text.contains("Measured on 2 cores."));
        assert!(text.ends_with("## Of this run\n\n- so it is\n\n## Where it goes\n"));
        assert!(!text.contains("## Lines"));
    }
}
