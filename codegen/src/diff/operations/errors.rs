//! The errors of operations.

use crate::diff::Rule;
use crate::diff::differ::{Differ, Site, code};
use crate::diff::pairs::{Pair, pair};
use crate::diff::resources::ERRORS;
use crate::diff::side::Model;
use crate::ir::{ErrorVariant, Operation, Retryable};

/// Returns the site of a variant of an operation's error enum.
fn site(
    differ: &Differ<'_>,
    model: &Model<'_>,
    operation: &Operation,
    variant: &ErrorVariant,
) -> Site {
    let Operation { module, error, .. } = operation;
    let path = model.path(&format!("operation::{module}::{error}"));
    Site {
        items: vec![
            format!("{path}::{}", variant.name.rust),
            format!("{path}::is_{}", variant.method),
        ],
        ..super::site(differ, model, operation)
    }
}

/// Compares the errors of an operation.
pub(super) fn compare(
    differ: &mut Differ<'_>,
    (old_operation, old): (&Operation, &[ErrorVariant]),
    (new_operation, new): (&Operation, &[ErrorVariant]),
) {
    let pairs = pair(old, new, |error| &error.name, |error| &error.name.wire);
    for pair in pairs {
        match pair {
            Pair::Both(old, new) => variant(differ, new_operation, old, new),
            Pair::Removed(old) => {
                let site = site(differ, &differ.old, old_operation, old);
                let wire = code(&old.name.wire);
                differ
                    .old_side(Rule::OperationErrorRemoved, &site, "is removed")
                    .hint("match the error by its code: `error.code()`")
                    .wire(format!("an error with the code {wire} is `Unhandled`"));
            }
            Pair::Added(new) => {
                let site = site(differ, &differ.new, new_operation, new);
                let wire = code(&new.name.wire);
                differ
                    .new_side(Rule::OperationErrorAdded, &site, "is new")
                    .wire(format!(
                        "an error with the code {wire} is no longer `Unhandled`"
                    ));
            }
        }
    }
}

fn variant(differ: &mut Differ<'_>, operation: &Operation, old: &ErrorVariant, new: &ErrorVariant) {
    let ErrorVariant {
        // These are compared with the error.
        name: _,
        docs: _,
        deprecated: _,
        // Follows from the name.
        method: _,
        retryable,
        // An internal function.
    } = old;
    if *retryable != new.retryable {
        let variant = site(differ, &differ.new, operation, new);
        let error = differ.new.error(&new.name.wire);
        let mut items = vec![differ.new.path(&format!("types::error::{}", new.name.rust))];
        items.extend(variant.items);
        let site = Site {
            id: error.map(|shape| shape.id.clone()),
            items,
            resource: ERRORS.to_owned(),
            ..variant
        };
        let (change, wire) = match new.retryable {
            Some(Retryable::Throttling) => (
                "is retried like throttling",
                "requests are repeated after this error, with a longer delay",
            ),
            Some(Retryable::Server) => (
                "is retried like an error of the server",
                "requests are repeated after this error",
            ),
            Some(Retryable::Client) => (
                "is retried like an error of the client",
                "requests are repeated after this error",
            ),
            None => (
                "is no longer retried because of the model",
                "requests are repeated after this error only if its code or status demands it",
            ),
        };
        differ
            .new_side(Rule::ErrorRetryable, &site, change)
            .wire(wire);
    }
}
