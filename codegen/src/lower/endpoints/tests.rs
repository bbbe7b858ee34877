use serde_json::{Value, json};

use crate::ir::{BuiltIn, Condition, Endpoint, Expression, Outcome, PartitionFact, Template};
use crate::testing::{assert_finding, client};

const PARAMETERS: &str = r#"{
    "Region": {"builtIn": "AWS::Region", "type": "String", "required": false},
    "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "boolean", "default": true},
    "UseDualStack": {"builtIn": "AWS::UseDualStack", "type": "Boolean", "default": false},
    "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string"}
}"#;

fn shapes(parameters: &Value, rules: &Value) -> String {
    let rule_set = json!({"parameters": parameters, "rules": rules});
    format!(r#"{{"Service": {{"traits": {{"smithy.rules#endpointRuleSet": {rule_set}}}}}}}"#)
}

fn parameters() -> Value {
    serde_json::from_str(PARAMETERS).expect("parameters")
}

fn rules(rules: &Value) -> Endpoint {
    client(&shapes(&parameters(), rules)).endpoint
}

/// A rule under `conditions` that comes to an error.
fn under(conditions: &Value) -> Value {
    json!([{"type": "error", "conditions": conditions, "error": "e"}])
}

fn region_is_set() -> Value {
    json!({"fn": "isSet", "argv": [{"ref": "Region"}]})
}

fn partition() -> Value {
    json!({"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "PartitionResult"})
}

#[test]
fn parameters_are_built_in() {
    let endpoint = rules(&json!([]));
    let parameters: Vec<_> = endpoint
        .parameters
        .iter()
        .map(|one| (&*one.name.rust, one.built_in, one.default))
        .collect();
    let expected = [
        ("region", BuiltIn::Region, None),
        ("use_fips", BuiltIn::Fips, Some(true)),
        ("use_dual_stack", BuiltIn::DualStack, Some(false)),
        ("endpoint", BuiltIn::Endpoint, None),
    ];
    assert_eq!(parameters, expected);
}

#[test]
fn other_parameters_are_refused() {
    for (name, parameter, problem) in [
        (
            "Bucket",
            json!({"type": "String"}),
            "the parameter `Bucket` is built in as None",
        ),
        (
            "A",
            json!({"builtIn": "AWS::S3::X", "type": "String"}),
            "the parameter `A` is built in as",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "List"}),
            "the parameter `A` is of type",
        ),
        (
            "A",
            json!({"builtIn": "AWS::Region", "type": "Boolean"}),
            "the parameter `A` has another",
        ),
        (
            "A",
            json!({"builtIn": "AWS::UseFIPS", "type": "Boolean"}),
            "the parameter `A` has another",
        ),
        (
            "-",
            json!({"builtIn": "AWS::Region", "type": "String"}),
            "the parameter `-` has no name",
        ),
    ] {
        let shapes = shapes(&json!({name: parameter}), &json!([]));
        assert_finding(&shapes, &format!("E009 t#Service: {problem}"));
    }
}

#[test]
fn each_function_becomes_a_condition() {
    let fips = json!({"ref": "UseFIPS"});
    let attribute = json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "supportsFIPS"]});
    for (condition, expected) in [
        (
            json!({"fn": "isSet", "argv": [{"ref": "Endpoint"}]}),
            r#"IsSet("endpoint")"#,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [fips, true]}),
            r#"Holds(Reference("use_fips"))"#,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [false, fips]}),
            r#"HoldsNot(Reference("use_fips"))"#,
        ),
        (
            json!({"fn": "not", "argv": [{"fn": "booleanEquals", "argv": [fips, true]}]}),
            r#"HoldsNot(Reference("use_fips"))"#,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, attribute]}),
            r#"Holds(Partition("partition_result", SupportsFips))"#,
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Region"}, "us"]}),
            r#"Equal(Reference("region"), Text("us"))"#,
        ),
        (
            json!({"fn": "isValidHostLabel", "argv": [{"ref": "Region"}, true]}),
            r#"HostLabel { label: Reference("region"), dots: true }"#,
        ),
    ] {
        let endpoint = rules(&under(&json!([region_is_set(), partition(), condition])));
        let lowered = &endpoint.rules[0].conditions;
        assert!(
            matches!(&lowered[1], Condition::Partition { region: Expression::Reference(region), assign }
                if region == "region" && assign == "partition_result"),
            "{lowered:?}"
        );
        assert_eq!(format!("{:?}", lowered[2]), expected);
    }
}

#[test]
fn rules_come_to_endpoints_errors_or_more_rules() {
    let tree = json!([{"type": "tree", "conditions": [region_is_set(), partition()], "rules": [
        {"type": "endpoint", "conditions": [], "endpoint": {
            "url": "https://a.{Region}.{PartitionResult#dnsSuffix}/", "properties": {}, "headers": {}}},
        {"type": "error", "conditions": [], "error": {"ref": "Region"}}]}]);
    let endpoint = rules(&tree);
    let Outcome::Rules(rules) = &endpoint.rules[0].outcome else {
        panic!("{endpoint:#?}");
    };
    let Outcome::Endpoint(url) = &rules[0].outcome else {
        panic!("{rules:#?}");
    };
    assert!(
        matches!(
            &**url,
            [Template::Literal(a), Template::Value(Expression::Reference(b)), Template::Literal(c),
                Template::Value(Expression::Partition(d, PartitionFact::DnsSuffix)), Template::Literal(e)]
            if [a, b, c, d, e] == ["https://a.", "region", ".", "partition_result", "/"]
        ),
        "{url:?}"
    );
    assert!(matches!(&rules[1].outcome, Outcome::Error(text)
        if matches!(&**text, [Template::Value(Expression::Reference(region))] if region == "region")));
}

#[test]
fn conditions_that_cannot_be_followed_are_refused() {
    let region = json!({"ref": "Region"});
    let fact = json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "colour"]});
    for (condition, problem) in [
        (
            json!({"fn": "parseURL", "argv": [region]}),
            "a condition calls `parseURL`",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "UseFIPS"}]}),
            "`UseFIPS` is always set",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "Gone"}]}),
            "`Gone` is always set",
        ),
        (
            json!({"fn": "isSet", "argv": ["Region"]}),
            "something is missing in the rule",
        ),
        (json!({"fn": "isSet"}), "something is missing in the rule"),
        (json!(null), "something is missing in the rule"),
        (
            json!({"fn": "not", "argv": [region_is_set()]}),
            "`not` is applied to",
        ),
        (
            json!({"fn": "aws.partition", "argv": [region]}),
            "something is missing in the rule",
        ),
        (
            json!({"fn": "aws.partition", "argv": [region], "assign": "-"}),
            "`-` leads to no name",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, fact]}),
            "a partition has no `colour`",
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, {"fn": "getAttr"}]}),
            "a value is {",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Endpoint"}, "a"]}),
            "`Endpoint` is used where",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Gone"}, "a"]}),
            "`Gone` is not a parameter",
        ),
    ] {
        let rules = under(&json!([region_is_set(), partition(), condition]));
        let shapes = shapes(&parameters(), &rules);
        assert_finding(&shapes, &format!("E009 t#Service: {problem}"));
    }
}

#[test]
fn outcomes_that_cannot_be_followed_are_refused() {
    let endpoint =
        |endpoint: Value| json!({"type": "endpoint", "conditions": [], "endpoint": endpoint});
    for (rule, problem) in [
        (
            endpoint(json!({"url": "a", "headers": {"x": ["y"]}})),
            "an endpoint has headers",
        ),
        (
            endpoint(json!({"url": "a", "properties": {"x": 1}})),
            "an endpoint has properties",
        ),
        (
            endpoint(json!({"url": "{Region}"})),
            "`Region` is used where it may not be set",
        ),
        (
            endpoint(json!({"url": "{Region"})),
            "a brace of `{Region` has no end",
        ),
        (
            endpoint(json!({"url": "{P#name}"})),
            "`P` is not a partition",
        ),
        (endpoint(json!({})), "something is missing in the rule"),
        (
            json!({"type": "error", "error": "e"}),
            "something is missing in the rule",
        ),
        (
            json!({"type": "other", "conditions": []}),
            r#"a rule is of type Some("other")"#,
        ),
        (
            json!({"type": "tree", "conditions": []}),
            "there is no list `rules`",
        ),
    ] {
        let shapes = shapes(&parameters(), &json!([rule]));
        assert_finding(&shapes, &format!("E009 t#Service: {problem}"));
    }
    assert_finding(
        r#"{"Service": {"traits": {"smithy.rules#endpointRuleSet": null}}}"#,
        "E009 t#Service: the service has no endpoint rule set",
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
        "E009 t#Service: `Region` is used where it may not be set",
    );
}
