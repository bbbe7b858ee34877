//! The constraints of inputs: required members, lengths, ranges, patterns, enums, unique elements.

use std::fmt::Display;

use aws_smithy_types::base64;
use serde_json::{Map, Number, Value, json};

use super::errors::internal;
use super::table::{Kind, Member, Table, Type};
use crate::behaviour::ServiceError;

/// Checks an input.
///
/// # Errors
/// The `ValidationException` that names all violations, with paths such as `/tags/name` or
/// `/arns/0`. A key of a map has the path of the map.
pub(super) fn input(
    table: &Table,
    operation: &str,
    input: &Map<String, Value>,
) -> Result<(), ServiceError> {
    let mut check = Check {
        table,
        violations: Vec::new(),
        unsupported: None,
    };
    check.members("", table.input(operation).unwrap_or_default(), input);
    if let Some(pattern) = check.unsupported {
        return Err(internal(&format!("the pattern {pattern} is not supported")));
    }
    match &*check.violations {
        [] => Ok(()),
        violations => Err(validation_exception(violations)),
    }
}

fn validation_exception(violations: &[Violation]) -> ServiceError {
    let messages: Vec<&str> = violations
        .iter()
        .map(|violation| violation.message.as_str())
        .collect();
    let count = violations.len();
    let plural = if count == 1 { "" } else { "s" };
    let message = format!(
        "{count} validation error{plural} detected. {}",
        messages.join("; ")
    );
    let fields = violations
        .iter()
        .map(|violation| json!({"path": violation.path, "message": violation.message}));
    ServiceError {
        members: Map::from_iter([("fieldList".to_owned(), fields.collect())]),
        ..ServiceError::new("ValidationException", message)
    }
}

struct Violation {
    path: String,
    message: String,
}

struct Check<'a> {
    table: &'a Table,
    violations: Vec<Violation>,
    unsupported: Option<&'a str>,
}

impl<'a> Check<'a> {
    fn members(&mut self, path: &str, members: &'a [Member], values: &Map<String, Value>) {
        for member in members {
            let path = format!("{path}/{}", member.name);
            match values.get(&member.name) {
                Some(value) => self.value(&path, &member.ty, value),
                None if member.required => self.violation(path, "Member must not be null"),
                None => {}
            }
        }
    }

    fn value(&mut self, path: &str, ty: &'a Type, value: &Value) {
        self.length(path, ty, value);
        if let (Some((min, max)), Some(number)) = (&ty.range, value.as_number()) {
            let number = number.as_f64();
            let bound = |bound: &Option<Number>| bound.as_ref().and_then(Number::as_f64);
            let is_less = bound(min).is_some_and(|min| number.is_some_and(|number| number < min));
            let is_more = bound(max).is_some_and(|max| number.is_some_and(|number| number > max));
            if is_less || is_more {
                self.violation(path, &format!("Member must be {}", interval(min, max)));
            }
        }
        if let (Some(pattern), Some(string)) = (&ty.pattern, value.as_str()) {
            match pattern.is_match(string) {
                Some(true) => {}
                Some(false) => {
                    let text = &pattern.text;
                    let rule = format!("Member must satisfy regular expression pattern: {text}");
                    self.violation(path, &rule);
                }
                None => self.unsupported = Some(&pattern.text),
            }
        }
        if let (Some(numbers), Some(number)) = (&ty.numbers, value.as_i64())
            && !numbers.contains(&number)
        {
            self.not_in_set(path, numbers);
        }
        self.nested(path, ty, value);
    }

    fn nested(&mut self, path: &str, ty: &'a Type, value: &Value) {
        match (&ty.kind, value) {
            (Kind::Enum { shape }, Value::String(string)) => {
                if let Some(shape) = self.table.enum_shape(shape)
                    && !shape.values.contains(string)
                    && !shape.internal.contains(string)
                {
                    self.not_in_set(path, &shape.values);
                }
            }
            (Kind::Structure { shape }, Value::Object(values)) => {
                self.members(path, self.table.structure(shape), values);
            }
            (Kind::Union { shape }, Value::Object(values)) => {
                self.members(path, self.table.union(shape), values);
            }
            (Kind::List { element, .. }, Value::Array(values)) => {
                let is_repeated = |(index, value): (usize, &Value)| values[..index].contains(value);
                if ty.unique && values.iter().enumerate().any(is_repeated) {
                    self.violation(path, "Member must have unique values");
                }
                for (index, value) in values.iter().enumerate() {
                    self.value(&format!("{path}/{index}"), element, value);
                }
            }
            (
                Kind::Map {
                    key, value: inner, ..
                },
                Value::Object(values),
            ) => {
                for (name, value) in values {
                    self.value(path, key, &Value::String(name.clone()));
                    self.value(&format!("{path}/{name}"), inner, value);
                }
            }
            _ => {}
        }
    }

    fn length(&mut self, path: &str, ty: &Type, value: &Value) {
        let Some((min, max)) = &ty.length else { return };
        let length = match (&ty.kind, value) {
            (Kind::Blob | Kind::Stream, Value::String(bytes)) => {
                base64::decode(bytes).unwrap_or_default().len()
            }
            (_, Value::String(string)) => string.chars().count(),
            (_, Value::Array(values)) => values.len(),
            (_, Value::Object(values)) => values.len(),
            _ => return,
        };
        let count = length as u64;
        if min.is_some_and(|min| count < min) || max.is_some_and(|max| count > max) {
            let interval = interval(min, max);
            let path = path.to_owned();
            let message = format!(
                "Value with length {length} at '{path}' failed to satisfy constraint: Member must \
                 have length {interval}"
            );
            self.violations.push(Violation { path, message });
        }
    }

    fn not_in_set<T: Display>(&mut self, path: &str, values: &[T]) {
        let values: Vec<String> = values.iter().map(T::to_string).collect();
        let rule = format!(
            "Member must satisfy enum value set: [{}]",
            values.join(", ")
        );
        self.violation(path, &rule);
    }

    fn violation(&mut self, path: impl Into<String>, rule: &str) {
        let path = path.into();
        let message = format!("Value at '{path}' failed to satisfy constraint: {rule}");
        self.violations.push(Violation { path, message });
    }
}

/// Describes an interval of which at least one bound is set.
fn interval<T: Display>(min: &Option<T>, max: &Option<T>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("between {min} and {max}, inclusive"),
        (Some(min), None) => format!("greater than or equal to {min}"),
        (None, Some(max)) => format!("less than or equal to {max}"),
        (None, None) => String::new(),
    }
}
