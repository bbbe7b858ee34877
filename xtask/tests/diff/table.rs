//! The table of mutations: each changes the base model, and states the differences in both
//! directions.

use std::collections::BTreeSet;

use codegen::diff::{Bump, Class, Report, Rule, Version, compare};
use codegen::{Options, RuntimeDependency, Source, Sources};
use serde_json::Value;

use crate::models::{self, Texts};

const FILES: [&str; 4] = [
    include_str!("../../../tests/diff/mutations/operations.json"),
    include_str!("../../../tests/diff/mutations/members.json"),
    include_str!("../../../tests/diff/mutations/types.json"),
    include_str!("../../../tests/diff/mutations/service.json"),
];

/// Returns all mutations.
pub(crate) fn mutations() -> Vec<Value> {
    let files = FILES.iter().flat_map(|text| {
        let mutations: Vec<Value> = serde_json::from_str(text).expect("a list");
        mutations
    });
    files.collect()
}

pub(crate) fn name(mutation: &Value) -> &str {
    mutation["name"].as_str().expect("a name")
}

pub(crate) fn options() -> Options {
    Options {
        crate_name: "garden".to_owned(),
        crate_version: "0.1.0".to_owned(),
        runtime: RuntimeDependency::Version("0.1.0".to_owned()),
        allowed_traits: Vec::new(),
        skip_unsupported: true,
    }
}

pub(crate) fn sources(texts: &Texts) -> Sources<'_> {
    let source = |text| Source {
        name: "model.json",
        text,
    };
    Sources {
        model: source(&texts.model),
        overlays: Vec::new(),
        partitions: source(&texts.partitions),
    }
}

/// Compares the two models.
pub(crate) fn report(old: &Texts, new: &Texts) -> Report {
    match compare(&sources(old), &sources(new), &options()) {
        Ok(report) => report,
        Err(failure) => panic!("{failure:?}"),
    }
}

/// Returns a line for each difference: class, rule and shape.
fn lines(report: &Report) -> Vec<String> {
    let differences = report.differences.iter();
    let lines = differences.map(|difference| {
        let (class, rule) = (difference.class.as_str(), difference.rule.id());
        let shape = difference.shape.trim_start_matches("garden#");
        format!("{class} {rule} {shape}")
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort();
    lines
}

/// The directions of a mutation: the key in the table, and the two models.
pub(crate) fn directions(mutation: &Value) -> [(&'static str, [Texts; 2]); 2] {
    let [old, new] = models::both(mutation);
    [
        ("forward", [old.clone(), new.clone()]),
        ("back", [new, old]),
    ]
}

/// Returns the expected lines, which the table may state in any order.
fn expected(mutation: &Value, direction: &str) -> Vec<String> {
    let lines = mutation[direction]["differences"].as_array();
    let lines = lines.into_iter().flatten();
    let mut lines: Vec<_> = lines
        .map(|line| line.as_str().expect("a string").to_owned())
        .collect();
    lines.sort();
    lines
}

fn bump(name: &str) -> Bump {
    match name {
        "breaking" => Bump::Breaking,
        "additive" => Bump::Additive,
        "patch" => Bump::Patch,
        "none" => Bump::None,
        name => panic!("{name} is not a verdict"),
    }
}

#[test]
fn each_mutation_gives_the_differences_of_the_table() {
    let mut faults = Vec::new();
    for mutation in mutations() {
        for (direction, [old, new]) in directions(&mutation) {
            let report = report(&old, &new);
            let (found, stated) = (lines(&report), expected(&mutation, direction));
            let verdict = mutation[direction]["verdict"].as_str().unwrap_or("missing");
            if found != stated {
                let name = name(&mutation);
                faults.push(format!(
                    "{name}, {direction}: {found:#?} instead of {stated:#?}"
                ));
            } else if report.bump() != bump(verdict) {
                let name = name(&mutation);
                faults.push(format!(
                    "{name}, {direction}: the verdict is {:?}",
                    report.bump()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_is_large_and_names_are_unique() {
    let mutations = mutations();
    assert!(mutations.len() >= 80, "{}", mutations.len());
    let names: BTreeSet<_> = mutations.iter().map(name).collect();
    assert_eq!(names.len(), mutations.len());
}

#[test]
fn each_rule_is_in_the_table_with_its_class() {
    let mutations = mutations();
    let directions = ["forward", "back"];
    let lines: BTreeSet<String> = mutations
        .iter()
        .flat_map(|mutation| directions.map(|direction| expected(mutation, direction)))
        .flatten()
        .collect();
    for rule in Rule::ALL {
        let start = format!("{} {} ", rule.class().as_str(), rule.id());
        let is_listed = lines.iter().any(|line| line.starts_with(&start));
        assert!(is_listed, "no mutation gives {start}");
        assert_eq!(Rule::from_id(rule.id()), Some(*rule));
        assert!(rule.description().ends_with('.'), "{rule:?}");
    }
}

#[test]
fn each_breaking_difference_has_a_hint_and_each_behavioural_one_an_effect() {
    // These change what the client prints, not what it sends.
    const LOCAL: [Rule; 7] = [
        Rule::ErrorKind,
        Rule::BuilderRequires,
        Rule::MemberSensitive,
        Rule::TypeSensitive,
        Rule::OperationSensitiveOutput,
        Rule::OperationWireName,
        Rule::ServiceName,
    ];
    for mutation in mutations() {
        for (_, [old, new]) in directions(&mutation) {
            for difference in report(&old, &new).differences {
                if difference.class == Class::Breaking {
                    assert!(difference.hint.is_some(), "{difference:?}");
                    assert!(!difference.items.is_empty(), "{difference:?}");
                }
                let is_local = LOCAL.contains(&difference.rule)
                    || (difference.rule == Rule::MemberWireName && difference.wire.is_none());
                if difference.class == Class::Behavioural && !is_local {
                    assert!(difference.wire.is_some(), "{difference:?}");
                }
            }
        }
    }
}

#[test]
fn the_verdict_is_the_next_version() {
    let current = Version::parse("0.3.1").expect("a version");
    let mut mutations = mutations().into_iter();
    let mutation = mutations.find(|mutation| name(mutation) == "operation added");
    let [(_, forward), (_, back)] = directions(&mutation.expect("the mutation"));
    let next = |[old, new]: &[Texts; 2]| report(old, new).next_version(&current).to_string();
    assert_eq!((&*next(&forward), &*next(&back)), ("0.3.2", "0.4.0"));
    assert_eq!(next(&[forward[0].clone(), forward[0].clone()]), "0.3.1");
}

/// Writes the table with the differences found, to be read before they become expectations.
#[test]
#[ignore = "it writes to the file $DIFF_TABLE"]
fn write_table() {
    let mutations = mutations().into_iter().map(|mut mutation| {
        for (direction, [old, new]) in directions(&mutation) {
            let report = report(&old, &new);
            let verdict = match report.bump() {
                Bump::None => "none",
                Bump::Patch => "patch",
                Bump::Additive => "additive",
                Bump::Breaking => "breaking",
            };
            mutation[direction]["differences"] = lines(&report).into();
            mutation[direction]["verdict"] = verdict.into();
        }
        mutation
    });
    let table: Vec<_> = mutations.collect();
    let text = serde_json::to_string(&table).expect("JSON");
    let file = std::env::var_os("DIFF_TABLE").expect("the variable DIFF_TABLE");
    std::fs::write(file, text).expect("the file");
}
