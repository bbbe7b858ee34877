//! Files that are not botocore's, and files of other services.

use super::*;

fn example() -> Value {
    service(
        &json!({"errors": [{"shape": "E"}], "endpoint": {"hostPrefix": "a."}, "authtype": "none"}),
        &json!({
            "In": {"type": "structure", "required": ["s"], "payload": "s", "members": {
                "s": {"shape": "S", "timestampFormat": "iso8601", "location": "header", "locationName": "h"},
                "l": {"shape": "L"}, "m": {"shape": "M"}, "n": {"shape": "N", "box": true},
            }},
            "E": {"type": "structure", "exception": true, "error": {"httpStatusCode": 400}, "retryable": {"throttling": true}, "members": {}},
            "S": {"type": "string", "enum": ["a"], "min": 1},
            "L": {"type": "list", "member": {"shape": "S"}},
            "M": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "N"}},
            "N": {"type": "integer", "deprecated": true, "deprecatedSince": "1"},
        }),
    )
}

fn codes(service: &Value, present: &str) -> Vec<(&'static str, String)> {
    let diagnostics = convert_with(service, present).err();
    let diagnostics = diagnostics.expect("an error");
    let diagnostics = diagnostics.iter();
    diagnostics
        .map(|diagnostic| {
            assert!(diagnostic.span.is_some(), "{diagnostic}");
            (diagnostic.code.as_str(), diagnostic.place.to_string())
        })
        .collect()
}

/// Returns the code and place of the only error after `value` was put at a JSON pointer.
fn code_with(pointer: &str, value: Value) -> (&'static str, String) {
    let mut file = example();
    *file.pointer_mut(pointer).expect(pointer) = value;
    let codes = codes(&file, &present(&json!({})));
    assert_eq!(codes.len(), 1, "{codes:?}");
    codes.into_iter().next().unwrap()
}

#[test]
fn the_example_is_valid() {
    let converted = convert_with(&example(), &present(&json!({})));
    assert!(converted.is_ok(), "{converted:?}");
}

#[test]
fn each_fault_is_one_diagnostic_at_its_place() {
    for (pointer, value, code) in [
        ("/metadata/protocol", json!("rest-xml"), "E0404"),
        ("/metadata/serviceId", json!("Kitchen"), "E0208"),
        ("/shapes/L/member", json!({"shape": "Nowhere"}), "E0301"),
        ("/shapes/S/type", json!("text"), "E0203"),
        ("/shapes/S/enum", json!("a"), "E0204"),
        ("/shapes/In/members/s/location", json!("cookie"), "E0406"),
        (
            "/shapes/In/members/s/timestampFormat",
            json!("julian"),
            "E0402",
        ),
        ("/operations/Grow/authtype", json!("v5"), "E0420"),
        ("/operations/Grow/http", json!("POST"), "E0204"),
    ] {
        let (actual, place) = code_with(pointer, value);
        assert_eq!(actual, code, "{pointer}");
        assert!(
            pointer.starts_with(&format!("/{place}")) || format!("/{place}").starts_with(pointer),
            "{place}"
        );
    }
}

#[test]
fn keys_without_a_known_meaning_are_errors() {
    for pointer in [
        "",
        "/metadata",
        "/operations/Grow",
        "/operations/Grow/http",
        "/shapes/In",
        "/shapes/In/members/s",
        "/shapes/E/error",
        "/shapes/M/key",
    ] {
        let mut file = example();
        file.pointer_mut(pointer).unwrap()["newKey"] = true.into();
        let expected = format!("{pointer}/newKey");
        let codes = codes(&file, &present(&json!({})));
        assert_eq!(codes, [("E0210", expected[1..].to_owned())]);
    }
}

#[test]
fn a_present_model_of_the_service_is_required() {
    for text in ["{", "[]", "{}", r#"{"shapes": {}}"#] {
        let codes = codes(&example(), text);
        assert_eq!(codes, [("E0208", String::new())], "{text}");
    }
}

#[test]
fn files_that_are_not_json_objects_are_errors() {
    let error = convert_with(&json!([]), "").unwrap_err();
    assert_eq!(error.iter().next().unwrap().code.as_str(), "E0102");
    for file in [
        json!({}),
        json!({"metadata": {}, "operations": {}, "shapes": {}}),
    ] {
        assert!(convert_with(&file, &present(&json!({}))).is_err());
    }
}

/// Replaces each value of the example by values of other types.
#[test]
fn no_value_in_a_file_causes_a_panic() {
    fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    pointers(value, &format!("{at}/{key}"), found);
                }
            }
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    pointers(value, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }
    let (example, present) = (example(), present(&json!({})));
    let mut found = Vec::new();
    pointers(&example, "", &mut found);
    assert!(found.len() > 60, "{found:?}");
    let values = [
        "null",
        "true",
        "-1.5",
        "\"x\"",
        "[]",
        "[[]]",
        "{}",
        "{\"a\": {}}",
    ];
    let mut errors = 0;
    for pointer in &found {
        for value in values {
            let mut file = example.clone();
            *file.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
            match convert_with(&file, &present) {
                Ok(converted) => assert!(serde_json::from_str::<Value>(&converted.text).is_ok()),
                Err(diagnostics) => {
                    errors += 1;
                    assert!(diagnostics.has_errors(), "{pointer} {value}");
                }
            }
        }
    }
    assert!(errors > found.len() * 5, "only {errors} errors");
}

#[test]
fn companions_of_an_invalid_service_cause_no_panic() {
    let source = |name, text| Source { name, text };
    let files = Files {
        service: source(
            "service-2.json",
            r#"{"operations": {"Grow": 1}, "shapes": {}}"#,
        ),
        paginators: Some(source(
            "p",
            r#"{"pagination": {"Grow": {"input_token": "a"}}}"#,
        )),
        waiters: Some(source(
            "w",
            r#"{"waiters": {"A": {"operation": "Grow", "delay": 1}}}"#,
        )),
        endpoint_rules: Some(source("e", "{}")),
    };
    let present = present(&json!({}));
    let result = to_smithy(&files, source("model.json", &present));
    let codes = result.map_err(|error| error.iter().next().unwrap().code.as_str());
    assert_eq!(codes.err(), Some("E0204"));
}
