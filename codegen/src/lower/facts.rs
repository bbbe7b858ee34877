//! Facts about errors: their kinds, and hints.

use serde_json::Value;

use super::context::Context;
use super::docs;
use crate::ast::{Shape, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{ErrorFacts, ErrorHint, ErrorKind};
use crate::printable::line;

/// The kinds of errors of the runtime: `restjson1_runtime::explain::StandardKind`.
const STANDARD_KINDS: [&str; 13] = [
    "AccessDenied",
    "Conflict",
    "Connection",
    "Construction",
    "Credentials",
    "MalformedResponse",
    "NotFound",
    "Other",
    "QuotaExceeded",
    "ServiceUnavailable",
    "Throttled",
    "Timeout",
    "Validation",
];

/// Returns the facts about errors. Hints of operations come before those of the service.
pub(super) fn error_facts(context: &Context<'_>, diagnostics: &mut Diagnostics) -> ErrorFacts {
    let closure = context.types.closure;
    let mut facts = ErrorFacts::default();
    for shape in closure.errors.values() {
        let kind = error_kind(shape, &mut facts, diagnostics);
        facts.codes.push((shape.id.name().to_owned(), kind));
    }
    for shapes in &closure.operations {
        let operation = shapes.shape.id.name().to_owned();
        facts.hints.extend(hints(shapes.shape, Some(operation)));
    }
    facts.hints.sort();
    facts.hints.extend(hints(closure.service, None));
    facts.codes.sort();
    facts.kinds.sort();
    facts.kinds.dedup_by(|a, b| a.name == b.name);
    facts
}

/// Returns the name of an error's kind: the one that the trait states, or the one of its status.
fn error_kind(shape: &Shape, facts: &mut ErrorFacts, diagnostics: &mut Diagnostics) -> String {
    let Some(stated) = shape.traits.error_kind() else {
        return kind_of_status(shape).to_owned();
    };
    if STANDARD_KINDS.contains(&stated.kind) {
        return stated.kind.to_owned();
    }
    let mut letters = stated.kind.chars();
    let is_name = letters
        .next()
        .is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_alphanumeric())
        && stated.kind != "Self";
    if !is_name || stated.documentation.is_none() {
        let reason = format!("`{}` is not a kind of errors", stated.kind);
        let help = format!(
            "use one of {}, or a name like `ResourceLocked` with a `documentation`",
            STANDARD_KINDS.join(", ")
        );
        diagnostics.shape_trait(Code::TraitValue, &shape.id, ids::ERROR_KIND, reason, help);
        return kind_of_status(shape).to_owned();
    }
    facts.kinds.push(ErrorKind {
        name: stated.kind.to_owned(),
        docs: docs::unlinked_lines(stated.documentation),
    });
    stated.kind.to_owned()
}

/// Returns the kind of the errors that have the shape's HTTP status.
fn kind_of_status(shape: &Shape) -> &'static str {
    let status = shape.traits.get(ids::HTTP_ERROR).and_then(Value::as_u64);
    let is_server = shape.traits.get(ids::ERROR).and_then(Value::as_str) == Some("server");
    match status.unwrap_or(if is_server { 500 } else { 400 }) {
        400 | 422 => "Validation",
        401 => "Credentials",
        403 => "AccessDenied",
        404 | 410 => "NotFound",
        408 => "Timeout",
        409 => "Conflict",
        429 => "Throttled",
        500.. => "ServiceUnavailable",
        _ => "Other",
    }
}

fn hints(shape: &Shape, operation: Option<String>) -> Vec<ErrorHint> {
    let hints = shape.traits.error_hints().map(|(error, text)| ErrorHint {
        operation: operation.clone(),
        error: error.to_owned(),
        text: line(text),
    });
    hints.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{assert_diagnostic, client};

    #[test]
    fn kinds_come_from_the_trait_or_the_status() {
        let client = client(
            r#"{
            "Service": {"traits": {"restjson1.client#errorHints": {
                "Connection": "Check\nthe region."}}},
            "Op": {"errors": ["Gone", "Locked", "Broken", "Many"],
                "traits": {"restjson1.client#errorHints": {"Locked": "Unlock it."}}},
            "Gone": {"type": "structure", "traits": {"error": "client",
                "smithy.api#httpError": 410}},
            "Locked": {"type": "structure", "traits": {"error": "client",
                "restjson1.client#errorKind": {"kind": "Locked", "documentation": "It is locked."}}},
            "Many": {"type": "structure", "traits": {"error": "client",
                "restjson1.client#errorKind": {"kind": "QuotaExceeded"}}},
            "Broken": {"type": "structure", "traits": {"error": "server"}}
        }"#,
        );
        let facts = &client.error_facts;
        let codes: Vec<_> = facts
            .codes
            .iter()
            .map(|(code, kind)| (&**code, &**kind))
            .collect();
        assert_eq!(
            codes,
            [
                ("Broken", "ServiceUnavailable"),
                ("Gone", "NotFound"),
                ("Locked", "Locked"),
                ("Many", "QuotaExceeded")
            ]
        );
        assert_eq!(facts.kinds[0].docs, ["It is locked."]);
        let hints: Vec<_> = facts
            .hints
            .iter()
            .map(|hint| (hint.operation.as_deref(), &*hint.error, &*hint.text))
            .collect();
        assert_eq!(
            hints,
            [
                (Some("Op"), "Locked", "Unlock it."),
                (None, "Connection", "Check the region.")
            ]
        );
    }

    #[test]
    fn an_unknown_kind_without_documentation_is_an_error() {
        assert_diagnostic(
            r#"{"Op": {"errors": ["Locked"]}, "Locked": {"type": "structure", "traits": {
                "error": "client", "restjson1.client#errorKind": {"kind": "Locked"}}}}"#,
            "E0402 t#Locked: `Locked` is not a kind of errors",
        );
    }
}
