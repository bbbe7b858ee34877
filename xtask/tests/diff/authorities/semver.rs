//! `cargo semver-checks`.

use std::path::Path;
use std::process::Command;

use codegen::diff::Bump;

/// Returns the step that the tool requires between two crates, given as JSON of rustdoc.
pub(super) fn required(old: &Path, new: &Path) -> Bump {
    let output = Command::new("cargo-semver-checks")
        .args([
            "semver-checks",
            "--color",
            "never",
            "--release-type",
            "patch",
        ])
        .arg("--baseline-rustdoc")
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new)
        .output()
        .expect("cargo-semver-checks runs");
    let text = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
    let step = parse(&text);
    let is_success = output.status.success();
    step.filter(|step| (*step == Bump::Patch) == is_success)
        .unwrap_or_else(|| panic!("{text}"))
}

/// Returns the step of the summary; `None` if there is none.
fn parse(text: &str) -> Option<Bump> {
    let mut lines = text.lines().map(str::trim);
    let summary = lines.find(|line| line.starts_with("Summary"))?;
    [
        ("no semver update required", Bump::Patch),
        ("requires new major version", Bump::Breaking),
        ("requires new minor version", Bump::Additive),
    ]
    .into_iter()
    .find(|(words, _)| summary.contains(words))
    .map(|(_, step)| step)
}

#[test]
fn summaries_of_the_tool_are_parsed() {
    for (summary, step) in [
        ("     Summary no semver update required", Some(Bump::Patch)),
        (
            "     Summary semver requires new major version: 1 major and 0 minor checks failed",
            Some(Bump::Breaking),
        ),
        (
            "     Summary semver requires new minor version: 0 major and 1 minor checks failed",
            Some(Bump::Additive),
        ),
        ("error: no such file", None),
    ] {
        assert_eq!(parse(summary), step);
    }
}
