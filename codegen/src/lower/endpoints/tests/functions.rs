//! Tests of function calls.

use serde_json::{Value, json};

use super::{error_rules, line, partition, region_is_set, rules};
use crate::ir::{Condition, Function, Ownership, RuleValue};

/// Lowers a rule with two common conditions, `condition`, and an error with the message `error`.
///
/// Returns the conditions, and `true` if they need the runtime library.
fn lines(condition: &Value, error: &str) -> (Vec<String>, bool) {
    let conditions = json!([region_is_set(), partition(), condition]);
    let endpoint = rules(&json!([{"type": "error", "conditions": conditions, "error": error}]));
    let lines = endpoint.rules[0].conditions.iter().map(line).collect();
    (lines, endpoint.needs_library)
}

#[test]
fn each_function_becomes_a_condition() {
    let fips = json!({"ref": "UseFIPS"});
    let attribute = json!({"fn": "getAttr", "argv": [{"ref": "PartitionResult"}, "supportsFIPS"]});
    let arn = json!({"fn": "aws.parseArn", "argv": ["{Bed}"], "assign": "Arn"});
    let is_set = |name: &str| json!({"fn": "isSet", "argv": [{"ref": name}]});
    for (condition, error, expected, library) in [
        (is_set("Endpoint"), "e", "some params.endpoint?", false),
        (
            is_set("Endpoint"),
            "{Endpoint}",
            "some endpoint = params.endpoint?",
            false,
        ),
        (is_set("Wet"), "e", "some params.wet?", false),
        (
            json!({"fn": "not", "argv": [is_set("Wet")]}),
            "e",
            "not(set(params.wet?))",
            false,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [fips, true]}),
            "e",
            "params.use_fips",
            false,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [false, fips]}),
            "e",
            "not(params.use_fips)",
            false,
        ),
        (
            json!({"fn": "not", "argv": [{"fn": "booleanEquals", "argv": [fips, false]}]}),
            "e",
            "params.use_fips",
            false,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [fips, {"ref": "UseDualStack"}]}),
            "e",
            "params.use_fips == params.use_dual_stack",
            false,
        ),
        (
            json!({"fn": "booleanEquals", "argv": [true, attribute]}),
            "e",
            "partition_result.supports_fips",
            false,
        ),
        (
            json!({"fn": "stringEquals", "argv": ["{PartitionResult#name}", "{Bed}-{Row}"]}),
            "e",
            "partition_result.name == `{params.bed}-{params.row}`",
            false,
        ),
        (
            json!({"fn": "isValidHostLabel", "argv": [{"ref": "Bed"}, true]}),
            "e",
            "HostLabel(params.bed, true)",
            false,
        ),
        (
            json!({"fn": "aws.isVirtualHostableS3Bucket", "argv": [{"ref": "Bed"}, false]}),
            "e",
            "HostableBucket(params.bed, false)",
            true,
        ),
        (arn.clone(), "e", "some ParseArn(params.bed)?", true),
        (
            arn,
            "{Arn#region}",
            "some arn = ParseArn(params.bed)?",
            true,
        ),
        (
            json!({"fn": "substring", "argv": [{"ref": "Bed"}, 0, 4, true], "assign": "End"}),
            "{End}",
            "some end = Substring(params.bed, true)?",
            true,
        ),
        (
            json!({"fn": "uriEncode", "argv": [{"ref": "Bed"}], "assign": "Safe"}),
            "{Safe}",
            "let safe = UriEncode(params.bed)",
            true,
        ),
        (
            json!({"fn": "coalesce", "argv": [{"ref": "Endpoint"}, "{Bed}", "never"],
                "assign": "One"}),
            "{One}",
            "let one = first(params.endpoint?, params.bed)",
            false,
        ),
        (
            json!({"fn": "getAttr", "argv": [["a", "{Bed}"], "[1]"], "assign": "Second"}),
            "{Second}",
            "let temporary_1 = [\"a\", params.bed]; some second = temporary_1[1]?",
            true,
        ),
        (
            json!({"fn": "coalesce", "argv": [{"ref": "Wet"}, false]}),
            "e",
            "first(params.wet?, false)",
            false,
        ),
        (
            json!({"fn": "ite", "argv": [fips, "-fips", ""], "assign": "End"}),
            "{End}",
            r#"let end = ite(params.use_fips, "-fips", "")"#,
            true,
        ),
        (
            json!({"fn": "getAttr", "argv": [
                {"fn": "split", "argv": [{"ref": "Bed"}, "--", 0]}, "[-1]"], "assign": "Last"}),
            "{Last}",
            "let temporary_1 = Split(params.bed, \"--\"); some last = temporary_1[-1]?",
            true,
        ),
        (
            json!({"fn": "parseURL", "argv": ["https://{Bed}"], "assign": "Url"}),
            "{Url#normalizedPath}",
            "let temporary_1 = `https://{params.bed}`; some url = ParseUrl(temporary_1)?",
            true,
        ),
    ] {
        let (lines, needs_library) = lines(&condition, error);
        assert_eq!(lines[2..].join("; "), expected, "{condition}");
        assert_eq!(needs_library, library, "{condition}");
    }
}

#[test]
fn conditions_without_effect_are_omitted() {
    for condition in [
        json!({"fn": "uriEncode", "argv": [{"ref": "Bed"}], "assign": "Unused"}),
        json!({"fn": "uriEncode", "argv": [{"ref": "Bed"}]}),
        json!({"fn": "not", "argv": [false]}),
        region_is_set(),
    ] {
        assert_eq!(lines(&condition, "e").0.len(), 2, "{condition}");
    }
}

#[test]
fn assigned_boolean_is_true_in_later_conditions() {
    let condition =
        json!({"fn": "isValidHostLabel", "argv": ["{Bed}", false], "assign": "IsLabel"});
    let next = json!({"fn": "booleanEquals", "argv": [{"ref": "IsLabel"}, {"ref": "UseFIPS"}]});
    let endpoint = rules(&error_rules(&json!([condition, next])));
    let lines: Vec<_> = endpoint.rules[0].conditions.iter().map(line).collect();
    assert_eq!(lines, ["HostLabel(params.bed, false)", "params.use_fips"]);
}

#[test]
fn values_have_the_ownership_of_their_source() {
    let conditions = json!([
        region_is_set(),
        {"fn": "uriEncode", "argv": [{"ref": "Region"}], "assign": "Safe"},
        {"fn": "coalesce", "argv": [{"ref": "Endpoint"}, {"ref": "Safe"}], "assign": "One"},
        {"fn": "coalesce", "argv": [{"ref": "Endpoint"}, "{Safe}."], "assign": "Two"},
        {"fn": "stringEquals", "argv": ["{One}{Two}{Region}", "a"]}
    ]);
    let endpoint = rules(&error_rules(&conditions));
    let conditions = &endpoint.rules[0].conditions;
    let ownerships = conditions
        .iter()
        .map(|condition| condition.value().ownership);
    let ownerships: Vec<_> = ownerships.collect();
    let expected = [
        Ownership::Place,
        Ownership::Owned,
        Ownership::Borrowed,
        Ownership::Owned,
        Ownership::Borrowed,
    ];
    assert_eq!(ownerships, expected);
    let Condition::Set { value, .. } = &conditions[0] else {
        panic!("{conditions:#?}");
    };
    assert!(value.optional);
}

#[test]
fn arguments_of_a_function_exclude_literal_numbers() {
    let call = json!({"fn": "split", "argv": ["{Bed}", "{Row}", 2], "assign": "Parts"});
    let next = json!({"fn": "getAttr", "argv": [{"ref": "Parts"}, "[0]"]});
    let endpoint = rules(&error_rules(&json!([call, next])));
    let RuleValue::Call(function) = &endpoint.rules[0].conditions[0].value().value else {
        panic!("{endpoint:#?}");
    };
    assert!(matches!(function, Function::Split(_, _, 2)));
    assert_eq!(function.arguments().len(), 2);
}
