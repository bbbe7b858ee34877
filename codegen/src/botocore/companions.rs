//! Paginators and waiters, which botocore has in separate files.
//!
//! Both files are written by hand. An operation that they lack may have a paginator or waiter all
//! the same, so they never remove the present model's.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Converter;
use super::node::Node;
use super::present::Present;
use crate::ast::ids;
use crate::diagnostics::{Code, Diagnostics};

/// Smithy's default of `maxDelay`, in seconds.
const MAX_DELAY: u64 = 120;

impl<'a> Converter<'a> {
    /// Adds the traits of `paginators-1.json`.
    pub(super) fn paginators(&mut self, root: &Node<'_>, diagnostics: &mut Diagnostics) {
        root.only(&[&["pagination", "version"]], diagnostics);
        let entries = root.get("pagination");
        let entries = entries.map(|entries| entries.entries(diagnostics));
        for (name, node) in entries.unwrap_or_default() {
            let Some((id, present)) = self.operation_id(name, &node, diagnostics) else {
                continue;
            };
            node.only(
                &[&[
                    "input_token",
                    "output_token",
                    "limit_key",
                    "result_key",
                    "more_results",
                    "non_aggregate_keys",
                ]],
                diagnostics,
            );
            let keys = [
                ("inputToken", "input_token"),
                ("outputToken", "output_token"),
                ("pageSize", "limit_key"),
                ("items", "result_key"),
            ];
            let mut value = Map::new();
            for (smithy, botocore) in keys {
                let key = node.get(botocore);
                match key.map(|key| key.value) {
                    Some(Value::String(string)) => {
                        value.insert(smithy.to_owned(), string.clone().into());
                    }
                    // The first list is the one that paginators iterate over.
                    Some(Value::Array(values)) if smithy == "items" => {
                        let first = values.first().cloned();
                        value.extend(first.map(|first| (smithy.to_owned(), first)));
                    }
                    Some(_) => {
                        let note = format!("{name}: the paginator has several tokens; omitted");
                        self.notes.push(note);
                        value.clear();
                        break;
                    }
                    None => {}
                }
            }
            if value.is_empty() {
                continue;
            }
            // Smithy models often lack the items that botocore names. Equal tokens mean that the
            // paginator did not change.
            let known = &present["traits"][ids::PAGINATED];
            let is_equal = |key: &&str| value.get(*key) == known.get(*key);
            if ["inputToken", "outputToken", "pageSize"]
                .iter()
                .all(is_equal)
            {
                continue;
            }
            self.set_trait(&id, ids::PAGINATED, value);
        }
    }

    /// Adds the traits of `waiters-2.json`.
    pub(super) fn waiters(&mut self, root: &Node<'_>, diagnostics: &mut Diagnostics) {
        root.only(&[&["waiters", "version"]], diagnostics);
        let entries = root.get("waiters");
        let entries = entries.map(|entries| entries.entries(diagnostics));
        let mut added: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
        for (name, node) in entries.unwrap_or_default() {
            let known = [
                "acceptors",
                "delay",
                "description",
                "maxAttempts",
                "operation",
            ];
            node.only(&[&known], diagnostics);
            let Some(operation) = node.required("operation", diagnostics) else {
                continue;
            };
            let Some((id, present)) = self.operation_id(operation, &node, diagnostics) else {
                continue;
            };
            if present["traits"][ids::WAITABLE].get(name).is_some() {
                continue;
            }
            match waiter(&node, diagnostics) {
                Some(waiter) => {
                    added.entry(id).or_default().insert(name.to_owned(), waiter);
                }
                None => {
                    let note = format!(
                        "{operation}: the waiter {name} has a matcher that Smithy lacks; omitted"
                    );
                    self.notes.push(note);
                }
            }
        }
        for (id, waiters) in added {
            let known = self.present.shapes.get(&id).unwrap_or(&Value::Null);
            let known = known["traits"]
                .get(ids::WAITABLE)
                .and_then(Value::as_object);
            let mut all = known.cloned().unwrap_or_default();
            all.extend(waiters);
            self.set_trait(&id, ids::WAITABLE, all);
        }
    }

    fn set_trait(&mut self, operation: &str, id: &str, value: Map<String, Value>) {
        // The operation is missing only after another error.
        if let Some(shape) = self.shapes.get_mut(operation) {
            shape["traits"][id] = Value::Object(value);
        }
    }

    /// Returns the id of an operation and its shape in the present model, null if it is new. An
    /// unknown operation is reported.
    fn operation_id(
        &self,
        name: &str,
        node: &Node<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(String, &'a Value)> {
        let id = format!("{}#{name}", self.present.namespace);
        if !self.operations.contains(name) {
            let reason = format!("there is no operation `{name}`");
            let help = "use the files of the same version of botocore";
            node.report(Code::NoTarget, reason, help, diagnostics);
            return None;
        }
        let present: &'a Present = self.present;
        Some((id.clone(), present.shapes.get(&id).unwrap_or(&Value::Null)))
    }
}

/// Converts a waiter; `None` if a matcher has no equivalent.
fn waiter(node: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<Value> {
    let mut acceptors = Vec::new();
    for acceptor in node.elements("acceptors", diagnostics) {
        let known = ["argument", "expected", "matcher", "state"];
        acceptor.only(&[&known], diagnostics);
        let state = acceptor.required("state", diagnostics)?;
        let matcher = acceptor.required("matcher", diagnostics)?;
        let expected = &acceptor.value["expected"];
        let matcher = match (matcher, expected) {
            ("error", Value::Bool(is_error)) => json!({ "success": !is_error }),
            ("error", Value::String(code)) => json!({ "errorType": code }),
            ("status", expected) if expected.as_u64().is_some_and(|code| code / 100 == 2) => {
                json!({ "success": true })
            }
            ("path" | "pathAll" | "pathAny", Value::Bool(_) | Value::String(_)) => {
                let comparator = match (matcher, expected) {
                    ("path", Value::Bool(_)) => "booleanEquals",
                    ("path", _) => "stringEquals",
                    // Smithy compares the elements of lists as strings only.
                    (_, Value::Bool(_)) => return None,
                    ("pathAll", _) => "allStringEquals",
                    _ => "anyStringEquals",
                };
                let path = acceptor.required("argument", diagnostics)?;
                let expected = match expected {
                    Value::String(string) => string.clone(),
                    other => other.to_string(),
                };
                json!({ "output": { "path": path, "expected": expected, "comparator": comparator } })
            }
            _ => return None,
        };
        acceptors.push(json!({ "state": state, "matcher": matcher }));
    }
    let delay = node.get("delay")?.value.as_u64()?;
    let mut waiter = json!({ "acceptors": acceptors, "minDelay": delay });
    if delay > MAX_DELAY {
        waiter["maxDelay"] = delay.into();
    }
    Some(waiter)
}
