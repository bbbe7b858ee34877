//! The facts that the converted model keeps of the present one.

use super::*;

fn input(members: &Value) -> Value {
    json!({"type": "structure", "members": members})
}

#[test]
fn traits_without_an_equivalent_are_kept_while_shape_and_target_are_the_same() {
    let traits = json!({"smithy.api#input": {}, "smithy.api#sensitive": {}});
    let member = |target: &str| json!({"target": format!("example.garden#{target}"), "traits": {"smithy.api#clientOptional": {}}});
    let present = present(&json!({
        "example.garden#In": {"type": "structure", "traits": traits, "members": {"a": member("A"), "b": member("A")}},
        "example.garden#A": {"type": "string", "traits": {"smithy.api#mediaType": "text/plain"}},
        "example.garden#B": {"type": "string", "traits": {"smithy.api#mediaType": "text/plain"}},
    }));
    let file = service(
        &json!({}),
        &json!({
            "In": input(&json!({"b": {"shape": "B"}, "a": {"shape": "A"}})),
            "A": {"type": "string"}, "B": {"type": "integer"},
        }),
    );
    let converted = convert_with(&file, &present).unwrap();
    let kept = converted.kept.iter().map(|(id, count)| (&**id, *count));
    let expected = [
        ("smithy.api#clientOptional", 1),
        ("smithy.api#input", 1),
        ("smithy.api#mediaType", 1),
    ];
    assert_eq!(kept.collect::<Vec<_>>(), expected);
    assert_eq!(
        converted.notes,
        [
            "example.garden#In$b has another target and lost smithy.api#clientOptional",
            "example.garden#B has another type and lost smithy.api#mediaType",
        ]
    );
    let shapes = shapes(&file, &present);
    assert_eq!(shapes["In"]["traits"], json!({"smithy.api#input": {}}));
    let order: Vec<_> = shapes["In"]["members"]
        .as_object()
        .unwrap()
        .keys()
        .collect();
    assert_eq!(order, ["a", "b"]);
}

#[test]
fn enums_keep_their_form_and_the_names_of_their_values() {
    let named =
        |value| json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}});
    let definition = json!({"value": "x.y", "name": "XY"});
    let members = json!({"OAK_TREE": named("oak"), "GONE": named("gone")});
    let present = present(&json!({
        "example.garden#New": {"type": "enum", "members": members},
        "example.garden#Old": {"type": "string", "traits": {"smithy.api#enum": [definition]}},
    }));
    let file = service(
        &json!({}),
        &json!({
            "In": input(&json!({"a": {"shape": "New"}, "b": {"shape": "Old"}})),
            "New": {"type": "string", "enum": ["oak", "elm"]},
            "Old": {"type": "string", "enum": ["z", "x.y"]},
        }),
    );
    let shapes = shapes(&file, &present);
    let elm = json!({"target": "smithy.api#Unit"});
    assert_eq!(
        shapes["New"]["members"],
        json!({"OAK_TREE": named("oak"), "elm": elm})
    );
    assert_eq!(
        shapes["Old"]["traits"]["smithy.api#enum"],
        json!([{"value": "z"}, definition])
    );
}

#[test]
fn types_and_targets_that_botocore_lacks_are_kept() {
    let member = |target: &str| json!({"target": target});
    let present = present(&json!({
        "example.garden#In": {"type": "structure", "members": {
            "s": member("smithy.api#String"), "n": member("smithy.api#PrimitiveInteger"),
            "byte": member("example.garden#Small"),
        }},
        "example.garden#Small": {"type": "byte"},
        "example.garden#Level": {"type": "intEnum", "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}},
        "example.garden#Set": {"type": "set", "member": member("example.garden#Small")},
    }));
    let file = service(
        &json!({}),
        &json!({
            "In": input(&json!({
                "s": {"shape": "String"}, "n": {"shape": "Integer"}, "byte": {"shape": "Small"},
                "level": {"shape": "Level"}, "set": {"shape": "Set"},
            })),
            "String": {"type": "string"}, "Integer": {"type": "integer"}, "Small": {"type": "integer"},
            "Level": {"type": "integer"}, "Set": {"type": "list", "member": {"shape": "Small"}},
        }),
    );
    let shapes = shapes(&file, &present);
    assert_eq!(shapes["In"]["members"]["s"], member("smithy.api#String"));
    assert_eq!(
        shapes["In"]["members"]["n"],
        member("smithy.api#PrimitiveInteger")
    );
    assert_eq!(shapes["Small"], json!({"type": "byte"}));
    assert_eq!(shapes["Level"]["type"], "intEnum");
    assert_eq!(
        shapes["Level"]["members"]["LOW"]["traits"],
        json!({"smithy.api#enumValue": 1})
    );
    assert_eq!(shapes["Set"]["type"], "set");
}

#[test]
fn defaults_are_kept_unless_botocore_boxes_them() {
    let member = |default: Value| json!({"target": "example.garden#N", "traits": {"smithy.api#default": default}});
    let members =
        json!({"zero": member(json!(0)), "boxed": member(json!(0)), "two": member(json!(2))});
    let number = json!({"type": "integer", "traits": {"smithy.api#default": 0}});
    let present = present(&json!({
        "example.garden#In": {"type": "structure", "members": members},
        "example.garden#N": number,
    }));
    let file = |number: Value| {
        let boxed = json!({"shape": "N", "box": true});
        let members =
            json!({"zero": {"shape": "N"}, "boxed": boxed, "two": {"shape": "N", "box": true}});
        service(&json!({}), &json!({"In": input(&members), "N": number}))
    };
    let shapes_with = |number| shapes(&file(number), &present);
    let converted = shapes_with(json!({"type": "integer"}));
    let default = |shapes: &Value, name: &str| {
        shapes["In"]["members"][name]["traits"]
            .get("smithy.api#default")
            .cloned()
    };
    assert_eq!(default(&converted, "zero"), Some(json!(0)));
    assert_eq!(default(&converted, "boxed"), None);
    assert_eq!(default(&converted, "two"), Some(json!(2)));
    assert_eq!(converted["N"], number);
    let converted = shapes_with(json!({"type": "integer", "box": true}));
    assert_eq!(converted["N"], json!({"type": "integer"}));
}

#[test]
fn resources_keep_the_operations_that_still_exist() {
    let target = |name: &str| json!({"target": format!("example.garden#{name}")});
    let mut model: Value = serde_json::from_str(&present(&json!({
        "example.garden#Bed": {
            "type": "resource", "read": target("Dig"), "create": target("Grow"),
            "operations": [target("Dig")], "traits": {"aws.api#arn": {}},
        },
    })))
    .unwrap();
    let garden = &mut model["shapes"]["example.garden#Garden"];
    garden["resources"] = json!([target("Bed")]);
    garden["traits"]["smithy.api#cors"] = json!({});
    let file = service(&json!({}), &json!({"In": input(&json!({}))}));
    let shapes = shapes(&file, &model.to_string());
    assert_eq!(
        shapes["Bed"],
        json!({"type": "resource", "create": target("Grow"), "operations": [], "traits": {"aws.api#arn": {}}})
    );
    assert_eq!(shapes["Garden"]["operations"], json!([]));
    assert_eq!(shapes["Garden"]["resources"], json!([target("Bed")]));
    assert_eq!(shapes["Garden"]["traits"]["smithy.api#cors"], json!({}));
}
