//! The Smithy form of each fact that botocore states.

use super::*;

/// Converts a member of `In` that targets `shape`, and returns the member and its target.
fn member_and_target(member: &Value, shape: &Value) -> (Value, Value) {
    let mut member = member.clone();
    member["shape"] = "T".into();
    let input = json!({"type": "structure", "members": {"m": member}});
    let boxed = json!({"type": "integer", "box": true});
    let file = service(
        &json!({"input": {"shape": "In"}, "output": {"shape": "Boxed"}}),
        &json!({"In": input, "T": shape, "Boxed": boxed}),
    );
    let shapes = shapes(&file, &present(&json!({})));
    (shapes["In"]["members"]["m"].clone(), shapes["T"].clone())
}

#[test]
fn a_service_becomes_a_smithy_model() {
    let operation = json!({
        "http": {"method": "PUT", "requestUri": "/plants/{plantId}/leaves/{path+}", "responseCode": 201},
        "output": {"shape": "Out", "documentation": "prose"},
        "errors": [{"shape": "Wilted", "documentation": "prose"}],
        "endpoint": {"hostPrefix": "{zone}."},
        "idempotent": true,
        "documentation": "prose",
    });
    let file = service(
        &operation,
        &json!({
            "In": {"type": "structure", "documentation": "prose", "required": ["id"], "payload": "body", "members": {
                "id": {"shape": "Text", "location": "uri", "locationName": "plantId"},
                "leaf": {"shape": "Text", "location": "uri", "locationName": "path"},
                "zone": {"shape": "Text", "location": "header", "locationName": "x-zone", "hostLabel": true},
                "body": {"shape": "Data", "documentation": "prose"},
            }},
            "Out": {"type": "structure", "members": {
                "all": {"shape": "Names"}, "by": {"shape": "ByName"}, "status": {"shape": "Code", "location": "statusCode"},
            }},
            "Wilted": {"type": "structure", "exception": true, "fault": true, "error": {"httpStatusCode": 503},
                "retryable": {"throttling": true}, "members": {"message": {"shape": "Text"}}},
            "Text": {"type": "string", "min": 1, "max": 9, "pattern": "[a-z]+", "sensitive": true},
            "Data": {"type": "structure", "union": true, "members": {"a": {"shape": "Text"}, "b": {"shape": "Names"}}},
            "Names": {"type": "list", "member": {"shape": "Text"}, "min": 0, "max": 3, "sparse": true},
            "ByName": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Names"}},
            "Code": {"type": "integer", "box": true, "min": 0, "max": 599},
            "Unused": {"type": "string"},
        }),
    );
    let target = |name: &str| json!({"target": format!("example.garden#{name}")});
    let with = |name: &str, traits: Value| json!({"target": format!("example.garden#{name}"), "traits": traits});
    assert_eq!(
        shapes(&file, &present(&json!({}))),
        json!({
            "Garden": {
                "type": "service",
                "version": "2024-01-01",
                "operations": [target("Grow")],
                "traits": {
                    "aws.protocols#restJson1": {},
                    "aws.auth#sigv4": {"name": "garden"},
                    "aws.api#service": {"sdkId": "Garden", "arnNamespace": "garden"},
                    "smithy.api#title": "Example Garden",
                },
            },
            "Grow": {
                "type": "operation",
                "input": target("In"),
                "output": target("Out"),
                "errors": [target("Wilted")],
                "traits": {
                    "smithy.api#idempotent": {},
                    "smithy.api#http": {"method": "PUT", "uri": "/plants/{id}/leaves/{leaf+}", "code": 201},
                    "smithy.api#endpoint": {"hostPrefix": "{zone}."},
                },
            },
            "In": {"type": "structure", "members": {
                "id": with("Text", json!({"smithy.api#required": {}, "smithy.api#httpLabel": {}})),
                "leaf": with("Text", json!({"smithy.api#httpLabel": {}})),
                "zone": with("Text", json!({"smithy.api#hostLabel": {}, "smithy.api#httpHeader": "x-zone"})),
                "body": with("Data", json!({"smithy.api#httpPayload": {}})),
            }},
            "Out": {"type": "structure", "members": {
                "all": target("Names"), "by": target("ByName"),
                "status": with("Code", json!({"smithy.api#httpResponseCode": {}})),
            }},
            "Wilted": {"type": "structure", "members": {"message": target("Text")}, "traits": {
                "smithy.api#error": "server", "smithy.api#httpError": 503, "smithy.api#retryable": {"throttling": true},
            }},
            "Text": {"type": "string", "traits": {
                "smithy.api#sensitive": {}, "smithy.api#pattern": "^[a-z]+$", "smithy.api#length": {"min": 1, "max": 9},
            }},
            "Data": {"type": "union", "members": {"a": target("Text"), "b": target("Names")}},
            "Names": {"type": "list", "member": target("Text"), "traits": {
                "smithy.api#sparse": {}, "smithy.api#length": {"max": 3},
            }},
            "ByName": {"type": "map", "key": target("Text"), "value": target("Names")},
            "Code": {"type": "integer", "traits": {"smithy.api#range": {"min": 0, "max": 599}}},
        })
    );
}

#[test]
fn locations_become_bindings() {
    let string = json!({"type": "string"});
    let map = json!({"type": "map", "key": {"shape": "Boxed"}, "value": {"shape": "Boxed"}});
    for (member, shape, id, value) in [
        (
            json!({"location": "querystring", "locationName": "q"}),
            &string,
            "httpQuery",
            json!("q"),
        ),
        (
            json!({"location": "querystring", "locationName": "q"}),
            &map,
            "httpQueryParams",
            json!({}),
        ),
        (
            json!({"location": "header", "locationName": "h"}),
            &string,
            "httpHeader",
            json!("h"),
        ),
        (
            json!({"location": "headers", "locationName": "h-"}),
            &map,
            "httpPrefixHeaders",
            json!("h-"),
        ),
        (
            json!({"locationName": "M"}),
            &string,
            "jsonName",
            json!("M"),
        ),
    ] {
        let (member, _) = member_and_target(&member, shape);
        let traits = json!({format!("smithy.api#{id}"): value});
        assert_eq!(member["traits"], traits, "{id}");
    }
    let (member, _) = member_and_target(&json!({"locationName": "m"}), &string);
    assert_eq!(member.get("traits"), None);
}

#[test]
fn other_facts_of_members_become_traits() {
    let timestamp = json!({"type": "timestamp"});
    for (format, expected) in [
        ("iso8601", "date-time"),
        ("unixTimestamp", "epoch-seconds"),
        ("rfc822", "http-date"),
    ] {
        let (member, _) = member_and_target(&json!({"timestampFormat": format}), &timestamp);
        assert_eq!(
            member["traits"],
            json!({"smithy.api#timestampFormat": expected})
        );
    }
    let deprecated =
        json!({"deprecated": true, "deprecatedMessage": "prose", "deprecatedSince": "2"});
    let (member, _) = member_and_target(&deprecated, &timestamp);
    assert_eq!(
        member["traits"],
        json!({"smithy.api#deprecated": {"since": "2"}})
    );
    let (member, _) = member_and_target(
        &json!({"idempotencyToken": true}),
        &json!({"type": "string"}),
    );
    assert_eq!(member["traits"], json!({"smithy.api#idempotencyToken": {}}));
    let param = json!({"name": "Bed"});
    let (member, _) =
        member_and_target(&json!({"contextParam": param}), &json!({"type": "string"}));
    assert_eq!(
        member["traits"],
        json!({"smithy.rules#contextParam": param})
    );
    let (_, blob) = member_and_target(
        &json!({"streaming": true, "requiresLength": true}),
        &json!({"type": "blob"}),
    );
    assert_eq!(
        blob["traits"],
        json!({"smithy.api#streaming": {}, "smithy.api#requiresLength": {}})
    );
    let header = json!({"jsonvalue": true, "location": "header", "locationName": "h"});
    let (_, json_text) = member_and_target(&header, &json!({"type": "string"}));
    assert_eq!(
        json_text["traits"],
        json!({"smithy.api#mediaType": "application/json"})
    );
}

#[test]
fn numbers_that_are_not_boxed_have_the_default_zero() {
    let defaults = |member: Value, shape: Value| {
        let (member, shape) = member_and_target(&member, &shape);
        [&member, &shape].map(|shape| shape["traits"].get("smithy.api#default").cloned())
    };
    let zero = Some(json!(0));
    assert_eq!(
        defaults(json!({}), json!({"type": "long"})),
        [zero.clone(), zero.clone()]
    );
    assert_eq!(
        defaults(json!({"box": true}), json!({"type": "long"})),
        [None, zero]
    );
    assert_eq!(
        defaults(json!({}), json!({"type": "long", "box": true})),
        [None, None]
    );
    let no = Some(json!(false));
    assert_eq!(
        defaults(json!({}), json!({"type": "boolean"})),
        [no.clone(), no]
    );
    assert_eq!(defaults(json!({}), json!({"type": "string"})), [None, None]);
}

#[test]
fn defaults_are_unknown_in_a_service_without_boxes() {
    let input = json!({"type": "structure", "members": {"m": {"shape": "N"}}});
    let file = service(&json!({}), &json!({"In": input, "N": {"type": "integer"}}));
    let shapes = shapes(&file, &present(&json!({})));
    assert_eq!(shapes["N"], json!({"type": "integer"}));
    assert_eq!(
        shapes["In"]["members"]["m"],
        json!({"target": "example.garden#N"})
    );
}

#[test]
fn errors_of_clients_and_servers_are_told_apart() {
    for (error, expected) in [
        (
            json!({"exception": true}),
            json!({"smithy.api#error": "client"}),
        ),
        (
            json!({"exception": true, "error": {"httpStatusCode": 404, "senderFault": true}}),
            json!({"smithy.api#error": "client", "smithy.api#httpError": 404}),
        ),
        (
            json!({"exception": true, "error": {"httpStatusCode": 500}}),
            json!({"smithy.api#error": "server", "smithy.api#httpError": 500}),
        ),
        (
            json!({"exception": true, "fault": true, "retryable": {"throttling": false}}),
            json!({"smithy.api#error": "server", "smithy.api#retryable": {}}),
        ),
    ] {
        let mut shape = json!({"type": "structure", "members": {}});
        let entries = error.as_object().unwrap().clone();
        shape.as_object_mut().unwrap().extend(entries);
        let (_, shape) = member_and_target(&json!({}), &shape);
        assert_eq!(shape["traits"], expected);
    }
}

#[test]
fn documents_and_event_streams_have_a_type_in_smithy() {
    let (_, document) = member_and_target(
        &json!({}),
        &json!({"type": "structure", "document": true, "members": {}}),
    );
    assert_eq!(document, json!({"type": "document"}));
    let stream =
        json!({"type": "structure", "eventstream": true, "members": {"e": {"shape": "Boxed"}}});
    let (_, stream) = member_and_target(&json!({}), &stream);
    assert_eq!(stream["type"], "union");
    assert_eq!(stream["traits"], json!({"smithy.api#streaming": {}}));
}

#[test]
fn new_enum_values_get_names_of_their_letters_and_digits() {
    let values = json!(["OAK", "red.oak", "1st"]);
    let input = json!({"type": "structure", "members": {"m": {"shape": "E"}}});
    let file = service(
        &json!({}),
        &json!({"In": input, "E": {"type": "string", "enum": values}}),
    );
    let converted = convert_with(&file, &present(&json!({}))).unwrap();
    assert_eq!(
        converted.notes,
        [
            "example.garden#E: the value \"red.oak\" got the name red_oak",
            "example.garden#E: the value \"1st\" got the name VALUE_1st",
        ]
    );
    let shapes = shapes(&file, &present(&json!({})));
    let named =
        |value| json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}});
    assert_eq!(
        shapes["E"],
        json!({"type": "enum", "members": {
            "OAK": {"target": "smithy.api#Unit"}, "red_oak": named("red.oak"), "VALUE_1st": named("1st"),
        }})
    );
}

#[test]
fn operations_have_their_auth_schemes() {
    for (operation, id, value) in [
        (json!({"authtype": "none"}), "smithy.api#auth", json!([])),
        (
            json!({"auth": ["smithy.api#noAuth"]}),
            "smithy.api#auth",
            json!([]),
        ),
        (
            json!({"auth": ["aws.auth#sigv4"]}),
            "smithy.api#auth",
            json!(["aws.auth#sigv4"]),
        ),
        (
            json!({"authtype": "v4-unsigned-body"}),
            "aws.auth#unsignedPayload",
            json!({}),
        ),
        (
            json!({"unsignedPayload": true}),
            "aws.auth#unsignedPayload",
            json!({}),
        ),
        (json!({"readonly": true}), "smithy.api#readonly", json!({})),
        (
            json!({"httpChecksumRequired": true}),
            "smithy.api#httpChecksumRequired",
            json!({}),
        ),
        (
            json!({"requestcompression": {"encodings": ["gzip"]}}),
            "smithy.api#requestCompression",
            json!({"encodings": ["gzip"]}),
        ),
        (
            json!({"staticContextParams": {"A": {"value": "b"}}}),
            "smithy.rules#staticContextParams",
            json!({"A": {"value": "b"}}),
        ),
    ] {
        let file = service(
            &operation,
            &json!({"In": {"type": "structure", "members": {}}}),
        );
        let shapes = shapes(&file, &present(&json!({})));
        assert_eq!(shapes["Grow"]["traits"][id], value, "{operation}");
    }
}

#[test]
fn a_shape_with_the_name_of_an_operation_is_renamed() {
    let input = json!({"type": "structure", "members": {"m": {"shape": "Grow"}}});
    let file = service(
        &json!({}),
        &json!({"In": input, "Grow": {"type": "string"}}),
    );
    let shapes = shapes(&file, &present(&json!({})));
    assert_eq!(
        shapes["In"]["members"]["m"]["target"],
        "example.garden#GrowShape"
    );
    assert_eq!(shapes["GrowShape"], json!({"type": "string"}));
    assert_eq!(shapes["Grow"]["type"], "operation");
}
