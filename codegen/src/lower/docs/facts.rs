//! What traits say of a member, in words.

use serde_json::Value;

use super::super::types::Types;
use crate::ast::ids;
use crate::ast::{Member, Shape, ShapeKind};

/// Whether it is required, its default and constraints, joined by semicolons.
pub(super) fn facts(types: &Types<'_>, member: &Member) -> String {
    let mut facts = Vec::new();
    if member.traits.is_required() {
        facts.push("required".to_owned());
    }
    let target = types.closure.model.shape(&member.target);
    let of = |id: &str| {
        let target = target.and_then(|target| target.traits.get(id));
        member.traits.get(id).or(target)
    };
    if let Some(value) = member.traits.default_value() {
        facts.push(format!("`{value}` by default"));
    }
    if let Some(range) = of(ids::RANGE).and_then(interval) {
        facts.push(range);
    }
    if let Some(length) = of(ids::LENGTH).and_then(interval) {
        facts.push(format!("length {length}"));
    }
    if let Some(pattern) = of(ids::PATTERN).and_then(Value::as_str) {
        // A backtick in the pattern would end the code span.
        if !pattern.contains('`') {
            facts.push(format!("pattern `{pattern}`"));
        }
    }
    facts.extend(target.and_then(numbers));
    facts.join("; ")
}

/// Which number has which name, of an enum of integers: it has no type that could say so.
fn numbers(shape: &Shape) -> Option<String> {
    if !matches!(shape.kind, ShapeKind::IntEnum(_)) {
        return None;
    }
    let named = shape.members().filter_map(|member| {
        let number = member.traits.enum_value()?.as_i64()?;
        Some(format!("{number} is `{}`", member.name))
    });
    let named: Vec<_> = named.collect();
    (!named.is_empty()).then(|| named.join(", "))
}

fn interval(value: &Value) -> Option<String> {
    match (value.get("min"), value.get("max")) {
        (Some(min), Some(max)) if min == max => Some(format!("{min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
}

pub(super) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
