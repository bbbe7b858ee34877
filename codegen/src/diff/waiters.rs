//! Waiters.

use super::differ::{Differ, Site, code};
use super::pairs::{Pair, pair};
use super::side::Model;
use super::{Rule, operations};
use crate::identifier::prefixed;
use crate::ir::{Name, Operation, Waiter};

fn site(differ: &Differ<'_>, model: &Model<'_>, operation: &Operation, waiter: &Waiter) -> Site {
    let module = &waiter.module;
    let method = prefixed("wait_until_", module);
    Site {
        items: vec![
            model.path(&format!("client::Waiters::{method}")),
            model.path(&format!("client::Client::{method}")),
            model.path(&format!("waiters::{module}")),
        ],
        ..operations::site(differ, model, operation)
    }
}

/// Compares the waiters of an operation.
pub(super) fn compare(
    differ: &mut Differ<'_>,
    old_operation: &Operation,
    new_operation: &Operation,
) {
    let names = |waiters: &[Waiter]| -> Vec<(Name, usize)> {
        let waiters = waiters.iter().enumerate();
        waiters
            .map(|(index, waiter)| {
                let name = Name {
                    rust: waiter.module.clone(),
                    wire: waiter.name.clone(),
                };
                (name, index)
            })
            .collect()
    };
    let (old, new) = (&old_operation.waiters, &new_operation.waiters);
    let (old_names, new_names) = (names(old), names(new));
    let pairs = pair(
        &old_names,
        &new_names,
        |(name, _)| name,
        |(name, _)| &name.wire,
    );
    for pair in pairs {
        match pair {
            Pair::Both((_, before), (_, after)) => {
                if let (Some(before), Some(after)) = (old.get(*before), new.get(*after)) {
                    let site = site(differ, &differ.new, new_operation, after);
                    both(differ, &site, before, after);
                }
            }
            Pair::Removed((_, index)) => {
                if let Some(waiter) = old.get(*index) {
                    let site = site(differ, &differ.old, old_operation, waiter);
                    removed(differ, &site, waiter);
                }
            }
            Pair::Added((_, index)) => {
                // A waiter that was moved is reported with the old operation.
                if let Some(waiter) = new.get(*index).filter(|waiter| !is_old(differ, waiter)) {
                    let site = site(differ, &differ.new, new_operation, waiter);
                    differ.new_side(Rule::WaiterAdded, &site, "is new");
                }
            }
        }
    }
}

/// Returns `true` if an operation of the old model has a waiter of this name.
fn is_old(differ: &Differ<'_>, waiter: &Waiter) -> bool {
    let operations = differ.old.client.operations.iter();
    let mut waiters = operations.flat_map(|operation| &operation.waiters);
    waiters.any(|old| old.module == waiter.module)
}

fn removed(differ: &mut Differ<'_>, site: &Site, waiter: &Waiter) {
    let mut operations = differ.new.client.operations.iter();
    let moved = operations.find(|operation| {
        let mut waiters = operation.waiters.iter();
        waiters.any(|other| other.module == waiter.module)
    });
    match moved {
        Some(operation) => {
            let method = code(&operation.method_name);
            differ
                .old_side(Rule::WaiterMoved, site, format!("repeats {method} instead"))
                .hint(format!("set the members of the input of {method}"))
                .wire(format!("requests of {method} are sent"));
        }
        None => {
            differ
                .old_side(Rule::WaiterRemoved, site, "is removed")
                .hint("repeat the call until the resource has the expected state");
        }
    }
}

fn both(differ: &mut Differ<'_>, site: &Site, old: &Waiter, new: &Waiter) {
    let Waiter {
        // The Rust names are functions of the name in the model, so they are equal.
        name: _,
        fluent_builder: _,
        final_poll: _,
        error: _,
        module: _,
        module_file: _,
        docs,
        deprecated,
        min_delay,
        max_delay,
        successes,
        acceptors,
    } = old;
    differ.deprecation(site, deprecated.as_deref(), new.deprecated.as_deref());
    if *docs != new.docs {
        differ.new_side(Rule::Documentation, site, "has different documentation");
    }
    if (*min_delay, *max_delay) != (new.min_delay, new.max_delay) {
        let change = format!(
            "waits {} to {} seconds between calls instead of {min_delay} to {max_delay}",
            new.min_delay, new.max_delay
        );
        differ
            .new_side(Rule::WaiterDelay, site, change)
            .wire("requests are sent after other delays");
    }
    if *successes != new.successes {
        let change = format!(
            "ends after {} successes in a row instead of {successes}",
            new.successes
        );
        differ
            .new_side(Rule::WaiterSuccesses, site, change)
            .wire("another number of requests is sent");
    }
    if *acceptors != new.acceptors {
        let change = "ends in other states, or under other conditions";
        differ
            .new_side(Rule::WaiterAcceptors, site, change)
            .wire("requests are repeated until another response");
    }
}
