//! What callers of an operation must know beside its text: the quota, and if it can be repeated.

use crate::ast::{Model, Shape, ids};

/// Returns sentences about the calls of an operation; empty if nothing is known.
///
/// `token` is the setter of the idempotency token, if the input has one.
pub(in crate::lower) fn calls(model: &Model, operation: &Shape, token: Option<&str>) -> String {
    let rates = model.facts.call_rates.get(&operation.id);
    let rates = rates.into_iter().flatten();
    let rates = rates.map(|rate| {
        let plural = if rate.calls == 1 { "" } else { "s" };
        format!("{} call{plural} per second and {}", rate.calls, rate.per)
    });
    let rates: Vec<_> = rates.collect();
    let quota = (!rates.is_empty()).then(|| format!("Quota: {}.", rates.join(", ")));
    let is_safe = [ids::READONLY, ids::IDEMPOTENT]
        .iter()
        .any(|id| operation.traits.has(id));
    let repeat = match (is_safe, token) {
        (true, _) => Some("Safe to repeat.".to_owned()),
        (false, Some(token)) => Some(format!("Safe to repeat with the same `{token}`.")),
        (false, None) => None,
    };
    let sentences = [quota, repeat].into_iter().flatten();
    sentences.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::testing::{ast, lowered, model, source};

    #[test]
    fn quota_and_safety_to_repeat_are_documented() {
        for (shapes, rates, expected) in [
            ("{}", "{}", &["Calls `Op`."][..]),
            (
                r#"{"Op": {"traits": {"readonly": {}}}}"#,
                r#"{"t#Op": {"account": 1}}"#,
                &[
                    "Calls `Op`.",
                    "",
                    "Quota: 1 call per second and account. Safe to repeat.",
                ],
            ),
            (
                r#"{"Op": {"traits": {"idempotent": {}, "documentation": "It."}},
                    "In": {"members": {"type": {"target": "String",
                        "traits": {"idempotencyToken": {}}}}}}"#,
                r#"{"t#Op": {"account": 5, "bed": 2}}"#,
                &[
                    "It.",
                    "",
                    "Quota: 5 calls per second and account, 2 calls per second and bed. Safe to repeat.",
                ],
            ),
            (
                r#"{"In": {"members": {"type": {"target": "String",
                    "traits": {"idempotencyToken": {}}}}}}"#,
                "{}",
                &["Calls `Op`.", "", "Safe to repeat with the same `type`."],
            ),
        ] {
            let mut model = ast(&model(shapes).to_string());
            let overlay = format!(r#"{{"metadata": {{"callRates": {rates}}}}}"#);
            let mut diagnostics = Diagnostics::default();
            crate::ast::apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
            assert!(diagnostics.is_empty(), "{diagnostics}");
            let Ok(lowered) = lowered(&model) else {
                panic!("an error");
            };
            assert_eq!(lowered.client.operations[0].docs, expected);
        }
    }
}
