//! Serialization of any value.

use std::collections::HashMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{DateTime, Document, Number, base64};
use serde_core::ser::{Error as _, SerializeMap as _};
use serde_core::{Serialize, Serializer};

use crate::inspect::{Fact, Inspect, Structure, Value};

/// A type whose values can be serialized.
pub trait Shape: Inspect {
    /// The facts about all values.
    const FACTS: &'static [Fact] = &[];
}

impl<T: Shape> Shape for Option<T> {
    const FACTS: &'static [Fact] = T::FACTS;
}

impl<T: Shape + PartialEq> Shape for Vec<T> {
    const FACTS: &'static [Fact] = &[Fact::Each(T::FACTS)];
}

impl<K: AsRef<str>, T: Shape> Shape for HashMap<K, T> {
    const FACTS: &'static [Fact] = &[Fact::Each(T::FACTS)];
}

/// Returns `value` in a form that is serialized with its sensitive members, such as stream keys.
pub fn with_sensitive<T: Shape>(value: &T) -> impl Serialize + Copy {
    Data::new(value, Sensitive::Shown)
}

/// Returns `value` in a form that is serialized without its sensitive members.
///
/// A union whose variant is sensitive is omitted, also from lists and maps.
pub fn without_sensitive<T: Shape>(value: &T) -> impl Serialize + Copy {
    Data::new(value, Sensitive::Omitted)
}

/// Serializes a value, which must not contain sensitive members.
///
/// # Errors
/// If a sensitive member is set, a stream is not in memory, a variant is unknown, or the format
/// cannot represent the value.
pub fn serialize<T: Shape, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    Data::new(value, Sensitive::Rejected).serialize(serializer)
}

/// The treatment of sensitive values.
#[derive(Clone, Copy, PartialEq)]
enum Sensitive {
    Rejected,
    Shown,
    Omitted,
}

/// A value with the facts about it.
#[derive(Clone, Copy)]
struct Data<'a> {
    value: Value<'a>,
    facts: &'static [Fact],
    sensitive: Sensitive,
}

impl<'a> Data<'a> {
    fn new<T: Shape>(value: &'a T, sensitive: Sensitive) -> Self {
        Data {
            value: value.value(),
            facts: T::FACTS,
            sensitive,
        }
    }

    /// Returns a value that is a part of this one.
    fn part(&self, value: Value<'a>, facts: &'static [Fact]) -> Self {
        Data {
            value,
            facts,
            ..*self
        }
    }

    /// Returns `true` if the value is sensitive, or is a union whose variant is.
    fn is_sensitive(&self) -> bool {
        let holds = |facts: &[Fact]| facts.iter().any(|fact| matches!(fact, Fact::Sensitive));
        holds(self.facts) || matches!(self.value, Value::Variant(member, _) if holds(member.facts))
    }

    /// Returns `true` if the value is omitted from the structure, list or map that contains it.
    fn is_omitted(&self) -> bool {
        self.sensitive == Sensitive::Omitted && self.is_sensitive()
    }

    fn each(&self) -> &'static [Fact] {
        let mut facts = self.facts.iter();
        let each = facts.find_map(|fact| match fact {
            Fact::Each(facts) => Some(*facts),
            _ => None,
        });
        each.unwrap_or_default()
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.sensitive != Sensitive::Shown
            && !matches!(self.value, Value::Absent)
            && self.is_sensitive()
        {
            return Err(S::Error::custom(SENSITIVE));
        }
        match self.value {
            Value::Absent => serializer.serialize_none(),
            Value::Bool(value) => serializer.serialize_bool(value),
            Value::Integer(value) => serializer.serialize_i64(value),
            Value::F32(value) if value.is_finite() => serializer.serialize_f32(value),
            Value::F32(value) => not_finite(value.into(), serializer),
            Value::F64(value) => float(value, serializer),
            Value::Digits(digits) => number(digits, serializer),
            Value::String(string) => serializer.serialize_str(string),
            Value::Blob(bytes) | Value::Stream(Some(bytes)) => {
                serializer.serialize_str(&base64::encode(bytes))
            }
            Value::Stream(None) => Err(S::Error::custom(
                "only a stream in memory can be serialized",
            )),
            Value::Timestamp(time) => timestamp(time, super::read::format(self.facts), serializer),
            Value::Document(document) => AnyDocument(document).serialize(serializer),
            Value::List(list) => {
                let elements = list.elements().into_iter();
                let elements = elements.map(|element| self.part(element, self.each()));
                let elements: Vec<_> = elements.filter(|element| !element.is_omitted()).collect();
                serializer.collect_seq(elements)
            }
            Value::Map(map) => {
                let entries = map.entries().into_iter();
                let entries = entries.map(|(key, value)| (key, self.part(value, self.each())));
                let entries: Vec<_> = entries.filter(|(_, value)| !value.is_omitted()).collect();
                serializer.collect_map(entries)
            }
            Value::Structure(structure) => self.structure(structure, serializer),
            Value::Variant(member, value) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_key(member.name)?;
                match value {
                    Some(value) => map.serialize_value(&self.part(value.value(), member.facts))?,
                    None => map.serialize_value(&HashMap::<&str, ()>::new())?,
                }
                map.end()
            }
            Value::UnknownVariant => Err(S::Error::custom(
                "an unknown variant of a union cannot be serialized",
            )),
        }
    }
}

/// The error for a sensitive value that is not asked for.
const SENSITIVE: &str = "the value is sensitive: `with_sensitive` serializes sensitive values, and \
                         `without_sensitive` omits sensitive members";

impl Data<'_> {
    fn structure<S: Serializer>(
        &self,
        structure: &dyn Structure,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut members = Vec::new();
        for (member, value) in structure.members().iter().zip(structure.values()) {
            let data = Data {
                value,
                facts: member.facts,
                sensitive: self.sensitive,
            };
            if matches!(value, Value::Absent) || data.is_omitted() {
                continue;
            }
            if self.sensitive == Sensitive::Rejected && data.is_sensitive() {
                let name = member.name;
                return Err(S::Error::custom(format_args!("`{name}`: {SENSITIVE}")));
            }
            members.push((member.name, data));
        }
        serializer.collect_map(members)
    }
}

/// A document.
struct AnyDocument<'a>(&'a Document);

impl Serialize for AnyDocument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Document::Null => serializer.serialize_unit(),
            Document::Bool(value) => serializer.serialize_bool(*value),
            Document::Number(Number::PosInt(number)) => serializer.serialize_u64(*number),
            Document::Number(Number::NegInt(number)) => serializer.serialize_i64(*number),
            Document::Number(Number::Float(number)) => float(*number, serializer),
            Document::String(string) => serializer.serialize_str(string),
            Document::Array(values) => serializer.collect_seq(values.iter().map(AnyDocument)),
            Document::Object(values) => {
                let mut values: Vec<_> = values.iter().collect();
                values.sort_by_key(|(key, _)| *key);
                serializer.collect_map(
                    values
                        .into_iter()
                        .map(|(key, value)| (key, AnyDocument(value))),
                )
            }
        }
    }
}

fn float<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    match number.is_finite() {
        true => serializer.serialize_f64(number),
        false => not_finite(number, serializer),
    }
}

/// Serializes NaN or an infinity, which is a string on the wire.
fn not_finite<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match number {
        f64::INFINITY => "Infinity",
        f64::NEG_INFINITY => "-Infinity",
        _ => "NaN",
    })
}

/// Serializes a number of any size; as a string if neither an `i64` nor an `f64` has these digits.
fn number<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = digits.parse::<i64>()
        && number.to_string() == digits
    {
        return serializer.serialize_i64(number);
    }
    match digits.parse::<f64>() {
        Ok(number) if number.to_string() == digits => serializer.serialize_f64(number),
        _ => serializer.serialize_str(digits),
    }
}

fn timestamp<S: Serializer>(
    time: &DateTime,
    format: Format,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let string = time.fmt(format).map_err(S::Error::custom)?;
    if format != Format::EpochSeconds {
        return serializer.serialize_str(&string);
    }
    match string.parse::<i64>() {
        Ok(seconds) => serializer.serialize_i64(seconds),
        Err(_) => serializer.serialize_f64(string.parse().map_err(S::Error::custom)?),
    }
}
