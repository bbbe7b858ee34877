//! The cases in a model's traits, and the requests in them.

use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Map, Value};

use super::{Suite, Tally};

const REST_JSON1: &str = "aws.protocols#restJson1";

/// Cases whose request lacks a part of the parameters.
const LOSSY: &[(&str, &str)] = &[
    (
        "RestJsonOmitsEmptyListQueryValues",
        "the query cannot contain empty lists",
    ),
    (
        "SDKAppliedContentEncoding_restJson1",
        "the case has no body",
    ),
    (
        "SDKAppendedGzipAfterProvidedEncoding_restJson1",
        "the case has no body",
    ),
];

/// A case, and the name of the shape whose trait contains it.
pub(super) struct Case<'a> {
    pub(super) shape: &'a str,
    pub(super) value: &'a Value,
}

impl Case<'_> {
    pub(super) fn id(&self) -> &str {
        self.value["id"].as_str().expect("a case has an id")
    }
}

/// Returns the cases of a trait that apply to servers of this protocol, and counts the others.
pub(super) fn cases<'a>(suite: &'a Suite, trait_name: &str, tally: &mut Tally) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for (id, shape) in &suite.shapes {
        let name = id.rsplit_once('#').map_or(id.as_str(), |(_, name)| name);
        let is_error = shape["type"] == "structure";
        let is_known = match is_error {
            true => suite.table().error(name).is_some(),
            false => suite.table().operations.contains_key(name),
        };
        let values = shape["traits"][format!("smithy.test#{trait_name}")].as_array();
        for value in values.into_iter().flatten() {
            if value["protocol"] != REST_JSON1 {
                tally.skip("for another protocol");
            } else if value["appliesTo"] == "client" {
                tally.skip("for clients only");
            } else if !is_known {
                tally.skip("of an operation with an event stream, or a shape without a service");
            } else if let Some((_, reason)) = LOSSY.iter().find(|(id, _)| value["id"] == *id) {
                tally.skip(reason);
            } else {
                cases.push(Case { shape: name, value });
            }
        }
    }
    cases
}

/// Returns the cases about event streams.
pub(super) fn event_streams(suite: &Suite) -> impl Iterator<Item = &Value> {
    let shapes = suite.shapes.values();
    let cases =
        shapes.filter_map(|shape| shape["traits"]["smithy.test#eventStreamTests"].as_array());
    cases.flatten()
}

/// Returns the object at `key`; empty if there is none.
pub(super) fn object(value: &Value, key: &str) -> Map<String, Value> {
    value[key].as_object().cloned().unwrap_or_default()
}

/// Builds the request of a case.
pub(super) fn request(value: &Value) -> Result<Request<Bytes>, String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let parameters = value["queryParams"].as_array().into_iter().flatten();
    let query: Vec<String> = parameters.map(text).collect();
    let mut uri = text(&value["uri"]);
    if !query.is_empty() {
        uri.push(if uri.contains('?') { '&' } else { '?' });
        // A URI cannot contain spaces; the cases are written for readers.
        uri.push_str(&query.join("&").replace(' ', "%20"));
    }
    let mut request = Request::builder()
        .method(value["method"].as_str().unwrap_or("GET"))
        .uri(uri);
    for (name, value) in object(value, "headers") {
        request = request.header(name, text(&value));
    }
    let headers = request.headers_ref();
    let has_type = headers.is_some_and(|headers| headers.contains_key("content-type"));
    // Such a case shows only some of the headers.
    if value["bodyMediaType"] == "application/json" && !has_type {
        request = request.header("content-type", "application/json");
    }
    let body = Bytes::from(text(&value["body"]));
    request.body(body).map_err(|error| error.to_string())
}

/// Compares the status and headers of a response with a case.
pub(super) fn check_head(expected: &Value, response: &Response<Bytes>) -> Result<(), String> {
    let status = expected["code"].as_u64();
    let actual = response.status().as_u16();
    if status.is_some_and(|status| status != u64::from(actual)) {
        let body = String::from_utf8_lossy(response.body());
        return Err(format!("the status is {actual}, not {status:?}: {body}"));
    }
    let header = |name: &str| {
        let values = response.headers().get_all(name).iter();
        let values: Vec<_> = values
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    for (name, value) in object(expected, "headers") {
        let actual = header(&name);
        if actual.as_deref() != value.as_str() {
            return Err(format!("{name} is {actual:?}, not {value}"));
        }
    }
    for (key, wanted) in [("forbidHeaders", false), ("requireHeaders", true)] {
        for name in expected[key].as_array().into_iter().flatten() {
            let name = name.as_str().unwrap_or_default();
            if header(name).is_some() != wanted {
                return Err(format!("{key}: {name}"));
            }
        }
    }
    Ok(())
}

/// Compares a body with a case's text, as JSON if that is the media type.
pub(super) fn check_body(text: &str, is_json: bool, body: &Bytes) -> Result<(), String> {
    let actual = String::from_utf8_lossy(body);
    let is_equal = if is_json && !text.is_empty() {
        let parse = |text: &str| serde_json::from_str::<Value>(text).ok();
        match (parse(text), parse(&actual)) {
            (Some(expected), Some(actual)) => super::params::same(&expected, &actual),
            _ => false,
        }
    } else {
        text == actual
    };
    match is_equal {
        true => Ok(()),
        false => Err(format!("the body is {actual}, not {text}")),
    }
}
