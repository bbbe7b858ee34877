//! Reads requests: the operation by method and URI, then the members of its input.

mod json;
mod string;

use aws_smithy_types::base64;
use bytes::Bytes;
use http::{HeaderMap, Request};
use serde_json::{Map, Value, json};

use super::errors::serialization;
use super::headers;
use super::table::{Kind, Location, Member, Operation, Table, TimestampFormat};
use super::uri::{Query, parse_query, segments};
use crate::behaviour::ServiceError;

/// The operation that a request calls.
pub(super) struct Route<'a> {
    pub(super) name: &'a str,
    pub(super) operation: &'a Operation,
    /// The values of the labels, by name.
    labels: Vec<(&'a str, String)>,
    query: Query,
}

/// Finds the operation that a request calls: of all that match, the one with the most specific URI.
pub(super) fn route<'a>(
    table: &'a Table,
    request: &Request<Bytes>,
) -> Result<Route<'a>, ServiceError> {
    let uri = request.uri();
    let query = parse_query(uri.query().unwrap_or_default())
        .ok_or_else(|| serialization("The query is not valid."))?;
    let path: Vec<&str> = segments(uri.path()).collect();
    let operations = table.operations.iter();
    let matches = operations.filter_map(|(name, operation)| {
        let labels = operation.uri.match_labels(&path, &query)?;
        Some((name.as_str(), operation, labels))
    });
    let (right, wrong): (Vec<_>, Vec<_>) =
        matches.partition(|(_, operation, _)| operation.method == request.method().as_str());
    let best = right
        .into_iter()
        .max_by_key(|(_, operation, _)| operation.uri.specificity());
    match best {
        Some((name, operation, labels)) => Ok(Route {
            name,
            operation,
            labels,
            query,
        }),
        None => {
            let (method, path) = (request.method(), uri.path());
            let message = match wrong.first() {
                Some((_, operation, _)) => {
                    format!("{path} is called by {}, not by {method}.", operation.method)
                }
                None => format!("There is no operation {method} {path}."),
            };
            Err(ServiceError::new("UnknownOperationException", message))
        }
    }
}

/// Reads the input of an operation, and adds the defaults.
///
/// # Errors
/// A `SerializationException` if a value has another form than its type.
pub(super) fn input(
    table: &Table,
    route: &Route<'_>,
    request: &Request<Bytes>,
) -> Result<Map<String, Value>, ServiceError> {
    let members = table.input(route.name).unwrap_or_default();
    let mut input = Map::new();
    let has_body = |member: &Member| member.location == Location::Body;
    if members.iter().any(has_body) && !request.body().is_empty() {
        let Value::Object(body) = json::parse(request.body())? else {
            return Err(serialization("The body is not a JSON object."));
        };
        let in_body = members.iter().filter(|member| has_body(member));
        json::members(table, in_body, &body, "", &mut input)?;
    }
    for member in members {
        let value = match &member.location {
            Location::Body | Location::ResponseCode => None,
            Location::Label => {
                let mut labels = route.labels.iter();
                let label = labels.find(|(name, _)| *name == member.name);
                label
                    .map(|(_, text)| string::value(member, &member.ty, text))
                    .transpose()?
            }
            Location::Query(name) => query_value(member, name, &route.query)?,
            Location::QueryParams => query_map(member, &route.query),
            Location::Header(name) => header_value(member, name, request.headers())?,
            Location::EncodedHeader(name) => encoded_header(member, name, request.headers())?,
            Location::PrefixHeaders(prefix) => prefix_headers(member, prefix, request.headers())?,
            Location::Payload(_) => payload(table, member, request.body())?,
        };
        if let Some(value) = value {
            input.insert(member.name.clone(), value);
        }
    }
    add_defaults(members, &mut input);
    Ok(input)
}

/// Adds the defaults of absent members.
fn add_defaults<'a>(
    members: impl IntoIterator<Item = &'a Member>,
    values: &mut Map<String, Value>,
) {
    for member in members {
        if let Some(default) = &member.default
            && !values.contains_key(&member.name)
        {
            values.insert(member.name.clone(), default.clone());
        }
    }
}

fn query_value(
    member: &Member,
    name: &str,
    query: &[(String, String)],
) -> Result<Option<Value>, ServiceError> {
    let values = query.iter().filter(|(parameter, _)| parameter == name);
    let mut values = values.map(|(_, value)| value.as_str()).peekable();
    if values.peek().is_none() {
        return Ok(None);
    }
    if let Kind::List { element, .. } = &member.ty.kind {
        let values = values.map(|text| string::value(member, element, text));
        return Ok(Some(Value::Array(values.collect::<Result<_, _>>()?)));
    }
    let Some(text) = values.next() else {
        return Ok(None);
    };
    Ok(Some(string::value(member, &member.ty, text)?))
}

/// Returns the parameters of the query as a map.
///
/// Parameters that are bound to other members are in it too, as in the protocol's tests.
fn query_map(member: &Member, query: &[(String, String)]) -> Option<Value> {
    let Kind::Map { value, .. } = &member.ty.kind else {
        return None;
    };
    let is_list = matches!(value.kind, Kind::List { .. });
    let mut map = Map::new();
    for (name, text) in query {
        let text = Value::String(text.clone());
        if !is_list {
            map.entry(name.clone()).or_insert(text);
            continue;
        }
        let list = map
            .entry(name.clone())
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(text);
        }
    }
    (!map.is_empty()).then_some(Value::Object(map))
}

fn text<'a>(name: &str, headers: &'a HeaderMap) -> Result<Vec<&'a str>, ServiceError> {
    let values = headers.get_all(name).iter();
    values
        .map(|value| {
            let text = std::str::from_utf8(value.as_bytes());
            text.map_err(|_| serialization(format!("The header {name} is not UTF-8.")))
        })
        .collect()
}

fn header_value(
    member: &Member,
    name: &str,
    headers: &HeaderMap,
) -> Result<Option<Value>, ServiceError> {
    let values = text(name, headers)?;
    let Some(first) = values.first() else {
        return Ok(None);
    };
    let Kind::List { element, .. } = &member.ty.kind else {
        return string::value(member, &member.ty, first).map(Some);
    };
    let mut list = Vec::new();
    for value in values {
        let elements = match &element.kind {
            Kind::Timestamp {
                format: TimestampFormat::HttpDate,
            } => Some(headers::split_dates(value)),
            _ => headers::split(value),
        };
        let error = || serialization(format!("The header {name} is not a valid list."));
        for text in elements.ok_or_else(error)? {
            list.push(string::value(member, element, &text)?);
        }
    }
    Ok(Some(Value::Array(list)))
}

/// Reads a header in base64, which contains JSON if its shape declares that media type.
fn encoded_header(
    member: &Member,
    name: &str,
    headers: &HeaderMap,
) -> Result<Option<Value>, ServiceError> {
    let Some(text) = text(name, headers)?.first().copied() else {
        return Ok(None);
    };
    let error = || serialization(format!("The header {name} is not a string in base64."));
    let bytes = base64::decode(text).map_err(|_| error())?;
    let decoded = String::from_utf8(bytes).map_err(|_| error())?;
    string::value(member, &member.ty, &decoded).map(Some)
}

fn prefix_headers(
    member: &Member,
    prefix: &str,
    headers: &HeaderMap,
) -> Result<Option<Value>, ServiceError> {
    let mut map = Map::new();
    for name in headers.keys() {
        let name = name.as_str();
        let key = name
            .get(..prefix.len())
            .filter(|start| start.eq_ignore_ascii_case(prefix));
        if let (Some(_), Some(value)) = (key, text(name, headers)?.first()) {
            let Kind::Map { value: ty, .. } = &member.ty.kind else {
                continue;
            };
            map.insert(
                name[prefix.len()..].to_owned(),
                string::value(member, ty, value)?,
            );
        }
    }
    Ok((!map.is_empty()).then_some(Value::Object(map)))
}

fn payload(table: &Table, member: &Member, body: &Bytes) -> Result<Option<Value>, ServiceError> {
    if body.is_empty() {
        return Ok(None);
    }
    let value = match &member.ty.kind {
        Kind::Blob | Kind::Stream => Value::String(base64::encode(body)),
        Kind::String | Kind::Enum { .. } => {
            let text = std::str::from_utf8(body);
            let text = text.map_err(|_| serialization("The body is not UTF-8."))?;
            Value::String(text.to_owned())
        }
        _ => {
            let value = json::parse(body)?;
            let is_absent = match &member.ty.kind {
                Kind::Document => false,
                // Clients send an empty object for an absent structure.
                Kind::Structure { .. } if !member.required => value == json!({}),
                _ => value.is_null(),
            };
            if is_absent {
                return Ok(None);
            }
            json::value(table, &member.ty, &value, &member.name)?
        }
    };
    Ok(Some(value))
}
