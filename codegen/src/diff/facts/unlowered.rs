//! Parts of traits that the IR does not contain, although it contains the rest.

use serde_json::Value;

use crate::ast::ids;
use crate::diff::Rule;
use crate::diff::differ::code;

/// Returns the change of a part of a trait that the IR does not contain.
pub(super) fn unlowered(
    id: &str,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Option<(Rule, String)> {
    match id {
        ids::HTTP => {
            let status = |value: Option<&Value>| value?.get("code")?.as_i64();
            let (before, after) = (status(before), status(after));
            // The default of Smithy.
            let after = after.unwrap_or(200);
            (before.unwrap_or(200) != after).then(|| {
                let change = format!("has the status {} for success", code(after.to_string()));
                (Rule::OperationStatus, change)
            })
        }
        ids::AWS_SERVICE => {
            let rest = |value: Option<&Value>| {
                let mut rest = value?.as_object()?.clone();
                rest.shift_remove("sdkId");
                Some(rest)
            };
            let old = rest(before).unwrap_or_default();
            let new = rest(after).unwrap_or_default();
            let changed = new
                .iter()
                .filter(|(key, value)| old.get(*key) != Some(*value));
            let changed = changed
                .map(|(key, value)| format!("has {} {}", code(key), code(value.to_string())));
            let removed = old.keys().filter(|key| !new.contains_key(*key));
            let removed = removed.map(|key| format!("no longer has {}", code(key)));
            let mut changes: Vec<_> = changed.chain(removed).collect();
            changes.sort();
            (!changes.is_empty()).then(|| (Rule::ServiceFact, changes.join(", ")))
        }
        _ => None,
    }
}
