//! Tests of the conversion.

mod companions;
mod errors;
mod facts;
mod kept;

use serde_json::{Value, json};

use super::*;

/// Returns the present model of a garden's service, with other shapes.
fn present(shapes: &Value) -> String {
    let mut all = json!({"example.garden#Garden": {
        "type": "service",
        "version": "2024-01-01",
        "traits": {
            "aws.api#service": {"sdkId": "Garden", "arnNamespace": "garden"},
            "aws.auth#sigv4": {"name": "garden"},
            "aws.protocols#restJson1": {},
            "smithy.api#title": "Example Garden",
        },
    }});
    let entries = shapes.as_object().unwrap().clone();
    all.as_object_mut().unwrap().extend(entries);
    json!({"smithy": "2.0", "shapes": all}).to_string()
}

/// Returns a botocore file with an operation `Grow`, whose input is the structure `In`.
fn service(operation: &Value, shapes: &Value) -> Value {
    let mut grow = json!({
        "name": "Grow",
        "http": {"method": "POST", "requestUri": "/grow"},
        "input": {"shape": "In"},
    });
    let entries = operation.as_object().unwrap().clone();
    grow.as_object_mut().unwrap().extend(entries);
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2024-01-01",
            "endpointPrefix": "garden",
            "protocol": "rest-json",
            "serviceFullName": "Example Garden",
            "serviceId": "Garden",
            "signatureVersion": "v4",
        },
        "operations": {"Grow": grow},
        "shapes": shapes,
    })
}

/// Converts a service without companions.
fn convert_with(service: &Value, present: &str) -> Result<Converted, Diagnostics> {
    let service = service.to_string();
    let files = Files {
        service: Source {
            name: "service-2.json",
            text: &service,
        },
        paginators: None,
        waiters: None,
        endpoint_rules: None,
    };
    let name = "model.json";
    to_smithy(
        &files,
        Source {
            name,
            text: present,
        },
    )
}

/// Returns the converted shapes, by name.
fn shapes(service: &Value, present: &str) -> Value {
    let converted = convert_with(service, present).unwrap_or_else(|error| panic!("{error}"));
    let model: Value = serde_json::from_str(&converted.text).unwrap();
    let shapes = model["shapes"].as_object().unwrap().iter();
    let name = |id: &str| id.rsplit('#').next().unwrap().to_owned();
    shapes
        .map(|(id, shape)| (name(id), shape.clone()))
        .collect()
}
