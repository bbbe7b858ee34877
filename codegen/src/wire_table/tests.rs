use serde_json::{Value, json};

use crate::generate::generate_with_wire_table;
use crate::testing::{model, options, sources};
use crate::wire_table::wire_table;

fn table(shapes: &str) -> Value {
    let text = model(shapes).to_string();
    let table = wire_table(&sources(&text), &options());
    let table = table.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    serde_json::from_str(&table).expect("JSON")
}

#[test]
fn the_table_beside_a_client_is_equal() {
    let text = model(r#"{"In": {"members": {"a": "String"}}}"#).to_string();
    let both = generate_with_wire_table(&sources(&text), &options());
    let (client, table) = both.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert_eq!(Ok(table), wire_table(&sources(&text), &options()));
    assert_eq!(client.operations, 1);
}

#[test]
fn operations_have_method_uri_status_and_errors() {
    let table = table(
        r#"{
        "Op": {"errors": ["Bad", "Worse"], "traits": {
            "http": {"method": "PUT", "uri": "/a/{key+}?list&type=2", "code": 201}}},
        "In": {"members": {"key": {"target": "String", "traits": {"httpLabel": {}, "required": {}}}}},
        "Bad": {"type": "structure", "members": {"exceptionMessage": "String",
            "code": {"target": "String", "traits": {"httpHeader": "x-code"}}},
            "traits": {"error": "client", "httpError": 409}},
        "Worse": {"type": "structure", "traits": {"error": "server"}}
    }"#,
    );
    assert_eq!(table["service"], json!({"signingName": "tiny"}));
    assert_eq!(
        table["operations"]["Op"],
        json!({"method": "PUT", "uri": "/a/{key+}?list&type=2", "status": 201,
            "errors": ["Bad", "Worse"]})
    );
    assert_eq!(
        table["inputs"]["Op"]["members"],
        json!([{"name": "key", "in": "label", "required": true, "type": "string"}])
    );
    assert_eq!(
        table["errors"],
        json!({
            "Bad": {"status": 409, "message": "exceptionMessage", "members": [
                {"name": "exceptionMessage", "type": "string"},
                {"name": "code", "in": {"header": "x-code"}, "type": "string"}]},
            "Worse": {"status": 500, "message": null, "members": []}
        })
    );
}

#[test]
fn members_have_types_constraints_and_defaults() {
    let table = table(
        r#"{
        "Name": {"type": "string", "traits": {"length": {"min": 1}, "pattern": "^a+$"}},
        "Names": {"type": "list", "member": "Name", "traits": {"length": {"max": 5}, "sparse": {}}},
        "Kind": {"type": "enum", "members": {
            "A": "Unit", "B": {"target": "Unit", "traits": {"internal": {}}}}},
        "Kinds": {"type": "map", "key": "Kind", "value": "Name"},
        "Flag": {"type": "boolean", "traits": {"default": false}},
        "Choice": {"type": "union", "members": {
            "none": "Unit", "name": {"target": "Name", "traits": {"jsonName": "n"}}}},
        "Inner": {"type": "structure", "members": {
            "flag": {"target": "Flag", "traits": {"default": false}},
            "at": {"target": "Timestamp", "traits": {"default": "1970-01-01T00:00:01Z",
                "timestampFormat": "date-time"}}}},
        "In": {"members": {
            "names": "Names", "kinds": "Kinds", "choice": "Choice", "inner": "Inner",
            "flag": {"target": "Flag", "traits": {"default": false}},
            "count": {"target": "Integer", "traits": {"default": 3, "range": {"min": 1, "max": 9}}}
        }}
    }"#,
    );
    let name = json!({"type": "string", "length": [1, null], "pattern": "^a+$"});
    assert_eq!(
        table["inputs"]["Op"]["members"],
        json!([
            {"name": "names", "type": "list", "element": name, "sparse": true, "length": [null, 5]},
            {"name": "kinds", "type": "map", "key": {"type": "enum", "shape": "Kind"}, "value": name},
            {"name": "choice", "type": "union", "shape": "Choice"},
            {"name": "inner", "type": "structure", "shape": "Inner"},
            {"name": "flag", "type": "boolean"},
            {"name": "count", "default": 3, "type": "integer", "range": [1, 9]}
        ])
    );
    assert_eq!(
        table["unions"]["Choice"]["members"],
        json!([
            {"name": "name", "wire": "n", "type": "string", "length": [1, null], "pattern": "^a+$"},
            {"name": "none", "type": "unit"}
        ])
    );
    assert_eq!(
        table["structures"]["Inner"]["members"],
        json!([
            {"name": "flag", "default": false, "type": "boolean"},
            {"name": "at", "default": 1.0, "type": "timestamp", "format": "date-time"}
        ])
    );
    assert_eq!(
        table["enums"]["Kind"],
        json!({"values": ["A"], "internal": ["B"]})
    );
}

#[test]
fn only_operations_with_input_and_output_have_them() {
    let shapes = |shape: &str| format!(r#"{{"Op": {{"input": {shape}, "output": {shape}}}}}"#);
    let empty = json!({"Op": {"members": []}});
    for (shape, expected) in [("\"Out\"", empty), ("\"Unit\"", json!({}))] {
        let table = table(&shapes(shape));
        assert_eq!(
            (&table["inputs"], &table["outputs"]),
            (&expected, &expected)
        );
    }
}

#[test]
fn each_shape_has_a_line() {
    let text = model(r#"{"In": {"members": {"a": "String"}}}"#).to_string();
    let table = wire_table(&sources(&text), &options()).expect("a table");
    let line = r#""Op": {"members":[{"name":"a","type":"string"}]}"#;
    assert!(table.lines().any(|actual| actual == line), "{table}");
}

#[test]
fn a_model_with_errors_has_no_table() {
    let text = model(r#"{"In": {"members": {"a": "Missing"}}}"#).to_string();
    let errors = wire_table(&sources(&text), &options()).expect_err("an error");
    assert!(errors.has_errors());
}
