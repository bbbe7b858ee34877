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
fn model_without_tests_has_no_test_files() {
    let suite = suite(&sources(&model("{}").to_string()), &options(), &[]);
    assert!(suite.expect("a suite").tests.is_empty());
}
