//! Tests of diagnostics about the rule set.

use serde_json::{Value, json};

use super::{error_rules, parameters, partition, region_is_set, shapes};
use crate::testing::assert_diagnostic;

#[test]
fn invalid_parameters_are_errors() {
    for (name, parameter, code, reason) in [
        (
            "A",
            json!({"builtIn": "AWS::Auth::AccountId", "type": "String", "required": true}),
            "E0706",
            "the account id parameter `A` is required or has a default",
        ),
        (
            "A",
            json!({"builtIn": "AWS::S3::X", "type": "String"}),
            "E0705",
            "the parameter `A` has the built-in `\"AWS::S3::X\"`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "List"}),
            "E0706",
            "the parameter `A` has the type `\"List\"`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "Boolean"}),
            "E0706",
            "the parameter `A` has the type `\"Boolean\"`",
        ),
        (
            "A",
            json!({"type": "StringArray", "default": [1]}),
            "E0706",
            "the parameter `A` has the default `[1]`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "String", "default": "a/b"}),
            "E0706",
            "the parameter `A` has the default `\"a/b\"`",
        ),
        (
            "A",
            json!({"builtIn": "SDK::Endpoint", "type": "String", "default": "a"}),
            "E0706",
            "the parameter `A` has the default `\"a\"`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "String", "default": true}),
            "E0706",
            "the parameter `A` has the default `true`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region"}),
            "E0706",
            "the parameter `A` has no type",
        ),
        (
            "-",
            json!({"builtIn": "AWS::Region", "type": "String"}),
            "E0703",
            "the parameter `-` has no valid name in Rust",
        ),
    ] {
        // Uses of an invalid parameter are not reported.
        let rules = error_rules(&json!([{"fn": "isSet", "argv": [{"ref": name}]}]));
        let shapes = shapes(&json!({name: parameter}), &rules);
        assert_diagnostic(&shapes, &format!("{code} t#Service: {reason}"));
    }
}

#[test]
fn invalid_conditions_are_errors() {
    let region = json!({"ref": "Region"});
    let attribute = json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "colour"]});
    let assign = |name: &str| json!({"fn": "uriEncode", "argv": ["a"], "assign": name});
    for (condition, code, reason) in [
        (
            json!({"fn": "parseUrl", "argv": [region]}),
            "E0709",
            "`\"parseUrl\"` is not a function of the rules language",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "UseFIPS"}]}),
            "E0710",
            "`UseFIPS` is always set",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "PartitionResult"}]}),
            "E0710",
            "`PartitionResult` is always set",
        ),
        (
            json!({"fn": "isSet", "argv": ["{Region}"]}),
            "E0710",
            "the value is always set",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "Gone"}]}),
            "E0712",
            "`Gone` is not a parameter",
        ),
        (
            json!({"fn": "isSet", "argv": []}),
            "E0709",
            "`isSet` has the wrong arguments",
        ),
        (json!({"fn": "isSet"}), "E0702", "`argv` is missing"),
        (
            json!({"fn": "isSet", "argv": 1}),
            "E0702",
            "`argv` is not a list",
        ),
        (json!(null), "E0702", "`fn` is missing"),
        (
            json!({"fn": "not", "argv": [region]}),
            "E0719",
            "the value is a string, not a boolean",
        ),
        (
            json!({"fn": "aws.partition", "argv": [region], "assign": "-"}),
            "E0703",
            "`-` has no valid name in Rust",
        ),
        (
            assign("Region"),
            "E0704",
            "there is a parameter or variable `Region` already",
        ),
        (
            assign("PartitionResult"),
            "E0704",
            "there is a parameter or variable `PartitionResult` already",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, attribute]}),
            "E0714",
            "a partition has no attribute `colour`",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, {"fn": "getAttr", "argv": [1]}]}),
            "E0709",
            "`getAttr` has the wrong arguments",
        ),
        (
            json!({"fn": "getAttr", "argv": [region, "name"]}),
            "E0713",
            "`name` is read from a string, which has no attributes",
        ),
        (
            json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "name[0]"]}),
            "E0719",
            "the index follows a value that is not a list",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Endpoint"}, "a"]}),
            "E0711",
            "`Endpoint` may be unset here",
        ),
        (
            json!({"fn": "stringEquals", "argv": [
                {"fn": "substring", "argv": ["a", 0, 1, false]}, "a"]}),
            "E0711",
            "the value may be unset here",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Gone"}, {"ref": "Gone"}]}),
            "E0712",
            "`Gone` is not a parameter",
        ),
        (
            json!({"fn": "substring", "argv": [region, -1, 4, false]}),
            "E0719",
            "`-1` is not an integer of 0 or more",
        ),
        (
            json!({"fn": "coalesce", "argv": [region, true]}),
            "E0719",
            "the value is a boolean, but the first value is a string",
        ),
        (
            json!({"fn": "uriEncode", "argv": ["{PartitionResult}"]}),
            "E0719",
            "`{PartitionResult}` is a partition, not a string",
        ),
        (
            json!({"fn": "uriEncode", "argv": [["a"]]}),
            "E0719",
            "the value is a list, not a string",
        ),
        (
            json!({"fn": "uriEncode", "argv": [{}]}),
            "E0709",
            "`{}` is not a value of the rules language",
        ),
    ] {
        let rules = error_rules(&json!([region_is_set(), partition(), condition]));
        let shapes = shapes(&parameters(), &rules);
        assert_diagnostic(&shapes, &format!("{code} t#Service: {reason}"));
    }
}

#[test]
fn invalid_outcomes_are_errors() {
    let endpoint =
        |endpoint: Value| json!({"type": "endpoint", "conditions": [], "endpoint": endpoint});
    for (rule, code, reason) in [
        (
            endpoint(json!({"url": "https://a", "headers": {"x": "y"}})),
            "E0708",
            "the values of the header `x` are not a list",
        ),
        (
            endpoint(json!({"url": "https://a", "headers": {"x": ["y", "z\r\nInjected: 1"]}})),
            "E0708",
            "the value cannot be in a header",
        ),
        (
            endpoint(json!({"url": "https://a", "properties": {"authSchemes":
                [{"name": "sigv4", "signingName": "a", "signingRegion": "b\r"}]}})),
            "E0708",
            "`signingRegion` cannot be in a signature",
        ),
        (
            endpoint(json!({"url": "https://a", "properties": {"authSchemes":
                [{"name": "sigv4a", "signingRegionSet": ["*", "a/b"]}]}})),
            "E0708",
            "`signingRegionSet` cannot be in a signature",
        ),
        (
            endpoint(json!({"url": "https://a b\r\n"})),
            "E0722",
            "the endpoint's URL cannot be valid: it has a character that URLs cannot have",
        ),
        (
            endpoint(json!({"url": "a.example.com"})),
            "E0722",
            "the endpoint's URL cannot be valid: it does not begin with `https://` or `http://`",
        ),
        (
            endpoint(json!({"url": {"fn": "ite", "argv": [true, "https://a", "https://:1"]}})),
            "E0722",
            "the endpoint's URL cannot be valid: it has no valid host and port",
        ),
        (
            endpoint(json!({"url": "https://a", "headers": {"x y": []}})),
            "E0708",
            "`x y` is not a valid header name",
        ),
        (
            endpoint(json!({"url": "https://a", "properties": []})),
            "E0708",
            "`properties` is not an object",
        ),
        (
            endpoint(json!({"url": "https://a", "properties": {"authSchemes": [{}]}})),
            "E0708",
            "`authSchemes` is not a list of objects with a `name`",
        ),
        (
            endpoint(json!({"url": "https://a", "properties":
                {"authSchemes": [{"name": "a"}, {"name": "a"}]}})),
            "E0708",
            "`authSchemes` has `a` twice",
        ),
        (
            endpoint(json!({"url": "https://a", "properties": {"a": ["{Gone}"]}})),
            "E0712",
            "`Gone` is not a parameter",
        ),
        (
            endpoint(json!({"url": "{Region}"})),
            "E0711",
            "`Region` may be unset here",
        ),
        (
            endpoint(json!({"url": "{Region"})),
            "E0715",
            "an opening brace has no closing brace",
        ),
        (
            endpoint(json!({"url": "Region}"})),
            "E0715",
            "a closing brace has no opening brace",
        ),
        (
            endpoint(json!({"url": "{P#name}"})),
            "E0712",
            "`P` is not a parameter",
        ),
        (endpoint(json!({})), "E0702", "`url` is missing"),
        (
            json!({"type": "error", "error": "e"}),
            "E0702",
            "`conditions` is missing",
        ),
        (
            json!({"type": "other", "conditions": []}),
            "E0707",
            r#"`"other"` is not a type of rule"#,
        ),
        (
            json!({"type": "tree", "conditions": []}),
            "E0702",
            "`rules` is missing",
        ),
    ] {
        let shapes = shapes(&parameters(), &json!([rule]));
        assert_diagnostic(&shapes, &format!("{code} t#Service: {reason}"));
    }
    assert_diagnostic(
        r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": null,
            "smithy.rules#endpointBdd": {}}}}"#,
        "E0701 t#Service: the service has its endpoint rules only as a decision diagram",
    );
}

#[test]
fn conditions_of_one_rule_do_not_apply_to_the_next_rule() {
    let rules = json!([
        {"type": "error", "conditions": [region_is_set()], "error": "{Region}"},
        {"type": "error", "conditions": [], "error": "{Region}"}
    ]);
    assert_diagnostic(
        &shapes(&parameters(), &rules),
        "E0711 t#Service: `Region` may be unset here",
    );
}
