//! Changes of pages and of the grouping of operations, which overlays declare.

use codegen::diff::{Class, Report, compare};
use codegen::{Source, Sources};
use serde_json::{Value, json};

use crate::models::{self, Texts};
use crate::table::{options, sources};

/// The names and texts of overlays.
type Overlays = [(&'static str, String)];

fn report(old: &Overlays, new: &Overlays) -> Report {
    let [texts, _] = models::both(&Value::Null);
    let [old, new] = [old, new].map(|overlays| with(&texts, overlays));
    match compare(&old, &new, &options()) {
        Ok(report) => report,
        Err(failure) => panic!("{failure:?}"),
    }
}

fn with<'a>(texts: &'a Texts, overlays: &'a Overlays) -> Sources<'a> {
    let overlays = overlays.iter().map(|(name, text)| Source { name, text });
    Sources {
        overlays: overlays.collect(),
        ..sources(texts)
    }
}

/// Fails unless the differences in one direction are as expected: subject and change.
fn assert_changes(old: &Overlays, new: &Overlays, expected: &[(&str, &str)]) {
    let report = report(old, new);
    for difference in &report.differences {
        let class = difference.class;
        let [rule, is_of_service] = [difference.rule.id(), &*difference.resource];
        assert_eq!((class, rule), (Class::Documentation, "documentation"));
        assert_eq!(is_of_service, "Service");
    }
    let differences = report.differences.iter();
    let changes: Vec<_> = differences
        .map(|difference| (&*difference.subject, &*difference.change))
        .collect();
    assert_eq!(changes, expected);
}

fn page(name: &'static str, text: &str) -> (&'static str, String) {
    (name, text.to_owned())
}

/// Returns an overlay with metadata.
fn metadata(value: Value) -> (&'static str, String) {
    let overlay = json!({"smithy": "2.0", "metadata": value});
    ("facts.json", overlay.to_string())
}

/// Returns an overlay with resources: their names and operations.
fn resources(resources: &[(&str, &[&str])]) -> (&'static str, String) {
    let resources = resources.iter().map(|(name, operations)| {
        let ids = operations.iter().map(|name| format!("garden#{name}"));
        json!({"name": name, "operations": ids.collect::<Vec<_>>()})
    });
    metadata(json!({"resources": resources.collect::<Vec<_>>()}))
}

#[test]
fn changed_pages_are_documentation() {
    let old = [
        page("front-page.md", "# One\n\nText."),
        page("guide/errors.md", "The errors."),
        page("guide/old-page.md", "The old page."),
        page("guide/same.md", "`GetPlant`."),
    ];
    let new = [
        page("front-page.md", "# Two\n\nText."),
        page("guide/errors.md", "The errors.\n\n```rust\nf();\n```"),
        page("guide/new-page.md", "The new page."),
        page("guide/same.md", "`GetPlant`."),
    ];
    let added = "is a new page of the guide";
    let removed = "is no longer a page of the guide";
    for (old, new, first, second) in [(&old, &new, "new", "old"), (&new, &old, "old", "new")] {
        let [first, second] = [first, second].map(|name| format!("src/guide/{name}_page.rs"));
        let mut expected = vec![
            ("src/guide/errors.rs", "has another text"),
            (&first, added),
            (&second, removed),
            ("src/lib.rs", "has another front page"),
        ];
        expected.sort_unstable();
        assert_changes(old, new, &expected);
    }
    assert_changes(&old, &old, &[]);
}

#[test]
fn changed_groups_of_operations_are_documentation() {
    let all: &[&str] = &[
        "CreatePlant",
        "DeletePlant",
        "GetPlant",
        "ListPlants",
        "PutPhoto",
    ];
    let old = [resources(&[("Plants", all)])];
    let groups = ("src/lib.rs", "groups operations in another way");
    for new in [
        &[("Plants", &all[..4]), ("Photos", &all[4..])][..],
        &[("Beds", all)],
        &[(
            "Plants",
            &[
                "DeletePlant",
                "CreatePlant",
                "GetPlant",
                "ListPlants",
                "PutPhoto",
            ],
        )],
    ] {
        let new = [resources(new)];
        assert_changes(&old, &new, &[groups]);
        assert_changes(&new, &old, &[groups]);
    }
    assert_changes(&old, &old, &[]);
}

#[test]
fn changed_quotas_are_documentation() {
    let rates = |calls: u64| {
        [metadata(
            json!({"callRates": {"garden#GetPlant": {"account": calls}}}),
        )]
    };
    let report = report(&rates(1), &rates(2));
    let differences = report.differences.iter();
    let changes: Vec<_> = differences
        .map(|difference| (difference.class, &*difference.shape, &*difference.change))
        .collect();
    let change = "states another quota of calls";
    assert_eq!(changes, [(Class::Documentation, "garden#GetPlant", change)]);
}
