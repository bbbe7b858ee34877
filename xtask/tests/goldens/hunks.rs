//! Groups of equal hunks: one change to a template shows once, however many files it changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

/// The maximum number of groups that a summary prints.
const MAX_GROUPS: usize = 60;

/// The maximum number of lines that a summary prints of one hunk.
const MAX_LINES: usize = 12;

/// Hunks by their text, without line numbers, and with names in backticks and targets of links
/// replaced by `…`.
#[derive(Default)]
pub(crate) struct Hunks(BTreeMap<String, Places>);

#[derive(Default)]
struct Places {
    count: usize,
    goldens: BTreeSet<String>,
}

impl Hunks {
    /// Adds the hunks in which two texts differ.
    pub(crate) fn add(&mut self, golden: &str, old: &str, new: &str) {
        let diff = TextDiff::from_lines(old, new);
        for operations in diff.grouped_ops(0) {
            let changes = operations.iter().flat_map(|op| diff.iter_changes(op));
            let changes: Vec<_> = changes.collect();
            let side = |tag, rewrite: fn(&str) -> String| {
                let lines = changes.iter().filter(|change| change.tag() == tag);
                let lines = lines.map(|change| rewrite(change.value().trim_end_matches('\n')));
                lines.collect::<Vec<_>>()
            };
            let sides =
                |rewrite| [ChangeTag::Delete, ChangeTag::Insert].map(|tag| side(tag, rewrite));
            let [mut removed, mut added] = sides(without_names);
            // If only names have changed, show them.
            if removed == added {
                [removed, added] = sides(str::to_owned);
            }
            let removed = removed.iter().map(|line| format!("-{line}\n"));
            let added = added.iter().map(|line| format!("+{line}\n"));
            let hunk: String = removed.chain(added).collect();
            let places = self.0.entry(hunk).or_default();
            places.count += 1;
            places.goldens.insert(golden.to_owned());
        }
    }

    /// Removes the hunks that `other` also contains, wherever they are.
    pub(crate) fn remove(&mut self, other: &Self) {
        self.0.retain(|hunk, _| !other.0.contains_key(hunk));
    }

    /// Returns the hunks with their numbers of places, the most frequent first.
    pub(crate) fn summary(&self) -> String {
        let mut groups: Vec<_> = self.0.iter().collect();
        groups.sort_by_key(|(_, places)| std::cmp::Reverse(places.count));
        let mut summary = String::new();
        for (hunk, places) in groups.iter().take(MAX_GROUPS) {
            let goldens = match places.goldens.len() {
                1 => places.goldens.iter().cloned().collect(),
                count => format!("{count} goldens"),
            };
            let _ = writeln!(summary, "×{} in {goldens}:", places.count);
            for line in hunk.lines().take(MAX_LINES) {
                let _ = writeln!(summary, "    {line}");
            }
            if let Some(more @ 1..) = hunk.lines().count().checked_sub(MAX_LINES) {
                let _ = writeln!(summary, "    … {more} more lines");
            }
        }
        if let Some(more @ 1..) = groups.len().checked_sub(MAX_GROUPS) {
            let _ = writeln!(summary, "… and {more} more groups");
        }
        summary
    }
}

/// Replaces the content of backticks and the targets of links with `…`.
fn without_names(line: &str) -> String {
    let mut result = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['`', ']']) {
        let (open, close) = match &rest[at..] {
            link if link.starts_with("](") => ("](", ')'),
            code if code.starts_with('`') => ("`", '`'),
            _ => ("]", '\0'),
        };
        let (before, after) = rest.split_at(at + open.len());
        result.push_str(before);
        rest = after;
        if let Some(end) = rest.find(close) {
            result.push('…');
            result.push(close);
            rest = &rest[end + close.len_utf8()..];
        }
    }
    result + rest
}

#[cfg(test)]
mod tests {
    use super::{Hunks, without_names};

    #[test]
    fn equal_hunks_are_one_group_wherever_they_are() {
        let mut hunks = Hunks::default();
        hunks.add("beds", "a\nx\nb\nc\nx\n", "a\ny\nb\nc\ny\n");
        hunks.add("rows", "x\nlast\n", "y\n");
        hunks.add("tools", "1\n2\n3\nx\n", "1\n2\n3\ny\n");
        let summary = "×3 in 2 goldens:\n    -x\n    +y\n\
                       ×1 in rows:\n    -x\n    -last\n    +y\n";
        assert_eq!(hunks.summary(), summary);
    }

    #[test]
    fn names_in_documentation_make_no_difference() {
        let mut hunks = Hunks::default();
        hunks.add("beds", "/// What `a` is.\n", "/// The value of `a`.\n");
        hunks.add("beds", "/// What `b` is.\n", "/// The value of `b`.\n");
        let summary = "×2 in beds:\n    -/// What `…` is.\n    +/// The value of `…`.\n";
        assert_eq!(hunks.summary(), summary);
        let mut renamed = Hunks::default();
        renamed.add("beds", "/// The `a`.\n", "/// The `b`.\n");
        assert_eq!(
            renamed.summary(),
            "×1 in beds:\n    -/// The `a`.\n    +/// The `b`.\n"
        );
        assert_eq!(without_names("[`A`](b::C) [d] `e"), "[`…`](…) [d] `e");
    }

    #[test]
    fn removed_hunks_are_not_in_the_summary() {
        let (mut all, mut shown) = (Hunks::default(), Hunks::default());
        all.add("beds", "1\nx\n", "1\n");
        all.add("beds", "y\n", "z\n");
        shown.add("rows", "x\n", "");
        all.remove(&shown);
        assert_eq!(all.summary(), "×1 in beds:\n    -y\n    +z\n");
    }

    #[test]
    fn long_hunks_are_cut() {
        let mut hunks = Hunks::default();
        hunks.add("beds", &"x\n".repeat(15), "");
        assert!(hunks.summary().ends_with("-x\n    … 3 more lines\n"));
    }
}
