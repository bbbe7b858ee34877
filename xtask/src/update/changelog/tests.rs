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
    let text = with_entries(EMPTY, &report(differences), "2026-11", None).unwrap();
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
    let text = with_entries(EMPTY, &report(differences.into()), "2026-11", None).unwrap();
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
    let once = with_entries(text, &report, "2026-11", None).unwrap();
    assert_eq!(
        once,
        "## [Unreleased]\n\n### Added\n\n- One.\n\n- Two.\n\
         - Plant (model of 2026-11): the operation `GrowPlant`.\n\n\
         ### Changed\n\n- Plant (model of 2026-11): `garden::GrowPlant` has another URI.\n\n\
         ### Fixed\n\n- Three.\n"
    );
    assert_eq!(with_entries(&once, &report, "2026-11", None).unwrap(), once);
}

/// Returns the text after an update in month 10, an edit, and an update in month 11.
fn updated_twice(
    first: Vec<Difference>,
    second: Vec<Difference>,
    edit: impl Fn(&str) -> String,
) -> String {
    let (first, second) = (report(first), report(second));
    let text = with_entries(EMPTY, &first, "2026-10", None).unwrap();
    let text = edit(&text);
    let new = with_entries(&text, &second, "2026-11", Some((&first, "2026-10"))).unwrap();
    let new = new
        .strip_prefix("# Changelog\n\n## [Unreleased]\n\n")
        .unwrap();
    let (unreleased, _) = new.split_once("## [0.1.0]").unwrap();
    unreleased.to_owned()
}

fn one() -> Vec<Difference> {
    let other = added("operation-added", "Tool", "MakeTool");
    vec![added("operation-added", "Plant", "CutPlant"), other]
}

fn two() -> Vec<Difference> {
    let more = added("operation-added", "Plant", "GrowPlant");
    one().into_iter().chain([more]).collect()
}

#[test]
fn entries_of_an_unreleased_update_are_replaced() {
    assert_eq!(
        updated_twice(one(), two(), str::to_owned),
        "### Added\n\n- Tool (model of 2026-10): the operation `MakeTool`.\n\
         - Plant (model of 2026-11): the operations `CutPlant` and `GrowPlant`.\n\n"
    );
    // An operation that was never released is not removed either.
    let tool = added("operation-added", "Tool", "MakeTool");
    assert_eq!(
        updated_twice(one(), vec![tool], str::to_owned),
        "### Added\n\n- Tool (model of 2026-10): the operation `MakeTool`.\n\n"
    );
    assert_eq!(updated_twice(one(), Vec::new(), str::to_owned), "");
}

#[test]
fn edited_entries_are_kept() {
    let edit = |text: &str| text.replace("the operation `CutPlant`", "cut plants");
    assert_eq!(
        updated_twice(one(), two(), edit),
        "### Added\n\n- Plant (model of 2026-10): cut plants.\n\
         - Tool (model of 2026-10): the operation `MakeTool`.\n\
         - Plant (model of 2026-11): the operation `GrowPlant`.\n\n"
    );
}

#[test]
fn changelog_of_this_workspace_keeps_all_lines() {
    let path = crate::path::root().join("CHANGELOG.md");
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        with_entries(&text, &report(Vec::new()), "2026-11", None).unwrap(),
        text
    );
    let entry = vec![added("operation-added", "Plant", "GrowPlant")];
    let new = with_entries(&text, &report(entry), "2026-11", None).unwrap();
    let line = "- Plant (model of 2026-11): the operation `GrowPlant`.\n";
    assert_eq!(new.replace(line, ""), text);
}

#[test]
fn changelog_without_the_heading_is_an_error() {
    let error = with_entries("# Changelog\n", &report(Vec::new()), "2026-11", None).unwrap_err();
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
