//! Values in JSON bodies.

use aws_smithy_types::base64;
use serde_json::{Map, Number, Value};

use super::super::errors::serialization;
use super::super::table::{Kind, Member, Table, TimestampFormat, Type};
use super::super::timestamps;
use super::add_defaults;
use crate::behaviour::ServiceError;

/// Parses a body.
pub(super) fn parse(body: &[u8]) -> Result<Value, ServiceError> {
    serde_json::from_slice(body)
        .map_err(|error| serialization(format!("The body is not valid JSON: {error}")))
}

/// Reads the members of a JSON object; those that are null or unknown are skipped.
pub(super) fn members<'a>(
    table: &Table,
    members: impl IntoIterator<Item = &'a Member>,
    object: &Map<String, Value>,
    path: &str,
    values: &mut Map<String, Value>,
) -> Result<(), ServiceError> {
    for member in members {
        let value = object.get(member.wire());
        if let Some(value) = value.filter(|value| !value.is_null()) {
            let path = format!("{path}/{}", member.name);
            let value = self::value(table, &member.ty, value, &path)?;
            values.insert(member.name.clone(), value);
        }
    }
    Ok(())
}

/// Reads a value of this type; `path` is for messages.
pub(super) fn value(
    table: &Table,
    ty: &Type,
    value: &Value,
    path: &str,
) -> Result<Value, ServiceError> {
    let error = |expected: &str| serialization(format!("The value at '{path}' is not {expected}."));
    let integer = |min: i64, max: i64, name: &str| {
        let number = value.as_i64().filter(|number| (min..=max).contains(number));
        let number = number.ok_or_else(|| error(name))?;
        Ok(Value::from(number))
    };
    match (&ty.kind, value) {
        (Kind::Document, value) => Ok(value.clone()),
        (Kind::Boolean, Value::Bool(_)) | (Kind::String | Kind::Enum { .. }, Value::String(_)) => {
            Ok(value.clone())
        }
        (Kind::Boolean, _) => Err(error("a boolean")),
        (Kind::String | Kind::Enum { .. }, _) => Err(error("a string")),
        (Kind::Byte, _) => integer(i8::MIN.into(), i8::MAX.into(), "an integer of 8 bits"),
        (Kind::Short, _) => integer(i16::MIN.into(), i16::MAX.into(), "an integer of 16 bits"),
        (Kind::Integer, _) => integer(i32::MIN.into(), i32::MAX.into(), "an integer of 32 bits"),
        (Kind::Long, _) => integer(i64::MIN, i64::MAX, "an integer of 64 bits"),
        (Kind::Float | Kind::Double, _) => {
            let number = float(value).ok_or_else(|| error("a number"))?;
            Ok(number)
        }
        (Kind::BigInteger | Kind::BigDecimal, Value::Number(_)) => Ok(value.clone()),
        (Kind::BigInteger | Kind::BigDecimal, _) => Err(error("a number")),
        (Kind::Blob | Kind::Stream, _) => {
            let bytes = value.as_str().and_then(|text| base64::decode(text).ok());
            let bytes = bytes.ok_or_else(|| error("a string in base64"))?;
            Ok(Value::String(base64::encode(bytes)))
        }
        (Kind::Timestamp { format }, _) => {
            timestamp(value, *format).ok_or_else(|| error("a timestamp in the right format"))
        }
        (Kind::Unit, Value::Object(_)) => Ok(Value::Object(Map::new())),
        (Kind::Structure { shape }, Value::Object(object)) => {
            let mut values = Map::new();
            let shape = table.structure(shape);
            members(table, shape, object, path, &mut values)?;
            add_defaults(shape, &mut values);
            Ok(Value::Object(values))
        }
        (Kind::Unit | Kind::Structure { .. }, _) => Err(error("an object")),
        (Kind::Union { shape }, Value::Object(object)) => {
            let is_set = |(name, value): &(&String, &Value)| !value.is_null() && *name != "__type";
            let count = object.iter().filter(is_set).count();
            let mut values = Map::new();
            members(table, table.union(shape), object, path, &mut values)?;
            match (count, values.len()) {
                (1, 1) => Ok(Value::Object(values)),
                _ => Err(error("an object with exactly one of the union's members")),
            }
        }
        (Kind::Union { .. }, _) => Err(error("an object")),
        (Kind::List { element, sparse }, Value::Array(list)) => {
            let elements = list.iter().enumerate();
            let values = elements.map(|(index, value)| match value {
                Value::Null if *sparse => Ok(Value::Null),
                value => self::value(table, element, value, &format!("{path}/{index}")),
            });
            values.collect::<Result<_, _>>().map(Value::Array)
        }
        (Kind::List { .. }, _) => Err(error("a list")),
        (
            Kind::Map {
                value: ty, sparse, ..
            },
            Value::Object(object),
        ) => {
            let values = object.iter().map(|(name, value)| {
                let value = match value {
                    Value::Null if *sparse => Value::Null,
                    value => self::value(table, ty, value, &format!("{path}/{name}"))?,
                };
                Ok((name.clone(), value))
            });
            values.collect::<Result<_, _>>().map(Value::Object)
        }
        (Kind::Map { .. }, _) => Err(error("an object")),
    }
}

/// Reads a floating-point number, of which three are strings.
fn float(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) if number.as_f64()?.is_finite() => Some(value.clone()),
        Value::String(string) if matches!(&**string, "NaN" | "Infinity" | "-Infinity") => {
            Some(value.clone())
        }
        _ => None,
    }
}

fn timestamp(value: &Value, format: TimestampFormat) -> Option<Value> {
    match (format, value) {
        (TimestampFormat::EpochSeconds, Value::Number(number)) => {
            let is_finite = number.as_f64().is_some_and(f64::is_finite);
            let number: Number = is_finite.then(|| number.clone())?;
            Some(Value::Number(number))
        }
        (TimestampFormat::EpochSeconds, _) => None,
        (format, value) => timestamps::parse(value.as_str()?, format),
    }
}
