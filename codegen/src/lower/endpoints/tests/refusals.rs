//! What cannot be followed is refused.

use serde_json::{Value, json};

use super::{parameters, partition, region_is_set, shapes, under};
use crate::testing::assert_diagnostic;

#[test]
fn other_parameters_are_refused() {
    for (name, parameter, code, problem) in [
        (
            "A",
            json!({"builtIn": "AWS::Auth::AccountId", "type": "String", "required": true}),
            "E0706",
            "the parameter `A` has to be set before it can be known",
        ),
        (
            "A",
            json!({"builtIn": "AWS::S3::X", "type": "String"}),
            "E0705",
            "the parameter `A` is built in as `\"AWS::S3::X\"`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "List"}),
            "E0706",
            "the parameter `A` is of type `\"List\"`",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "Boolean"}),
            "E0706",
            "the parameter `A` is of type `\"Boolean\"`",
        ),
        (
            "A",
            json!({"type": "StringArray", "default": [1]}),
            "E0706",
            "the parameter `A` has the default `[1]`",
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
            "no name in Rust can be made of the parameter `-`",
        ),
    ] {
        // What uses it is not at fault.
        let rules = under(&json!([{"fn": "isSet", "argv": [{"ref": name}]}]));
        let shapes = shapes(&json!({name: parameter}), &rules);
        assert_diagnostic(&shapes, &format!("{code} t#Service: {problem}"));
    }
}

#[test]
fn conditions_that_cannot_be_followed_are_refused() {
    let region = json!({"ref": "Region"});
    let fact = json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "colour"]});
    let assign = |name: &str| json!({"fn": "uriEncode", "argv": ["a"], "assign": name});
    for (condition, code, problem) in [
        (
            json!({"fn": "parseUrl", "argv": [region]}),
            "E0709",
            "a condition calls `\"parseUrl\"`, which there is not",
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
            "`isSet` is called with other values than it takes",
        ),
        (json!({"fn": "isSet"}), "E0702", "there is no `argv`"),
        (
            json!({"fn": "isSet", "argv": 1}),
            "E0702",
            "`argv` is not a list",
        ),
        (json!(null), "E0702", "there is no `fn`"),
        (
            json!({"fn": "not", "argv": [region]}),
            "E0719",
            "it is a text, not a boolean",
        ),
        (
            json!({"fn": "aws.partition", "argv": [region], "assign": "-"}),
            "E0703",
            "no name in Rust can be made of `-`",
        ),
        (
            assign("region"),
            "E0704",
            "`Region` and `region` would both be called `region`",
        ),
        (
            assign("partition_result"),
            "E0704",
            "`PartitionResult` and `partition_result` would both be called `partition_result`",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, fact]}),
            "E0714",
            "a partition has no `colour`",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, {"fn": "getAttr", "argv": [1]}]}),
            "E0709",
            "`getAttr` is called with other values than it takes",
        ),
        (
            json!({"fn": "getAttr", "argv": [region, "name"]}),
            "E0713",
            "`name` is asked of a text",
        ),
        (
            json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "name[0]"]}),
            "E0719",
            "an index is asked of what is not a list",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Endpoint"}, "a"]}),
            "E0711",
            "`Endpoint` is used where",
        ),
        (
            json!({"fn": "stringEquals", "argv": [
                {"fn": "substring", "argv": ["a", 0, 1, false]}, "a"]}),
            "E0711",
            "a value is used where it may not be set",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Gone"}, {"ref": "Gone"}]}),
            "E0712",
            "`Gone` is not a parameter",
        ),
        (
            json!({"fn": "substring", "argv": [region, -1, 4, false]}),
            "E0719",
            "`-1` is not a number from 0 on",
        ),
        (
            json!({"fn": "coalesce", "argv": [region, true]}),
            "E0719",
            "it is a boolean, the first value a text",
        ),
        (
            json!({"fn": "uriEncode", "argv": ["{PartitionResult}"]}),
            "E0719",
            "`{PartitionResult}` is a partition, not a text",
        ),
        (
            json!({"fn": "uriEncode", "argv": [["a"]]}),
            "E0719",
            "it is a list, not a text",
        ),
        (
            json!({"fn": "uriEncode", "argv": [{}]}),
            "E0709",
            "`{}` is not a value of the rules language",
        ),
    ] {
        let rules = under(&json!([region_is_set(), partition(), condition]));
        let shapes = shapes(&parameters(), &rules);
        assert_diagnostic(&shapes, &format!("{code} t#Service: {problem}"));
    }
}

#[test]
fn outcomes_that_cannot_be_followed_are_refused() {
    let endpoint =
        |endpoint: Value| json!({"type": "endpoint", "conditions": [], "endpoint": endpoint});
    for (rule, code, problem) in [
        (
            endpoint(json!({"url": "a", "headers": {"x": "y"}})),
            "E0708",
            "the values of the header `x` are not a list",
        ),
        (
            endpoint(json!({"url": "a", "headers": {"x y": []}})),
            "E0708",
            "`x y` is not the name of a header",
        ),
        (
            endpoint(json!({"url": "a", "properties": []})),
            "E0708",
            "`properties` is not an object",
        ),
        (
            endpoint(json!({"url": "a", "properties": {"authSchemes": [{}]}})),
            "E0708",
            "`authSchemes` is not a list of objects with a `name`",
        ),
        (
            endpoint(json!({"url": "a", "properties":
                {"authSchemes": [{"name": "a"}, {"name": "a"}]}})),
            "E0708",
            "`authSchemes` names `a` twice",
        ),
        (
            endpoint(json!({"url": "a", "properties": {"a": ["{Gone}"]}})),
            "E0712",
            "`Gone` is not a parameter",
        ),
        (
            endpoint(json!({"url": "{Region}"})),
            "E0711",
            "`Region` is used where it may not be set",
        ),
        (
            endpoint(json!({"url": "{Region"})),
            "E0715",
            "a brace has no end",
        ),
        (
            endpoint(json!({"url": "Region}"})),
            "E0715",
            "a brace has no beginning",
        ),
        (
            endpoint(json!({"url": "{P#name}"})),
            "E0712",
            "`P` is not a parameter",
        ),
        (endpoint(json!({})), "E0702", "there is no `url`"),
        (
            json!({"type": "error", "error": "e"}),
            "E0702",
            "there is no `conditions`",
        ),
        (
            json!({"type": "other", "conditions": []}),
            "E0707",
            r#"`"other"` is not a type of rule"#,
        ),
        (
            json!({"type": "tree", "conditions": []}),
            "E0702",
            "there is no `rules`",
        ),
    ] {
        let shapes = shapes(&parameters(), &json!([rule]));
        assert_diagnostic(&shapes, &format!("{code} t#Service: {problem}"));
    }
    assert_diagnostic(
        r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": null,
            "smithy.rules#endpointBdd": {}}}}"#,
        "E0701 t#Service: the service has its endpoint rules as a decision diagram alone",
    );
}

#[test]
fn what_one_rule_learns_no_other_knows() {
    let rules = json!([
        {"type": "error", "conditions": [region_is_set()], "error": "{Region}"},
        {"type": "error", "conditions": [], "error": "{Region}"}
    ]);
    assert_diagnostic(
        &shapes(&parameters(), &rules),
        "E0711 t#Service: `Region` is used where it may not be set",
    );
}
