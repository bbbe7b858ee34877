//! Implementations of [`Inspect`] for the types of members.

use std::collections::HashMap;

use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::{Inspect, List, Map, Value};

macro_rules! inspect {
    ($($type:ty: |$value:ident| $data:expr;)+) => {$(
        impl Inspect for $type {
            fn value(&self) -> Value<'_> {
                let $value = self;
                $data
            }
        }
    )+};
}

inspect! {
    bool: |value| Value::Bool(*value);
    i8: |value| Value::Integer((*value).into());
    i16: |value| Value::Integer((*value).into());
    i32: |value| Value::Integer((*value).into());
    i64: |value| Value::Integer(*value);
    f32: |value| Value::F32(*value);
    f64: |value| Value::F64(*value);
    BigInteger: |value| Value::Digits(value.as_ref());
    BigDecimal: |value| Value::Digits(value.as_ref());
    String: |value| Value::String(value);
    Blob: |value| Value::Blob(value.as_ref());
    ByteStream: |stream| Value::Stream(stream.bytes());
    DateTime: |value| Value::Timestamp(value);
    Document: |value| Value::Document(value);
}

impl<T: Inspect> Inspect for Option<T> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, T::value)
    }
}

impl<T: Inspect> Inspect for Box<T> {
    fn value(&self) -> Value<'_> {
        T::value(self)
    }
}

impl<T: Inspect + PartialEq> Inspect for Vec<T> {
    fn value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: Inspect + PartialEq> List for Vec<T> {
    fn elements(&self) -> Vec<Value<'_>> {
        self.iter().map(T::value).collect()
    }

    fn repeated(&self) -> Option<usize> {
        (1..self.len()).find(|index| self[..*index].contains(&self[*index]))
    }
}

impl<K: AsRef<str>, T: Inspect> Inspect for HashMap<K, T> {
    fn value(&self) -> Value<'_> {
        Value::Map(self)
    }
}

impl<K: AsRef<str>, T: Inspect> Map for HashMap<K, T> {
    fn entries(&self) -> Vec<(&str, Value<'_>)> {
        let entries = self.iter();
        let mut entries: Vec<_> = entries
            .map(|(key, value)| (key.as_ref(), value.value()))
            .collect();
        entries.sort_by_key(|(key, _)| *key);
        entries
    }
}
