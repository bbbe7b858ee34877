//! Writes responses: status, headers and body of an output or error.

use aws_smithy_types::base64;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use serde_json::{Map, Value};

use super::headers::quoted;
use super::table::{Kind, Location, Member, Table, TimestampFormat, Type};
use super::timestamps;

/// The reason why an output is invalid, which is a fault of the behaviour.
type Reason = String;

/// Returns the response of a call.
pub(super) fn output(
    table: &Table,
    name: &str,
    output: &Map<String, Value>,
) -> Result<Response<Bytes>, Reason> {
    let operation = table.operations.get(name);
    let status = operation.map_or(200, |operation| operation.status);
    match table.output(name) {
        Some(members) => structure(table, members, status, output),
        None if output.is_empty() => with_body(status, Bytes::new()),
        None => Err(format!("{name} has no output")),
    }
}

/// Returns the response of a structure.
pub(super) fn structure(
    table: &Table,
    members: &[Member],
    status: u16,
    values: &Map<String, Value>,
) -> Result<Response<Bytes>, Reason> {
    if let Some(name) = unknown(members, values) {
        return Err(format!("the output has the unknown member {name}"));
    }
    let payload = members.iter().find_map(|member| match &member.location {
        Location::Payload(media_type) => Some((member, media_type)),
        _ => None,
    });
    let (body, content_type) = match payload {
        Some((member, media_type)) => match payload_bytes(table, member, values)? {
            Some(bytes) => (bytes, Some(media_type.as_str())),
            None => (Bytes::new(), None),
        },
        None => {
            let in_body = members
                .iter()
                .filter(|member| member.location == Location::Body);
            let object = object(table, in_body, values)?;
            (Bytes::from(object.to_string()), Some("application/json"))
        }
    };
    let mut status = status;
    let mut headers = HeaderMap::new();
    for member in members {
        let Some(value) = values.get(&member.name).filter(|value| !value.is_null()) else {
            continue;
        };
        match &member.location {
            Location::ResponseCode => {
                let code = value.as_u64().and_then(|code| u16::try_from(code).ok());
                status = code.ok_or_else(|| format!("{value} is not a status"))?;
            }
            Location::Header(name) => add_header(&mut headers, name, &header_text(member, value)?)?,
            Location::EncodedHeader(name) => {
                let text = value.as_str().unwrap_or_default();
                add_header(&mut headers, name, &base64::encode(text))?;
            }
            Location::PrefixHeaders(prefix) => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    let text = value.as_str().unwrap_or_default();
                    add_header(&mut headers, &format!("{prefix}{key}"), text)?;
                }
            }
            _ => {}
        }
    }
    let mut response = with_body(status, body)?;
    let has_body = has_body(response.status());
    if !has_body {
        *response.body_mut() = Bytes::new();
    }
    if let Some(content_type) = content_type.filter(|_| has_body) {
        add_header(&mut headers, header::CONTENT_TYPE.as_str(), content_type)?;
    }
    response.headers_mut().extend(headers);
    Ok(response)
}

/// Returns a response with a JSON body.
pub(crate) fn json(status: u16, body: &Value) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body.to_string()));
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.status_mut() = status;
    let value = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, value);
    response
}

/// Adds the header `content-length` to a response that may have a body.
pub(super) fn with_length(mut response: Response<Bytes>) -> Response<Bytes> {
    if has_body(response.status()) {
        let length = HeaderValue::from(response.body().len());
        response
            .headers_mut()
            .insert(header::CONTENT_LENGTH, length);
    }
    response
}

/// Returns `true` if responses of this status may have a body.
fn has_body(status: StatusCode) -> bool {
    !matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)
}

fn with_body(status: u16, body: Bytes) -> Result<Response<Bytes>, Reason> {
    let response = Response::builder().status(status).body(body);
    response.map_err(|_| format!("{status} is not a status"))
}

fn add_header(headers: &mut HeaderMap, name: &str, text: &str) -> Result<(), Reason> {
    let invalid = || format!("the header {name} would be invalid");
    let key = HeaderName::try_from(name).map_err(|_| invalid())?;
    let value = HeaderValue::try_from(text).map_err(|_| invalid())?;
    headers.insert(key, value);
    Ok(())
}

fn unknown<'a>(members: &[Member], values: &'a Map<String, Value>) -> Option<&'a String> {
    let is_unknown = |name: &&String| !members.iter().any(|member| member.name == **name);
    values.keys().find(is_unknown)
}

/// Returns the text of a header: its elements are separated by commas.
fn header_text(member: &Member, value: &Value) -> Result<String, Reason> {
    let Kind::List { element, .. } = &member.ty.kind else {
        return text(member, &member.ty, value);
    };
    let is_quotable = matches!(element.kind, Kind::String | Kind::Enum { .. });
    let elements = value.as_array().into_iter().flatten();
    let texts = elements.map(|value| {
        let text = text(member, element, value)?;
        Ok(if is_quotable { quoted(&text) } else { text })
    });
    Ok(texts.collect::<Result<Vec<_>, Reason>>()?.join(", "))
}

fn text(member: &Member, ty: &Type, value: &Value) -> Result<String, Reason> {
    match (&ty.kind, value) {
        (Kind::Timestamp { format }, _) => {
            let format = *format;
            let string = value
                .as_number()
                .and_then(|time| timestamps::format(time, format));
            string.ok_or_else(|| wrong(&member.name, value))
        }
        (_, Value::String(string)) => Ok(string.clone()),
        (_, Value::Bool(_) | Value::Number(_)) => Ok(value.to_string()),
        _ => Err(wrong(&member.name, value)),
    }
}

fn wrong(name: &str, value: &Value) -> Reason {
    format!("{name} cannot be {value}")
}

fn payload_bytes(
    table: &Table,
    member: &Member,
    values: &Map<String, Value>,
) -> Result<Option<Bytes>, Reason> {
    let value = values.get(&member.name).filter(|value| !value.is_null());
    let value = value.or(member.default.as_ref());
    let bytes = match (&member.ty.kind, value) {
        (_, None) => return Ok(None),
        (Kind::Blob | Kind::Stream, Some(Value::String(text))) => {
            base64::decode(text).map_err(|_| wrong(&member.name, &Value::from(text.as_str())))?
        }
        (Kind::String | Kind::Enum { .. }, Some(Value::String(text))) => text.as_bytes().to_vec(),
        (_, Some(value)) => {
            let value = json_value(table, &member.ty, value, &member.name)?;
            value.to_string().into_bytes()
        }
    };
    Ok(Some(bytes.into()))
}

fn object<'a>(
    table: &Table,
    members: impl IntoIterator<Item = &'a Member>,
    values: &Map<String, Value>,
) -> Result<Value, Reason> {
    let mut object = Map::new();
    for member in members {
        let value = values.get(&member.name).filter(|value| !value.is_null());
        let value = value.or(member.default.as_ref());
        if let Some(value) = value {
            let value = json_value(table, &member.ty, value, &member.name)?;
            object.insert(member.wire().to_owned(), value);
        } else if member.required {
            return Err(format!("the output lacks {}", member.name));
        }
    }
    Ok(Value::Object(object))
}

fn json_value(table: &Table, ty: &Type, value: &Value, name: &str) -> Result<Value, Reason> {
    let wrong = || wrong(name, value);
    match (&ty.kind, value) {
        (Kind::Document, _)
        | (Kind::Boolean, Value::Bool(_))
        | (Kind::String | Kind::Enum { .. } | Kind::Blob | Kind::Stream, Value::String(_))
        | (Kind::Float | Kind::Double | Kind::BigDecimal, Value::Number(_) | Value::String(_))
        | (Kind::BigInteger, Value::Number(_)) => Ok(value.clone()),
        (Kind::Byte | Kind::Short | Kind::Integer | Kind::Long, Value::Number(number))
            if number.is_i64() || number.is_u64() =>
        {
            Ok(value.clone())
        }
        (Kind::Timestamp { format }, Value::Number(number)) => match format {
            TimestampFormat::EpochSeconds => Ok(value.clone()),
            format => {
                let string = timestamps::format(number, *format);
                string.map(Value::String).ok_or_else(wrong)
            }
        },
        (Kind::Unit, Value::Object(_)) => Ok(Value::Object(Map::new())),
        (Kind::Structure { shape }, Value::Object(values)) => {
            let members = table.structure(shape);
            match unknown(members, values) {
                Some(unknown) => Err(format!("{name} has the unknown member {unknown}")),
                None => object(table, members, values),
            }
        }
        (Kind::Union { shape }, Value::Object(values)) if values.len() == 1 => {
            let members = table.union(shape);
            match unknown(members, values) {
                Some(unknown) => Err(format!("{name} has the unknown member {unknown}")),
                None => object(table, members, values),
            }
        }
        (Kind::List { element, sparse }, Value::Array(list)) => {
            let values = list.iter().map(|value| match value {
                Value::Null if *sparse => Ok(Value::Null),
                value => json_value(table, element, value, name),
            });
            values.collect::<Result<_, _>>().map(Value::Array)
        }
        (
            Kind::Map {
                value: ty, sparse, ..
            },
            Value::Object(values),
        ) => {
            let values = values.iter().map(|(key, value)| {
                let value = match value {
                    Value::Null if *sparse => Value::Null,
                    value => json_value(table, ty, value, name)?,
                };
                Ok((key.clone(), value))
            });
            values.collect::<Result<_, _>>().map(Value::Object)
        }
        _ => Err(wrong()),
    }
}
