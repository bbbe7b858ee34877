//! The safety to send a request again.

use crate::diff::Rule;
use crate::diff::differ::{Differ, Site};
use crate::diff::side::Model;
use crate::ir::Operation;

/// Compares if an operation's request can be sent again, and the documented reason.
pub(super) fn compare(differ: &mut Differ<'_>, site: &Site, old: &Operation, new: &Operation) {
    if old.repeatable != new.repeatable {
        let (change, wire) = match new.repeatable {
            true => (
                "is safe to repeat",
                "with `only_safe_retries`, failed requests are sent again",
            ),
            false => (
                "is not safe to repeat",
                "with `only_safe_retries`, requests that may have reached the service are sent once",
            ),
        };
        differ
            .new_side(Rule::OperationRepeatable, site, change)
            .wire(wire);
    } else if reason(&differ.old, old) != reason(&differ.new, new) {
        let change = "states another reason why it is, or is not, safe to repeat";
        differ.new_side(Rule::Documentation, site, change);
    }
}

fn reason<'a>(model: &Model<'a>, operation: &Operation) -> Option<&'a str> {
    let shapes = model.operation(&operation.name.wire)?;
    let repeat = shapes.shape.traits.repeat()?;
    Some(repeat.reason)
}
