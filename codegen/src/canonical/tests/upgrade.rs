//! Tests of the upgrade from Smithy 1.

use super::*;

/// Returns the shapes of a model of Smithy 1 in canonical form, without the service.
fn upgraded(shapes: &Value) -> Value {
    let text = model_with(shapes).replace(r#""smithy":"2.0""#, r#""smithy":"1.0""#);
    assert!(text.contains(r#""1.0""#), "{text}");
    let text = model(source(&text)).unwrap().text;
    let mut model: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(model["smithy"], "2.0");
    let shapes = model["shapes"].as_object_mut().unwrap();
    shapes.shift_remove("ns#Service");
    std::mem::take(shapes).into()
}

#[test]
fn numbers_and_booleans_get_defaults_unless_they_are_boxed() {
    let boxed = json!({"smithy.api#box": {}});
    let to = |target: &str| json!({"target": target});
    let boxed_to = |target: &str| json!({"target": target, "traits": boxed});
    let with = |target: &str, value: Value| json!({"target": target, "traits": {"smithy.api#default": value}});
    let members = json!({
        "plain": to("ns#N"), "boxed": boxed_to("ns#N"), "target": to("ns#Boxed"), "applied": to("ns#B"),
        "primitive": to("smithy.api#PrimitiveBoolean"), "prelude": to("smithy.api#Integer"), "s": to("ns#Text"),
    });
    let shapes = upgraded(&json!({
        "ns#N": {"type": "integer"},
        "ns#B": {"type": "boolean"},
        "ns#Boxed": {"type": "double", "traits": boxed},
        "ns#Text": {"type": "string"},
        "ns#S": {"type": "structure", "members": members},
        "ns#U": {"type": "union", "members": {"plain": to("ns#N")}},
        "ns#S$applied": {"type": "apply", "traits": boxed},
    }));
    let default = |value: Value| json!({"smithy.api#default": value});
    assert_eq!(
        shapes,
        json!({
            "ns#N": {"type": "integer", "traits": default(json!(0))},
            "ns#B": {"type": "boolean", "traits": default(json!(false))},
            "ns#Boxed": {"type": "double"},
            "ns#Text": {"type": "string"},
            "ns#S": {"type": "structure", "members": {
                "plain": with("ns#N", json!(0)),
                "boxed": with("ns#N", json!(null)),
                "target": to("ns#Boxed"),
                "applied": with("ns#B", json!(null)),
                "primitive": with("smithy.api#PrimitiveBoolean", json!(false)),
                "prelude": to("smithy.api#Integer"),
                "s": to("ns#Text"),
            }},
            "ns#U": {"type": "union", "members": {"plain": to("ns#N")}},
        })
    );
}

#[test]
fn sets_become_lists_of_unique_items() {
    let member = json!({"target": "smithy.api#String"});
    assert_eq!(
        upgraded(&json!({"ns#Set": {"type": "set", "member": member}})),
        json!({"ns#Set": {"type": "list", "member": member, "traits": {"smithy.api#uniqueItems": {}}}})
    );
}

#[test]
fn streams_in_a_payload_have_an_empty_default() {
    let member = |traits: Value| json!({"target": "ns#Stream", "traits": traits});
    let shapes = upgraded(&json!({
        "ns#Stream": {"type": "blob", "traits": {"smithy.api#streaming": {}}},
        "ns#S": {"type": "structure", "members": {"body": member(json!({"smithy.api#httpPayload": {}}))}},
    }));
    let traits = json!({"smithy.api#default": "", "smithy.api#httpPayload": {}});
    assert_eq!(shapes["ns#S"]["members"]["body"], member(traits));
}

#[test]
fn both_spellings_of_enums_are_kept() {
    let named =
        json!({"type": "string", "traits": {"smithy.api#enum": [{"value": "a", "name": "A"}]}});
    assert_eq!(upgraded(&json!({"ns#E": named})), json!({"ns#E": named}));
}

#[test]
fn models_of_smithy_2_are_not_upgraded() {
    let text = text_of(&json!({
        "ns#N": {"type": "integer"},
        "ns#Set": {"type": "set", "member": {"target": "ns#N"}},
    }));
    assert!(text.contains(r#""ns#N": {"type": "integer"}"#), "{text}");
    assert!(text.contains(r#""type": "set""#), "{text}");
}

#[test]
fn other_versions_are_errors() {
    for version in ["3.0", "0.5", "", "two"] {
        let text = model_with(&json!({})).replace("2.0", version);
        assert_eq!(
            codes_of(model(source(&text)).unwrap_err()),
            ["E0201"],
            "{version}"
        );
    }
}
