//! `httpMalformedRequestTests`: the request must give the case's error.

use std::time::SystemTime;

use serde_json::Value;

use super::cases::{cases, check_body, check_head, object, request};
use super::{Suite, Tally};

pub(super) fn run(suite: &Suite, tally: &mut Tally) {
    for case in cases(suite, "httpMalformedRequestTests", tally) {
        for value in expanded(case.value) {
            tally.add(case.id(), check(suite, &value));
        }
    }
}

fn check(suite: &Suite, value: &Value) -> Result<(), String> {
    let request = request(&value["request"])?;
    let reply = suite.wire.handle(&request, SystemTime::now());
    if let Some((operation, input)) = suite.call() {
        let request = &value["request"];
        return Err(format!("{operation} was called with {input:?}: {request}"));
    }
    let response = reply.response.ok_or("no response")?;
    let expected = &value["response"];
    check_head(expected, &response).map_err(|error| format!("{error}: {}", value["request"]))?;
    let assertion = &expected["body"]["assertion"];
    let is_json = expected["body"]["mediaType"] == "application/json";
    match (&assertion["contents"], &assertion["messageRegex"]) {
        (Value::String(contents), _) => check_body(contents, is_json, response.body()),
        (_, Value::String(pattern)) => {
            let body = String::from_utf8_lossy(response.body());
            let pattern = regex::Regex::new(pattern).map_err(|error| error.to_string())?;
            match pattern.is_match(&body) {
                true => Ok(()),
                false => Err(format!("{body} does not match {pattern}")),
            }
        }
        _ => Ok(()),
    }
}

/// Returns a case for each of its parameters' values; the case itself if it has no parameters.
fn expanded(case: &Value) -> Vec<Value> {
    let parameters = object(case, "testParameters");
    let values = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let count = parameters.values().map(|value| values(value).len()).max();
    let cases = (0..count.unwrap_or(1)).map(|index| {
        let mut case = case.clone();
        for key in ["request", "response"] {
            replace(&mut case[key], &|text| {
                interpolated(text, &|name| {
                    values(parameters.get(name)?)
                        .get(index)?
                        .as_str()
                        .map(str::to_owned)
                })
            });
        }
        case
    });
    cases.collect()
}

/// Replaces all strings in a value.
fn replace(value: &mut Value, with: &dyn Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = with(text),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, with)),
        Value::Object(values) => values.values_mut().for_each(|value| replace(value, with)),
        _ => {}
    }
}

/// Replaces `$name:L` by the value, `$name:S` by the value as a string of JSON, and `$$` by `$`.
fn interpolated(text: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let (mut result, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('$') {
        result.push_str(before);
        rest = after;
        if let Some(after) = after.strip_prefix('$') {
            result.push('$');
            rest = after;
            continue;
        }
        let name = after
            .split_once(':')
            .filter(|(name, _)| value(name).is_some());
        let Some((name, after)) = name else {
            result.push('$');
            continue;
        };
        let literal = value(name).unwrap_or_default();
        rest = &after[1..];
        match after.as_bytes()[0] {
            b'S' => result.push_str(&Value::String(literal).to_string()),
            _ => result.push_str(&literal),
        }
    }
    result + rest
}
