//! Types of members, compared as Rust types and as values on the wire.

use super::differ::code;
use crate::ir::{BigNumber, Member, Scalar, TimestampFormat, Type, TypeRef};

/// Returns the Rust type of a member's field.
pub(super) fn field(member: &Member) -> String {
    let ty = rust(&member.ty);
    match member.optional {
        true => format!("Option<{ty}>"),
        false => ty,
    }
}

/// Returns the Rust type of a value.
pub(super) fn rust(ty: &Type) -> String {
    let sparse = |ty: &Type, sparse: bool| match sparse {
        true => format!("Option<{}>", rust(ty)),
        false => rust(ty),
    };
    match ty {
        Type::Scalar(scalar) => self::scalar(*scalar).to_owned(),
        Type::String => "String".to_owned(),
        Type::Blob => "Blob".to_owned(),
        Type::Stream => "ByteStream".to_owned(),
        Type::Big(BigNumber::Integer) => "BigInteger".to_owned(),
        Type::Big(BigNumber::Decimal) => "BigDecimal".to_owned(),
        Type::Document => "Document".to_owned(),
        Type::Timestamp(_) => "DateTime".to_owned(),
        Type::Enum(TypeRef { rust, boxed })
        | Type::Structure(TypeRef { rust, boxed })
        | Type::Union(TypeRef { rust, boxed }) => match boxed {
            true => format!("Box<types::{rust}>"),
            false => format!("types::{rust}"),
        },
        Type::List {
            element,
            sparse: is,
        } => format!("Vec<{}>", sparse(element, *is)),
        Type::Map {
            key,
            value,
            sparse: is,
        } => format!("HashMap<{}, {}>", rust(key), sparse(value, *is)),
    }
}

fn scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Bool => "bool",
        Scalar::I8 => "i8",
        Scalar::I16 => "i16",
        Scalar::I32 => "i32",
        Scalar::I64 => "i64",
        Scalar::F32 => "f32",
        Scalar::F64 => "f64",
    }
}

/// Returns the form of a value in JSON.
fn json(ty: &Type) -> &'static str {
    match ty {
        Type::Scalar(Scalar::Bool) => "a boolean",
        Type::Scalar(_) | Type::Big(_) => "a number",
        Type::String | Type::Enum(_) => "a string",
        Type::Blob | Type::Stream => "bytes",
        Type::Document => "any value",
        Type::Timestamp(TimestampFormat::EpochSeconds) => "a timestamp in seconds",
        Type::Timestamp(TimestampFormat::DateTime) => "a timestamp like `2020-01-02T03:04:05Z`",
        Type::Timestamp(TimestampFormat::HttpDate) => {
            "a timestamp like `Thu, 02 Jan 2020 03:04:05 GMT`"
        }
        Type::Structure(_) => "an object",
        Type::Union(_) => "an object with one member",
        Type::List { .. } => "a list",
        Type::Map { .. } => "a map",
    }
}

/// Describes the change of a value on the wire; `None` if its form stays the same.
pub(super) fn on_wire(old: &Type, new: &Type) -> Option<String> {
    let (old_form, new_form) = (json(old), json(new));
    if old_form != new_form {
        return Some(format!("the value is {new_form} instead of {old_form}"));
    }
    match (old, new) {
        (
            Type::List { element, sparse },
            Type::List {
                element: new_element,
                sparse: new_sparse,
            },
        ) => nulls("elements", *sparse, *new_sparse).or_else(|| {
            on_wire(element, new_element).map(|change| format!("in each element, {change}"))
        }),
        (
            Type::Map { value, sparse, .. },
            Type::Map {
                value: new_value,
                sparse: new_sparse,
                ..
            },
        ) => nulls("values", *sparse, *new_sparse)
            .or_else(|| on_wire(value, new_value).map(|change| format!("in each entry, {change}"))),
        (Type::Structure(old) | Type::Union(old), Type::Structure(new) | Type::Union(new)) => {
            let are_same = old.rust == new.rust;
            (!are_same).then(|| format!("the object is a {}", code(&new.rust)))
        }
        _ => None,
    }
}

fn nulls(of: &str, old: bool, new: bool) -> Option<String> {
    match (old, new) {
        (false, true) => Some(format!("{of} may be null")),
        (true, false) => Some(format!("{of} are never null")),
        _ => None,
    }
}

/// Returns the name of a timestamp format in models.
pub(super) fn timestamp_format(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::DateTime => "date-time",
        TimestampFormat::HttpDate => "http-date",
        TimestampFormat::EpochSeconds => "epoch-seconds",
    }
}
