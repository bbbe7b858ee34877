//! The form of the trait `examples`.

use serde_json::{Map, Value};

use super::report::Reporter;
use crate::ast::ids::EXAMPLES;
use crate::diagnostics::{Code, Step};

/// A key of an object: its name, the check of its value, and a description of valid values.
type Key = (&'static str, fn(&Value) -> bool, &'static str);

const EXAMPLE: [Key; 6] = [
    ("title", Value::is_string, "a string"),
    ("documentation", Value::is_string, "a string"),
    ("input", Value::is_object, "an object"),
    ("output", Value::is_object, "an object"),
    ("error", Value::is_object, "an object"),
    ("allowConstraintErrors", Value::is_boolean, "a boolean"),
];
const ERROR: [Key; 2] = [
    ("shapeId", Value::is_string, "a string"),
    ("content", Value::is_object, "an object"),
];

/// A well-formed example, whose values are not checked yet.
pub(super) struct RawExample<'a> {
    pub(super) index: usize,
    pub(super) title: &'a str,
    pub(super) documentation: Option<&'a str>,
    pub(super) input: Option<&'a Map<String, Value>>,
    pub(super) outcome: RawOutcome<'a>,
    /// `true` if the input may violate constraints.
    pub(super) allows_constraint_errors: bool,
}

/// The result in an example.
pub(super) enum RawOutcome<'a> {
    /// The output's members.
    Output(Option<&'a Map<String, Value>>),
    /// The id and the members of an error.
    Error(&'a str, Option<&'a Map<String, Value>>),
}

/// Returns the well-formed examples of the reporter's operation, and reports the others.
pub(super) fn examples<'a>(reporter: &mut Reporter<'a, '_>) -> Vec<RawExample<'a>> {
    let Some(value) = reporter.operation.traits.get(EXAMPLES) else {
        return Vec::new();
    };
    let Some(examples) = value.as_array() else {
        report(reporter, "the examples are not a list", Vec::new());
        return Vec::new();
    };
    let examples = examples.iter().enumerate();
    examples
        .filter_map(|(index, value)| example(reporter, index, value))
        .collect()
}

/// Returns the example, if it has no faults.
fn example<'a>(
    reporter: &mut Reporter<'a, '_>,
    index: usize,
    value: &'a Value,
) -> Option<RawExample<'a>> {
    let faults = reporter.faults;
    let place = vec![Step::from(index)];
    let has_known_keys = object(reporter, "the example", value, &EXAMPLE, &place);
    if has_known_keys && value.get("title").is_none() {
        report(reporter, "the example has no `title`", place.clone());
    }
    let error = value.get("error");
    if error.is_some() && value.get("output").is_some() {
        let reason = "the example has both `output` and `error`";
        report(reporter, reason, place.clone());
    }
    let allows_constraint_errors =
        value.get("allowConstraintErrors").and_then(Value::as_bool) == Some(true);
    if allows_constraint_errors && error.is_none() {
        let reason = "the example has `allowConstraintErrors`, but no `error`";
        report(reporter, reason, place.clone());
    }
    let error_place = [place, vec!["error".into()]].concat();
    if let Some(error) = error.filter(|error| error.is_object())
        && object(reporter, "the example's error", error, &ERROR, &error_place)
        && error.get("shapeId").is_none()
    {
        let reason = "the example's error has no `shapeId`";
        report(reporter, reason, error_place);
    }
    let members = |parent: &'a Value, key| parent.get(key).and_then(Value::as_object);
    let outcome = match error {
        None => RawOutcome::Output(members(value, "output")),
        Some(error) => {
            let id = error.get("shapeId").and_then(Value::as_str);
            RawOutcome::Error(id.unwrap_or_default(), members(error, "content"))
        }
    };
    (reporter.faults == faults).then(|| RawExample {
        index,
        title: value
            .get("title")
            .and_then(Value::as_str)
            .unwrap_or_default(),
        documentation: value.get("documentation").and_then(Value::as_str),
        input: members(value, "input"),
        outcome,
        allows_constraint_errors,
    })
}

/// Checks that `value`, called `subject`, is an object with valid values. Returns `true` if all its
/// keys are known: an unknown one may be a missing key, misspelled.
fn object(
    reporter: &mut Reporter<'_, '_>,
    subject: &str,
    value: &Value,
    keys: &[Key],
    place: &[Step],
) -> bool {
    let Some(object) = value.as_object() else {
        report(
            reporter,
            format!("{subject} is not an object"),
            place.to_vec(),
        );
        return false;
    };
    let mut has_known_keys = true;
    for (name, value) in object {
        let steps = [place, &[name.as_str().into()]].concat();
        match keys.iter().find(|(key, ..)| key == name) {
            Some((_, is_valid, expected)) if !is_valid(value) => {
                let reason = format!("`{name}` of {subject} is not {expected}");
                report(reporter, reason, steps);
            }
            Some(_) => {}
            None => {
                has_known_keys = false;
                let help = "write `title`, `input`, and `output` or `error`";
                let reason = format!("{subject} has an unknown key `{name}`");
                reporter
                    .report(Code::TraitValue, reason, help, steps)
                    .key()
                    .did_you_mean(name, keys.iter().map(|(key, ..)| *key));
            }
        }
    }
    has_known_keys
}

fn report(reporter: &mut Reporter<'_, '_>, reason: impl Into<String>, place: Vec<Step>) {
    let help = "write a list of objects with `title`, `input`, and `output` or `error`";
    reporter.report(Code::TraitValue, reason, help, place);
}
