//! `expected.hashes`: hashes of the generated files that a golden does not show in full.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::files::Files;

/// The entry for a file that only `minimal` has.
const ABSENT: &str = "absent";

/// Hashes, or [`ABSENT`], by path.
#[derive(Default, PartialEq)]
pub(crate) struct Hashes(BTreeMap<String, String>);

/// Returns the first 16 hexadecimal digits of the SHA-256 hash of a file.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

impl Hashes {
    /// Hashes the files that are not shown in full.
    pub(crate) fn new(files: &Files, shown: &Files) -> Self {
        let hidden = files
            .iter()
            .filter(|(path, text)| shown.get(*path) != Some(*text));
        Self(
            hidden
                .map(|(path, text)| (path.clone(), hash(text)))
                .collect(),
        )
    }

    pub(crate) fn add_absent(&mut self, path: &str) {
        self.0.insert(path.to_owned(), ABSENT.to_owned());
    }

    /// Parses lines of hash and path.
    pub(crate) fn parse(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        Self(
            lines
                .map(|(hash, path)| (path.trim().to_owned(), hash.to_owned()))
                .collect(),
        )
    }

    /// Returns the paths whose hashes are not equal, sorted.
    pub(crate) fn changed<'a>(&'a self, new: &'a Self) -> Vec<&'a str> {
        let mut paths: Vec<_> = self.0.keys().chain(new.0.keys()).collect();
        paths.sort();
        paths.dedup();
        let changed = paths
            .into_iter()
            .filter(|path| self.0.get(*path) != new.0.get(*path));
        changed.map(String::as_str).collect()
    }

    /// Returns `true` if `text` has the hash of the file at `path`.
    pub(crate) fn matches(&self, path: &str, text: &str) -> bool {
        self.0.get(path).is_some_and(|known| *known == hash(text))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Display for Hashes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut lines = self.0.iter();
        lines.try_for_each(|(path, hash)| writeln!(f, "{hash:16} {path}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Hashes;
    use crate::files::Files;

    fn files(files: &[(&str, &str)]) -> Files {
        let files = files.iter();
        files
            .map(|&(path, text)| (path.to_owned(), text.to_owned()))
            .collect()
    }

    #[test]
    fn hashes_are_the_same_after_writing_and_parsing() {
        let shown = files(&[("a", "a"), ("b", "b…")]);
        let mut hashes = Hashes::new(&files(&[("a", "a"), ("b", "b"), ("c", "")]), &shown);
        hashes.add_absent("d");
        let text = "3e23e8160039594a b\ne3b0c44298fc1c14 c\nabsent           d\n";
        assert_eq!(hashes.to_string(), text);
        assert!(Hashes::parse(text) == hashes);
        assert!(hashes.matches("b", "b") && !hashes.matches("a", "a") && !hashes.matches("d", "d"));
    }

    #[test]
    fn changed_added_and_removed_files_have_changed() {
        let empty = Files::new();
        let old = Hashes::new(&files(&[("a", "a"), ("b", "b"), ("c", "c")]), &empty);
        let new = Hashes::new(&files(&[("a", "a"), ("b", "B"), ("d", "d")]), &empty);
        assert_eq!(old.changed(&new), ["b", "c", "d"]);
    }
}
