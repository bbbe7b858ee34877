//! Protocol tests, and errors in their cases.

use serde_json::{Value, json};

use crate::conformance::ir::{Body, FieldComparison, HttpTests, SkipReason, SkippedCase};
use crate::diagnostics::Diagnostics;
use crate::ir::TypedValue;
use crate::testing::{ast, lowered, model};

const SHAPES: &str = r#"{
    "Service": {"operations": ["Op"]},
    "Op": {"type": "operation", "input": "In", "output": "Out", "errors": ["Bad"],
        "traits": {"http": {"method": "POST", "uri": "/op/{id}"}}},
    "In": {"type": "structure", "members": {
        "id": {"target": "String", "traits": {"required": {}, "httpLabel": {}}},
        "number": "Double", "when": "Timestamp", "part": "Part", "parts": "Parts",
        "kind": "Kind", "bytes": "Blob", "choice": "Choice"}},
    "Out": {"type": "structure", "members": {"number": "Double", "name": "String"}},
    "Part": {"type": "structure", "members": {"part": "Part", "of": "String"}},
    "Parts": {"type": "list", "member": "String", "traits": {"sparse": {}}},
    "Kind": {"type": "enum", "members": {"A": {"target": "Unit", "traits": {"enumValue": "a"}}}},
    "Choice": {"type": "union", "members": {"one": "String", "none": "Unit"}},
    "Bad": {"type": "structure", "members": {"why": "String"}, "traits": {"error": "client"}},
    "Other": {"type": "structure", "traits": {"error": "client"}}
}"#;

/// Lowers the cases of traits (shape, trait name and value) to tests and skipped cases, or returns
/// the reasons of the diagnostics.
fn lower(traits: &[(&str, &str, Value)]) -> Result<(HttpTests, Vec<SkippedCase>), Vec<String>> {
    let mut model = model(SHAPES);
    for (shape, id, value) in traits {
        let shape = &mut model["shapes"][format!("t#{shape}")];
        shape["traits"][format!("smithy.test#{id}")] = value.clone();
    }
    let model = ast(&model.to_string());
    let lowered = lowered(&model).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let mut diagnostics = Diagnostics::default();
    let mut skipped = Vec::new();
    let tests = super::tests(&lowered, &mut skipped, &mut diagnostics);
    diagnostics
        .into_result((tests, skipped))
        .map_err(|diagnostics| {
            let reasons = diagnostics
                .iter()
                .map(|diagnostic| diagnostic.reason.clone());
            reasons.collect()
        })
}

/// Returns a list with a request case; `changes` replaces its members.
fn request(changes: Value) -> Value {
    let mut case = json!({
        "id": "One", "protocol": "aws.protocols#restJson1", "method": "POST", "uri": "/op/a"
    });
    for (key, value) in changes.as_object().expect("an object") {
        case[key] = value.clone();
    }
    json!([case])
}

/// Returns a list with a response case; `changes` replaces its members.
fn response(changes: Value) -> Value {
    let mut cases = request(changes);
    if cases[0].get("code").is_none() {
        cases[0]["code"] = json!(200);
    }
    cases
}

#[test]
fn request_test_has_the_values_of_the_case() {
    let lowered = lower(&[(
        "Op",
        "httpRequestTests",
        request(json!({
            "params": {
                "id": "a", "number": "-Infinity", "when": 1.5, "kind": "a", "bytes": "raw",
                "part": {"part": {"of": "b"}}, "parts": ["x", null], "choice": {"none": {}}
            },
            "queryParams": ["a=b"], "headers": {"A": "b"}, "requireHeaders": ["C"],
            "forbidHeaders": ["D"], "host": "h", "resolvedHost": "r.h",
            "body": "{}", "bodyMediaType": "application/json"
        })),
    )]);
    let (tests, _) = lowered.expect("a test");
    let test = &tests.requests[0];
    assert_eq!(test.info.function, "request_one");
    assert_eq!((&*test.info.module, &*test.info.method), ("op", "op"));
    assert_eq!((&*test.method, &*test.path), ("POST", "/op/a"));
    assert_eq!(test.query, ["a=b"]);
    assert_eq!(test.headers, [("A".to_owned(), "b".to_owned())]);
    assert_eq!(
        (&*test.required_headers, &*test.forbidden_headers),
        (&["C".to_owned()][..], &["D".to_owned()][..])
    );
    assert_eq!(
        (test.host.as_deref(), test.resolved_host.as_deref()),
        (Some("h"), Some("r.h"))
    );
    assert_eq!(test.body, Some(Body::Json("{}".to_owned())));
    let values = format!("{:?}", test.input);
    for part in [
        "Float(F64, -inf)",
        "Timestamp(1, 500000000)",
        "Enum { ty: \"Kind\", wire: \"a\", variant: Some(\"A\") }",
        "Blob([114, 97, 119])",
        "Boxed(Structure { ty: \"Part\"",
        "[String(\"x\"), Null], sparse: true",
        "Variant { ty: \"Choice\", variant: \"None\", value: None }",
    ] {
        assert!(values.contains(part), "no {part} in {values}");
    }
}

#[test]
fn response_test_sets_labels_and_compares_all_fields() {
    let number = json!({"params": {"number": "NaN"}, "body": "{\"number\": \"NaN\"}"});
    let lowered = lower(&[("Op", "httpResponseTests", response(number))]);
    let (tests, _) = lowered.expect("a test");
    let test = &tests.responses[0];
    assert_eq!(test.info.function, "response_one");
    assert_eq!(
        (test.status, &*test.ty, &test.error),
        (200, "OpOutput", &None)
    );
    let [call] = &test.input[..] else {
        panic!("{:?}", test.input);
    };
    assert_eq!(call.field, "id");
    assert!(matches!(call.value, TypedValue::String(_)));
    let fields: Vec<_> = test
        .fields
        .iter()
        .map(|field| (&*field.name, field.comparison))
        .collect();
    assert_eq!(
        fields,
        [
            ("number", FieldComparison::Debug),
            ("name", FieldComparison::Equality)
        ]
    );
}

#[test]
fn error_is_tested_with_an_operation_that_declares_it() {
    let case = json!({"code": 400, "params": {"why": "so"}});
    let lowered = lower(&[
        ("Bad", "httpResponseTests", response(case.clone())),
        ("Other", "httpResponseTests", response(case)),
    ]);
    let (tests, skipped) = lowered.expect("a test");
    let error = ("OpError".to_owned(), "Bad".to_owned());
    assert_eq!(tests.responses[0].error, Some(error));
    assert_eq!(tests.responses[0].ty, "Bad");
    assert_eq!(skipped[0].reason, SkipReason::NotInClient);
}

#[test]
fn cases_for_servers_and_other_protocols_are_skipped() {
    let server = request(json!({"appliesTo": "server"}));
    let other_protocol = response(json!({"protocol": "aws.protocols#awsJson1_1"}));
    let lowered = lower(&[
        ("Op", "httpRequestTests", server),
        ("Op", "httpResponseTests", other_protocol),
    ]);
    let (tests, skipped) = lowered.expect("skipped cases");
    assert!(tests.requests.is_empty() && tests.responses.is_empty());
    let reasons: Vec<_> = skipped.iter().map(|case| case.reason).collect();
    assert_eq!(reasons, [SkipReason::Server, SkipReason::Protocol]);
}

#[test]
fn cases_of_event_streams_are_skipped() {
    let cases = json!([{"id": "A", "protocol": "aws.protocols#restJson1", "events": []}]);
    for shape in ["Op", "Other"] {
        let lowered = lower(&[(shape, "eventStreamTests", cases.clone())]);
        let (_, skipped) = lowered.expect("a skipped case");
        assert_eq!(skipped.len(), 1, "{shape}");
        assert_eq!(skipped[0].reason, SkipReason::EventStream);
    }
}

#[test]
fn cases_with_equal_ids_have_different_functions() {
    let mut cases = request(json!({"params": {"id": "a"}}));
    let first = cases[0].clone();
    cases.as_array_mut().expect("a list").push(first);
    let (tests, _) = lower(&[("Op", "httpRequestTests", cases)]).expect("tests");
    let functions: Vec<_> = tests
        .requests
        .iter()
        .map(|test| &*test.info.function)
        .collect();
    assert_eq!(functions, ["request_one", "request_one_2"]);
}

#[test]
fn invalid_case_is_an_error() {
    for (change, reason) in [
        (
            json!({"uri": 1}),
            "`uri` of the case One: it is not a string",
        ),
        (
            json!({"params": []}),
            "`params` of the case One: it is not an object",
        ),
        (
            json!({"params": {"x": 1}}),
            "`params` of the case One: there is no member `x`",
        ),
        (
            json!({"params": {"number": "1"}}),
            "`params` of the case One: number: \"1\" is not of the type F64",
        ),
        (
            json!({"params": {"part": {"part": {"of": 1}}}}),
            "`params` of the case One: part: part: of: 1 is not a string",
        ),
        (
            json!({"params": {"choice": {"two": 1}}}),
            "`params` of the case One: choice: `Choice` has no variant `two`",
        ),
        (
            json!({"params": {"choice": {}}}),
            "`params` of the case One: choice: it is not an object with one member",
        ),
        (
            json!({"headers": ["A"]}),
            "`headers` of the case One: it is not an object of strings",
        ),
        (
            json!({"queryParams": [1]}),
            "`queryParams` of the case One: it is not a list of strings",
        ),
        (json!({"id": null}), "a case has no id"),
    ] {
        let lowered = lower(&[("Op", "httpRequestTests", request(change))]);
        assert_eq!(lowered.expect_err("a diagnostic"), [reason]);
    }
    let lowered = lower(&[("Op", "httpResponseTests", response(json!({"code": 70_000})))]);
    assert_eq!(
        lowered.expect_err("a diagnostic"),
        ["`code` of the case One: it is not an HTTP status code"]
    );
    let lowered = lower(&[("Op", "httpRequestTests", json!({}))]);
    assert_eq!(
        lowered.expect_err("a diagnostic"),
        ["the trait is not a list"]
    );
}
