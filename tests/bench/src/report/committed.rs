//! Tests that the committed BENCHMARKS.md and charts agree with `limits.toml`, `notes.md` and the
//! templates.

use std::path::{Path, PathBuf};

use super::{charts, markdown};
use crate::limits::{self, Limits};
use crate::measure::{Figure, named};
use crate::verdict::Verdict;

fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(package().join(path)).unwrap()
}

fn limits() -> Limits {
    limits::read(&package()).unwrap()
}

/// Returns the cells of each row that shows a figure.
fn rows(markdown: &str) -> impl Iterator<Item = [&str; 9]> {
    let rows = markdown.lines().filter(|line| line.starts_with("| `"));
    rows.filter_map(|line| {
        let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        cells.try_into().ok()
    })
}

fn number(cell: &str) -> Option<f64> {
    cell.replace(',', "").parse().ok()
}

fn figures(markdown: &str) -> Vec<Figure> {
    let figures = rows(markdown).map(|[name, _, ours, official, ..]| Figure {
        measure: named(name.trim_matches('`')).unwrap().name,
        ours: number(ours).unwrap(),
        official: number(official),
    });
    figures.collect()
}

/// Blanks the cells that depend on more digits than the tables show.
fn without_ratios_and_verdicts(markdown: &str) -> String {
    let mut text = String::new();
    for line in markdown.lines() {
        let mut cells: Vec<_> = line.split('|').collect();
        if line.starts_with("| `") && cells.len() == 11 {
            (cells[6], cells[9]) = ("", "");
        }
        text += &(cells.join("|") + "\n");
    }
    text
}

#[test]
fn benchmarks_md_agrees_with_limits_notes_and_templates() {
    let committed = read("../../BENCHMARKS.md");
    let (figures, limits) = (figures(&committed), limits());
    let between = |start: &str, end| Some(committed.split_once(start)?.1.split_once(end)?.0);
    let run_notes = between(&format!("## {}\n\n- ", markdown::RUN_NOTES), "\n\n");
    let run_notes = run_notes.map_or_else(Vec::new, |notes| {
        notes.split("\n- ").map(str::to_owned).collect()
    });
    let rendered = markdown::render(&markdown::Report {
        figures: &figures,
        limits: &limits,
        charts: &charts::all(&figures, &limits),
        machine: between("\nMeasured on ", ".\n").unwrap(),
        run_notes: &run_notes,
        notes: &read("notes.md"),
    });
    assert_eq!(
        without_ratios_and_verdicts(&committed),
        without_ratios_and_verdicts(&rendered)
    );
}

#[test]
fn verdicts_in_benchmarks_md_agree_with_limits() {
    let limits = limits();
    for [name, _, ours, _, _, ratio, _, _, verdict] in rows(&read("../../BENCHMARKS.md")) {
        let name = name.trim_matches('`');
        let value = number(ratio).or_else(|| number(ours)).unwrap();
        // The tables round ratios to three digits.
        let candidates = [value - 0.0005, value, value + 0.0005].map(|value| {
            let figure = Figure {
                measure: named(name).unwrap().name,
                ours: value,
                official: None,
            };
            Verdict::judge(&figure, limits.get(name)).to_string()
        });
        assert!(
            candidates.contains(&verdict.to_owned()),
            "{name}: {verdict}"
        );
    }
}

#[test]
fn charts_have_the_titles_of_the_templates() {
    for chart in charts::all(&[], &limits()) {
        let svg = read(Path::new("charts").join(chart.file_name));
        assert!(svg.contains(&format!("\n{}\n", chart.title)), "{svg}");
    }
}
