//! The facts about calls of an operation that its text lacks: the quota.

use crate::ast::{Model, Shape};

/// Returns a sentence about the calls of an operation, if anything is known.
pub(in crate::lower) fn calls(model: &Model, operation: &Shape) -> Option<String> {
    let rates = model.facts.call_rates.get(&operation.id)?;
    let rates = rates.iter().map(|rate| {
        let plural = if rate.calls == 1 { "" } else { "s" };
        format!("{} call{plural} per second and {}", rate.calls, rate.per)
    });
    let rates: Vec<_> = rates.collect();
    Some(format!("Quota: {}.", rates.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::testing::{ast, lowered, model, source};

    #[test]
    fn quotas_are_documented() {
        for (shapes, rates, expected) in [
            ("{}", "{}", &["Calls `Op`."][..]),
            (
                "{}",
                r#"{"t#Op": {"account": 1}}"#,
                &["Calls `Op`.", "", "Quota: 1 call per second and account."],
            ),
            (
                r#"{"Op": {"traits": {"documentation": "It."}}}"#,
                r#"{"t#Op": {"account": 5, "bed": 2}}"#,
                &[
                    "It.",
                    "",
                    "Quota: 5 calls per second and account, 2 calls per second and bed.",
                ],
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
