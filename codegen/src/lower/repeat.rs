//! The safety of sending a request again, and the note about it in the documentation.

use super::docs;
use crate::ast::{Shape, ids};

/// Returns `true` if sending the request twice has the effect of sending it once.
///
/// An operation that states nothing is not safe.
pub(super) fn is_safe(shape: &Shape, has_idempotency_token: bool) -> bool {
    let traits = &shape.traits;
    match traits.repeat() {
        Some(repeat) => repeat.is_safe,
        None => traits.has(ids::READONLY) || traits.has(ids::IDEMPOTENT) || has_idempotency_token,
    }
}

/// Adds the overlay's reason to an operation's documentation.
pub(super) fn with_note(shape: &Shape, mut lines: Vec<String>) -> Vec<String> {
    if let Some(repeat) = shape.traits.repeat() {
        let safety = if repeat.is_safe { "safe" } else { "not safe" };
        let note = format!("Sending the request again is {safety}: {}", repeat.reason);
        lines.push(String::new());
        lines.extend(docs::unlinked_lines(Some(&note)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::testing::{assert_diagnostic, client};

    #[test]
    fn the_trait_of_the_overlay_takes_precedence_over_those_of_the_model() {
        let own = |safe: bool| {
            format!(r#""restjson1.client#repeat": {{"safe": {safe}, "reason": "it says so."}}"#)
        };
        for (traits, expected) in [
            (String::new(), false),
            (r#""readonly": {}"#.to_owned(), true),
            (r#""idempotent": {}"#.to_owned(), true),
            (format!(r#""readonly": {{}}, {}"#, own(false)), false),
            (own(true), true),
        ] {
            let client = client(&format!(r#"{{"Op": {{"traits": {{{traits}}}}}}}"#));
            assert_eq!(client.operations[0].repeatable, expected, "{traits}");
        }
        let client = client(&format!(r#"{{"Op": {{"traits": {{{}}}}}}}"#, own(false)));
        let docs = &client.operations[0].docs;
        assert_eq!(
            docs.last().map(String::as_str),
            Some("Sending the request again is not safe: it says so.")
        );
    }

    #[test]
    fn an_idempotency_token_makes_an_operation_safe() {
        let client = client(
            r#"{"In": {"members": {"token": {"target": "String",
                "traits": {"idempotencyToken": {}}}}}}"#,
        );
        assert!(client.operations[0].repeatable);
    }

    #[test]
    fn a_fact_without_a_reason_is_an_error() {
        assert_diagnostic(
            r#"{"Op": {"traits": {"restjson1.client#repeat": {"safe": true}}}}"#,
            "E0402",
        );
    }
}
