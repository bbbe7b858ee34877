//! Entries, and their places in the file.

use codegen::diff::Rule;

use super::*;

fn difference(rule: &str, class: Class, resource: &str, shape: &str, change: &str) -> Difference {
    let rule = Rule::from_id(rule).unwrap_or_else(|| panic!("there is no rule {rule}"));
    Difference {
        rule,
        class,
        shape: format!("ns#{shape}"),
        resource: resource.to_owned(),
        subject: shape.to_owned(),
        change: change.to_owned(),
        items: vec![format!("garden::{}", shape.replace('$', "::"))],
        wire: None,
        hint: (class == Class::Breaking).then(|| "use another one".to_owned()),
        location: None,
        accepted: None,
    }
}

fn report(differences: Vec<Difference>) -> Report {
    Report {
        title: "Garden".to_owned(),
        differences,
    }
}

fn added(rule: &str, resource: &str, shape: &str) -> Difference {
    difference(rule, Class::Additive, resource, shape, "is new")
}

const EMPTY: &str = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n\n### Added\n\n- All.\n";

/// Returns the new text between "Unreleased" and the next release.
fn unreleased(differences: Vec<Difference>) -> String {
    let text = with_entry(EMPTY, &report(differences), "2026-11").unwrap();
    let text = text
        .strip_prefix("# Changelog\n\n## [Unreleased]\n\n")
        .unwrap();
    let text = text.strip_suffix("\n## [0.1.0]\n\n### Added\n\n- All.\n");
    text.unwrap().to_owned()
}

#[test]
fn additions_are_lists_of_names_by_resource() {
    let differences = vec![
        added("operation-added", "Plant", "GrowPlant"),
        added("operation-added", "Plant", "CutPlant"),
        added("type-added", "Plant", "Leaf"),
        added("member-added", "Plant", "A$x"),
        added("member-added", "Plant", "A$y"),
        added("member-added", "Plant", "B$x"),
        added("member-added", "Plant", "B$y"),
        added("member-added", "Tool", "C$z"),
    ];
    assert_eq!(
        unreleased(differences),
        "### Added\n\n\
         - Plant (model of 2026-11): the operations `GrowPlant` and `CutPlant`; the type `Leaf`; the members\n  \
         `x` and `y` of `A` and `B`.\n\
         - Tool (model of 2026-11): the member `z` of `C`.\n"
    );
}

#[test]
fn breaking_changes_have_a_line_and_a_hint_each() {
    let breaking = |rule, shape| difference(rule, Class::Breaking, "Plant", shape, "is gone");
    let mut accepted = breaking("operation-removed", "Known");
    accepted.accepted = Some("nobody used it".to_owned());
    let differences = vec![
        breaking("operation-removed", "CutPlant"),
        breaking("type-kind", "Leaf"),
        accepted,
    ];
    assert_eq!(
        unreleased(differences),
        "### Changed\n\n\
         - **Breaking** (model of 2026-11): `garden::Leaf` is gone. Use another one.\n\n\
         ### Removed\n\n\
         - **Breaking** (model of 2026-11): `garden::CutPlant` is gone. Use another one.\n"
    );
}

#[test]
fn differences_that_users_do_not_notice_have_no_line() {
    let differences = [Class::Documentation, Class::None]
        .map(|class| difference("readme-example", class, "Plant", "Leaf", "is shown"));
    let text = with_entry(EMPTY, &report(differences.into()), "2026-11").unwrap();
    assert_eq!(text, EMPTY);
}

#[test]
fn entries_are_appended_to_their_sections_once() {
    let text = "## [Unreleased]\n\n### Added\n\n- One.\n\n- Two.\n\n### Fixed\n\n- Three.\n";
    let report = report(vec![
        added("operation-added", "Plant", "GrowPlant"),
        difference(
            "operation-uri",
            Class::Behavioural,
            "Plant",
            "GrowPlant",
            "has another URI",
        ),
    ]);
    let once = with_entry(text, &report, "2026-11").unwrap();
    assert_eq!(
        once,
        "## [Unreleased]\n\n### Added\n\n- One.\n\n- Two.\n\
         - Plant (model of 2026-11): the operation `GrowPlant`.\n\n\
         ### Changed\n\n- Plant (model of 2026-11): `garden::GrowPlant` has another URI.\n\n\
         ### Fixed\n\n- Three.\n"
    );
    assert_eq!(with_entry(&once, &report, "2026-11").unwrap(), once);
}

#[test]
fn changelog_of_this_workspace_keeps_all_lines() {
    let path = crate::path::root().join("CHANGELOG.md");
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        with_entry(&text, &report(Vec::new()), "2026-11").unwrap(),
        text
    );
    let entry = vec![added("operation-added", "Plant", "GrowPlant")];
    let new = with_entry(&text, &report(entry), "2026-11").unwrap();
    let line = "- Plant (model of 2026-11): the operation `GrowPlant`.\n";
    assert_eq!(new.replace(line, ""), text);
}

#[test]
fn changelog_without_the_heading_is_an_error() {
    let error = with_entry("# Changelog\n", &report(Vec::new()), "2026-11").unwrap_err();
    assert_eq!(error.to_string(), "there is no heading `## [Unreleased]`");
}

#[test]
fn long_entries_are_wrapped_but_not_inside_code() {
    let code = format!("`{} b`", "a ".repeat(20).trim_end());
    let entry = format!("{} {code} end", "word ".repeat(15).trim_end());
    let text = wrapped(&entry);
    assert!(text.contains(&code), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 125),
        "{text}"
    );
    assert_eq!(text.replace("\n ", ""), format!("- {entry}\n"));
}
