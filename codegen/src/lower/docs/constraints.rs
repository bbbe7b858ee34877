//! A member's constraints, in words.

use serde_json::Value;

use super::patterns::{Pattern, describe};
use super::scope::Scope;
use crate::ast::{Member, Model, Shape, ShapeKind, ids};
use crate::printable::escape;

/// Returns short sentences that state if the member is required, its default and its constraints.
///
/// Of a member that only responses have, the required-ness and the pattern are not stated: they are
/// rules for callers.
pub(super) fn constraints(
    model: &Model,
    member: &Member,
    scope: &Scope<'_>,
    in_requests: bool,
) -> String {
    let mut sentences = Vec::new();
    if member.traits.is_required() && in_requests {
        sentences.push("Required.".to_owned());
    }
    if let Some(value) = member.traits.default_value() {
        sentences.push(format!("Default: {}.", escape::code(&value.to_string())));
    }
    let value = Constraints::new(model, member);
    let kind = value.target.map(|shape| &shape.kind);
    if let Some(range) = &value.range {
        sentences.push(format!("Range: {range}."));
    }
    let label = match kind {
        Some(ShapeKind::List(_)) => "Items",
        Some(ShapeKind::Map(..)) => "Entries",
        _ => "Length",
    };
    let length = value.length.as_ref();
    let length_sentence = length.map(|length| format!("{label}: {}.", length.words()));
    let (length_sentence, pattern_sentence) = match value.pattern(scope, in_requests) {
        Some(Pattern::Characters(names)) => {
            let characters = characters(length, &names);
            (None, Some(format!("Characters: {characters}.")))
        }
        Some(Pattern::Phrase(phrase)) => (length_sentence, Some(format!("Form: {phrase}."))),
        Some(Pattern::Code(code)) => (length_sentence, Some(format!("Pattern: {code}."))),
        None => (length_sentence, None),
    };
    sentences.extend(length_sentence);
    sentences.extend(pattern_sentence);
    let elements = match kind {
        Some(ShapeKind::List(element)) => vec![("item", &**element)],
        Some(ShapeKind::Map(key, value)) => vec![("key", &**key), ("value", &**value)],
        _ => Vec::new(),
    };
    for (label, element) in elements {
        let clauses = Constraints::new(model, element).clauses(scope, in_requests);
        if !clauses.is_empty() {
            sentences.push(format!("Each {label}: {}.", clauses.join(", ")));
        }
    }
    sentences.extend(value.target.and_then(named_numbers));
    sentences.join(" ")
}

/// The constraints of the values of a member, which come from the member or its target.
struct Constraints<'a> {
    target: Option<&'a Shape>,
    range: Option<String>,
    length: Option<Length>,
    pattern: Option<&'a str>,
}

impl<'a> Constraints<'a> {
    fn new(model: &'a Model, member: &'a Member) -> Self {
        let target = model.shape(&member.target);
        let value = |id: &str| {
            let target = target.and_then(|target| target.traits.get(id));
            member.traits.get(id).or(target)
        };
        let unit = match target.map(|shape| &shape.kind) {
            Some(ShapeKind::List(_) | ShapeKind::Map(..)) => "",
            Some(ShapeKind::Blob) => "byte",
            None if member.target.name() == "Blob" => "byte",
            _ => "character",
        };
        Self {
            target,
            range: value(ids::RANGE).and_then(range),
            length: value(ids::LENGTH).and_then(|value| Length::new(value, unit)),
            pattern: value(ids::PATTERN).and_then(Value::as_str),
        }
    }

    /// Returns the constraints as parts of a sentence.
    fn clauses(&self, scope: &Scope<'_>, in_requests: bool) -> Vec<String> {
        let mut length = self.length.as_ref();
        let pattern = match self.pattern(scope, in_requests) {
            Some(Pattern::Characters(names)) => Some(characters(length.take(), &names)),
            Some(Pattern::Phrase(phrase)) => Some(phrase),
            Some(Pattern::Code(code)) => Some(format!("pattern {code}")),
            None => None,
        };
        let length = length.map(Length::words);
        let range = self.range.clone();
        pattern.into_iter().chain(range).chain(length).collect()
    }

    /// Describes the pattern, if there is one that the documentation states.
    fn pattern(&self, scope: &Scope<'_>, in_requests: bool) -> Option<Pattern> {
        let pattern = self.pattern.filter(|_| in_requests)?;
        let described = describe(pattern, |service| scope.is_this_service(service));
        Some(described.unwrap_or_else(|| Pattern::Code(escape::code(pattern))))
    }
}

/// The bounds of a length.
struct Length {
    interval: String,
    /// The name of the unit in the singular; empty for elements.
    unit: &'static str,
    is_plural: bool,
}

impl Length {
    fn new(value: &Value, unit: &'static str) -> Option<Self> {
        let (min, max) = bounds(value);
        // Every length is at least 0.
        let min = min.filter(|min| max.is_some_and(|max| max == *min) || min.as_u64() != Some(0));
        Some(Self {
            interval: interval(min, max)?,
            unit,
            is_plural: max.or(min).and_then(Value::as_u64) != Some(1),
        })
    }

    fn words(&self) -> String {
        match (self.unit, self.is_plural) {
            ("", _) => self.interval.clone(),
            (unit, true) => format!("{} {unit}s", self.interval),
            (unit, false) => format!("{} {unit}", self.interval),
        }
    }
}

/// Returns the number and the names of characters.
fn characters(length: Option<&Length>, names: &str) -> String {
    match length {
        None => names.to_owned(),
        Some(length) if length.is_plural => format!("{} {names}", length.interval),
        Some(length) => format!("{}, of {names}", length.interval),
    }
}

/// Describes the bounds `min` and `max` of a trait.
pub(crate) fn range(value: &Value) -> Option<String> {
    let (min, max) = bounds(value);
    interval(min, max)
}

fn bounds(value: &Value) -> (Option<&Value>, Option<&Value>) {
    let number = |key| value.get(key).filter(|value| value.is_number());
    (number("min"), number("max"))
}

fn interval(min: Option<&Value>, max: Option<&Value>) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) if min == max => Some(format!("exactly {min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
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
