//! A last look for prose that the removal did not know of.

use serde_json::{Map, Value};

use crate::ast::object;
use crate::diagnostics::{Code, Diagnostics, Step};

/// The tags that AWS documentation can hardly do without, and facts have no use for.
const TAGS: [&str; 3] = ["<p>", "<p/>", "<code>"];

/// Reports markup that remains, once a shape.
pub(super) fn refuse(model: &Map<String, Value>, diagnostics: &mut Diagnostics) {
    let mut check = |steps: Vec<Step>, value: &Value| {
        if let Some(rest) = find(value) {
            let reason = "documentation remains here, of which the facts are to be free";
            let help = "teach `codegen/src/facts/prose.rs` to remove it";
            let steps = steps.into_iter().chain(rest);
            diagnostics.file(Code::Prose, reason, help).below(steps);
        }
    };
    if let Some(metadata) = model.get("metadata") {
        check(vec!["metadata".into()], metadata);
    }
    for (id, shape) in object(model.get("shapes")) {
        check(vec![Step::Shape(id.clone())], shape);
    }
}

/// The way to the first string with markup.
fn find(value: &Value) -> Option<Vec<Step>> {
    let below = |step: Step, value| {
        let rest = find(value)?;
        Some([step].into_iter().chain(rest).collect())
    };
    match value {
        Value::String(text) => TAGS.iter().any(|tag| text.contains(tag)).then(Vec::new),
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
