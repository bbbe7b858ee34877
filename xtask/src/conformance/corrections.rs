//! Parses the file of corrections.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use codegen::conformance::Correction;
use serde_json::Value;

/// The corrections of each suite, by its file name without `.json`.
pub(super) type Corrections = BTreeMap<String, Vec<Correction>>;

/// Parses the file's text.
///
/// Each group of corrections names its suite and gives a reason.
pub(super) fn parse(text: &str) -> Result<Corrections> {
    let root: Value = serde_json::from_str(text)?;
    let groups = root
        .get("endpointTests")
        .and_then(Value::as_array)
        .context("there is no list `endpointTests`")?;
    let mut corrections = Corrections::new();
    for group in groups {
        let suite = string(group, "suite")?;
        let reason = string(group, "reason")?;
        ensure!(!reason.trim().is_empty(), "{suite}: the `reason` is empty");
        let cases = group
            .get("cases")
            .and_then(Value::as_array)
            .with_context(|| format!("{suite}: there is no list `cases`"))?;
        for case in cases {
            let field = |key: &str| {
                let value = case.get(key).cloned();
                value.with_context(|| format!("{suite}: a case has no `{key}`"))
            };
            corrections
                .entry(suite.clone())
                .or_default()
                .push(Correction {
                    params: field("params")?,
                    old: field("old")?,
                    new: field("new")?,
                });
        }
    }
    Ok(corrections)
}

fn string(group: &Value, key: &str) -> Result<String> {
    let string = group.get(key).and_then(Value::as_str);
    string
        .map(str::to_owned)
        .with_context(|| format!("a group has no string `{key}`"))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn corrections_are_grouped_by_suite() {
        let text = r#"{"endpointTests": [{"suite": "a", "reason": "b",
            "cases": [{"params": {"A": 1}, "old": {"error": "c"}, "new": {"error": "d"}}]}]}"#;
        let corrections = parse(text).unwrap();
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
    fn error_names_the_missing_field() {
        for (text, reason) in [
            ("{}", "there is no list `endpointTests`"),
            (
                r#"{"endpointTests": [{}]}"#,
                "a group has no string `suite`",
            ),
            (
                r#"{"endpointTests": [{"suite": "a"}]}"#,
                "a group has no string `reason`",
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
            assert_eq!(parse(text).unwrap_err().to_string(), reason, "{text}");
        }
    }
}
