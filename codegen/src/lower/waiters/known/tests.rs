use crate::diagnostics::Diagnostics;
use crate::testing::{assert_diagnostic, ast, client, client_with_warning, lowered, model, source};

const SHAPES: &str = r#"{
    "Op": {"errors": ["Gone"]},
    "Gone": {"type": "structure", "traits": {"error": "client"}},
    "Out": {"members": {"state": "State", "states": "States", "name": "String"}},
    "States": {"type": "list", "member": "State"},
    "State": {"type": "enum", "members": {"ACTIVE": "Unit", "IDLE": "Unit"}}
}"#;

/// Returns the diagnostics about an overlay's waiter with this matcher, each with its suggestion.
fn diagnostics(matcher: &str) -> Vec<String> {
    let mut model = ast(&model(SHAPES).to_string());
    let overlay = format!(
        r#"{{"smithy": "2.0", "shapes": {{"t#Op": {{"type": "apply", "traits": {{
            "smithy.waiters#waitable": {{"Ready": {{"acceptors": [
                {{"state": "success", "matcher": {matcher}}}]}}}}}}}}}}}}"#
    );
    let mut diagnostics = Diagnostics::default();
    crate::ast::apply(Some(&mut model), 0, source(&overlay), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let diagnostics = match lowered(&model) {
        Ok(lowered) => lowered.warnings,
        Err(diagnostics) => diagnostics,
    };
    let lines = diagnostics.iter().map(|diagnostic| {
        let nearest = diagnostic.nearest.as_deref().unwrap_or("-");
        let (code, severity) = (diagnostic.code.as_str(), diagnostic.severity);
        format!("{severity:?} {code} {}: {nearest}", diagnostic.reason)
    });
    lines.collect()
}

fn output(path: &str, comparator: &str, expected: &str) -> String {
    format!(
        r#"{{"output": {{"path": "{path}", "comparator": "{comparator}", "expected": "{expected}"}}}}"#
    )
}

#[test]
fn known_names_have_no_diagnostic() {
    for matcher in [
        r#"{"errorType": "Gone"}"#,
        r#"{"errorType": "t#Gone"}"#,
        &output("state", "stringEquals", "ACTIVE"),
        &output("states", "anyStringEquals", "IDLE"),
        &output("states", "allStringEquals", "IDLE"),
        &output("name", "stringEquals", "anything"),
        &output(
            "!(state == 'ACTIVE' || name == 'x')",
            "booleanEquals",
            "true",
        ),
    ] {
        assert_eq!(diagnostics(matcher), [""; 0], "{matcher}");
    }
}

#[test]
fn unknown_names_in_an_overlay_are_errors() {
    for (matcher, expected) in [
        (
            r#"{"errorType": "Gonne"}"#,
            "Error E0432 the operation has no error `Gonne`: Gone",
        ),
        (
            &output("state", "stringEquals", "ACTIV"),
            "Error E0432 `State` has no value `ACTIV`: ACTIVE",
        ),
        (
            &output("states", "anyStringEquals", "IDEL"),
            "Error E0432 `State` has no value `IDEL`: IDLE",
        ),
        (
            &output("states", "allStringEquals", "IDLES"),
            "Error E0432 `State` has no value `IDLES`: IDLE",
        ),
        (
            &output("name == 'x' && 'ID' != state", "booleanEquals", "true"),
            "Error E0432 `State` has no value `ID`: -",
        ),
        (
            &output("!(state == 'IDLE_')", "booleanEquals", "true"),
            "Error E0432 `State` has no value `IDLE_`: IDLE",
        ),
        (
            &output("stat", "stringEquals", "ACTIVE"),
            "Error E0422 `OpOutput` has no member `stat`: state",
        ),
    ] {
        assert_eq!(diagnostics(matcher), [expected], "{matcher}");
    }
}

#[test]
fn a_published_model_may_name_errors_that_it_does_not_declare() {
    let waiter = r#"{"acceptors": [{"state": "success", "matcher": {"errorType": "Other"}}]}"#;
    let shapes =
        format!(r#"{{"Op": {{"traits": {{"smithy.waiters#waitable": {{"Ready": {waiter}}}}}}}}}"#);
    assert_eq!(client(&shapes).operations[0].waiters.len(), 1);
}

#[test]
fn successes_of_an_unknown_waiter_are_an_error() {
    let shapes = |waiters: &str, successes: &str| {
        format!(
            r#"{{"Op": {{"traits": {{{waiters}
                "restjson1.client#waiterSuccesses": {{"{successes}": 2}}}}}}}}"#
        )
    };
    let ready = r#""smithy.waiters#waitable": {"Ready": {"acceptors": [
        {"state": "success", "matcher": {"success": true}}]}},"#;
    let error = "E0432 t#Op: the operation has no waiter `Raedy`";
    assert_diagnostic(&shapes(ready, "Raedy"), error);
    assert_diagnostic(&shapes("", "Raedy"), error);
    let malformed = shapes(r#""smithy.waiters#waitable": [],"#, "Ready");
    client_with_warning(
        &malformed,
        "E0402 t#Op: the trait's value has the wrong form",
    );
    let client = client(&shapes(ready, "Ready"));
    assert_eq!(client.operations[0].waiters[0].successes, 2);
}
