//! Waiters: operations that are repeated until a condition holds.

mod typed;

use serde_json::Value;

use super::closure::OperationShapes;
use super::docs::{self, Scope};
use super::jmespath;
use super::names::{is_identifier, module_file, module_name, report_long, too_long, type_name};
use super::types::Types;
use crate::ast::ids::WAITABLE;
use crate::diagnostics::{Code, Diagnostics, Step};
use crate::ir::{
    Acceptor, Client, Comparison, Matcher, Operand, Operation, Predicate, State, Structure, Waiter,
};
use crate::printable::escape;

/// Adds the waiters of all operations. Their paths are resolved in the client's structures.
pub(super) fn add(types: &Types<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let client_structures: Vec<Structure> = client.structures.clone();
    let structures = typed::Structures::new(&client_structures);
    for operation in &mut client.operations {
        let name = &operation.name.wire;
        let mut shapes = types.closure.operations.iter();
        if let Some(shapes) = shapes.find(|shapes| shapes.shape.id.name() == name)
            && shapes.shape.traits.has(WAITABLE)
        {
            operation.waiters = waiters(shapes, operation, &structures, diagnostics);
        }
    }
}

fn waiters(
    shapes: &OperationShapes<'_>,
    operation: &Operation,
    structures: &typed::Structures<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Waiter> {
    let value = shapes.shape.traits.get(WAITABLE);
    let mut waiters = Vec::new();
    for (wire, value) in value.and_then(Value::as_object).into_iter().flatten() {
        let mut pass = Pass {
            shapes,
            operation,
            structures,
            diagnostics,
        };
        if let Some(waiter) = pass.waiter(wire, value) {
            waiters.push(waiter);
        }
    }
    waiters.sort_by(|a, b| a.module.cmp(&b.module));
    waiters
}

struct Pass<'a> {
    shapes: &'a OperationShapes<'a>,
    operation: &'a Operation,
    structures: &'a typed::Structures<'a>,
    diagnostics: &'a mut Diagnostics,
}

impl Pass<'_> {
    fn problem(&mut self, reason: String, help: &str, steps: Vec<Step>) {
        let id = &self.shapes.shape.id;
        self.diagnostics
            .shape_trait(Code::Waiter, id, WAITABLE, reason, help)
            .below(steps);
    }

    fn waiter(&mut self, wire: &str, value: &Value) -> Option<Waiter> {
        if self.operation.input.streams() {
            let reason =
                format!("the waiter `{wire}` cannot repeat a request whose body is a stream");
            self.problem(reason, "remove the waiter", vec![wire.into()]);
            return None;
        }
        let rust = type_name(wire);
        let module = match &*module_name(wire) {
            "matchers" => "matchers_".to_owned(),
            module => module.to_owned(),
        };
        if let Some(name) = too_long(wire) {
            let id = &self.shapes.shape.id;
            report_long(self.diagnostics, id, "a waiter", &name)
                .below([Step::Trait(WAITABLE.to_owned()), wire.into()])
                .key();
            return None;
        }
        let delay = |key: &str, default| value.get(key).and_then(Value::as_u64).unwrap_or(default);
        let acceptors = value.get("acceptors").and_then(Value::as_array);
        let mut lowered = Vec::new();
        for (index, acceptor) in acceptors.into_iter().flatten().enumerate() {
            let steps: Vec<Step> = vec![wire.into(), "acceptors".into(), index.into()];
            lowered.push(self.acceptor(acceptor, steps)?);
        }
        let begins_with_letter = wire.starts_with(|first: char| first.is_ascii_alphabetic());
        if lowered.is_empty() || !begins_with_letter || !is_identifier(&rust) {
            let reason = format!(
                "the waiter `{wire}` has no acceptors, or its name is not one of letters and digits"
            );
            let help = "use a name of letters and digits, and add a list `acceptors`";
            self.problem(reason, help, vec![wire.into()]);
            return None;
        }
        let documentation = value.get("documentation").and_then(Value::as_str);
        let is_deprecated = value.get("deprecated").and_then(Value::as_bool);
        let fallback = format!("Waits for {}.", escape::code(wire));
        Some(Waiter {
            docs: docs::text_lines_or(documentation, &Scope::default(), &fallback),
            deprecated: is_deprecated
                .unwrap_or_default()
                .then(|| docs::DEPRECATED.to_owned()),
            min_delay: delay("minDelay", 2),
            max_delay: delay("maxDelay", 120),
            acceptors: lowered,
            name: wire.to_owned(),
            fluent_builder: format!("{rust}FluentBuilder"),
            final_poll: format!("{rust}FinalPoll"),
            error: format!("WaitUntil{rust}Error"),
            module_file: module_file(&module),
            module,
        })
    }

    fn acceptor(&mut self, value: &Value, steps: Vec<Step>) -> Option<Acceptor> {
        let state = match value.get("state").and_then(Value::as_str) {
            Some("success") => State::Success,
            Some("failure") => State::Failure,
            Some("retry") => State::Retry,
            _ => {
                let reason = "an acceptor has no valid `state`".to_owned();
                self.problem(reason, "use `success`, `failure` or `retry`", steps);
                return None;
            }
        };
        match self.matcher(value.get("matcher")) {
            Ok(matcher) => Some(Acceptor { state, matcher }),
            Err(reason) => {
                let help = "the generator supports members, `[]`, `[*]`, `length`, comparisons, \
                            `&&`, `||` and `!`";
                let steps = steps.into_iter().chain(["matcher".into()]).collect();
                self.problem(reason, help, steps);
                None
            }
        }
    }

    fn matcher(&self, value: Option<&Value>) -> Result<Matcher, String> {
        let get = |key| value.and_then(|value| value.get(key));
        if let Some(success) = get("success").and_then(Value::as_bool) {
            return Ok(Matcher::Success(success));
        }
        if let Some(error) = get("errorType").and_then(Value::as_str) {
            let name = error.split_once('#').map_or(error, |(_, name)| name);
            return Ok(Matcher::Error(name.to_owned()));
        }
        let (matcher, has_input) = match (get("output"), get("inputOutput")) {
            (Some(matcher), _) => (matcher, false),
            (_, Some(matcher)) => (matcher, true),
            _ => return Err("an acceptor has no supported matcher".to_owned()),
        };
        let string = |key: &str| {
            let value = matcher.get(key).and_then(Value::as_str);
            value.ok_or_else(|| format!("a matcher has no `{key}`"))
        };
        let (path, expected) = (string("path")?, string("expected")?.to_owned());
        let expression = jmespath::parse(path)?;
        let scope = typed::Scope {
            input: has_input.then_some(&self.operation.input),
            output: &self.operation.output,
            structures: self.structures,
        };
        Ok(Matcher::Holds(match string("comparator")? {
            "booleanEquals" => {
                let condition = scope.condition(&expression)?;
                match (&*expected, condition) {
                    ("true", condition) => condition,
                    // An absent boolean is not `false`.
                    ("false", Predicate::True(path)) => {
                        let path = Operand::Path(path);
                        Predicate::Compare(Comparison::Equal, path, Operand::Bool(false))
                    }
                    (_, condition) => Predicate::Not(Box::new(condition)),
                }
            }
            "stringEquals" => {
                let operand = scope.string(&expression)?;
                Predicate::Compare(Comparison::Equal, operand, Operand::String(expected))
            }
            "allStringEquals" => Predicate::All(scope.strings(&expression)?, expected),
            "anyStringEquals" => Predicate::Any(scope.strings(&expression)?, expected),
            unknown => return Err(format!("`{unknown}` is not a comparator")),
        }))
    }
}

#[cfg(test)]
mod tests;
