//! The facts about errors: kinds, and hints in reports.

use std::collections::BTreeMap;

use super::Rule;
use super::differ::{Differ, Site, code};
use super::resources::ERRORS;
use super::service;
use crate::ir::{ErrorFacts, ErrorHint, ErrorKind};

/// Compares the facts about errors.
pub(super) fn compare(differ: &mut Differ<'_>) {
    let (old, new) = (
        &differ.old.client.error_facts,
        &differ.new.client.error_facts,
    );
    let ErrorFacts {
        kinds,
        codes,
        hints,
    } = old;
    self::kinds(differ, kinds, &new.kinds);
    self::codes(differ, codes, &new.codes);
    self::hints(differ, hints, &new.hints);
}

/// Compares the kinds of errors that only this service has.
fn kinds(differ: &mut Differ<'_>, old: &[ErrorKind], new: &[ErrorKind]) {
    let find = |kinds: &[ErrorKind], name: &str| {
        let mut kinds = kinds.iter();
        kinds.find(|kind| kind.name == name).cloned()
    };
    for kind in new {
        let ErrorKind { name, docs } = kind;
        let site = variant(differ, name);
        match find(old, name) {
            None => {
                differ.new_side(Rule::ErrorKindAdded, &site, "is new");
            }
            Some(old) if old.docs != *docs => {
                differ.new_side(Rule::Documentation, &site, "has another documentation");
            }
            Some(_) => {}
        }
    }
    for kind in old {
        if find(new, &kind.name).is_none() {
            let site = variant(differ, &kind.name);
            differ
                .old_side(Rule::ErrorKindRemoved, &site, "is removed")
                .hint("match the error by its code: `error.code()`");
        }
    }
}

/// Returns the site of a variant of `ErrorKind`.
///
/// It is that of an error of this kind, which declares the kind.
fn variant(differ: &Differ<'_>, kind: &str) -> Site {
    let sides = [&differ.new, &differ.old];
    let shape = sides.into_iter().find_map(|model| {
        let codes = &model.client.error_facts.codes;
        let (error, _) = codes.iter().find(|(_, name)| name == kind)?;
        model.error(error)
    });
    Site {
        id: shape.map(|shape| shape.id.clone()),
        name: kind.to_owned(),
        is_item: true,
        items: vec![differ.new.path(&format!("error::ErrorKind::{kind}"))],
        resource: ERRORS.to_owned(),
    }
}

/// Compares the kinds of the errors that both models have.
fn codes(differ: &mut Differ<'_>, old: &[(String, String)], new: &[(String, String)]) {
    let old: BTreeMap<_, _> = old.iter().map(|(code, kind)| (code, kind)).collect();
    for (error, kind) in new {
        if old.get(error).is_some_and(|old| *old != kind) {
            let shape = differ.new.error(error);
            let site = Site {
                id: shape.map(|shape| shape.id.clone()),
                name: error.clone(),
                is_item: false,
                items: Vec::new(),
                resource: ERRORS.to_owned(),
            };
            let change = format!("has the kind {}", code(kind));
            differ.new_side(Rule::ErrorKind, &site, change);
        }
    }
}

/// Compares the hints in reports about errors.
fn hints(differ: &mut Differ<'_>, old: &[ErrorHint], new: &[ErrorHint]) {
    let removed = old.iter().filter(|hint| !new.contains(hint));
    let added = new.iter().filter(|hint| !old.contains(hint));
    let changed: BTreeMap<_, _> = removed
        .chain(added)
        .map(|hint| {
            let ErrorHint {
                operation,
                error,
                text: _,
            } = hint;
            ((operation, error), ())
        })
        .collect();
    for (operation, error) in changed.into_keys() {
        let mut site = service::site(&differ.new);
        site.is_item = false;
        site.items.clear();
        if let Some(name) = operation {
            let shapes = differ.new.operation(name);
            let shapes = shapes.or_else(|| differ.old.operation(name));
            site.id = shapes.map(|shapes| shapes.shape.id.clone());
            site.resource = differ.resources.of_operation(name);
            site.name.clone_from(name);
        }
        let has = |hints: &[ErrorHint]| {
            let mut hints = hints.iter();
            hints.any(|hint| hint.operation == *operation && hint.error == *error)
        };
        let change = match (has(old), has(new)) {
            (false, _) => format!("has a hint for the error {}", code(error)),
            (_, false) => format!("no longer has a hint for the error {}", code(error)),
            _ => format!("has another hint for the error {}", code(error)),
        };
        differ.new_side(Rule::ErrorHint, &site, change);
    }
}
