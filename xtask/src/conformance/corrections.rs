//! The file of corrections.

use anyhow::{Context, Result, ensure};
use codegen::conformance::Correction;
use serde_json::Value;
use std::collections::BTreeMap;

/// The corrections of each suite, by its file's name without `.json`.
pub(super) type Corrections = BTreeMap<String, Vec<Correction>>;

/// Reads the file. Each group of corrections says of which suite they are, and why they are right.
pub(super) fn read(text: &str) -> Result<Corrections> {
    let root: Value = serde_json::from_str(text)?;
    let groups = root.get("endpointTests").and_then(Value::as_array);
    let groups = groups.context("there is no list `endpointTests`")?;
    let mut corrections = Corrections::new();
    for group in groups {
        let suite = text_of(group, "suite")?;
        let reason = text_of(group, "reason")?;
        ensure!(!reason.trim().is_empty(), "{suite}: the `reason` is empty");
        let cases = group.get("cases").and_then(Value::as_array);
        let cases = cases.with_context(|| format!("{suite}: there is no list `cases`"))?;
        for case in cases {
            let part = |key: &str| {
                let value = case.get(key).cloned();
                value.with_context(|| format!("{suite}: a case has no `{key}`"))
            };
            corrections
                .entry(suite.clone())
                .or_default()
                .push(Correction {
                    params: part("params")?,
                    old: part("old")?,
                    new: part("new")?,
                });
        }
    }
    Ok(corrections)
}

fn text_of(group: &Value, key: &str) -> Result<String> {
    let text = group.get(key).and_then(Value::as_str);
    let text = text.with_context(|| format!("a group has no text `{key}`"))?;
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn corrections_are_by_suite() {
        let text = r#"{"endpointTests": [{"suite": "a", "reason": "b",
            "cases": [{"params": {"A": 1}, "old": {"error": "c"}, "new": {"error": "d"}}]}]}"#;
        let corrections = read(text).unwrap();
        let [only] = &*corrections["a"] else {
            panic!("{corrections:?}");
        };
        assert_eq!(only.params["A"], 1);
        assert_eq!(
            (&only.old["error"], &only.new["error"]),
            (&"c".into(), &"d".into())
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        for (text, reason) in [
            ("{}", "there is no list `endpointTests`"),
            (r#"{"endpointTests": [{}]}"#, "a group has no text `suite`"),
            (
                r#"{"endpointTests": [{"suite": "a"}]}"#,
                "a group has no text `reason`",
            ),
            (
                r#"{"endpointTests": [{"suite": "a", "reason": " ", "cases": []}]}"#,
                "a: the `reason` is empty",
            ),
            (
                r#"{"endpointTests": [{"suite": "a", "reason": "b"}]}"#,
                "a: there is no list `cases`",
            ),
            (
                r#"{"endpointTests": [{"suite": "a", "reason": "b", "cases": [{}]}]}"#,
                "a: a case has no `params`",
            ),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), reason, "{text}");
        }
    }
}
