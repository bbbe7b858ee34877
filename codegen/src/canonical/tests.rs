//! Tests of the canonical form, and of rejected files.

mod overlays;
mod prose;
mod upgrade;

use serde_json::json;

use super::*;
use crate::testing::source;

/// Returns a model with one service and these shapes.
fn model_with(shapes: &Value) -> String {
    let mut all = json!({"ns#Service": {"type": "service", "version": "1"}});
    all.as_object_mut()
        .unwrap()
        .extend(shapes.as_object().unwrap().clone());
    json!({"smithy": "2.0", "shapes": all}).to_string()
}

fn text_of(shapes: &Value) -> String {
    model(source(&model_with(shapes))).unwrap().text
}

#[test]
fn members_keep_the_models_order() {
    let unit =
        json!({"target": "smithy.api#Unit", "traits": {"smithy.api#documentation": "prose"}});
    let text = text_of(
        &json!({"ns#S": {"type": "structure", "members": {"c": unit, "a": unit, "d": unit, "b": unit}}}),
    );
    let places: Vec<_> = ["c", "a", "d", "b"]
        .map(|name| text.find(&format!("\"{name}\": {{")).unwrap())
        .to_vec();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn shapes_traits_and_targets_are_sorted() {
    let text = text_of(&json!({
        "ns#Z": {"traits": {"smithy.api#title": "t", "aws.api#arn": {"z": 1, "a": 2}}, "type": "string"},
        "ns#A": {"type": "string"},
        "ns#Operation": {"errors": [{"target": "ns#Z"}, {"target": "ns#A"}], "type": "operation"},
    }));
    assert_eq!(
        text,
        r#"{
  "smithy": "2.0",
  "shapes": {
    "ns#Service": {
      "type": "service",
      "version": "1"
    },
    "ns#Operation": {
      "type": "operation",
      "errors": [
        {"target": "ns#A"},
        {"target": "ns#Z"}
      ]
    },
    "ns#A": {"type": "string"},
    "ns#Z": {
      "type": "string",
      "traits": {
        "aws.api#arn": {"z": 1, "a": 2},
        "smithy.api#title": "t"
      }
    }
  }
}
"#
    );
}

#[test]
fn canonical_text_is_not_changed() {
    let long = "x".repeat(90);
    let canonical = text_of(&json!({
        "ns#S": {"type": "structure", "members": {
            "b": {"traits": {"smithy.api#default": 1.5e300, "smithy.api#range": {"min": -1, "max": u64::MAX}}, "target": "ns#N"},
            "a": {"target": "ns#N", "traits": {"smithy.api#pattern": "^\\d\"\u{7f}é$"}},
        }},
        "ns#N": {"type": "integer", "traits": {
            "smithy.rules#endpointRuleSet": {"parameters": {}, "rules": [{"error": long}, {"error": "short"}]},
        }},
    }));
    assert!(
        canonical.contains("\"max\": 18446744073709551615"),
        "{canonical}"
    );
    assert_eq!(model(source(&canonical)).unwrap().text, canonical);
}

#[test]
fn long_values_of_rules_are_folded_and_other_traits_are_not() {
    let long = "x".repeat(90);
    let rules = json!({"rules": [{"error": long}, {"error": "e"}]});
    let text = text_of(
        &json!({"ns#S": {"type": "string", "traits": {"smithy.rules#endpointRuleSet": rules, "x#y": rules}}}),
    );
    assert!(
        text.contains("\n            {\"error\": \"e\"}\n"),
        "{text}"
    );
    assert!(
        text.contains(&format!(
            "\"x#y\": {{\"rules\": [{{\"error\": \"{long}\"}}, {{\"error\": \"e\"}}]}}\n"
        )),
        "{text}"
    );
}

#[test]
fn the_service_is_identified() {
    let text = json!({"smithy": "2.0", "shapes": {
        "ns#S": {"type": "service", "version": "2020-07-14", "traits": {"aws.api#service": {"sdkId": "ivs"}}},
    }});
    let service = model(source(&text.to_string())).unwrap().service;
    assert_eq!(
        service,
        Service {
            id: "ns#S".into(),
            version: "2020-07-14".into(),
            sdk_id: Some("ivs".into())
        }
    );
}

#[test]
fn invalid_files_are_errors() {
    for (text, codes) in [
        ("[]", &["E0102"][..]),
        ("{", &["E0101"]),
        (r#"{"smithy": "2.0"}"#, &["E0204"]),
        (r#"{"shapes": []}"#, &["E0201", "E0204"]),
        (
            r#"{"smithy": 2, "shapes": {}, "service": 1}"#,
            &["E0201", "E0208", "E0210"],
        ),
        (
            &model_with(&json!({"ns#Other": {"type": "service"}})),
            &["E0209"],
        ),
    ] {
        assert_eq!(codes_of(model(source(text)).unwrap_err()), codes, "{text}");
    }
    for (text, code) in [("[]", "E0102"), ("{", "E0101"), ("{}", "E0716")] {
        assert_eq!(codes_of(partitions(source(text)).unwrap_err()), [code]);
    }
}

fn codes_of(diagnostics: crate::Diagnostics) -> Vec<&'static str> {
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| diagnostic.span.is_some()),
        "{diagnostics}"
    );
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code.as_str())
        .collect()
}

#[test]
fn repeated_keys_are_warnings() {
    let text = model_with(&json!({})).replacen("{", r#"{"smithy": "1.0", "#, 1);
    let canonical = model(source(&text)).unwrap();
    assert_eq!(codes_of(canonical.warnings), ["E0103"]);
    let text = r#"{"partitions": [], "partitions": []}"#;
    let canonical = partitions(source(text)).unwrap();
    assert_eq!(codes_of(canonical.warnings), ["E0103"]);
}

#[test]
fn partitions_are_kept_completely() {
    let regions = json!({"eu-west-1": {"description": "Europe (Ireland)"}, "eu-central-1": {"description": "Europe (Frankfurt)"}});
    let published = json!({"partitions": [{"id": "aws", "regions": regions}], "version": "1.1"});
    let text = partitions(source(&published.to_string())).unwrap().text;
    assert_eq!(
        serde_json::from_str::<Value>(&text).unwrap().to_string(),
        published.to_string()
    );
    assert!(
        text.contains("\n        \"eu-west-1\": {\"description\": \"Europe (Ireland)\"},\n"),
        "{text}"
    );
    assert_eq!(partitions(source(&text)).unwrap().text, text);
}
