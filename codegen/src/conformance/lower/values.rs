//! Values in cases, converted to the client's types.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::conformance::ir::{SetterCall, TestValue};
use crate::ir::{Client, Location, Member, Operation, PathPart, Scalar, Structure, Type, TypeRef};

/// The reason why a value does not fit its type.
pub(super) type Mismatch = String;

/// The client and its types.
pub(super) struct Context<'a> {
    /// The structures, by Rust name.
    structures: BTreeMap<&'a str, &'a Structure>,
    pub(super) client: &'a Client,
}

impl<'a> Context<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        let structures = client.structures.iter();
        Self {
            structures: structures
                .map(|structure| (&*structure.name.rust, structure))
                .collect(),
            client,
        }
    }
}

/// Returns the setter calls for the members in `params`; none if it is `None`.
pub(super) fn params(
    context: &Context<'_>,
    members: &[Member],
    params: Option<&Value>,
) -> Result<Vec<SetterCall>, Mismatch> {
    match params {
        None => Ok(Vec::new()),
        Some(Value::Object(values)) => setter_calls(context, members, values),
        Some(_) => Err("it is not an object".to_owned()),
    }
}

/// Returns arbitrary values for the input members that every request needs.
pub(super) fn required_input(operation: &Operation) -> Vec<SetterCall> {
    let is_in_host = |index: usize| {
        let mut parts = operation.host_prefix.iter();
        parts.any(|part| matches!(part, PathPart::Label { member, .. } if *member == index))
    };
    let members = operation.input.members.iter().enumerate();
    let required = members.filter(|(index, member)| match member.location {
        Location::Label => true,
        Location::Query(_) => member.required,
        _ => is_in_host(*index),
    });
    let calls = required.map(|(_, member)| {
        let value = match &member.ty {
            Type::Scalar(Scalar::Bool) => TestValue::Bool(true),
            Type::Scalar(scalar @ (Scalar::F32 | Scalar::F64)) => TestValue::Float(*scalar, 1.0),
            Type::Scalar(_) => TestValue::Integer(1),
            Type::Timestamp(_) => TestValue::Timestamp(0, 0),
            Type::Enum(reference) => TestValue::Enum(reference.rust.clone(), "label".to_owned()),
            Type::List { sparse, .. } => TestValue::List {
                elements: Vec::new(),
                sparse: *sparse,
            },
            _ => TestValue::String("label".to_owned()),
        };
        SetterCall {
            field: member.name.rust.clone(),
            value,
        }
    });
    calls.collect()
}

fn setter_calls(
    context: &Context<'_>,
    members: &[Member],
    values: &Map<String, Value>,
) -> Result<Vec<SetterCall>, Mismatch> {
    let mut calls = Vec::new();
    for (name, value) in values {
        let member = members.iter().find(|member| member.model == *name);
        let member = member.ok_or_else(|| format!("there is no member `{name}`"))?;
        if value.is_null() {
            continue;
        }
        let value =
            convert(context, &member.ty, value).map_err(|reason| format!("{name}: {reason}"))?;
        calls.push(SetterCall {
            field: member.name.rust.clone(),
            value,
        });
    }
    Ok(calls)
}

/// Converts `value` to the type `ty`.
fn convert(context: &Context<'_>, ty: &Type, value: &Value) -> Result<TestValue, Mismatch> {
    let string = || {
        let string = value.as_str();
        string.ok_or_else(|| format!("{value} is not a string"))
    };
    Ok(match ty {
        Type::Scalar(scalar) => self::scalar(*scalar, value)
            .ok_or_else(|| format!("{value} is not of the type {scalar:?}"))?,
        Type::String => TestValue::String(string()?.to_owned()),
        Type::Blob => TestValue::Blob(string()?.as_bytes().to_vec()),
        Type::Stream => TestValue::Stream(string()?.as_bytes().to_vec()),
        Type::Big(number) => TestValue::Big(*number, big(value)?),
        Type::Document => TestValue::Document(value.clone()),
        Type::Timestamp(_) => timestamp(value)?,
        Type::Enum(reference) => TestValue::Enum(reference.rust.clone(), string()?.to_owned()),
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
            TestValue::List {
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
            TestValue::Map {
                entries: entries.collect::<Result<_, Mismatch>>()?,
                sparse: *sparse,
            }
        }
    })
}

/// Converts an element of a list, or a value of a map.
fn element(
    context: &Context<'_>,
    ty: &Type,
    sparse: bool,
    value: &Value,
) -> Result<TestValue, Mismatch> {
    if sparse && value.is_null() {
        return Ok(TestValue::Null);
    }
    convert(context, ty, value)
}

fn scalar(scalar: Scalar, value: &Value) -> Option<TestValue> {
    Some(match (scalar, value) {
        (Scalar::Bool, value) => TestValue::Bool(value.as_bool()?),
        (Scalar::F32 | Scalar::F64, Value::String(string)) => {
            let number = match &**string {
                "NaN" => f64::NAN,
                "Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                _ => return None,
            };
            TestValue::Float(scalar, number)
        }
        (Scalar::F32 | Scalar::F64, value) => TestValue::Float(scalar, value.as_f64()?),
        (_, value) => TestValue::Integer(value.as_i64()?),
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

/// Converts a timestamp; cases contain seconds since the epoch, with decimals.
fn timestamp(value: &Value) -> Result<TestValue, Mismatch> {
    if let Some(seconds) = value.as_i64() {
        return Ok(TestValue::Timestamp(seconds, 0));
    }
    let seconds = value.as_f64().ok_or("it is not a number of seconds")?;
    let floor = seconds.floor();
    // An `f64` of current timestamps is precise to microseconds only.
    let micros = ((seconds - floor) * 1e6).round();
    Ok(TestValue::Timestamp(floor as i64, (micros * 1e3) as u32))
}

fn structure(context: &Context<'_>, ty: &TypeRef, value: &Value) -> Result<TestValue, Mismatch> {
    let values = value.as_object().ok_or("it is not an object")?;
    let structure = context.structures.get(&*ty.rust);
    let structure = structure.ok_or_else(|| format!("there is no type `{}`", ty.rust))?;
    let value = TestValue::Structure {
        ty: ty.rust.clone(),
        members: setter_calls(context, &structure.members, values)?,
        fallible: structure.fallible,
    };
    Ok(boxed(ty, value))
}

fn variant(context: &Context<'_>, ty: &TypeRef, value: &Value) -> Result<TestValue, Mismatch> {
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
    let value = TestValue::Variant {
        ty: ty.rust.clone(),
        variant: variant.name.rust.clone(),
        value,
    };
    Ok(boxed(ty, value))
}

/// Boxes `value` if its type requires it.
fn boxed(ty: &TypeRef, value: TestValue) -> TestValue {
    if ty.boxed {
        TestValue::Boxed(Box::new(value))
    } else {
        value
    }
}
