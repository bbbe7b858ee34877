//! Constraints in words.

use serde_json::Value;

use crate::diff::Rule;
use crate::diff::differ::code;
use crate::lower::{length, range};

/// Describes a constraint; `None` if the value has another form.
fn describe(rule: Rule, value: &Value) -> Option<String> {
    match rule {
        Rule::ConstraintRange => range(value).map(|range| format!("the range {range}")),
        Rule::ConstraintLength => length(value).map(|length| format!("the length {length}")),
        Rule::ConstraintPattern => value
            .as_str()
            .map(|pattern| format!("the pattern {}", code(pattern))),
        Rule::ConstraintUniqueItems => Some("unique items".to_owned()),
        Rule::ErrorStatus => Some(format!("the HTTP status {}", code(value.to_string()))),
        Rule::ErrorFault => value
            .as_str()
            .map(|fault| format!("the fault {}", code(fault))),
        _ => None,
    }
}

/// Describes the change of a constraint.
pub(super) fn change(rule: Rule, old: Option<&Value>, new: Option<&Value>) -> Option<String> {
    let describe = |value: Option<&Value>| describe(rule, value?);
    match (describe(old), describe(new)) {
        (None, Some(new)) => Some(format!("has {new}")),
        (Some(old), None) => Some(format!("no longer has {old}")),
        (Some(old), Some(new)) if old != new => Some(format!("has {new} instead of {old}")),
        _ => None,
    }
}

/// Returns the effect of the change on requests and responses.
pub(super) fn effect(rule: Rule, old: Option<&Value>, new: Option<&Value>) -> Option<&'static str> {
    match rule {
        Rule::ConstraintRange | Rule::ConstraintLength => Some(match bounds(old, new) {
            Change::Wider => "the service accepts and may return values that it did not before",
            Change::Narrower => "the service may reject values that it accepted",
            Change::Both => "the service may reject values that it accepted, and return others",
        }),
        Rule::ConstraintPattern | Rule::ConstraintUniqueItems => Some(match new {
            Some(_) => "the service may reject values that it accepted",
            None => "the service accepts and may return values that it did not before",
        }),
        Rule::ErrorStatus => {
            Some("the response has another status, which decides if it is retried")
        }
        _ => None,
    }
}

enum Change {
    Wider,
    Narrower,
    Both,
}

/// Compares two intervals.
fn bounds(old: Option<&Value>, new: Option<&Value>) -> Change {
    let bound = |value: Option<&Value>, key: &str| value?.get(key)?.as_f64();
    let low = |value| bound(value, "min").unwrap_or(f64::NEG_INFINITY);
    let high = |value| bound(value, "max").unwrap_or(f64::INFINITY);
    let is_narrower = low(new) > low(old) || high(new) < high(old);
    let is_wider = low(new) < low(old) || high(new) > high(old);
    match (is_narrower, is_wider) {
        (true, true) => Change::Both,
        (true, false) => Change::Narrower,
        (false, _) => Change::Wider,
    }
}
