//! The pair of models of the tests: the golden `minimal`, and the same service a month later.

use super::*;

/// Adds an operation with new types and an error, and a member to an existing type.
pub(super) fn add(model: &mut Value) {
    let shapes = model["shapes"].as_object_mut().unwrap();
    let target = |name: &str| json!({"target": format!("example.garden#{name}")});
    let string = json!({"target": "smithy.api#String", "traits": {"smithy.api#documentation": "<p>prose</p>"}});
    shapes["example.garden#Garden"]["operations"] = json!([target("Plant"), target("GetPlant")]);
    shapes["example.garden#PlantInput"]["members"]["bed"] = string.clone();
    for (name, shape) in [
        (
            "GetPlant",
            json!({
                "type": "operation", "input": target("GetPlantInput"), "output": target("GetPlantOutput"),
                "errors": [target("Frozen")],
                "traits": {"smithy.api#http": {"method": "GET", "uri": "/plant"}, "smithy.api#readonly": {}},
            }),
        ),
        ("GetPlantInput", json!({"type": "structure"})),
        (
            "GetPlantOutput",
            json!({"type": "structure", "members": {"season": target("Season")}}),
        ),
        (
            "Season",
            json!({"type": "enum", "members": {"SPRING": {"target": "smithy.api#Unit"}}}),
        ),
        (
            "Frozen",
            json!({"type": "structure", "members": {"message": string}, "traits": {"smithy.api#error": "server", "smithy.api#httpError": 503}}),
        ),
    ] {
        shapes.insert(format!("example.garden#{name}"), shape);
    }
}

/// Removes a member of the only operation's output.
pub(super) fn remove(model: &mut Value) {
    let output = &mut model["shapes"]["example.garden#PlantOutput"];
    output["members"] = json!({});
}
