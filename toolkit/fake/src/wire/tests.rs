mod bindings;
mod protocol;
mod random;

use std::sync::Mutex;
use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Map, Value, json};

use super::{Auth, Table, Wire};
use crate::behaviour::{Behaviour, Caller, ServiceError};

/// A service with a member in each part of request and response.
const TABLE: &str = r#"{
"service": {"signingName": null},
"operations": {
"Put": {"method": "PUT", "uri": "/{bucket}/{key+}?x=1", "status": 201, "errors": ["Gone"]},
"Send": {"method": "POST", "uri": "/send", "status": 200, "errors": []},
"Drop": {"method": "DELETE", "uri": "/drop", "status": 204, "errors": []}
},
"inputs": {
"Put": {"members": [
    {"name": "bucket", "in": "label", "required": true, "type": "string"},
    {"name": "key", "in": "label", "required": true, "type": "string"},
    {"name": "names", "in": {"query": "name"}, "type": "list", "element": {"type": "string"}},
    {"name": "since", "in": {"header": "x-since"}, "type": "timestamp", "format": "http-date"},
    {"name": "counts", "in": {"header": "x-counts"}, "type": "list", "element": {"type": "byte"}},
    {"name": "meta", "in": {"prefixHeaders": "x-meta-"}, "type": "map", "key": {"type": "string"},
        "value": {"type": "string"}},
    {"name": "depth", "wire": "DEPTH", "default": 3, "type": "short"},
    {"name": "part", "type": "structure", "shape": "Part"},
    {"name": "choice", "type": "union", "shape": "Choice"}]},
"Send": {"members": [{"name": "bytes", "in": {"payload": "application/octet-stream"}, "type": "blob"}]}
},
"outputs": {
"Put": {"members": [
    {"name": "code", "in": "responseCode", "type": "integer"},
    {"name": "tag", "in": {"header": "x-tag"}, "type": "string"},
    {"name": "at", "required": true, "type": "timestamp", "format": "date-time"},
    {"name": "parts", "type": "list", "element": {"type": "structure", "shape": "Part"}}]},
"Send": {"members": [{"name": "bytes", "in": {"payload": "text/plain"}, "type": "string"}]}
},
"errors": {
"Gone": {"status": 410, "message": "exceptionMessage", "members": [
    {"name": "exceptionMessage", "type": "string"},
    {"name": "since", "in": {"header": "x-since"}, "type": "timestamp", "format": "http-date"}]}
},
"structures": {
"Part": {"members": [
    {"name": "size", "required": true, "type": "long", "range": [1, 9]},
    {"name": "flag", "default": false, "type": "boolean"},
    {"name": "part", "type": "structure", "shape": "Part"}]}
},
"unions": {
"Choice": {"members": [{"name": "text", "type": "string", "length": [2, null]}, {"name": "none", "type": "unit"}]}
},
"enums": {}
}"#;

/// Gives the same result to each call, and records the inputs.
struct Fixed {
    result: Result<Map<String, Value>, ServiceError>,
    inputs: Mutex<Vec<(String, Value)>>,
}

impl Behaviour for Fixed {
    fn call(
        &self,
        operation: &str,
        input: Map<String, Value>,
        _caller: &Caller,
    ) -> Result<Map<String, Value>, ServiceError> {
        let mut inputs = self.inputs.lock().expect("no panic under the lock");
        inputs.push((operation.to_owned(), input.into()));
        self.result.clone()
    }
}

fn wire(result: Result<Value, ServiceError>) -> Wire<Fixed> {
    let output = |value| match value {
        Value::Object(output) => output,
        other => panic!("{other} is not an object"),
    };
    let behaviour = Fixed {
        result: result.map(output),
        inputs: Mutex::default(),
    };
    let table = Table::parse(TABLE).expect("a table");
    Wire::new(table, behaviour, Auth::off("123456789012"), Some(1))
}

fn respond(wire: &Wire<Fixed>, request: &Request<Bytes>) -> Response<Bytes> {
    let reply = wire.handle(request, SystemTime::now());
    reply.response.expect("a response")
}

fn body(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap_or(Value::Null)
}

/// Returns a request for `Put`.
fn put(uri: &str, headers: &[(&str, &str)], body: &Value) -> Request<Bytes> {
    let mut request = Request::put(uri).header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request
        .body(Bytes::from(body.to_string()))
        .expect("a request")
}

#[test]
fn tables_that_name_missing_shapes_are_errors() {
    let table = TABLE.replace("\"Part\": {\"members\"", "\"Other\": {\"members\"");
    let error = Table::parse(&table).expect_err("an error").to_string();
    assert_eq!(error, "the wire table is invalid: it lacks the shape Part");
    assert!(Table::parse("{}").is_err());
}

#[test]
fn invalid_outputs_are_faults_of_the_fake() {
    for (output, reason) in [
        (json!({}), "the output lacks at"),
        (json!({"at": "now"}), "at cannot be \"now\""),
        (
            json!({"at": 0, "other": 1}),
            "the output has the unknown member other",
        ),
        (
            json!({"at": 0, "parts": [{"size": 1, "other": 1}]}),
            "parts has the unknown member other",
        ),
        (json!({"at": 0, "parts": [{}]}), "the output lacks size"),
        (
            json!({"at": 0, "tag": "a\nb"}),
            "the header x-tag would be invalid",
        ),
        (json!({"at": 0, "code": 7}), "7 is not a status"),
    ] {
        let response = respond(&wire(Ok(output)), &put("/b/k?x=1", &[], &json!({})));
        assert_eq!(response.status(), 500, "{reason}");
        assert_eq!(response.headers()["x-amzn-errortype"], "InternalFailure");
        let message = format!("The fake has a fault: {reason}.");
        assert_eq!(body(&response)["message"], message.as_str());
    }
}
