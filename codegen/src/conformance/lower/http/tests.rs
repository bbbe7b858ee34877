//! Cases, and what is wrong with them.

use serde_json::{Value, json};

use crate::conformance::ir::{Body, ComparedBy, Given, HttpTests, LeftOutReason};
use crate::diagnostics::Diagnostics;
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

/// What is made of cases, or what is wrong with them, a line each.
fn cases(on: &[(&str, &str, Value)]) -> Result<HttpTests, Vec<String>> {
    let mut model = model(SHAPES);
    for (shape, id, value) in on {
        let shape = &mut model["shapes"][format!("t#{shape}")];
        shape["traits"][format!("smithy.test#{id}")] = value.clone();
    }
    let model = ast(&model.to_string());
    let lowered = lowered(&model).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let mut diagnostics = Diagnostics::default();
    let cases = super::tests(&lowered, &mut diagnostics);
    diagnostics.into_result(cases).map_err(|diagnostics| {
        let reasons = diagnostics.iter().map(|one| one.reason.clone());
        reasons.collect()
    })
}

fn request(case: Value) -> Value {
    let mut whole = json!({
        "id": "One", "protocol": "aws.protocols#restJson1", "method": "POST", "uri": "/op/a"
    });
    for (key, value) in case.as_object().expect("an object") {
        whole[key] = value.clone();
    }
    json!([whole])
}

fn response(case: Value) -> Value {
    let mut whole = request(case);
    if whole[0].get("code").is_none() {
        whole[0]["code"] = json!(200);
    }
    whole
}

#[test]
fn a_request_is_what_the_case_says() {
    let cases = cases(&[(
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
    let case = &cases.expect("a case").requests[0];
    assert_eq!(case.of.function, "request_one");
    assert_eq!((&*case.of.module, &*case.of.method), ("op", "op"));
    assert_eq!((&*case.method, &*case.path), ("POST", "/op/a"));
    assert_eq!(case.query, ["a=b"]);
    assert_eq!(case.headers, [("A".to_owned(), "b".to_owned())]);
    assert_eq!(
        (&*case.required_headers, &*case.forbidden_headers),
        (&["C".to_owned()][..], &["D".to_owned()][..])
    );
    assert_eq!(
        (case.host.as_deref(), case.resolved_host.as_deref()),
        (Some("h"), Some("r.h"))
    );
    assert_eq!(case.body, Some(Body::Json("{}".to_owned())));
    let values = format!("{:?}", case.input);
    for part in [
        "Float(F64, -inf)",
        "Timestamp(1, 500000000)",
        "Enum(\"Kind\", \"a\")",
        "Blob([114, 97, 119])",
        "Boxed(Structure { ty: \"Part\"",
        "[String(\"x\"), Null], sparse: true",
        "Variant { ty: \"Choice\", variant: \"None\", value: None }",
    ] {
        assert!(values.contains(part), "no {part} in {values}");
    }
}

#[test]
fn an_answer_is_asked_for_with_labels_and_compared_whole() {
    let number = json!({"params": {"number": "NaN"}, "body": "{\"number\": \"NaN\"}"});
    let cases = cases(&[("Op", "httpResponseTests", response(number))]);
    let case = &cases.expect("a case").responses[0];
    assert_eq!(case.of.function, "response_one");
    assert_eq!(
        (case.code, &*case.ty, &case.error),
        (200, "OpOutput", &None)
    );
    assert!(
        matches!(&case.input[..], [set] if set.field == "id" && matches!(set.value, Given::String(_)))
    );
    let fields: Vec<_> = case
        .fields
        .iter()
        .map(|field| (&*field.name, field.by))
        .collect();
    assert_eq!(
        fields,
        [
            ("number", ComparedBy::Printed),
            ("name", ComparedBy::Equality)
        ]
    );
}

#[test]
fn an_error_is_answered_to_an_operation_that_declares_it() {
    let case = json!({"code": 400, "params": {"why": "so"}});
    let cases = cases(&[
        ("Bad", "httpResponseTests", response(case.clone())),
        ("Other", "httpResponseTests", response(case)),
    ]);
    let cases = cases.expect("a case");
    let error = ("OpError".to_owned(), "Bad".to_owned());
    assert_eq!(cases.responses[0].error, Some(error));
    assert_eq!(cases.responses[0].ty, "Bad");
    assert_eq!(cases.left_out[0].reason, LeftOutReason::Unused);
}

#[test]
fn what_is_not_the_clients_is_left_out() {
    let server = request(json!({"appliesTo": "server"}));
    let other = response(json!({"protocol": "aws.protocols#awsJson1_1"}));
    let cases = cases(&[
        ("Op", "httpRequestTests", server),
        ("Op", "httpResponseTests", other),
    ]);
    let cases = cases.expect("cases");
    assert!(cases.requests.is_empty() && cases.responses.is_empty());
    let reasons: Vec<_> = cases.left_out.iter().map(|one| one.reason).collect();
    assert_eq!(reasons, [LeftOutReason::Server, LeftOutReason::Protocol]);
}

#[test]
fn cases_of_event_streams_are_counted_apart() {
    let stream = json!([{"id": "A", "protocol": "aws.protocols#restJson1", "events": []}]);
    for shape in ["Op", "Other"] {
        let cases = cases(&[(shape, "eventStreamTests", stream.clone())]).expect("a case");
        assert_eq!(cases.left_out.len(), 1, "{shape}");
        assert_eq!(cases.left_out[0].reason, LeftOutReason::EventStream);
    }
}

#[test]
fn two_cases_of_one_id_have_two_functions() {
    let mut twice = request(json!({"params": {"id": "a"}}));
    let first = twice[0].clone();
    twice.as_array_mut().expect("a list").push(first);
    let cases = cases(&[("Op", "httpRequestTests", twice)]).expect("cases");
    let functions: Vec<_> = cases
        .requests
        .iter()
        .map(|case| &*case.of.function)
        .collect();
    assert_eq!(functions, ["request_one", "request_one_2"]);
}

#[test]
fn what_does_not_fit_is_said() {
    for (change, reason) in [
        (json!({"uri": 1}), "`uri` of the case One: there is no text"),
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
            "`params` of the case One: part: part: of: 1 is not a text",
        ),
        (
            json!({"params": {"choice": {"two": 1}}}),
            "`params` of the case One: choice: `Choice` has no variant `two`",
        ),
        (
            json!({"params": {"choice": {}}}),
            "`params` of the case One: choice: it is not an object of one member",
        ),
        (
            json!({"headers": ["A"]}),
            "`headers` of the case One: it is not an object of texts",
        ),
        (
            json!({"queryParams": [1]}),
            "`queryParams` of the case One: it is not a list of texts",
        ),
        (json!({"id": null}), "a case has no id"),
    ] {
        let diagnostics = cases(&[("Op", "httpRequestTests", request(change))]);
        assert_eq!(diagnostics.expect_err("a diagnostic"), [reason]);
    }
    let diagnostics = cases(&[("Op", "httpResponseTests", response(json!({"code": 70_000})))]);
    assert_eq!(
        diagnostics.expect_err("a diagnostic"),
        ["`code` of the case One: it is not an HTTP status"]
    );
    let diagnostics = cases(&[("Op", "httpRequestTests", json!({}))]);
    assert_eq!(
        diagnostics.expect_err("a diagnostic"),
        ["the trait is not a list"]
    );
}
