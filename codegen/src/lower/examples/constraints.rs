//! The constraints that a value of an example must satisfy.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::ast::{Member, Shape, ShapeKind, brief, ids};
use crate::lower::regex::Patterns;
use crate::lower::{length, range};

const UNIQUE_ITEMS: &str = "smithy.api#uniqueItems";

/// A violation of a constraint.
pub(super) struct Violation {
    pub(super) reason: String,
    pub(super) help: String,
    /// The values that the author may have meant.
    pub(super) known: Vec<String>,
}

/// Returns the first constraint, of a member or of its target, that the value violates. The value
/// has the type `kind`.
pub(super) fn violation(
    member: &Member,
    target: Option<&Shape>,
    kind: &ShapeKind,
    value: &Value,
    patterns: &Patterns,
) -> Option<Violation> {
    let constraint = |id: &str| {
        let of_target = || target.and_then(|shape| shape.traits.get(id));
        member.traits.get(id).or_else(of_target)
    };
    unknown_value(target, kind, value)
        .or_else(|| wrong_length(constraint(ids::LENGTH)?, kind, value))
        .or_else(|| wrong_number(constraint(ids::RANGE)?, value))
        .or_else(|| wrong_string(constraint(ids::PATTERN)?, value, patterns))
        .or_else(|| constraint(UNIQUE_ITEMS).and(repeated_element(value)))
}

fn unknown_value(target: Option<&Shape>, kind: &ShapeKind, value: &Value) -> Option<Violation> {
    let target = target?;
    let values: Vec<Value> = match kind {
        ShapeKind::Enum(members) | ShapeKind::IntEnum(members) => {
            let values = members
                .iter()
                .map(|member| match member.traits.enum_value() {
                    Some(value) => value.clone(),
                    None => member.name.as_str().into(),
                });
            values.collect()
        }
        ShapeKind::String => {
            let definitions = target.traits.enum_definitions()?;
            definitions
                .iter()
                .map(|definition| definition.value.into())
                .collect()
        }
        _ => return None,
    };
    (!values.contains(value)).then(|| Violation {
        reason: format!("{} is not a value of {}", brief(value), target.id),
        help: "use one of the enum's values".to_owned(),
        known: values
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    })
}

fn wrong_length(constraint: &Value, kind: &ShapeKind, value: &Value) -> Option<Violation> {
    let bounds = length(constraint)?;
    let (length, unit) = match (kind, value) {
        (ShapeKind::Blob, Value::String(string)) => (string.len(), "bytes"),
        (_, Value::String(string)) => (string.chars().count(), "characters"),
        (ShapeKind::List(_), Value::Array(list)) => (list.len(), "elements"),
        (ShapeKind::Map(..), Value::Object(map)) => (map.len(), "entries"),
        _ => return None,
    };
    let bound = |key| constraint.get(key).and_then(Value::as_u64);
    let length = length as u64;
    let is_valid = bound("min").is_none_or(|min| min <= length)
        && bound("max").is_none_or(|max| length <= max);
    (!is_valid).then(|| Violation {
        reason: format!("the value has {length} {unit}, but the model allows {bounds}"),
        help: "write a value of another length".to_owned(),
        known: Vec::new(),
    })
}

fn wrong_number(constraint: &Value, value: &Value) -> Option<Violation> {
    let bounds = range(constraint)?;
    let number = value.as_f64()?;
    let bound = |key| constraint.get(key).and_then(Value::as_f64);
    let is_valid = bound("min").is_none_or(|min| min <= number)
        && bound("max").is_none_or(|max| number <= max);
    (!is_valid).then(|| Violation {
        reason: format!("{value} is out of range: the model allows {bounds}"),
        help: "write a number in the range".to_owned(),
        known: Vec::new(),
    })
}

fn wrong_string(constraint: &Value, value: &Value, patterns: &Patterns) -> Option<Violation> {
    let (pattern, string) = (constraint.as_str()?, value.as_str()?);
    // Patterns that clients cannot check have a warning already.
    let matches = patterns.with(pattern, |regex| {
        regex.map_or(true, |regex| regex.is_match(string))
    });
    (!matches).then(|| Violation {
        reason: format!("{} does not match the pattern", brief(value)),
        help: format!("write a string that matches `{pattern}`"),
        known: Vec::new(),
    })
}

fn repeated_element(value: &Value) -> Option<Violation> {
    let list = value.as_array()?;
    let mut seen = BTreeSet::new();
    let repeated = list
        .iter()
        .find(|element| !seen.insert(element.to_string()))?;
    Some(Violation {
        reason: format!("the list has the element {} twice", brief(repeated)),
        help: "remove one of them: the model requires unique elements".to_owned(),
        known: Vec::new(),
    })
}
