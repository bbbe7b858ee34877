//! The contents of BENCHMARKS.md.

use super::charts::Chart;
use super::headline;
use super::stored::Run;
use crate::limits::{self, Limits};
use crate::measure::{Family, named};
use crate::table;

const INTRODUCTION: &str = "\
# Benchmarks

Written by `cargo xtask bench`: `ivs-sdk` compared with `aws-sdk-ivs` 1.131.0, both measured in one
run. A ratio is ours divided by official.
";

const HEADLINES: &str = "\
## Main figures

An application that calls five operations, with the default features of each client. The last column
compares with the official client without its legacy HTTP stack (hyper 0.14 and rustls 0.21), which
its default features add: its features are `default-https-client` and `rt-tokio` only.
";

const BOUNDS: &str = "\
## Bounds

Bounds apply to the ratio, or to our figure if there is no ratio; figures without bounds are for
information.

- **target**: the bound that a figure should meet.
- **stretch**: a more ambitious bound.
- **limit**: the bound that a figure must meet; otherwise the run fails. It equals the target, unless
  `tests/bench/limits.toml` sets a wider limit and gives the reason. Wider limits are listed below
  the tables.
- **floor**: the best ratio that the API permits, for some measures; listed below the tables with its
  evidence. No target or stretch is beyond it.
- **verdict**: the best bound met, `stretch` or `target`; `missed` for a figure that misses its target
  but is within a wider limit; `FAILED` for a figure past its limit.
";

const TABLE_HEADER: &str = "\
| measure | description | ours | official | unit | ratio | target | stretch | verdict |
|---|---|---:|---:|---|---:|---:|---:|---|
";

/// The heading of the notes that measures add during a run.
const RUN_NOTES: &str = "Notes on this run";

/// The parts of BENCHMARKS.md that vary.
pub(super) struct Report<'a> {
    pub(super) run: &'a Run,
    pub(super) limits: &'a Limits,
    pub(super) charts: &'a [Chart],
    /// The contents of `notes.md`.
    pub(super) notes: &'a str,
}

/// Renders BENCHMARKS.md.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut text = format!("{INTRODUCTION}\nMeasured on {}.\n", report.run.machine);
    let headlines = headline::table(&report.run.figures);
    if !headlines.is_empty() {
        text += &format!("\n{HEADLINES}\n{headlines}");
    }
    for chart in report.charts {
        text += &format!("\n{}", chart.to_html());
    }
    text += &format!("\n{BOUNDS}");
    for family in Family::ALL {
        text += &section(*family, report);
    }
    let exceptions = limits::exceptions(report.limits);
    let floors = limits::floors(report.limits);
    for (title, lines) in [
        ("Limits wider than the target", &exceptions[..]),
        ("Floors", &floors[..]),
        (RUN_NOTES, &report.run.notes[..]),
    ] {
        if !lines.is_empty() {
            text += &format!("\n## {title}\n\n- {}\n", lines.join("\n- "));
        }
    }
    format!("{text}\n{}", report.notes)
}

/// Renders the table of `family`, or nothing if there are no figures.
fn section(family: Family, report: &Report<'_>) -> String {
    let mut rows = String::new();
    for figure in &report.run.figures {
        let Some(measure) = named(figure.measure).filter(|measure| measure.family == family) else {
            continue;
        };
        let [name, unit, ours, official, ratio, target, stretch, verdict] =
            table::cells(figure, report.limits);
        let description = measure.description;
        rows += &format!(
            "| `{name}` | {description} | {ours} | {official} | {unit} | {ratio} | {target} | {stretch} | {verdict} |\n"
        );
    }
    if rows.is_empty() {
        return String::new();
    }
    format!("\n## {}\n\n{TABLE_HEADER}{rows}", family.title())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Figure;

    #[test]
    fn figures_are_in_the_tables_of_their_families() {
        let figure = Figure {
            measure: "crates",
            ours: 109.0,
            official: Some(126.0),
        };
        let text = render(&Report {
            run: &Run {
                machine: "2 cores".to_owned(),
                notes: vec!["no taskset".to_owned()],
                figures: vec![figure],
            },
            limits: &Limits::new(),
            charts: &[],
            notes: "## Profiles\n",
        });
        let table = format!(
            "\n## Crates compiled\n\n{TABLE_HEADER}| `crates` | ours with `rustls-ring` | 109 \
             | 126 | crates | 0.865 |  |  |  |\n"
        );
        assert!(text.contains(&table), "{text}");
        assert!(text.contains("Measured on 2 cores."));
        assert!(text.ends_with("## Notes on this run\n\n- no taskset\n\n## Profiles\n"));
        assert!(!text.contains("## Code"));
    }
}
