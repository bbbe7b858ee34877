//! Values of cases, as the types of the client have them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::conformance::ir::{Given, Set};
use crate::ir::{Client, Location, Member, Operation, PathPart, Scalar, Structure, Type, TypeRef};

/// Why a value does not fit its type.
pub(super) type Unfit = String;

/// The client whose values they are.
pub(super) struct Context<'a> {
    /// By Rust name.
    structures: BTreeMap<&'a str, &'a Structure>,
    pub(super) client: &'a Client,
}

impl<'a> Context<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        let structures = client.structures.iter();
        Self {
            structures: structures.map(|one| (&*one.name.rust, one)).collect(),
            client,
        }
    }
}

/// What `params` sets of `members`; without any, nothing.
pub(super) fn params(
    context: &Context<'_>,
    members: &[Member],
    params: Option<&Value>,
) -> Result<Vec<Set>, Unfit> {
    match params {
        None => Ok(Vec::new()),
        Some(Value::Object(values)) => sets(context, members, values),
        Some(_) => Err("it is not an object".to_owned()),
    }
}

/// Some value for each member of the input without which no request is made.
pub(super) fn needed(operation: &Operation) -> Vec<Set> {
    let of_host = |index: usize| {
        let mut parts = operation.host_prefix.iter();
        parts.any(|part| matches!(part, PathPart::Label { member, .. } if *member == index))
    };
    let members = operation.input.members.iter().enumerate();
    let needed = members.filter(|(index, member)| match member.location {
        Location::Label => true,
        Location::Query(_) => member.required,
        _ => of_host(*index),
    });
    let sets = needed.map(|(_, member)| {
        let value = match &member.ty {
            Type::Scalar(Scalar::Bool) => Given::Bool(true),
            Type::Scalar(scalar @ (Scalar::F32 | Scalar::F64)) => Given::Float(*scalar, 1.0),
            Type::Scalar(_) => Given::Integer(1),
            Type::Timestamp(_) => Given::Timestamp(0, 0),
            Type::Enum(reference) => Given::Enum(reference.rust.clone(), "label".to_owned()),
            Type::List { sparse, .. } => Given::List {
                elements: Vec::new(),
                sparse: *sparse,
            },
            _ => Given::String("label".to_owned()),
        };
        Set {
            field: member.name.rust.clone(),
            value,
        }
    });
    sets.collect()
}

fn sets(
    context: &Context<'_>,
    members: &[Member],
    values: &Map<String, Value>,
) -> Result<Vec<Set>, Unfit> {
    let mut sets = Vec::new();
    for (name, value) in values {
        let member = members.iter().find(|member| member.model == *name);
        let member = member.ok_or_else(|| format!("there is no member `{name}`"))?;
        if value.is_null() {
            continue;
        }
        let value = given(context, &member.ty, value).map_err(|why| format!("{name}: {why}"))?;
        sets.push(Set {
            field: member.name.rust.clone(),
            value,
        });
    }
    Ok(sets)
}

/// `value` as one of the type `ty`.
fn given(context: &Context<'_>, ty: &Type, value: &Value) -> Result<Given, Unfit> {
    let text = || {
        value
            .as_str()
            .ok_or_else(|| format!("{value} is not a text"))
    };
    Ok(match ty {
        Type::Scalar(scalar) => self::scalar(*scalar, value)
            .ok_or_else(|| format!("{value} is not of the type {scalar:?}"))?,
        Type::String => Given::String(text()?.to_owned()),
        Type::Blob => Given::Blob(text()?.as_bytes().to_vec()),
        Type::Stream => Given::Stream(text()?.as_bytes().to_vec()),
        Type::Big(number) => Given::Big(*number, big(value)?),
        Type::Document => Given::Document(value.clone()),
        Type::Timestamp(_) => timestamp(value)?,
        Type::Enum(reference) => Given::Enum(reference.rust.clone(), text()?.to_owned()),
        Type::Structure(reference) => structure(context, reference, value)?,
        Type::Union(reference) => variant(context, reference, value)?,
        Type::List { element, sparse } => {
            let values = value.as_array().ok_or("it is not a list")?;
            let elements = values
                .iter()
                .map(|value| held(context, element, *sparse, value));
            Given::List {
                elements: elements.collect::<Result<_, _>>()?,
                sparse: *sparse,
            }
        }
        Type::Map {
            key,
            value: held_type,
            sparse,
        } => {
            let values = value.as_object().ok_or("it is not an object")?;
            let entries = values.iter().map(|(name, value)| {
                let name = given(context, key, &Value::String(name.clone()))?;
                Ok((name, held(context, held_type, *sparse, value)?))
            });
            Given::Map {
                entries: entries.collect::<Result<_, Unfit>>()?,
                sparse: *sparse,
            }
        }
    })
}

/// An element of a list or a value of a map.
fn held(context: &Context<'_>, ty: &Type, sparse: bool, value: &Value) -> Result<Given, Unfit> {
    if sparse && value.is_null() {
        return Ok(Given::Null);
    }
    given(context, ty, value)
}

fn scalar(scalar: Scalar, value: &Value) -> Option<Given> {
    Some(match (scalar, value) {
        (Scalar::Bool, value) => Given::Bool(value.as_bool()?),
        (Scalar::F32 | Scalar::F64, Value::String(text)) => {
            let number = match &**text {
                "NaN" => f64::NAN,
                "Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                _ => return None,
            };
            Given::Float(scalar, number)
        }
        (Scalar::F32 | Scalar::F64, value) => Given::Float(scalar, value.as_f64()?),
        (_, value) => Given::Integer(value.as_i64()?),
    })
}

/// Cases give numbers of any size as numbers or, where JSON's are too small, as texts.
fn big(value: &Value) -> Result<String, Unfit> {
    match value {
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text.clone()),
        _ => Err(format!("{value} is not a number")),
    }
}

/// Cases give points in time as seconds, with decimals.
fn timestamp(value: &Value) -> Result<Given, Unfit> {
    const NANOS: f64 = 1e9;
    if let Some(seconds) = value.as_i64() {
        return Ok(Given::Timestamp(seconds, 0));
    }
    let seconds = value.as_f64().ok_or("it is not a number of seconds")?;
    let whole = seconds.floor();
    // As precise as cases are: a double of today's seconds has no more than microseconds.
    let nanos = ((seconds - whole) * 1e6).round() * (NANOS / 1e6);
    Ok(Given::Timestamp(whole as i64, nanos as u32))
}

fn structure(context: &Context<'_>, ty: &TypeRef, value: &Value) -> Result<Given, Unfit> {
    let values = value.as_object().ok_or("it is not an object")?;
    let structure = context.structures.get(&*ty.rust);
    let structure = structure.ok_or_else(|| format!("there is no type `{}`", ty.rust))?;
    let given = Given::Structure {
        ty: ty.rust.clone(),
        members: sets(context, &structure.members, values)?,
        fallible: structure.fallible,
    };
    Ok(boxed(ty, given))
}

fn variant(context: &Context<'_>, ty: &TypeRef, value: &Value) -> Result<Given, Unfit> {
    let values = value.as_object().ok_or("it is not an object")?;
    let mut values = values.iter();
    let (Some((name, value)), None) = (values.next(), values.next()) else {
        return Err("it is not an object of one member".to_owned());
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
        Some(held) => Some(Box::new(given(context, held, value)?)),
    };
    let given = Given::Variant {
        ty: ty.rust.clone(),
        variant: variant.name.rust.clone(),
        value,
    };
    Ok(boxed(ty, given))
}

fn boxed(ty: &TypeRef, given: Given) -> Given {
    if ty.boxed {
        Given::Boxed(Box::new(given))
    } else {
        given
    }
}
