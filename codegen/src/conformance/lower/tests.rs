use serde_json::{Value, json};

use super::{Correction, conformance};
use crate::conformance::ir::{Conformance, ExpectedEndpoint};
use crate::diagnostics::Diagnostics;
use crate::ir::ParameterValue;
use crate::testing::{ast, lowered, model};

fn read(cases: &Value, corrections: &[Correction]) -> Result<Conformance, Diagnostics> {
    let tests = json!({"testCases": cases});
    let shapes =
        format!(r#"{{"Service": {{"traits": {{"smithy.rules#endpointTests": {tests}}}}}}}"#);
    let model = ast(&model(&shapes).to_string());
    let lowered = lowered(&model).expect("a model");
    conformance(&lowered, "model.json", corrections)
}

fn reasons(cases: &Value, corrections: &[Correction]) -> Vec<String> {
    let diagnostics = read(cases, corrections).expect_err("diagnostics");
    let reasons = diagnostics
        .iter()
        .map(|diagnostic| format!("{} {}", diagnostic.code.as_str(), diagnostic.reason));
    reasons.collect()
}

#[test]
fn case_has_parameters_and_an_expectation() {
    let cases = json!([
        {"documentation": "One\n  line", "params": {"Region": "us-a-1", "UseFIPS": true},
            "expect": {"endpoint": {"url": "https://a", "headers": {"x": ["y"]}, "properties": {
                "authSchemes": [{"name": "sigv4", "signingName": "a"}], "deep": {"a": [1]}}}}},
        {"expect": {"error": "none"}, "operationInputs": [{"operationName": "Op"}]}
    ]);
    let tests = read(&cases, &[]).expect("tests").endpoints;
    let [first, second] = &*tests else {
        panic!("{tests:#?}");
    };
    assert_eq!(
        (&*first.function, &*first.title),
        ("endpoint_001", "One line")
    );
    let params: Vec<_> = first
        .params
        .iter()
        .map(|(name, value)| (&*name.rust, value.clone()))
        .collect();
    let expected = [
        ("region", ParameterValue::String("us-a-1".to_owned())),
        ("use_fips", ParameterValue::Boolean(true)),
    ];
    assert_eq!(params, expected);
    let ExpectedEndpoint::Endpoint(parts) = &first.expected else {
        panic!("{first:#?}");
    };
    assert_eq!((parts.headers.len(), parts.properties.len()), (1, 1));
    assert_eq!(
        (&*parts.auth_schemes[0].0, parts.auth_schemes[0].1.len()),
        ("sigv4", 1)
    );
    assert!(matches!(&second.expected, ExpectedEndpoint::Error(message) if message == "none"));
    assert!(second.params.is_empty() && !second.corrected);
    assert_eq!(second.title, "{}");
}

#[test]
fn invalid_case_is_an_error() {
    for (case, reason) in [
        (json!({}), "E0721 the test has no valid expectation"),
        (
            json!({"expect": {"endpoint": {}}}),
            "E0721 the test has no valid expectation",
        ),
        (
            json!({"params": 1, "expect": {"error": "e"}}),
            "E0721 `params` is not an object",
        ),
        (
            json!({"params": {"Gone": 1}, "expect": {"error": "e"}}),
            "E0721 `Gone` is not a parameter of the endpoint rules",
        ),
        (
            json!({"params": {"Region": 1}, "expect": {"error": "e"}}),
            "E0721 `1` is not a value of `Region`",
        ),
    ] {
        assert_eq!(reasons(&json!([case]), &[]), [reason]);
    }
    assert_eq!(
        reasons(&json!(1), &[]),
        ["E0721 there is no list `testCases`"]
    );
}

#[test]
fn correction_replaces_the_expectation_and_an_unused_one_is_an_error() {
    let case = json!({"params": {"Region": "us-a-1"}, "expect": {"error": "old"}});
    let correction = |region: &str, old: &str, new: &str| Correction {
        params: json!({"Region": region}),
        old: json!({"error": old}),
        new: json!({"error": new}),
    };
    let cases = json!([case]);
    let tests = read(&cases, &[correction("us-a-1", "old", "new")])
        .expect("tests")
        .endpoints;
    assert!(tests[0].corrected);
    assert!(matches!(&tests[0].expected, ExpectedEndpoint::Error(message) if message == "new"));
    for (region, old, new) in [
        ("us-b-1", "old", "new"),
        ("us-a-1", "older", "new"),
        ("us-a-1", "old", "old"),
    ] {
        let reason = format!("E0721 the correction for {{\"Region\":\"{region}\"}} is unused");
        assert_eq!(reasons(&cases, &[correction(region, old, new)]), [reason]);
    }
}
