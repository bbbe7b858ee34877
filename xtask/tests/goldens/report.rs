//! Reports of how generated crates differ from what is expected.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use similar::TextDiff;

use crate::expected::{Kept, Output};
use crate::files::{self, Files, scratch};
use crate::golden::{GOLDENS, Golden};
use crate::hunks::Hunks;

/// The command that rewrites what is expected.
const REWRITE: &str = "UPDATE_GOLDENS=1 cargo test -p xtask --test goldens";

/// The number of lines of unified diffs that a failure prints.
const LINES: usize = 400;

/// Returns the folder with the last accepted crate, which is below the target folder.
///
/// The golden only keeps hashes of some files; this folder shows how they have changed.
fn accepted(golden: &Golden) -> PathBuf {
    scratch("accepted").join(&golden.name)
}

/// Stores a crate that is as expected, for later comparisons.
pub(crate) fn accept(golden: &Golden, crate_files: &Files) {
    let folder = files::emptied(accepted(golden));
    for (path, text) in crate_files {
        files::write(&folder.join(path), text);
    }
}

/// The differences of all goldens.
#[derive(Default)]
pub(crate) struct Report {
    faults: String,
    diffs: String,
    shown: Hunks,
    hidden: Hunks,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    shown: usize,
    hashes: usize,
    goldens: usize,
    /// Hashes of files that the folder of accepted crates does not have.
    unknown: usize,
}

impl Report {
    pub(crate) fn faults(&mut self, faults: impl IntoIterator<Item = String>) {
        for fault in faults {
            let _ = writeln!(self.faults, "{fault}");
        }
    }

    /// Adds the differences of a golden.
    pub(crate) fn compare(&mut self, golden: &Golden, expected: &Kept, output: &Output) {
        let shown = self.compare_shown(golden, expected, &output.kept);
        let hashes = expected.hashes.changed(&output.kept.hashes);
        self.counts.shown += shown.len();
        self.counts.hashes += hashes.len();
        self.counts.goldens += usize::from(!shown.is_empty() || !hashes.is_empty());
        let accepted = files::read(&accepted(golden));
        let mut unknown = Vec::new();
        for path in hashes {
            let old = accepted.get(path).map_or("", String::as_str);
            let new = output.crate_files.get(path).map_or("", String::as_str);
            let is_known = expected.hashes.is_of(path, old);
            if is_known && !new.is_empty() {
                self.hidden.add(&golden.name, old, new);
            }
            if shown.contains(path) {
                continue;
            }
            match is_known {
                true => self.diff(&format!("{} (not shown): {path}", golden.name), old, new),
                false => unknown.push(path),
            }
        }
        if !unknown.is_empty() {
            self.counts.unknown += unknown.len();
            let _ = writeln!(
                self.diffs,
                "{GOLDENS}/{}: other hashes of {}\n    to see the difference, generate with both \
                 versions of the generator and compare:\n    {}",
                golden.name,
                unknown.join(", "),
                golden.command_line()
            );
        }
    }

    /// Adds the differences of what a golden shows, and returns the paths in the crate.
    fn compare_shown<'a>(
        &mut self,
        golden: &Golden,
        expected: &'a Kept,
        new: &'a Kept,
    ) -> BTreeSet<&'a str> {
        let paths: BTreeSet<_> = expected.shown.keys().chain(new.shown.keys()).collect();
        let mut changed = BTreeSet::new();
        for path in paths {
            let (old, new) = (expected.shown.get(path), new.shown.get(path));
            if old == new {
                continue;
            }
            changed.insert(path.strip_prefix("expected/").unwrap_or(path));
            if let (Some(old), Some(new)) = (old, new) {
                self.shown.add(&golden.name, old, new);
            }
            let text = |file: Option<&'a String>| file.map_or("", String::as_str);
            let name = format!("{GOLDENS}/{}/{path}", golden.name);
            self.diff(&name, text(old), text(new));
        }
        changed
    }

    fn diff(&mut self, path: &str, old: &str, new: &str) {
        let diff = TextDiff::from_lines(old, new);
        let mut diff = diff.unified_diff();
        let _ = write!(self.diffs, "{}", diff.header(path, path));
    }

    /// Returns the groups of equal hunks and the numbers of changes.
    fn summary(&mut self) -> String {
        let mut summary = String::new();
        let _ = write!(summary, "{}", self.shown.summary());
        self.hidden.remove(&self.shown);
        let hidden = self.hidden.summary();
        if !hidden.is_empty() {
            let _ = write!(
                summary,
                "\nonly in files and items outside every focus:\n{hidden}"
            );
        }
        let counts = &self.counts;
        let _ = writeln!(
            summary,
            "changed goldens: {}, shown files: {}, hashes: {} ({} of unknown files)",
            counts.goldens, counts.shown, counts.hashes, counts.unknown
        );
        summary
    }

    /// Fails if there are differences, or only prints their summary if they have been accepted.
    pub(crate) fn finish(mut self, is_rewriting: bool) {
        let summary = self.summary();
        if is_rewriting {
            // Not by `eprintln!`, whose output a passing test does not show.
            let _ = writeln!(std::io::stderr(), "\n{summary}");
        }
        let is_different = !is_rewriting && self.counts.goldens > 0;
        let mut message = String::new();
        if is_different {
            message.extend(self.diffs.split_inclusive('\n').take(LINES));
            if let Some(more @ 1..) = self.diffs.lines().count().checked_sub(LINES) {
                let _ = writeln!(message, "… and {more} more lines");
            }
            let _ = writeln!(message, "\n{summary}");
        }
        message += &self.faults;
        assert!(
            message.is_empty(),
            "goldens and generator differ\n\n{message}\nto accept the differences: {REWRITE}\n"
        );
    }
}
