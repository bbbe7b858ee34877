//! A member's constraints, in words.

use serde_json::Value;

use crate::ast::{Member, Model, Shape, ShapeKind, ids};
use crate::printable::escape;

/// Returns short sentences that state if the member is required, its default and its constraints.
pub(super) fn constraints(model: &Model, member: &Member) -> String {
    let mut sentences = Vec::new();
    if member.traits.is_required() {
        sentences.push("Required.".to_owned());
    }
    let target = model.shape(&member.target);
    let member_or_target = |id: &str| {
        let target = target.and_then(|target| target.traits.get(id));
        member.traits.get(id).or(target)
    };
    if let Some(value) = member.traits.default_value() {
        sentences.push(format!("Default: {}.", escape::code(&value.to_string())));
    }
    if let Some(range) = member_or_target(ids::RANGE).and_then(interval) {
        sentences.push(format!("Range: {range}."));
    }
    if let Some(length) = member_or_target(ids::LENGTH).and_then(interval) {
        let label = match target.map(|shape| &shape.kind) {
            Some(ShapeKind::List(_)) => "Items",
            Some(ShapeKind::Map(..)) => "Entries",
            _ => "Length",
        };
        sentences.push(format!("{label}: {length}."));
    }
    if let Some(pattern) = member_or_target(ids::PATTERN).and_then(Value::as_str) {
        sentences.push(format!("Pattern: {}.", escape::code(pattern)));
    }
    sentences.extend(target.and_then(named_numbers));
    sentences.join(" ")
}

/// Returns a sentence with the names of an integer enum's values: they are generated as plain
/// numbers, so no type documents them.
fn named_numbers(shape: &Shape) -> Option<String> {
    if !matches!(shape.kind, ShapeKind::IntEnum(_)) {
        return None;
    }
    let values = shape.members().filter_map(|member| {
        let number = member.traits.enum_value()?.as_i64()?;
        Some(format!("{number} (`{}`)", member.name))
    });
    let values: Vec<_> = values.collect();
    (!values.is_empty()).then(|| format!("Values: {}.", values.join(", ")))
}

/// Describes the bounds `min` and `max` of a trait.
pub(crate) fn interval(value: &Value) -> Option<String> {
    let number = |key| value.get(key).filter(|value| value.is_number());
    match (number("min"), number("max")) {
        (Some(min), Some(max)) if min == max => Some(format!("exactly {min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
}
