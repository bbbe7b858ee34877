//! Finds documentation that `prose.rs` did not remove.

use serde_json::{Map, Value};

use crate::ast::object;
use crate::diagnostics::{Code, Diagnostics, Step};

/// Tags that nearly all AWS documentation contains, and nothing else does.
const TAGS: [&str; 3] = ["<p>", "<p/>", "<code>"];

/// Reports remaining markup, once per shape.
pub(super) fn check(model: &Map<String, Value>, diagnostics: &mut Diagnostics) {
    let mut check_value = |steps: Vec<Step>, value: &Value| {
        if let Some(rest) = find(value) {
            let reason = "documentation remains here; canonical models have none";
            let help = "add its place to `codegen/src/canonical/prose.rs`";
            let steps = steps.into_iter().chain(rest);
            diagnostics.file(Code::Prose, reason, help).below(steps);
        }
    };
    if let Some(metadata) = model.get("metadata") {
        check_value(vec!["metadata".into()], metadata);
    }
    for (id, shape) in object(model.get("shapes")) {
        check_value(vec![Step::Shape(id.clone())], shape);
    }
}

/// Returns the path to the first string with markup.
fn find(value: &Value) -> Option<Vec<Step>> {
    let below = |step: Step, value| {
        let rest = find(value)?;
        Some([step].into_iter().chain(rest).collect())
    };
    match value {
        Value::String(string) => TAGS.iter().any(|tag| string.contains(tag)).then(Vec::new),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .find_map(|(at, value)| below(at.into(), value)),
        Value::Object(object) => object
            .iter()
            .find_map(|(key, value)| below(key.as_str().into(), value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
