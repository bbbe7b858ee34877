//! `cargo public-api diff`.

use std::path::Path;
use std::process::Command;

/// The changes of a public API: lines as the tool prints them.
#[derive(Debug, Default)]
pub(super) struct ApiChange {
    removed: Vec<String>,
    changed: Vec<String>,
    added: Vec<String>,
}

impl ApiChange {
    /// Returns `true` if an item was removed or changed.
    pub(super) fn breaks(&self) -> bool {
        !self.removed.is_empty() || !self.changed.is_empty()
    }

    /// Returns `true` if an item was added.
    pub(super) fn adds(&self) -> bool {
        !self.added.is_empty()
    }

    /// Returns the paths of the items that are not implementations of traits.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let lines = self.removed.iter().chain(&self.changed).chain(&self.added);
        lines.filter_map(|line| path(line))
    }
}

/// Returns the path of the item in a line such as `pub fn a::b::c(&self) -> d::E`.
fn path(line: &str) -> Option<&str> {
    // Implementations follow from the types that they are for; so do these conversions.
    if line.starts_with("impl") || line.contains(" garden::Error::from(") {
        return None;
    }
    let start = line.find("garden::")?;
    let path = &line[start..];
    let is_end = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':' || c == '#');
    let path = &path[..path.find(is_end).unwrap_or(path.len())];
    Some(path.trim_end_matches(':'))
}

/// Returns the changes between two crates, given as JSON of rustdoc.
pub(super) fn diff(old: &Path, new: &Path) -> ApiChange {
    let output = Command::new("cargo-public-api")
        .args(["public-api", "-ss", "diff"])
        .args([old, new])
        .output()
        .expect("cargo-public-api runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    parse(&text)
}

fn parse(text: &str) -> ApiChange {
    let mut change = ApiChange::default();
    let mut section = 0;
    for line in text.lines() {
        match line {
            "Removed items from the public API" => section = 1,
            "Changed items in the public API" => section = 2,
            "Added items to the public API" => section = 3,
            line => {
                let Some(item) = line.strip_prefix(['-', '+']) else {
                    continue;
                };
                let list = match section {
                    1 => &mut change.removed,
                    2 => &mut change.changed,
                    _ => &mut change.added,
                };
                list.push(item.to_owned());
            }
        }
    }
    change
}

#[test]
fn sections_of_the_tool_are_parsed() {
    let change = parse(
        "Removed items from the public API\n=================================\n\
         -pub fn garden::types::A::b(&self) -> bool\n\n\
         Changed items in the public API\n===============================\n\
         -pub struct garden::types::C\n+#[non_exhaustive] pub struct garden::types::C\n\n\
         Added items to the public API\n=============================\n\
         +pub garden::types::D::E\n+impl core::clone::Clone for garden::types::D\n",
    );
    assert_eq!(
        change.removed,
        ["pub fn garden::types::A::b(&self) -> bool"]
    );
    assert_eq!(change.changed.len(), 2);
    assert!(change.breaks() && change.adds());
    let paths: Vec<_> = change.paths().collect();
    let expected = [
        "garden::types::A::b",
        "garden::types::C",
        "garden::types::C",
        "garden::types::D::E",
    ];
    assert_eq!(paths, expected);
    let none = "Removed items from the public API\n=================================\n(none)\n";
    assert!(!parse(none).breaks());
}
