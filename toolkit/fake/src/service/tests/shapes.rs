//! Checks of outputs against the model's shapes: all members are known, required ones are there,
//! types and constraints hold.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use regex::Regex;
use serde_json::Value;

const NAMESPACE: &str = "com.amazonaws.ivs#";

/// The model with the corrections of traits in its overlay.
static MODEL: LazyLock<Value> = LazyLock::new(|| {
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let mut model = parse(include_str!("../../../../../model/ivs.json"));
    let overlay = parse(include_str!(
        "../../../../../model/overlay/corrections.json"
    ));
    for (id, correction) in overlay["shapes"].as_object().unwrap() {
        for (name, value) in correction["traits"].as_object().unwrap() {
            model["shapes"][id]["traits"][name] = value.clone();
        }
    }
    model
});

fn shape(id: &str) -> &'static Value {
    &MODEL["shapes"][id]
}

fn shape_trait<'a>(shape: &'a Value, name: &str) -> Option<&'a Value> {
    shape["traits"].get(format!("smithy.api#{name}"))
}

/// Asserts that an operation's output has the form that the model declares.
#[track_caller]
pub(super) fn check_output(operation: &str, output: &Value) {
    let declared = shape(&format!("{NAMESPACE}{operation}"))["output"]["target"].as_str();
    let found = match declared {
        Some("smithy.api#Unit") | None if output == &serde_json::json!({}) => Ok(()),
        Some(id) => check(id, output, operation),
        None => Err(format!("{operation}: an output where the model has none")),
    };
    if let Err(fault) = found {
        panic!("{fault}: {output}");
    }
}

fn check(id: &str, value: &Value, path: &str) -> Result<(), String> {
    let simple = id.strip_prefix("smithy.api#");
    let shape = shape(id);
    let kind = simple
        .or(shape["type"].as_str())
        .unwrap_or_default()
        .to_lowercase();
    let fault = |expected: &str| Err(format!("{path} is no {expected}"));
    match kind.as_str() {
        "structure" => structure(shape, value, path),
        "list" => {
            let Some(list) = value.as_array() else {
                return fault("list");
            };
            let target = shape["member"]["target"].as_str().unwrap();
            for (index, element) in list.iter().enumerate() {
                check(target, element, &format!("{path}/{index}"))?;
            }
            length(shape, list.len(), path)
        }
        "map" => {
            let Some(map) = value.as_object() else {
                return fault("map");
            };
            for (key, value) in map {
                check(
                    shape["value"]["target"].as_str().unwrap(),
                    value,
                    &format!("{path}/{key}"),
                )?;
            }
            length(shape, map.len(), path)
        }
        "enum" | "string" => {
            let Some(string) = value.as_str() else {
                return fault("string");
            };
            constrained(shape, string, path)
        }
        "boolean" if value.is_boolean() => Ok(()),
        "integer" | "long" if value.is_i64() => Ok(()),
        "timestamp" if value.is_number() => Ok(()),
        kind => fault(kind),
    }
}

fn structure(shape: &Value, value: &Value, path: &str) -> Result<(), String> {
    let Some(object) = value.as_object() else {
        return Err(format!("{path} is no structure"));
    };
    let members = shape["members"].as_object().unwrap();
    for (name, value) in object {
        let path = format!("{path}/{name}");
        let Some(member) = members.get(name) else {
            return Err(format!("{path} is unknown"));
        };
        // The service shows an empty preset, which is no value of the enum.
        if !(name == "preset" && value == "") {
            check(member["target"].as_str().unwrap(), value, &path)?;
        }
    }
    for (name, member) in members {
        if shape_trait(member, "required").is_some() && !object.contains_key(name) {
            return Err(format!("{path}/{name} is missing"));
        }
    }
    Ok(())
}

/// Returns `true` if a string matches a pattern. Patterns are compiled once.
fn matches(pattern: &str, string: &str) -> bool {
    static COMPILED: Mutex<BTreeMap<String, Regex>> = Mutex::new(BTreeMap::new());
    let mut compiled = COMPILED.lock().unwrap();
    let compile = || Regex::new(pattern).unwrap();
    compiled
        .entry(pattern.to_owned())
        .or_insert_with(compile)
        .is_match(string)
}

fn constrained(shape: &Value, string: &str, path: &str) -> Result<(), String> {
    let pattern = shape_trait(shape, "pattern").and_then(Value::as_str);
    if let Some(pattern) = pattern.filter(|pattern| !matches(pattern, string)) {
        return Err(format!("{path} does not match {pattern}"));
    }
    let by_trait = shape_trait(shape, "enum").and_then(Value::as_array);
    let by_trait = by_trait.map(|values| values.iter().map(|value| &value["value"]).collect());
    let members = (shape["type"] == "enum")
        .then(|| shape["members"].as_object())
        .flatten();
    let by_members = members.map(|members| {
        members
            .values()
            .filter_map(|member| shape_trait(member, "enumValue"))
            .collect()
    });
    let values: Option<Vec<&Value>> = by_trait.or(by_members);
    if values.is_some_and(|values| !values.iter().any(|value| *value == string)) {
        return Err(format!("{path} is no value of the enum"));
    }
    length(shape, string.chars().count(), path)
}

fn length(shape: &Value, length: usize, path: &str) -> Result<(), String> {
    let bound = |name| shape_trait(shape, "length")?.get(name)?.as_u64();
    let length = length as u64;
    let fits = bound("min").is_none_or(|min| length >= min)
        && bound("max").is_none_or(|max| length <= max);
    if fits {
        Ok(())
    } else {
        Err(format!("{path} has the length {length}"))
    }
}

#[test]
fn malformed_outputs_are_found() {
    use serde_json::json;

    let stream = |changes: Value| {
        let mut stream = json!({ "streamId": "st-00000000000000000000000", "health": "HEALTHY" });
        for (name, value) in changes.as_object().unwrap() {
            stream[name] = value.clone();
        }
        check(&format!("{NAMESPACE}Stream"), &stream, "Stream")
    };
    assert_eq!(
        stream(json!({ "viewerCount": 5, "startTime": 1.5 })),
        Ok(())
    );
    for (changes, fault) in [
        (json!({ "viewers": 5 }), "Stream/viewers is unknown"),
        (
            json!({ "viewerCount": "5" }),
            "Stream/viewerCount is no long",
        ),
        (
            json!({ "startTime": "now" }),
            "Stream/startTime is no timestamp",
        ),
        (
            json!({ "health": "ILL" }),
            "Stream/health is no value of the enum",
        ),
        (
            json!({ "streamId": "st-0" }),
            "Stream/streamId has the length 4",
        ),
        (
            json!({ "channelArn": "a" }),
            "Stream/channelArn does not match",
        ),
    ] {
        let found = stream(changes).unwrap_err();
        assert!(found.starts_with(fault), "{found}");
    }
    let policy = check(
        &format!("{NAMESPACE}PlaybackRestrictionPolicy"),
        &json!({}),
        "Policy",
    );
    assert_eq!(policy, Err("Policy/arn is missing".to_owned()));
}
