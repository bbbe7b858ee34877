//! Waiters: operations that are repeated until a condition holds.

mod typed;

use std::collections::BTreeMap;

use serde_json::Value;

use super::closure::OperationShapes;
use super::docs;
use super::jmespath;
use super::names::{module_file, module_name, report_long, too_long, type_name};
use super::types::Types;
use crate::ast::ids::{WAITABLE, WAITER_SUCCESSES};
use crate::diagnostics::{Code, Diagnostics, Severity, Step};
use crate::ir::{Acceptor, Client, Matcher, Operation, State, Structure, Waiter};
use crate::printable::escape;

/// Adds the waiters of all operations. Their paths are resolved in the client's structures.
pub(super) fn add(types: &Types<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let client_structures: Vec<Structure> = client.structures.clone();
    let structures = typed::Structures::new(&client_structures);
    // The order of operations in the model has no effect on which of two equal names is kept.
    let mut operations: Vec<_> = client.operations.iter_mut().collect();
    operations.sort_by(|a, b| a.name.wire.cmp(&b.name.wire));
    let mut taken = BTreeMap::new();
    let all_shapes = types.closure.operations.iter();
    let all_shapes = all_shapes.map(|shapes| (shapes.shape.id.name(), shapes));
    let all_shapes: BTreeMap<_, _> = all_shapes.collect();
    for operation in operations {
        let name = &*operation.name.wire;
        if let Some(shapes) = all_shapes.get(name)
            && shapes.shape.traits.has(WAITABLE)
            && shapes.input_is_known
            && shapes.output_is_known
        {
            operation.waiters = waiters(shapes, operation, &structures, &mut taken, diagnostics);
        }
    }
}

/// The names of waiters, by what must differ: the name without case, and the module.
type TakenNames = BTreeMap<String, String>;

fn waiters(
    shapes: &OperationShapes<'_>,
    operation: &Operation,
    structures: &typed::Structures<'_>,
    taken: &mut TakenNames,
    diagnostics: &mut Diagnostics,
) -> Vec<Waiter> {
    let value = shapes.shape.traits.get(WAITABLE);
    let mut waiters = Vec::new();
    for (wire, value) in value.and_then(Value::as_object).into_iter().flatten() {
        let mut pass = Pass {
            shapes,
            operation,
            structures,
            taken,
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
    taken: &'a mut TakenNames,
    diagnostics: &'a mut Diagnostics,
}

impl Pass<'_> {
    /// Reports why the client lacks a waiter; the first of `steps` is its name.
    fn problem(&mut self, reason: String, help: &str, steps: Vec<Step>) {
        let id = &self.shapes.shape.id;
        let help = format!("the client is generated without this waiter; {help}");
        self.diagnostics
            .shape_trait(Code::Waiter, id, WAITABLE, reason, help)
            .below(steps)
            .severity = Severity::Warning;
    }

    fn waiter(&mut self, wire: &str, value: &Value) -> Option<Waiter> {
        let steps = || vec![Step::from(wire)];
        if self.operation.input.streams() {
            let reason =
                format!("the waiter `{wire}` cannot repeat a request whose body is a stream");
            self.problem(reason, "remove it from the model", steps());
            return None;
        }
        let (rust, module) = (type_name(wire), waiter_module(wire));
        let is_letter = |first: char| first.is_ascii_alphabetic();
        if !wire.starts_with(is_letter) || !wire.chars().all(|c| c.is_ascii_alphanumeric()) {
            let reason = format!("the name of the waiter `{wire}` is invalid");
            let help = "use letters and digits, and begin with a letter";
            self.problem(reason, help, steps());
            return None;
        }
        if let Some(name) = too_long(wire) {
            let id = &self.shapes.shape.id;
            report_long(self.diagnostics, id, "a waiter", &name)
                .below([Step::Trait(WAITABLE.to_owned()), wire.into()])
                .key()
                .severity = Severity::Warning;
            return None;
        }
        let (min_delay, max_delay) = self.delays(wire, value)?;
        let acceptors = value.get("acceptors").and_then(Value::as_array);
        let Some(acceptors) = acceptors.filter(|acceptors| !acceptors.is_empty()) else {
            let reason = format!("the waiter `{wire}` has no acceptors");
            self.problem(reason, "add a list `acceptors`", steps());
            return None;
        };
        let mut lowered = Vec::new();
        for (index, acceptor) in acceptors.iter().enumerate() {
            let steps = vec![wire.into(), "acceptors".into(), index.into()];
            lowered.push(self.acceptor(acceptor, steps)?);
        }
        self.take_names(wire, &module)?;
        let documentation = value.get("documentation").and_then(Value::as_str);
        let is_deprecated = value.get("deprecated").and_then(Value::as_bool);
        let fallback = format!("Waits for {}.", escape::code(wire));
        Some(Waiter {
            docs: docs::unlinked_lines_or(documentation, &fallback),
            deprecated: is_deprecated
                .unwrap_or_default()
                .then(|| docs::DEPRECATED.to_owned()),
            min_delay,
            max_delay,
            successes: self.successes(wire),
            acceptors: lowered,
            name: wire.to_owned(),
            fluent_builder: format!("{rust}FluentBuilder"),
            final_poll: format!("{rust}FinalPoll"),
            error: format!("WaitUntil{rust}Error"),
            module_file: module_file(&module),
            module,
        })
    }

    /// Takes the waiter's names, or reports that another waiter has them.
    fn take_names(&mut self, wire: &str, module: &str) -> Option<()> {
        let names = [wire.to_ascii_lowercase(), format!("module {module}")];
        if let Some(other) = names.iter().find_map(|name| self.taken.get(name)) {
            let reason = format!("the waiters `{other}` and `{wire}` have the same name");
            let help = "rename one of the two: in a service, names of waiters differ not only in \
                        case";
            self.problem(reason, help, vec![wire.into()]);
            return None;
        }
        let names = names.into_iter().map(|name| (name, wire.to_owned()));
        self.taken.extend(names);
        Some(())
    }

    /// Returns the minimum and the maximum delay in seconds.
    fn delays(&mut self, wire: &str, value: &Value) -> Option<(u64, u64)> {
        let delay = |key: &str, default| match value.get(key) {
            Some(delay) => delay.as_u64(),
            None => Some(default),
        };
        let delays = delay("minDelay", 2).zip(delay("maxDelay", 120));
        // A Smithy integer has 32 bits.
        let is_valid = |(min, max): &(u64, u64)| 1 <= *min && min <= max && *max < 1 << 31;
        let valid = delays.filter(is_valid);
        if valid.is_none() {
            let reason = format!("the delays of the waiter `{wire}` are invalid");
            let help = "use numbers of seconds from 1 on, with a `minDelay` (by default 2) of at \
                        most the `maxDelay` (by default 120)";
            self.problem(reason, help, vec![wire.into()]);
        }
        valid
    }

    /// Returns the number of successes in a row that end the wait: one, unless an overlay asks for
    /// more.
    fn successes(&mut self, wire: &str) -> u32 {
        let stated = self.shapes.shape.traits.get(WAITER_SUCCESSES);
        let Some(stated) = stated.and_then(|successes| successes.get(wire)) else {
            return 1;
        };
        let count = stated.as_u64().and_then(|count| u32::try_from(count).ok());
        count.filter(|count| *count > 0).unwrap_or_else(|| {
            let reason = format!("the number of successes of the waiter `{wire}` is invalid");
            let help = "use a number from 1 on";
            let id = &self.shapes.shape.id;
            self.diagnostics
                .shape_trait(Code::TraitValue, id, WAITER_SUCCESSES, reason, help)
                .below([wire.into()]);
            1
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
        Ok(match string("comparator")? {
            "booleanEquals" => {
                let expected = match &*expected {
                    "true" => true,
                    "false" => false,
                    _ => return Err(format!("`{expected}` is not a boolean")),
                };
                Matcher::Boolean(scope.boolean(&expression, expected)?, expected)
            }
            "stringEquals" => Matcher::String(scope.string(&expression)?, expected),
            "allStringEquals" => Matcher::AllStrings(scope.strings(&expression)?, expected),
            "anyStringEquals" => Matcher::AnyString(scope.strings(&expression)?, expected),
            unknown => return Err(format!("`{unknown}` is not a comparator")),
        })
    }
}

/// Returns the name of a waiter's module, distinct from the module of matchers of the official
/// client.
fn waiter_module(wire: &str) -> String {
    match module_name(wire) {
        module if module == "matchers" => "matchers_".to_owned(),
        module => module,
    }
}

#[cfg(test)]
mod tests;
