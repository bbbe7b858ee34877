//! Values that a model gives as JSON, in tests and examples, converted to the client's types.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::defaults::timestamps;
use crate::ast::TimestampFormat;
use crate::ir::{Client, FieldValue, Member, Scalar, Structure, Type, TypeRef, TypedValue};

/// The reason why a value does not fit its type.
pub(crate) type Mismatch = String;

/// The client and its types.
pub(crate) struct ValueContext<'a> {
    /// The structures, by Rust name.
    structures: BTreeMap<&'a str, &'a Structure>,
    pub(crate) client: &'a Client,
}

impl<'a> ValueContext<'a> {
    pub(crate) fn new(client: &'a Client) -> Self {
        let structures = client.structures.iter();
        Self {
            structures: structures
                .map(|structure| (&*structure.name.rust, structure))
                .collect(),
            client,
        }
    }
}

/// Returns the values of the members in `params`; none if it is `None`.
pub(crate) fn params(
    context: &ValueContext<'_>,
    members: &[Member],
    params: Option<&Value>,
) -> Result<Vec<FieldValue>, Mismatch> {
    match params {
        None => Ok(Vec::new()),
        Some(Value::Object(values)) => fields(context, members, values),
        Some(_) => Err("it is not an object".to_owned()),
    }
}

/// Returns the values of a structure's members; null stands for an unset member.
pub(crate) fn fields(
    context: &ValueContext<'_>,
    members: &[Member],
    values: &Map<String, Value>,
) -> Result<Vec<FieldValue>, Mismatch> {
    let mut fields = Vec::new();
    for (name, value) in values {
        let member = members.iter().find(|member| member.model == *name);
        let member = member.ok_or_else(|| format!("there is no member `{name}`"))?;
        if value.is_null() {
            continue;
        }
        let value =
            convert(context, &member.ty, value).map_err(|reason| format!("{name}: {reason}"))?;
        fields.push(FieldValue {
            field: member.name.rust.clone(),
            optional: member.optional,
            value,
        });
    }
    Ok(fields)
}

/// Converts `value` to the type `ty`.
fn convert(context: &ValueContext<'_>, ty: &Type, value: &Value) -> Result<TypedValue, Mismatch> {
    let string = || {
        let string = value.as_str();
        string.ok_or_else(|| format!("{value} is not a string"))
    };
    Ok(match ty {
        Type::Scalar(scalar) => self::scalar(*scalar, value)
            .ok_or_else(|| format!("{value} is not of the type {scalar:?}"))?,
        Type::String => TypedValue::String(string()?.to_owned()),
        Type::Blob => TypedValue::Blob(string()?.as_bytes().to_vec()),
        Type::Stream => TypedValue::Stream(string()?.as_bytes().to_vec()),
        Type::Big(number) => TypedValue::Big(*number, big(value)?),
        Type::Document => TypedValue::Document(value.clone()),
        Type::Timestamp(format) => timestamp(value, *format)?,
        Type::Enum(reference) => enum_value(context, reference, string()?),
        Type::Structure(reference) => structure(context, reference, value)?,
        Type::Union(reference) => variant(context, reference, value)?,
        Type::List {
            element: element_type,
            sparse,
        } => {
            let values = value.as_array().ok_or("it is not a list")?;
            let elements = values
                .iter()
                .map(|value| element(context, element_type, *sparse, value));
            TypedValue::List {
                elements: elements.collect::<Result<_, _>>()?,
                sparse: *sparse,
            }
        }
        Type::Map {
            key,
            value: value_type,
            sparse,
        } => {
            let values = value.as_object().ok_or("it is not an object")?;
            let entries = values.iter().map(|(name, value)| {
                let name = convert(context, key, &Value::String(name.clone()))?;
                Ok((name, element(context, value_type, *sparse, value)?))
            });
            TypedValue::Map {
                entries: entries.collect::<Result<_, Mismatch>>()?,
                sparse: *sparse,
            }
        }
    })
}

/// Converts an element of a list, or a value of a map.
fn element(
    context: &ValueContext<'_>,
    ty: &Type,
    sparse: bool,
    value: &Value,
) -> Result<TypedValue, Mismatch> {
    if sparse && value.is_null() {
        return Ok(TypedValue::Null);
    }
    convert(context, ty, value)
}

fn scalar(scalar: Scalar, value: &Value) -> Option<TypedValue> {
    Some(match (scalar, value) {
        (Scalar::Bool, value) => TypedValue::Bool(value.as_bool()?),
        (Scalar::F32 | Scalar::F64, Value::String(string)) => {
            let number = match &**string {
                "NaN" => f64::NAN,
                "Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                _ => return None,
            };
            TypedValue::Float(scalar, number)
        }
        (Scalar::F32 | Scalar::F64, value) => TypedValue::Float(scalar, value.as_f64()?),
        (_, value) => TypedValue::Integer(value.as_i64()?),
    })
}

/// Returns a number of arbitrary size, in decimal.
///
/// Cases contain numbers or, if a JSON number would lose precision, strings.
fn big(value: &Value) -> Result<String, Mismatch> {
    match value {
        Value::Number(number) => Ok(number.to_string()),
        Value::String(digits) => Ok(digits.clone()),
        _ => Err(format!("{value} is not a number")),
    }
}

/// Converts a timestamp: seconds since the epoch, with decimals, or a string in `format` or RFC 3339.
fn timestamp(value: &Value, format: TimestampFormat) -> Result<TypedValue, Mismatch> {
    if let Some(seconds) = value.as_i64() {
        return Ok(TypedValue::Timestamp(seconds, 0));
    }
    if let Some(string) = value.as_str() {
        let time = timestamps::parse(string, format)
            .or_else(|| timestamps::parse(string, TimestampFormat::DateTime));
        let (seconds, nanos) = time.ok_or_else(|| format!("{value} is not a timestamp"))?;
        return Ok(TypedValue::Timestamp(seconds, nanos));
    }
    let seconds = value.as_f64().ok_or("it is not a timestamp")?;
    let floor = seconds.floor();
    // An `f64` of current timestamps is precise to microseconds only.
    let micros = ((seconds - floor) * 1e6).round();
    Ok(TypedValue::Timestamp(floor as i64, (micros * 1e3) as u32))
}

fn enum_value(context: &ValueContext<'_>, ty: &TypeRef, wire: &str) -> TypedValue {
    let mut enums = context.client.enums.iter();
    let shape = enums.find(|shape| shape.name.rust == ty.rust);
    let mut values = shape.into_iter().flat_map(|shape| &shape.values);
    TypedValue::Enum {
        ty: ty.rust.clone(),
        wire: wire.to_owned(),
        variant: values
            .find(|value| value.name.wire == wire)
            .map(|value| value.name.rust.clone()),
    }
}

fn structure(
    context: &ValueContext<'_>,
    ty: &TypeRef,
    value: &Value,
) -> Result<TypedValue, Mismatch> {
    let values = value.as_object().ok_or("it is not an object")?;
    let structure = context.structures.get(&*ty.rust);
    let structure = structure.ok_or_else(|| format!("there is no type `{}`", ty.rust))?;
    let value = TypedValue::Structure {
        ty: ty.rust.clone(),
        members: fields(context, &structure.members, values)?,
        fallible: structure.fallible,
    };
    Ok(boxed(ty, value))
}

fn variant(
    context: &ValueContext<'_>,
    ty: &TypeRef,
    value: &Value,
) -> Result<TypedValue, Mismatch> {
    let values = value.as_object().ok_or("it is not an object")?;
    let mut values = values.iter();
    let (Some((name, value)), None) = (values.next(), values.next()) else {
        return Err("it is not an object with one member".to_owned());
    };
    let unions = &context.client.unions;
    let union = unions.iter().find(|union| union.name.rust == ty.rust);
    let variant = union
        .into_iter()
        .flat_map(|union| &union.variants)
        .find(|variant| variant.model == *name)
        .ok_or_else(|| format!("`{}` has no variant `{name}`", ty.rust))?;
    let value = match &variant.ty {
        None => None,
        Some(ty) => Some(Box::new(convert(context, ty, value)?)),
    };
    let value = TypedValue::Variant {
        ty: ty.rust.clone(),
        variant: variant.name.rust.clone(),
        value,
    };
    Ok(boxed(ty, value))
}

/// Boxes `value` if its type requires it.
fn boxed(ty: &TypeRef, value: TypedValue) -> TypedValue {
    if ty.boxed {
        TypedValue::Boxed(Box::new(value))
    } else {
        value
    }
}
