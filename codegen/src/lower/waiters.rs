//! Waiters: operations that are repeated until a condition holds.

mod known;
mod typed;

use std::collections::BTreeMap;

use serde_json::Value;

use self::known::EnumValues;
use self::typed::Fault;
use super::closure::OperationShapes;
use super::docs;
use super::jmespath;
use super::names::{module_file, module_name, report_long, too_long, type_name};
use super::types::Types;
use crate::ast::ids::WAITABLE;
use crate::diagnostics::{Code, Diagnostics, Severity, Step};
use crate::ir::{Acceptor, Client, Matcher, Operation, State, Structure, Waiter};
use crate::printable::escape;

/// Adds the waiters of all operations. Their paths are resolved in the client's structures.
pub(super) fn add(types: &Types<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let client_structures: Vec<Structure> = client.structures.clone();
    let structures = typed::Structures::new(&client_structures);
    let enums = known::enum_values(&client.enums);
    // The order of operations in the model has no effect on which of two equal names is kept.
    let mut operations: Vec<_> = client.operations.iter_mut().collect();
    operations.sort_by(|a, b| a.name.wire.cmp(&b.name.wire));
    let mut taken = BTreeMap::new();
    let all_shapes = types.closure.operations.iter();
    let all_shapes = all_shapes.map(|shapes| (shapes.shape.id.name(), shapes));
    let all_shapes: BTreeMap<_, _> = all_shapes.collect();
    for operation in operations {
        let Some(shapes) = all_shapes.get(&*operation.name.wire) else {
            continue;
        };
        known::check_successes(shapes, diagnostics);
        if shapes.shape.traits.has(WAITABLE) && shapes.input_is_known && shapes.output_is_known {
            let mut pass = Pass {
                shapes,
                operation,
                structures: &structures,
                enums: &enums,
                taken: &mut taken,
                diagnostics,
            };
            operation.waiters = pass.waiters();
        }
    }
}

/// The names of waiters, by what must differ: the name without case, and the module.
type TakenNames = BTreeMap<String, String>;

struct Pass<'a> {
    shapes: &'a OperationShapes<'a>,
    operation: &'a Operation,
    structures: &'a typed::Structures<'a>,
    enums: &'a EnumValues,
    taken: &'a mut TakenNames,
    diagnostics: &'a mut Diagnostics,
}

impl Pass<'_> {
    fn waiters(&mut self) -> Vec<Waiter> {
        let value = self.shapes.shape.traits.get(WAITABLE);
        let waiters = value.and_then(Value::as_object).into_iter().flatten();
        let waiters = waiters.filter_map(|(wire, value)| self.waiter(wire, value));
        let mut waiters: Vec<_> = waiters.collect();
        waiters.sort_by(|a, b| a.module.cmp(&b.module));
        waiters
    }

    /// Reports a fault; the first of `steps` is the name of the waiter.
    ///
    /// A published model is not ours to correct, and calls do not need waiters, so faults in it are
    /// warnings and the waiter is omitted. In an overlay they are errors.
    fn report(&mut self, code: Code, fault: Fault, help: &str, steps: Vec<Step>) {
        let shape = self.shapes.shape;
        let is_ours = shape.traits.is_overlaid(WAITABLE);
        let help = match is_ours {
            true => help.to_owned(),
            false => format!("the client is generated without this waiter; {help}"),
        };
        let diagnostic = self
            .diagnostics
            .shape_trait(code, &shape.id, WAITABLE, fault.reason, help)
            .below(steps);
        if !is_ours {
            diagnostic.severity = Severity::Warning;
        }
        if let Some(unknown) = &fault.unknown {
            diagnostic.did_you_mean(unknown, fault.known.iter().map(String::as_str));
        }
    }

    fn problem(&mut self, reason: String, help: &str, steps: Vec<Step>) {
        self.report(Code::Waiter, Fault::new(reason), help, steps);
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
            successes: known::successes(self.shapes.shape, wire),
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
        let steps = steps.into_iter().chain(["matcher".into()]).collect();
        let matcher = match self.matcher(value.get("matcher")) {
            Ok(matcher) => matcher,
            Err(fault) => {
                let help = "the generator supports members, `[]`, `[*]`, `length`, comparisons, \
                            `&&`, `||` and `!`";
                self.report(Code::Waiter, fault, help, steps);
                return None;
            }
        };
        if self.shapes.shape.traits.is_overlaid(WAITABLE)
            && let Some(fault) = known::unknown(&matcher, self.shapes, self.enums)
        {
            let help = known::help(&fault);
            self.report(Code::WaiterName, fault, &help, steps);
            return None;
        }
        Some(Acceptor { state, matcher })
    }

    fn matcher(&self, value: Option<&Value>) -> Result<Matcher, Fault> {
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
            _ => return Err(Fault::new("an acceptor has no supported matcher")),
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
                    _ => return Err(Fault::new(format!("`{expected}` is not a boolean"))),
                };
                Matcher::Boolean(scope.boolean(&expression, expected)?, expected)
            }
            "stringEquals" => Matcher::String(scope.string(&expression)?, expected),
            "allStringEquals" => Matcher::AllStrings(scope.strings(&expression)?, expected),
            "anyStringEquals" => Matcher::AnyString(scope.strings(&expression)?, expected),
            unknown => return Err(Fault::new(format!("`{unknown}` is not a comparator"))),
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
