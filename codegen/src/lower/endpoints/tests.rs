mod refusals;

use serde_json::{Value, json};

use crate::ir::{BuiltIn, Condition, Endpoint, Expression, Outcome, PartitionFact, Template};
use crate::testing::client;

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
