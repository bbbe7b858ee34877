//! Tests of the removal of documentation.

use super::*;

/// Returns the canonical form of a trait.
fn canonical_trait(id: &str, value: &Value) -> Value {
    let text = text_of(&json!({"ns#S": {"type": "string", "traits": {id: value}}}));
    let model: Value = serde_json::from_str(&text).unwrap();
    model["shapes"]["ns#S"]["traits"][id].clone()
}

#[test]
fn documentation_traits_are_removed_from_shapes_and_members() {
    let prose = json!({
        "aws.iam#actionPermissionDescription": "prose",
        "smithy.api#documentation": "prose",
        "smithy.api#examples": [{"title": "prose"}],
        "smithy.api#externalDocumentation": {"prose": "prose"},
    });
    let member = json!({"target": "ns#S", "traits": prose});
    let text = text_of(&json!({
        "ns#S": {"type": "string", "traits": {"smithy.api#documentation": "prose", "smithy.api#title": "a title"}},
        "ns#L": {"type": "list", "member": member, "traits": prose},
        "ns#M": {"type": "map", "key": member, "value": member},
        "ns#U": {"type": "union", "members": {"m": member}},
        "ns#U$m": {"type": "apply", "traits": prose},
    }));
    assert!(!text.contains("prose"), "{text}");
    assert!(
        !text.contains("apply"),
        "an apply statement remains: {text}"
    );
    assert!(!text.contains("\"traits\": {}"), "{text}");
    assert!(text.contains("a title"), "{text}");
    assert!(text.contains(r#""m": {"target": "ns#S"}"#), "{text}");
}

#[test]
fn documentation_inside_traits_is_removed_and_the_rest_is_kept() {
    let parameter = json!({"documentation": "prose", "deprecated": {"message": "prose", "since": "1"}, "type": "String"});
    let cases = [
        (
            "aws.iam#defineConditionKeys",
            json!({"k": {"documentation": "prose", "externalDocumentation": "prose", "type": "String"}}),
            json!({"k": {"type": "String"}}),
        ),
        (
            "aws.iam#iamAction",
            json!({"name": "n", "documentation": "prose"}),
            json!({"name": "n"}),
        ),
        (
            "smithy.api#deprecated",
            json!({"message": "prose", "since": "1"}),
            json!({"since": "1"}),
        ),
        (
            "smithy.api#enum",
            json!([{"documentation": "prose", "value": "v"}]),
            json!([{"value": "v"}]),
        ),
        (
            "smithy.rules#endpointTests",
            json!({"version": "1.0", "testCases": [{"documentation": "prose", "expect": {"error": "e"}}]}),
            json!({"version": "1.0", "testCases": [{"expect": {"error": "e"}}]}),
        ),
        (
            "smithy.rules#endpointBdd",
            json!({
                "parameters": {"P": parameter},
                "conditions": [{"documentation": "prose", "fn": "isSet"}],
                "results": [{"documentation": "prose", "error": "e"}],
            }),
            json!({
                "parameters": {"P": {"deprecated": {"since": "1"}, "type": "String"}},
                "conditions": [{"fn": "isSet"}],
                "results": [{"error": "e"}],
            }),
        ),
        (
            "smithy.rules#clientContextParams",
            json!({"p": {"documentation": "prose", "type": "string"}}),
            json!({"p": {"type": "string"}}),
        ),
        (
            "smithy.test#httpRequestTests",
            json!([{"documentation": "prose", "id": "i"}]),
            json!([{"id": "i"}]),
        ),
        (
            "smithy.test#eventStreamTests",
            json!([{"documentation": "prose", "id": "i"}]),
            json!([{"id": "i"}]),
        ),
        (
            "smithy.waiters#waitable",
            json!({"Done": {"documentation": "prose", "minDelay": 1}}),
            json!({"Done": {"minDelay": 1}}),
        ),
    ];
    for (id, published, expected) in cases {
        assert_eq!(canonical_trait(id, &published), expected, "{id}");
    }
}

#[test]
fn documentation_is_removed_from_rules_but_not_from_endpoints() {
    let condition = json!({"fn": "isSet", "documentation": "prose"});
    let endpoint = json!({"url": "u", "properties": {"documentation": "a property"}});
    let published = json!({
        "parameters": {"documentation": {"type": "String", "documentation": "prose", "deprecated": {"message": "prose"}}},
        "rules": [{"documentation": "prose", "conditions": [condition], "rules": [
            {"documentation": "prose", "error": "an error"},
            {"documentation": "prose", "conditions": [condition], "endpoint": endpoint},
        ]}],
    });
    let expected = json!({
        "parameters": {"documentation": {"type": "String", "deprecated": {}}},
        "rules": [{"conditions": [{"fn": "isSet"}], "rules": [
            {"error": "an error"},
            {"conditions": [{"fn": "isSet"}], "endpoint": endpoint},
        ]}],
    });
    assert_eq!(
        canonical_trait("smithy.rules#endpointRuleSet", &published),
        expected
    );
}

#[test]
fn removal_keeps_the_order_of_keys() {
    let definitions = canonical_trait(
        "smithy.api#enum",
        &json!([{"documentation": "prose", "name": "n", "tags": [], "value": "v"}]),
    );
    assert_eq!(
        definitions.to_string(),
        r#"[{"name":"n","tags":[],"value":"v"}]"#
    );
}

#[test]
fn markup_in_an_unknown_place_is_an_error() {
    let shapes =
        json!({"ns#S": {"type": "string", "traits": {"x#y": {"text": ["ok", "<p>prose</p>"]}}}});
    let place = |text: &str| {
        let diagnostics = model(source(text)).unwrap_err();
        let places: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| diagnostic.place.to_string())
            .collect();
        places.join(" ")
    };
    assert_eq!(place(&model_with(&shapes)), "shapes/ns#S/traits/x#y/text/1");
    let metadata = json!({"smithy": "2.0", "metadata": {"m": "<code>"}, "shapes": {"ns#S": {"type": "service"}}});
    assert_eq!(place(&metadata.to_string()), "metadata/m");
}
