//! A member's constraints, in words.

use super::patterns::{Pattern, describe};
use super::scope::Scope;
use crate::ast::Member;
use crate::ir::{Bounds, Constraints, Type};
use crate::printable::escape;

/// Returns short sentences that state if the member is required, its default and its constraints.
///
/// `ty` is the type of its value; `None` if it has none. Of a member that only responses have, the
/// required-ness and the pattern are not stated: they are rules for callers.
pub(super) fn sentences(
    member: &Member,
    ty: Option<&Type>,
    constraints: &Constraints,
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
    let value = Value::new(constraints, ty);
    if let Some(range) = &constraints.range {
        sentences.push(format!("Range: {range}."));
    }
    let label = match ty {
        Some(Type::List { .. }) => "Items",
        Some(Type::Map { .. }) => "Entries",
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
    let elements = match ty {
        Some(Type::List { element, .. }) => vec![("item", element, &constraints.element)],
        Some(Type::Map { key, value, .. }) => vec![
            ("key", key, &constraints.key),
            ("value", value, &constraints.element),
        ],
        _ => Vec::new(),
    };
    for (label, ty, constraints) in elements {
        let Some(constraints) = constraints else {
            continue;
        };
        let clauses = Value::new(constraints, Some(ty)).clauses(scope, in_requests);
        if !clauses.is_empty() {
            sentences.push(format!("Each {label}: {}.", clauses.join(", ")));
        }
    }
    sentences.extend(named_numbers(constraints));
    sentences.join(" ")
}

/// A value with constraints.
struct Value<'a> {
    constraints: &'a Constraints,
    length: Option<Length>,
}

impl<'a> Value<'a> {
    fn new(constraints: &'a Constraints, ty: Option<&Type>) -> Self {
        let unit = match ty {
            Some(Type::List { .. } | Type::Map { .. }) => "",
            Some(Type::Blob | Type::Stream) => "byte",
            _ => "character",
        };
        let length = constraints.length.as_ref();
        Self {
            constraints,
            length: length.and_then(|length| Length::new(length, unit)),
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
        let range = self.constraints.range.as_ref().map(Bounds::to_string);
        pattern.into_iter().chain(range).chain(length).collect()
    }

    /// Describes the pattern, if there is one that the documentation states.
    fn pattern(&self, scope: &Scope<'_>, in_requests: bool) -> Option<Pattern> {
        let pattern = self.constraints.pattern.as_ref().filter(|_| in_requests)?;
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
    fn new(bounds: &Bounds<u64>, unit: &'static str) -> Option<Self> {
        // Every length is at least 0.
        let min = bounds.min.filter(|min| *min != 0 || bounds.max == Some(0));
        Some(Self {
            interval: Bounds::new(min, bounds.max)?.to_string(),
            unit,
            is_plural: bounds.max.or(min) != Some(1),
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

/// Returns a sentence with the names of an integer enum's values: they are generated as plain
/// numbers, so no type documents them.
fn named_numbers(constraints: &Constraints) -> Option<String> {
    let values = constraints.numbers.iter();
    let values: Vec<_> = values
        .map(|(name, number)| format!("{number} (`{name}`)"))
        .collect();
    (!values.is_empty()).then(|| format!("Values: {}.", values.join(", ")))
}
