//! Reports of differences between generated and expected crates.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use similar::TextDiff;

use crate::expected::{Kept, Output};
use crate::files::{self, Files, scratch};
use crate::golden::{GOLDENS, Golden};
use crate::hunks::Hunks;

/// The command that rewrites the expected files.
const REWRITE: &str = "UPDATE_GOLDENS=1 cargo test -p xtask --test goldens";

/// The maximum number of lines of diffs that a failure prints.
const MAX_LINES: usize = 400;

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
    /// Changed hashes whose old file is not in the folder of accepted crates.
    without_old_file: usize,
}

impl Report {
    pub(crate) fn add_faults(&mut self, faults: impl IntoIterator<Item = String>) {
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
        let mut without_old_file = Vec::new();
        for path in hashes {
            let old = accepted.get(path).map_or("", String::as_str);
            let new = output.crate_files.get(path).map_or("", String::as_str);
            let has_old_file = expected.hashes.matches(path, old);
            if has_old_file && !new.is_empty() {
                self.hidden.add(&golden.name, old, new);
            }
            if shown.contains(path) {
                continue;
            }
            match has_old_file {
                true => self.add_diff(&format!("{} (not shown): {path}", golden.name), old, new),
                false => without_old_file.push(path),
            }
        }
        if !without_old_file.is_empty() {
            self.counts.without_old_file += without_old_file.len();
            let _ = writeln!(
                self.diffs,
                "{GOLDENS}/{}: the hashes of these files differ: {}\n    to see the difference, \
                 generate with both versions of the generator and compare:\n    {}",
                golden.name,
                without_old_file.join(", "),
                golden.command_line()
            );
        }
    }

    /// Adds the differences of the shown files, and returns their paths in the crate.
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
            self.add_diff(&name, text(old), text(new));
        }
        changed
    }

    fn add_diff(&mut self, path: &str, old: &str, new: &str) {
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
            "changed goldens: {}, shown files: {}, hashes: {} ({} without the old file)",
            counts.goldens, counts.shown, counts.hashes, counts.without_old_file
        );
        summary
    }

    /// Fails if there are faults or differences. Accepted differences are only summarized.
    pub(crate) fn finish(mut self, is_rewriting: bool) {
        let summary = self.summary();
        if is_rewriting {
            // A passing test would not show the output of `eprintln!`.
            let _ = writeln!(std::io::stderr(), "\n{summary}");
        }
        let is_different = !is_rewriting && self.counts.goldens > 0;
        let mut message = String::new();
        if is_different {
            message.extend(self.diffs.split_inclusive('\n').take(MAX_LINES));
            if let Some(more @ 1..) = self.diffs.lines().count().checked_sub(MAX_LINES) {
                let _ = writeln!(message, "… and {more} more lines");
            }
            let _ = writeln!(message, "\n{summary}");
        }
        message += &self.faults;
        assert!(
            message.is_empty(),
            "goldens are faulty or differ from the generator's output\n\n{message}\nto accept differences: {REWRITE}\n"
        );
    }
}
