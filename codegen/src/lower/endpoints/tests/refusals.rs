//! What cannot be followed is refused.

use serde_json::{Value, json};

use super::{parameters, partition, region_is_set, shapes, under};
use crate::testing::assert_finding;

#[test]
fn other_parameters_are_refused() {
    for (name, parameter, code, problem) in [
        (
            "Bucket",
            json!({"type": "String"}),
            "E0705",
            "the parameter `Bucket` is not built in",
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
            json!({"builtIn": "AWS::UseFIPS", "type": "Boolean"}),
            "E0706",
            "the parameter `A` has no default",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "String", "default": "eu"}),
            "E0706",
            "the parameter `A` has the default `\"eu\"`",
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
        assert_finding(&shapes, &format!("{code} t#Service: {problem}"));
    }
}

#[test]
fn conditions_that_cannot_be_followed_are_refused() {
    let region = json!({"ref": "Region"});
    let fact = json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "colour"]});
    for (condition, code, problem) in [
        (
            json!({"fn": "parseURL", "argv": [region]}),
            "E0709",
            "a condition calls `\"parseURL\"`",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "UseFIPS"}]}),
            "E0710",
            "`UseFIPS` is always set",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "Gone"}]}),
            "E0712",
            "`Gone` is not a parameter",
        ),
        (
            json!({"fn": "isSet", "argv": ["Region"]}),
            "E0709",
            "`isSet` asks for something else than a parameter",
        ),
        (
            json!({"fn": "isSet", "argv": []}),
            "E0709",
            "`isSet` is called in a way that is not supported",
        ),
        (json!({"fn": "isSet"}), "E0702", "there is no `argv`"),
        (
            json!({"fn": "isSet", "argv": 1}),
            "E0702",
            "`argv` is not a list",
        ),
        (json!(null), "E0702", "there is no `fn`"),
        (
            json!({"fn": "not", "argv": [region_is_set()]}),
            "E0709",
            "`not` is applied to",
        ),
        (
            json!({"fn": "aws.partition", "argv": [region]}),
            "E0702",
            "there is no `assign`",
        ),
        (
            json!({"fn": "aws.partition", "argv": [region], "assign": "-"}),
            "E0703",
            "no name in Rust can be made of `-`",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, fact]}),
            "E0714",
            "a partition has no `colour`",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, {"fn": "getAttr"}]}),
            "E0709",
            "the value is not supported",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Endpoint"}, "a"]}),
            "E0711",
            "`Endpoint` is used where",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Gone"}, {"ref": "Gone"}]}),
            "E0712",
            "`Gone` is not a parameter",
        ),
    ] {
        let rules = under(&json!([region_is_set(), partition(), condition]));
        let shapes = shapes(&parameters(), &rules);
        assert_finding(&shapes, &format!("{code} t#Service: {problem}"));
    }
}

#[test]
fn outcomes_that_cannot_be_followed_are_refused() {
    let endpoint =
        |endpoint: Value| json!({"type": "endpoint", "conditions": [], "endpoint": endpoint});
    for (rule, code, problem) in [
        (
            endpoint(json!({"url": "a", "headers": {"x": ["y"]}})),
            "E0708",
            "an endpoint has headers",
        ),
        (
            endpoint(json!({"url": "a", "properties": {"x": 1}})),
            "E0708",
            "an endpoint has properties",
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
            endpoint(json!({"url": "{P#name}"})),
            "E0713",
            "`P` is not a partition",
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
        assert_finding(&shapes, &format!("{code} t#Service: {problem}"));
    }
    assert_finding(
        r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": null}}}"#,
        "E0701 t#Service: the service has no endpoint rule set",
    );
}

#[test]
fn what_one_rule_learns_no_other_knows() {
    let rules = json!([
        {"type": "error", "conditions": [region_is_set()], "error": "{Region}"},
        {"type": "error", "conditions": [], "error": "{Region}"}
    ]);
    assert_finding(
        &shapes(&parameters(), &rules),
        "E0711 t#Service: `Region` is used where it may not be set",
    );
}
