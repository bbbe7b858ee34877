//! The table against two authorities: `cargo public-api diff` and `cargo semver-checks` on the
//! crates generated from both models.
//!
//! The test takes a quarter of an hour and needs both tools, so it is ignored by default; the stage
//! `authorities` of `.ci/run --full` installs them and runs it. `DIFF_AUTHORITIES=N/M` limits it to
//! every M-th mutation, beginning with the N-th.
//!
//! Of the 452 comparisons, cargo-public-api 0.52.0 agrees with 443 and cargo-semver-checks 0.51.0 with
//! 399. The table explains each of the others: the former does not list attributes such as
//! `#[deprecated]`, the latter has no lints for other types of fields, parameters and results.

mod crates;
mod public_api;
mod semver;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use codegen::diff::{Bump, Report};
use serde_json::Value;

use self::crates::Crates;
use self::public_api::ApiChange;
use crate::table::{directions, mutations, name, report};
use crate::workspace::skip;

/// The agreements and disagreements of one authority.
#[derive(Default)]
struct Tally {
    agree: usize,
    explained: usize,
}

#[test]
#[ignore = "it generates hundreds of crates; `.ci/run --full` runs it"]
fn authorities_agree_with_the_table() {
    for tool in ["cargo-public-api", "cargo-semver-checks"] {
        if !crates::is_installed(tool) {
            let reason = format!("{tool} is not installed; `.ci/run --only authorities` does it");
            return skip("authorities_agree_with_the_table", &reason);
        }
    }
    let crates = Crates::new();
    let mut faults = Vec::new();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut used = 0;
    for (index, mutation) in mutations().iter().enumerate() {
        if !is_selected(index) {
            continue;
        }
        for (direction, [old, new]) in directions(mutation) {
            let report = report(&old, &new);
            let [old, new] = [crates.rustdoc(&old), crates.rustdoc(&new)];
            let change = public_api::diff(&old, &new);
            let required = semver::required(&old, &new);
            let notes = &mutation[direction]["authorities"];
            let checks = [
                ("public-api", judge_api(&change, &report)),
                ("semver-checks", judge_semver(required, &report)),
            ];
            for (authority, fault) in checks {
                let tally = tallies.entry(authority).or_default();
                let reason = notes[authority].as_str();
                match (fault, reason) {
                    (None, None) => tally.agree += 1,
                    (Some(_), Some(_)) => {
                        tally.explained += 1;
                        used += 1;
                    }
                    (Some(fault), None) => {
                        let name = name(mutation);
                        faults.push(format!("{name}, {direction}, {authority}: {fault}"));
                    }
                    (None, Some(_)) => {
                        let name = name(mutation);
                        faults.push(format!(
                            "{name}, {direction}, {authority}: they agree; remove the explanation"
                        ));
                    }
                }
            }
        }
    }
    let mut summary = String::new();
    for (authority, Tally { agree, explained }) in tallies {
        let _ = writeln!(summary, "{authority}: {agree} agree, {explained} explained");
    }
    println!(
        "{summary}{used} explanations used, {} crates",
        crates.count()
    );
    assert!(faults.is_empty(), "{}\n{summary}", faults.join("\n"));
}

/// Returns `true` if `DIFF_AUTHORITIES` selects the mutation.
fn is_selected(index: usize) -> bool {
    let Ok(selection) = std::env::var("DIFF_AUTHORITIES") else {
        return true;
    };
    let numbers = selection.split_once('/').and_then(|(first, step)| {
        Some((first.parse::<usize>().ok()?, step.parse::<usize>().ok()?))
    });
    let (first, step) = numbers.expect("DIFF_AUTHORITIES has the form N/M");
    index % step == first % step
}

/// Compares the change of the public API with the report: its verdict, and the items that it names.
fn judge_api(change: &ApiChange, report: &Report) -> Option<String> {
    let expected = match (change.breaks(), change.adds()) {
        (true, _) => Bump::Breaking,
        (false, true) => Bump::Additive,
        (false, false) => Bump::Patch,
    };
    let verdict = report.bump().max(Bump::Patch);
    if verdict != expected {
        return Some(format!("{expected:?} instead of {verdict:?}: {change:?}"));
    }
    let items: Vec<&str> = report
        .differences
        .iter()
        .flat_map(|difference| &difference.items)
        .map(String::as_str)
        .collect();
    let missing: Vec<_> = change
        .paths()
        .filter(|path| !is_covered(path, &items))
        .collect();
    (!missing.is_empty()).then(|| format!("the report does not name {missing:#?}"))
}

/// Returns `true` if the path is one of the items, or an item contains it.
fn is_covered(path: &str, items: &[&str]) -> bool {
    let bare = |item: &str| item.replace("r#", "");
    items.iter().any(|item| {
        let item = bare(item);
        path == item
            || path
                .strip_prefix(&item)
                .is_some_and(|rest| rest.starts_with("::"))
    })
}

fn judge_semver(required: Bump, report: &Report) -> Option<String> {
    let verdict = report.bump();
    let agrees = match required {
        Bump::Breaking => verdict == Bump::Breaking,
        // The tool reports only some additions.
        Bump::Additive => verdict == Bump::Additive,
        Bump::Patch | Bump::None => verdict != Bump::Breaking,
    };
    (!agrees).then(|| format!("{required:?} instead of {verdict:?}"))
}

#[test]
fn explanations_are_sentences_and_counted_above() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mutations = mutations();
    assert_eq!(2 * mutations.len(), 452);
    for mutation in mutations {
        for direction in ["forward", "back"] {
            let notes: &Value = &mutation[direction]["authorities"];
            for (authority, reason) in notes.as_object().into_iter().flatten() {
                assert!(["public-api", "semver-checks"].contains(&&**authority));
                *counts.entry(authority.clone()).or_default() += 1;
                let reason = reason.as_str().expect("a string");
                assert!(reason.len() > 20 && reason.ends_with('.'), "{reason}");
            }
        }
    }
    let counts: Vec<_> = counts.into_iter().collect();
    let expected = [("public-api", 452 - 443), ("semver-checks", 452 - 399)];
    assert_eq!(
        counts,
        expected.map(|(name, count)| (name.to_owned(), count))
    );
}
