use serde_json::json;

use crate::conformance::suite;
use crate::testing::{model, options, sources};

#[test]
fn endpoint_tests_use_the_public_names() {
    let tests = json!({"testCases": [
        {"documentation": "One.", "params": {"Region": "a", "UseFIPS": true},
            "expect": {"endpoint": {"url": "https://a", "properties": {"a": {"b": [1, -1, 0.5]}},
                "headers": {"x": ["y"]}}}},
        {"params": {}, "expect": {"error": "none"}}]});
    let shapes = json!({"Service": {"traits": {"smithy.rules#endpointTests": tests}}});
    let model = model(&shapes.to_string()).to_string();
    let suite = suite(&sources(&model), &options(), &[]).expect("a suite");
    let functions: Vec<_> = suite.cases.iter().map(|case| &*case.function).collect();
    assert_eq!(functions, ["endpoint_001", "endpoint_002"]);
    let words: Vec<_> = suite.tests["tests/endpoints.rs"]
        .split_whitespace()
        .collect();
    let text = words.join(" ");
    for part in [
        "use tiny_sdk::config::endpoint::{",
        "/// One. #[test] fn endpoint_001() {",
        r#"Params::builder().region("a".to_owned()).use_fips(true);"#,
        r#".url("https://a") .header("x", "y") .property( "a", object([ ( "b","#,
        "Document::Number(aws_smithy_types::Number::NegInt(",
        r#"let expected = Err("none".to_owned()); assert_eq!(resolve(params), expected, "{{}}");"#,
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn model_without_tests_has_only_round_trips() {
    let suite = suite(&sources(&model("{}").to_string()), &options(), &[]);
    let suite = suite.expect("a suite");
    let files: Vec<_> = suite.tests.keys().collect();
    assert_eq!(files, ["tests/round_trips.rs"]);
    assert_eq!(suite.cases, []);
    assert!(!suite.round_trips.is_empty());
}

#[test]
fn round_trips_have_finite_values_of_all_types() {
    let shapes = json!({
        "Out": {"members": {"bed": "Bed", "kind": "Kind"}},
        "Bed": {"type": "structure", "members": {
            "choice": {"target": "Choice", "traits": {"required": {}}},
            "row": "Bed",
            "code": {"target": "String", "traits": {"sensitive": {}}}}},
        "Choice": {"type": "union", "members": {"bed": "Bed", "name": "String"}},
        "Kind": {"type": "enum", "members": {"A": "Unit"}}
    });
    let model = model(&shapes.to_string()).to_string();
    let suite = suite(&sources(&model), &options(), &[]).expect("a suite");
    let functions = [
        "input_op",
        "output_op",
        "type_bed",
        "type_choice",
        "type_kind",
    ];
    assert_eq!(suite.round_trips, functions);
    let words = suite.tests["tests/round_trips.rs"].split_whitespace();
    let text = words.collect::<Vec<_>>().join(" ");
    for part in [
        r#"let value = sdk::types::Kind::from("an unknown value"); let json = "\"an unknown value\"";"#,
        r#"let json = "{\"name\":\"a \\\"b\\\"\"}";"#,
        "conformance::assert_json(sdk::serde::with_sensitive(&value), json);",
        "conformance::assert_hidden(&value, json, true);",
        "conformance::assert_hidden(&value, json, false);",
        "let again = conformance::read_as(&value, json); assert_eq!(again, value);",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}
