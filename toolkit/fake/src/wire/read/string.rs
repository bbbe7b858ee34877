//! Values in labels, queries and headers.

use serde_json::{Number, Value};

use super::super::errors::serialization;
use super::super::table::{Kind, Member, Type};
use super::super::timestamps;
use crate::behaviour::ServiceError;

/// Reads a value of this type, which is the member's or that of its elements.
pub(super) fn value(member: &Member, ty: &Type, text: &str) -> Result<Value, ServiceError> {
    let integer = |min: i64, max: i64| {
        let number = text.parse().ok();
        let number = number.filter(|number| (min..=max).contains(number))?;
        Some(Value::from(number))
    };
    let value = match &ty.kind {
        Kind::String | Kind::Enum { .. } => Some(Value::String(text.to_owned())),
        Kind::Boolean => match text {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            _ => None,
        },
        Kind::Byte => integer(i8::MIN.into(), i8::MAX.into()),
        Kind::Short => integer(i16::MIN.into(), i16::MAX.into()),
        Kind::Integer => integer(i32::MIN.into(), i32::MAX.into()),
        Kind::Long => integer(i64::MIN, i64::MAX),
        Kind::Float | Kind::Double | Kind::BigDecimal => float(text),
        Kind::BigInteger => text.parse().ok().map(|number: i64| Value::from(number)),
        Kind::Timestamp { format } => timestamps::parse(text, *format),
        _ => None,
    };
    value.ok_or_else(|| {
        let name = &member.name;
        serialization(format!("The value at '/{name}' does not have its type."))
    })
}

fn float(text: &str) -> Option<Value> {
    if matches!(text, "NaN" | "Infinity" | "-Infinity") {
        return Some(Value::String(text.to_owned()));
    }
    // Rust also parses words such as `inf`.
    let is_number = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    let number: f64 = text.chars().all(is_number).then(|| text.parse().ok())??;
    Number::from_f64(number).map(Value::Number)
}
