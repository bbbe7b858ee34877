//! The table of main figures, in BENCHMARKS.md and README.md.

use anyhow::{Context as _, Result};

use crate::measure::{Figure, named};
use crate::table::format_number;

/// The first line of the region in README.md that holds the table.
const START: &str = "<!-- figures -->";
/// The line after the region.
const END: &str = "<!-- /figures -->";

/// A row of the table.
struct Headline {
    label: &'static str,
    /// The measures of the row, with the labels of their bars.
    measures: &'static [(&'static str, &'static str)],
    /// The measure that compares with the official client without its legacy HTTP stack.
    same_tls: Option<&'static str>,
}

const HEADLINES: &[Headline] = &[
    Headline {
        label: "clean build, dev, on two cores",
        measures: &[("clean build, dev, on two cores", "consumer-dev-wall")],
        same_tls: Some("consumer-same-tls-dev-wall"),
    },
    Headline {
        label: "rebuild after an edit",
        measures: &[("rebuild after an edit", "rebuild")],
        same_tls: Some("rebuild-same-tls"),
    },
    Headline {
        label: "`cargo check` after an edit",
        measures: &[("cargo check after an edit", "recheck")],
        same_tls: Some("recheck-same-tls"),
    },
    Headline {
        label: "size of the program, release, stripped",
        measures: &[("size of the program, release", "binary")],
        same_tls: Some("binary-same-tls"),
    },
    Headline {
        label: "time of a call over loopback, p50 and p99",
        measures: &[
            ("time of a call over loopback, p50", "call-p50"),
            ("time of a call over loopback, p99", "call-p99"),
        ],
        same_tls: None,
    },
];

/// Returns the labels and measures of the bars with default features.
pub(super) fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADLINES.iter().flat_map(|row| row.measures).copied()
}

/// Returns the labels and measures of the bars without the official client's legacy HTTP stack.
pub(super) fn same_tls_rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = HEADLINES.iter();
    rows.filter_map(|row| Some((row.measures[0].0, row.same_tls?)))
}

/// Renders the table for BENCHMARKS.md; empty if there are no figures.
pub(super) fn table(figures: &[Figure]) -> String {
    render(figures, true)
}

/// Returns `readme` with the table in its region.
pub(super) fn fill_readme(readme: &str, figures: &[Figure]) -> Result<String> {
    let missing = || format!("README.md has no lines {START} and {END}");
    let (before, rest) = readme.split_once(START).with_context(missing)?;
    let (_, after) = rest.split_once(END).with_context(missing)?;
    let table = render(figures, false);
    Ok(format!("{before}{START}\n{table}{END}{after}"))
}

fn render(figures: &[Figure], with_same_tls: bool) -> String {
    let mut rows = String::new();
    for headline in HEADLINES {
        let measured = headline
            .measures
            .iter()
            .map(|(_, name)| find(figures, name));
        let Some(measured) = measured.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let cell = |value: &dyn Fn(&Figure) -> Option<String>| {
            let values: Option<Vec<_>> = measured.iter().map(|figure| value(figure)).collect();
            values.unwrap_or_default().join(", ")
        };
        let ours = cell(&|figure| with_unit(figure, figure.ours));
        let official = cell(&|figure| with_unit(figure, figure.official?));
        let ratios = cell(&ratio);
        rows += &format!("| {} | {ours} | {official} | {ratios} |", headline.label);
        if with_same_tls {
            let figure = headline.same_tls.and_then(|name| find(figures, name));
            rows += &format!(" {} |", figure.and_then(ratio).unwrap_or_default());
        }
        rows.push('\n');
    }
    if rows.is_empty() {
        return rows;
    }
    let header = match with_same_tls {
        true => {
            "| | `ivs-sdk` | `aws-sdk-ivs` | ratio | ratio, without the legacy stack |\n\
             |---|---:|---:|---:|---:|\n"
        }
        false => "| | `ivs-sdk` | `aws-sdk-ivs` | ratio |\n|---|---:|---:|---:|\n",
    };
    format!("{header}{rows}")
}

fn find<'a>(figures: &'a [Figure], name: &str) -> Option<&'a Figure> {
    figures.iter().find(|figure| figure.measure == name)
}

fn with_unit(figure: &Figure, value: f64) -> Option<String> {
    let unit = named(figure.measure)?.unit;
    Some(format!("{} {unit}", format_number(value, unit)))
}

fn ratio(figure: &Figure) -> Option<String> {
    Some(format!("{:.2}", figure.ratio()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures() -> Vec<Figure> {
        let figure = |measure, ours, official| Figure {
            measure,
            ours,
            official: Some(official),
        };
        vec![
            figure("binary", 8.07, 11.2),
            figure("binary-same-tls", 8.07, 8.68),
            figure("call-p50", 100.0, 125.0),
            figure("call-p99", 200.0, 200.0),
            figure("rebuild-same-tls", 1.0, 2.0),
        ]
    }

    #[test]
    fn all_rows_are_measures() {
        for (_, name) in rows().chain(same_tls_rows()) {
            assert!(named(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_row_needs_its_figures() {
        let expected = "\
| | `ivs-sdk` | `aws-sdk-ivs` | ratio | ratio, without the legacy stack |
|---|---:|---:|---:|---:|
| size of the program, release, stripped | 8.07 MB | 11.20 MB | 0.72 | 0.93 |
| time of a call over loopback, p50 and p99 | 100 µs, 200 µs | 125 µs, 200 µs | 0.80, 1.00 |  |
";
        assert_eq!(table(&figures()), expected);
        assert_eq!(table(&figures()[4..]), "");
    }

    #[test]
    fn the_table_replaces_the_region_of_the_readme() {
        let readme = "# ivs-sdk\n\n<!-- figures -->\nold\n<!-- /figures -->\n\nMore.\n";
        let filled = fill_readme(readme, &figures()).unwrap();
        assert!(filled.starts_with("# ivs-sdk\n\n<!-- figures -->\n| | `ivs-sdk` |"));
        assert!(filled.contains("| 8.07 MB | 11.20 MB | 0.72 |\n"));
        assert!(filled.ends_with("\n<!-- /figures -->\n\nMore.\n"));
        assert!(!filled.contains("old"));
        assert_eq!(fill_readme(&filled, &figures()).unwrap(), filled);
    }

    #[test]
    fn a_readme_without_the_region_is_an_error() {
        assert!(fill_readme("# ivs-sdk\n", &figures()).is_err());
    }
}
