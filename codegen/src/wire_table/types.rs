//! Types and constraints as JSON.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::ir::{BigNumber, Bounds, Client, Constraints, Scalar, TimestampFormat, Type, TypeRef};

/// The names of shapes in the model, by the Rust names of their types.
pub(super) struct Names<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Names<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        let structures = client.structures.iter().map(|shape| &shape.name);
        let unions = client.unions.iter().map(|shape| &shape.name);
        let enums = client.enums.iter().map(|shape| &shape.name);
        let names = structures.chain(unions).chain(enums);
        Self(names.map(|name| (&*name.rust, &*name.wire)).collect())
    }

    /// Adds a type and its constraints to an object.
    pub(super) fn add_type(
        &self,
        object: &mut Map<String, Value>,
        ty: &Type,
        constraints: &Constraints,
    ) {
        let none = Constraints::default();
        let element = constraints.element.as_deref().unwrap_or(&none);
        let key_constraints = constraints.key.as_deref().unwrap_or(&none);
        let mut add = |name: &str, value: Value| object.insert(name.to_owned(), value);
        add("type", kind(ty).into());
        match ty {
            Type::Timestamp(format) => {
                add("format", format_name(*format).into());
            }
            Type::Enum(shape) | Type::Structure(shape) | Type::Union(shape) => {
                add("shape", self.name(shape).into());
            }
            Type::List {
                element: ty,
                sparse,
            } => {
                add("element", self.value(ty, element));
                if *sparse {
                    add("sparse", true.into());
                }
            }
            Type::Map { key, value, sparse } => {
                add("key", self.value(key, key_constraints));
                add("value", self.value(value, element));
                if *sparse {
                    add("sparse", true.into());
                }
            }
            _ => {}
        }
        if let Some(Bounds { min, max }) = &constraints.range {
            add("range", json!([min, max]));
        }
        if let Some(Bounds { min, max }) = &constraints.length {
            add("length", json!([min, max]));
        }
        if let Some(pattern) = &constraints.pattern {
            add("pattern", pattern.as_str().into());
        }
        if constraints.unique_items {
            add("unique", true.into());
        }
        if !constraints.numbers.is_empty() {
            let numbers = constraints.numbers.iter().map(|(_, number)| *number);
            add("numbers", numbers.collect());
        }
    }

    fn value(&self, ty: &Type, constraints: &Constraints) -> Value {
        let mut object = Map::new();
        self.add_type(&mut object, ty, constraints);
        Value::Object(object)
    }

    fn name<'b>(&'b self, shape: &'b TypeRef) -> &'b str {
        self.0.get(&*shape.rust).copied().unwrap_or(&shape.rust)
    }
}

fn kind(ty: &Type) -> &'static str {
    match ty {
        Type::Scalar(Scalar::Bool) => "boolean",
        Type::Scalar(Scalar::I8) => "byte",
        Type::Scalar(Scalar::I16) => "short",
        Type::Scalar(Scalar::I32) => "integer",
        Type::Scalar(Scalar::I64) => "long",
        Type::Scalar(Scalar::F32) => "float",
        Type::Scalar(Scalar::F64) => "double",
        Type::String => "string",
        Type::Blob => "blob",
        Type::Stream => "stream",
        Type::Big(BigNumber::Integer) => "bigInteger",
        Type::Big(BigNumber::Decimal) => "bigDecimal",
        Type::Document => "document",
        Type::Timestamp(_) => "timestamp",
        Type::Enum(_) => "enum",
        Type::Structure(_) => "structure",
        Type::Union(_) => "union",
        Type::List { .. } => "list",
        Type::Map { .. } => "map",
    }
}

fn format_name(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::DateTime => "date-time",
        TimestampFormat::HttpDate => "http-date",
        TimestampFormat::EpochSeconds => "epoch-seconds",
    }
}
