//! Tests that the committed reports are rendered from `figures.json`, `limits.toml` and `notes.md`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Run, files, package, stored};
use crate::limits;

fn committed() -> (Run, Vec<(PathBuf, String)>) {
    let run = stored::read(package()).unwrap();
    let limits = limits::read(package()).unwrap();
    let files = files(&run, &limits).unwrap();
    (run, files)
}

#[test]
fn reports_are_those_of_the_stored_figures() {
    for (path, text) in committed().1 {
        let written = std::fs::read_to_string(&path).unwrap();
        let path = path.display();
        assert_eq!(written, text, "{path}: run `cargo xtask bench --render`");
    }
}

#[test]
fn each_committed_chart_is_drawn() {
    let folder = package().join("../../tests/bench/charts");
    let committed_files: BTreeSet<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let files = committed().1.into_iter().map(|(path, _)| path);
    let drawn: BTreeSet<_> = files.filter(|path| path.starts_with(&folder)).collect();
    assert_eq!(committed_files, drawn);
}
