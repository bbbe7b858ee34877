//! The names in an overlay's waiters: waiters, errors and enum values that the model must have.
//!
//! A published model may name what it does not declare, such as errors that all services have.

use std::collections::BTreeMap;

use serde_json::Value;

use super::typed::Fault;
use crate::ast::Shape;
use crate::ast::ids::{WAITABLE, WAITER_SUCCESSES};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Enum, Matcher, Operand, Path, Predicate, Type};
use crate::lower::closure::OperationShapes;

/// The values of enums, by the enum's Rust name.
pub(super) type EnumValues = BTreeMap<String, Vec<String>>;

/// Returns the values of all enums.
pub(super) fn enum_values(enums: &[Enum]) -> EnumValues {
    let enums = enums.iter();
    enums
        .map(|shape| (shape.name.rust.clone(), shape.wire_values.clone()))
        .collect()
}

/// Reports numbers of successes that are invalid, or for waiters that the operation does not have.
pub(super) fn check_successes(shapes: &OperationShapes<'_>, diagnostics: &mut Diagnostics) {
    let traits = &shapes.shape.traits;
    let object = |id| traits.get(id).and_then(Value::as_object);
    let waiters = object(WAITABLE);
    if waiters.is_none() && traits.has(WAITABLE) {
        // Its wrong form is reported elsewhere.
        return;
    }
    let waiters = || waiters.into_iter().flatten().map(|(name, _)| name.as_str());
    let id = &shapes.shape.id;
    for (name, value) in object(WAITER_SUCCESSES).into_iter().flatten() {
        if !waiters().any(|waiter| waiter == name) {
            let reason = format!("the operation has no waiter `{name}`");
            let help = format!("use the name of a waiter in the operation's trait `{WAITABLE}`");
            diagnostics
                .shape_trait(Code::WaiterName, id, WAITER_SUCCESSES, reason, help)
                .below([name.as_str().into()])
                .key()
                .did_you_mean(name, waiters());
        } else if count(value).is_none() {
            let reason = format!("the number of successes of the waiter `{name}` is invalid");
            let help = "use a number from 1 on";
            diagnostics
                .shape_trait(Code::TraitValue, id, WAITER_SUCCESSES, reason, help)
                .below([name.as_str().into()]);
        }
    }
}

/// Returns the number of successes in a row that end a wait: one, unless an overlay asks for more.
pub(super) fn successes(shape: &Shape, waiter: &str) -> u32 {
    let stated = shape.traits.get(WAITER_SUCCESSES);
    let stated = stated.and_then(|successes| successes.get(waiter));
    stated.and_then(count).unwrap_or(1)
}

/// Returns a valid number of successes.
fn count(value: &Value) -> Option<u32> {
    let count = u32::try_from(value.as_u64()?).ok()?;
    (count > 0).then_some(count)
}

/// Returns the help for a fault with an unknown name.
pub(super) fn help(fault: &Fault) -> String {
    let names = fault.known.iter().map(|name| format!("`{name}`"));
    let names: Vec<_> = names.collect();
    match names.len() {
        0 => "remove the acceptor".to_owned(),
        1..=10 => format!("use one of {}", names.join(", ")),
        _ => "use a name that the model has".to_owned(),
    }
}

/// Returns the fault of a matcher with a name that the model does not have.
pub(super) fn unknown(
    matcher: &Matcher,
    shapes: &OperationShapes<'_>,
    enums: &EnumValues,
) -> Option<Fault> {
    match matcher {
        Matcher::Success(_) => None,
        Matcher::Error(name) => {
            let errors = shapes.errors.iter();
            let known: Vec<_> = errors.map(|error| error.id.name().to_owned()).collect();
            (!known.contains(name)).then(|| Fault {
                reason: format!("the operation has no error `{name}`"),
                unknown: Some(name.clone()),
                known,
            })
        }
        Matcher::Boolean(predicate, _) => unknown_in(predicate, enums),
        Matcher::String(Operand::Path(path), value)
        | Matcher::AllStrings(path, value)
        | Matcher::AnyString(path, value) => unknown_value(path, value, enums),
        Matcher::String(..) => None,
    }
}

fn unknown_in(predicate: &Predicate, enums: &EnumValues) -> Option<Fault> {
    match predicate {
        Predicate::Compare(_, Operand::Path(path), Operand::String(value))
        | Predicate::Compare(_, Operand::String(value), Operand::Path(path)) => {
            unknown_value(path, value, enums)
        }
        Predicate::Compare(..) | Predicate::Value(_) => None,
        Predicate::And(operands) | Predicate::Or(operands) => {
            let mut operands = operands.iter();
            operands.find_map(|operand| unknown_in(operand, enums))
        }
        Predicate::Not(operand) => unknown_in(operand, enums),
    }
}

/// Returns the fault if the path leads to an enum without this value.
fn unknown_value(path: &Path, value: &str, enums: &EnumValues) -> Option<Fault> {
    let Type::Enum(reference) = &path.ty else {
        return None;
    };
    let known = enums.get(&reference.rust)?;
    let is_known = known.iter().any(|known| known == value);
    (!is_known).then(|| Fault {
        reason: format!("`{}` has no value `{value}`", reference.rust),
        unknown: Some(value.to_owned()),
        known: known.clone(),
    })
}

#[cfg(test)]
mod tests;
