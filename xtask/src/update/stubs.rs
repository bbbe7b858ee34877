//! Stubs of overlay entries, ready to fill in.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::missing::Missing;

/// The file of stubs. The generator does not read it.
pub(super) const FILE: &str = "model/stubs.json";

/// Returns an overlay with an empty entry for each fact that new items lack; `None` if there are
/// none. Entries of the present file, `known`, are kept.
pub(super) fn stubs(missing: &Missing, known: Option<&str>) -> Result<Option<String>> {
    let mut overlay = match known {
        Some(known) => {
            serde_json::from_str(known).with_context(|| format!("cannot read {FILE}"))?
        }
        None => json!({"smithy": "2.0", "shapes": {}}),
    };
    let shapes = overlay.get_mut("shapes").and_then(Value::as_object_mut);
    let shapes = shapes.with_context(|| format!("{FILE} has no shapes"))?;
    let mut is_empty = true;
    for (trait_id, ids) in missing.by_trait() {
        for id in ids {
            is_empty = false;
            let statement = shapes
                .entry(id.clone())
                .or_insert_with(|| json!({"type": "apply", "traits": {}}));
            if statement["traits"].get(trait_id).is_none() {
                statement["traits"][trait_id] = stub(trait_id);
            }
        }
    }
    shapes.sort_keys();
    let text = serde_json::to_string_pretty(&overlay)?;
    Ok((!is_empty).then_some(text + "\n"))
}

fn stub(trait_id: &str) -> Value {
    match trait_id {
        "smithy.api#examples" => json!([{"title": "", "input": {}, "output": {}}]),
        "smithy.waiters#waitable" => {
            let output = json!({"path": "", "expected": "", "comparator": "stringEquals"});
            let acceptor = json!({"state": "success", "matcher": {"output": output}});
            json!({"": {"acceptors": [acceptor], "minDelay": 2}})
        }
        "smithy.api#retryable" => json!({"throttling": false}),
        _ => "".into(),
    }
}
