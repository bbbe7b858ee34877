//! The tasks that an update leaves: facts and tests that the new items lack.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::present::{File, Input};
use crate::inputs;

/// The folder of test cases, one for each operation.
const CASES: &str = "tests/client/operations";

const DOCUMENTATION: &str = "smithy.api#documentation";
const ERROR: &str = "smithy.api#error";
const EXAMPLES: &str = "smithy.api#examples";
const HTTP_ERROR: &str = "smithy.api#httpError";
const PAGINATED: &str = "smithy.api#paginated";
const READONLY: &str = "smithy.api#readonly";
const RETRYABLE: &str = "smithy.api#retryable";
const WAITABLE: &str = "smithy.waiters#waitable";

/// Ids of shapes and members, in the order of the model.
pub(super) type Ids = Vec<String>;

/// The new items without the facts that a maintainer may add, and operations without a test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Missing {
    /// New operations, types, members and enum values without documentation.
    pub(super) documentation: Ids,
    /// New operations without examples.
    pub(super) examples: Ids,
    /// New operations that read one resource, and have no waiter.
    pub(super) waiters: Ids,
    /// New errors of servers, or of throttling, without retry facts.
    pub(super) retries: Ids,
    /// Operations without a test case.
    pub(super) cases: Vec<String>,
    /// Test cases of operations that no longer exist.
    pub(super) stale_cases: Vec<String>,
    /// Overlays whose texts name shapes that no longer exist: `file: names`.
    pub(super) stale_texts: Vec<String>,
}

impl Missing {
    /// Compares the new input with the old one, and with the test cases.
    pub(super) fn new(root: &Path, old: &Input, new: &Input) -> Result<Self> {
        let parse = |file: &File| {
            let value = serde_json::from_str::<Value>(&file.text);
            value.with_context(|| format!("cannot read {}", file.name))
        };
        let (old, model) = (parse(&old.model)?, parse(&new.model)?);
        let mut applied = BTreeSet::new();
        let overlays = new.overlays.iter();
        for overlay in overlays.filter(|overlay| !inputs::is_page(&overlay.name)) {
            for (id, statement) in entries(&parse(overlay)?["shapes"]) {
                let traits = entries(&statement["traits"]);
                applied.extend(traits.map(|(trait_id, _)| (id.clone(), trait_id.clone())));
            }
        }
        let mut missing = Self {
            stale_texts: stale_texts(&new.overlays, &old, &model),
            ..Self::default()
        };
        let mut operations = BTreeSet::new();
        for (id, shape) in entries(&model["shapes"]) {
            let has = |trait_id: &str| {
                shape["traits"].get(trait_id).is_some()
                    || applied.contains(&(id.clone(), trait_id.to_owned()))
            };
            let kind = shape["type"].as_str().unwrap_or_default();
            let before = &old["shapes"][id];
            let is_new = before.is_null();
            if kind == "operation" {
                operations.insert(name(id).to_owned());
            }
            let has_page = ["operation", "structure", "union", "enum"].contains(&kind);
            let is_enum = shape["traits"].get("smithy.api#enum").is_some();
            if is_new && (has_page || is_enum) && !has(DOCUMENTATION) {
                missing.documentation.push(id.clone());
            }
            if is_new && kind == "operation" {
                if !has(EXAMPLES) {
                    missing.examples.push(id.clone());
                }
                if has(READONLY) && !has(PAGINATED) && !has(WAITABLE) {
                    missing.waiters.push(id.clone());
                }
            }
            if is_new && has(ERROR) && !has(RETRYABLE) && may_be_retried(shape) {
                missing.retries.push(id.clone());
            }
            if !has_page {
                continue;
            }
            for (member, value) in entries(&shape["members"]) {
                let member_id = format!("{id}${member}");
                let is_new = before["members"].get(member).is_none();
                let is_documented = value["traits"].get(DOCUMENTATION).is_some()
                    || applied.contains(&(member_id.clone(), DOCUMENTATION.to_owned()));
                if is_new && !is_documented {
                    missing.documentation.push(member_id);
                }
            }
        }
        if let Some(cases) = cases(root)? {
            missing.cases = operations.difference(&cases).cloned().collect();
            missing.stale_cases = cases.difference(&operations).cloned().collect();
        }
        Ok(missing)
    }

    /// Returns the lists of ids, each with its trait.
    pub(super) fn by_trait(&self) -> [(&'static str, &Ids); 4] {
        [
            (DOCUMENTATION, &self.documentation),
            (EXAMPLES, &self.examples),
            (WAITABLE, &self.waiters),
            (RETRYABLE, &self.retries),
        ]
    }
}

/// Returns the overlays that name, in backticks, a shape that only the old model has.
///
/// Such a name would be shown without a link, so that no diagnostic is about it.
fn stale_texts(overlays: &[File], old: &Value, new: &Value) -> Vec<String> {
    let removed = entries(&old["shapes"]).map(|(id, _)| id);
    let removed = removed.filter(|id| new["shapes"].get(*id).is_none());
    let removed: BTreeSet<_> = removed.map(|id| name(id)).collect();
    let texts = overlays.iter().filter_map(|file| {
        let is_named = |name: &&str| {
            let spans = [format!("`{name}`"), format!("`{name}.")];
            spans.iter().any(|span| file.text.contains(span))
        };
        let names: Vec<_> = removed.iter().copied().filter(is_named).collect();
        (!names.is_empty()).then(|| format!("{}: {}", file.name, names.join(", ")))
    });
    texts.collect()
}

/// Returns `true` if repeating the call may help: the fault is the server's, or a limit was
/// exceeded.
fn may_be_retried(error: &Value) -> bool {
    let traits = &error["traits"];
    traits[ERROR] == "server" || traits[HTTP_ERROR] == 429
}

/// Returns the operations that have a test case; `None` if there is no folder of cases.
fn cases(root: &Path) -> Result<Option<BTreeSet<String>>> {
    let folder = root.join(CASES);
    let mut cases = BTreeSet::new();
    if !folder.exists() {
        return Ok(None);
    }
    let context = || format!("cannot read {CASES}");
    for entry in fs::read_dir(&folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).with_context(context)?;
            let starts = text.split("Case::new(\"").skip(1);
            let names = starts.filter_map(|rest| rest.split('"').next());
            cases.extend(names.map(str::to_owned));
        }
    }
    Ok(Some(cases))
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// Returns an id without its namespace.
pub(super) fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Returns the number of ids by the name of their shape, for lists of members.
pub(super) fn by_shape(ids: &[String]) -> BTreeMap<&str, usize> {
    let mut shapes = BTreeMap::new();
    for id in ids {
        let shape = name(id);
        let shape = shape.split_once('$').map_or(shape, |(shape, _)| shape);
        *shapes.entry(shape).or_default() += 1;
    }
    shapes
}
