use serde_json::{Value, json};

use crate::conformance::ir::{CallOutcome, CallSetting, Conformance, EndpointCall, SkipReason};
use crate::conformance::lower::conformance;
use crate::diagnostics::Diagnostics;
use crate::ir::{BuiltIn, ParameterValue};
use crate::testing::{ast, lowered, model, options, sources};

/// Returns the tests of a service with the setting `Size`, whose operation has the host prefix
/// `prefix`.
fn read(case: &Value, prefix: Option<&str>) -> Result<Conformance, Diagnostics> {
    let shapes = json!({
        "Service": {"traits": {
            "smithy.rules#endpointTests": {"testCases": [case]},
            "smithy.rules#clientContextParams": {"Size": {"type": "boolean"}},
            "smithy.rules#endpointRuleSet": {"parameters": {"Size": {"type": "boolean"}}}
        }},
        "Op": {"traits": {"endpoint": prefix.map(|prefix| json!({"hostPrefix": prefix}))}},
        "In": {"members": {"name": "String"}}
    });
    let model = ast(&model(&shapes.to_string()).to_string());
    let lowered = lowered(&model).expect("a model");
    conformance(&lowered, "model.json", &[])
}

fn calls(case: &Value, prefix: Option<&str>) -> Vec<EndpointCall> {
    let conformance = read(case, prefix).expect("tests");
    conformance.endpoints[0].calls.clone()
}

#[test]
fn call_has_settings_and_an_input() {
    let case = json!({
        "documentation": "One",
        "expect": {"error": "none"},
        "operationInputs": [{
            "operationName": "Op",
            "operationParams": {"name": "a"},
            "builtInParams": {"AWS::Region": "us-a-1", "AWS::UseFIPS": true},
            "clientParams": {"Size": false}
        }]
    });
    let calls = calls(&case, None);
    let [call] = &*calls else {
        panic!("{calls:#?}");
    };
    assert_eq!(call.function, "endpoint_001_call_1");
    assert_eq!((&*call.operation, &*call.method), ("Op", "op"));
    let expected = [
        CallSetting::BuiltIn(BuiltIn::Region, ParameterValue::String("us-a-1".to_owned())),
        CallSetting::BuiltIn(BuiltIn::Fips, ParameterValue::Boolean(true)),
        CallSetting::ContextParam("size".to_owned(), ParameterValue::Boolean(false)),
    ];
    assert_eq!(call.settings, expected);
    let fields: Vec<_> = call.input.iter().map(|setter| &*setter.field).collect();
    assert_eq!(fields, ["name"]);
    assert_eq!(call.outcome, CallOutcome::Failed("none".to_owned()));
}

#[test]
fn expected_request_has_the_parts_of_the_endpoint() {
    let endpoint = json!({
        "url": "https://a",
        "headers": {"x": ["b", "c"]},
        "properties": {"authSchemes": [
            {"name": "sigv4a", "signingName": "other"},
            {"name": "sigv4", "signingName": "d", "signingRegion": "e", "disableDoubleEncoding": true}
        ]}
    });
    let case = json!({
        "expect": {"endpoint": endpoint},
        "operationInputs": [{"operationName": "Op"}]
    });
    for prefix in [None, Some("first.")] {
        let expected = CallOutcome::Sent {
            url: "https://a".to_owned(),
            prefixed: prefix.is_some(),
            headers: vec![("x".to_owned(), "b, c".to_owned())],
            scope: vec!["/d/aws4_request".to_owned(), "/e/".to_owned()],
        };
        assert_eq!(calls(&case, prefix)[0].outcome, expected);
    }
}

#[test]
fn invalid_call_is_an_error() {
    for (inputs, reason) in [
        (json!({}), "`operationInputs` is not a list"),
        (json!([{}]), "the service has no operation ``"),
        (
            json!([{"operationName": "Gone"}]),
            "the service has no operation `Gone`",
        ),
        (
            json!([{"operationName": "Op", "operationParams": {"size": 1}}]),
            "`operationParams` of `Op`: there is no member `size`",
        ),
        (
            json!([{"operationName": "Op", "builtInParams": {"AWS::Moon": 1}}]),
            "`AWS::Moon` is not a supported built-in",
        ),
        (
            json!([{"operationName": "Op", "builtInParams": {"AWS::Region": true}}]),
            "`true` is not a value of `AWS::Region`",
        ),
        (
            json!([{
                "operationName": "Op",
                "builtInParams": {"AWS::Auth::AccountIdEndpointMode": "required"}
            }]),
            "no parameter of the rules has the built-in `AWS::Auth::AccountIdEndpointMode`",
        ),
        (
            json!([{"operationName": "Op", "clientParams": 1}]),
            "`clientParams` is not an object",
        ),
        (
            json!([{"operationName": "Op", "clientParams": {"Region": "us-a-1"}}]),
            "the client has no setting `Region`",
        ),
        (
            json!([{"operationName": "Op", "clientParams": {"Size": "big"}}]),
            "`\"big\"` is not a value of `Size`",
        ),
    ] {
        let case = json!({"expect": {"error": "none"}, "operationInputs": inputs});
        let diagnostics = read(&case, None).expect_err("diagnostics");
        let reasons: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| &*diagnostic.reason)
            .collect();
        assert_eq!(reasons, [reason]);
    }
}

#[test]
fn calls_of_skipped_operations_are_skipped() {
    let tests = json!({"testCases": [{
        "documentation": "One",
        "expect": {"error": "none"},
        "operationInputs": [{"operationName": "Talk"}, {"operationName": "Op"}]
    }]});
    let shapes = json!({
        "Service": {"operations": ["Op", "Talk"], "traits": {"smithy.rules#endpointTests": tests}},
        "Talk": {
            "type": "operation", "input": "TalkIn", "output": "Out",
            "traits": {"http": {"method": "POST", "uri": "/talk"}}
        },
        "TalkIn": {
            "type": "structure",
            "members": {"words": {"target": "Words", "traits": {"httpPayload": {}}}}
        },
        "Words": {"type": "union", "members": {"word": "Out"}, "traits": {"streaming": {}}}
    });
    let text = model(&shapes.to_string()).to_string();
    let mut options = options();
    options.skip_unsupported = true;
    let suite = crate::conformance::suite(&sources(&text), &options, &[]).expect("a suite");
    let [skipped] = &*suite.skipped else {
        panic!("{:#?}", suite.skipped);
    };
    assert_eq!(skipped.id, "One (Talk)");
    assert_eq!(skipped.reason, SkipReason::NotInClient);
    let functions: Vec<_> = suite.cases.iter().map(|case| &*case.function).collect();
    assert_eq!(functions, ["endpoint_001", "endpoint_001_call_2"]);
}
