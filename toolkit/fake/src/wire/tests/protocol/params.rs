//! The values in cases, which differ from ours in blobs: they are text, not base64.

use aws_smithy_types::base64;
use serde_json::{Map, Value};

use crate::wire::table::{Kind, Member, Table, Type};

/// Converts the `params` of a case.
pub(super) fn members(table: &Table, members: &[Member], params: &Value) -> Map<String, Value> {
    let params = params.as_object().into_iter().flatten();
    let values = params.map(|(name, param)| {
        let member = members.iter().find(|member| member.name == *name);
        let value = match member {
            Some(member) => value(table, &member.ty, param),
            None => param.clone(),
        };
        (name.clone(), value)
    });
    values.collect()
}

fn value(table: &Table, ty: &Type, param: &Value) -> Value {
    match (&ty.kind, param) {
        (_, Value::Null) => Value::Null,
        (Kind::Blob | Kind::Stream, Value::String(text)) => base64::encode(text).into(),
        (Kind::Structure { shape }, _) => members(table, table.structure(shape), param).into(),
        (Kind::Union { shape }, _) => members(table, table.union(shape), param).into(),
        (Kind::List { element, .. }, Value::Array(values)) => {
            let values = values.iter().map(|param| value(table, element, param));
            values.collect()
        }
        (Kind::Map { value: ty, .. }, Value::Object(values)) => {
            let values = values.iter();
            let values = values.map(|(name, param)| (name.clone(), value(table, ty, param)));
            Value::Object(values.collect())
        }
        _ => param.clone(),
    }
}

/// Compares values; numbers by their value, so that 1 is 1.0.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let is_in_b = |(name, a): (&String, &Value)| b.get(name).is_some_and(|b| same(a, b));
            a.len() == b.len() && a.iter().all(is_in_b)
        }
        (a, b) => a == b,
    }
}
