//! Values whose kind only the text tells: documents, and floats, which may be strings.

use std::collections::HashMap;
use std::fmt;

use aws_smithy_types::{Document, Number};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The key under which serde_json hides a number when its `arbitrary_precision` is on.
const PRECISE_NUMBER: &str = "$serde_json::private::Number";

/// Reads any JSON value.
pub(super) struct DocumentSeed;

impl<'de> DeserializeSeed<'de> for DocumentSeed {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DocumentSeed {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::PosInt(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Number(match u64::try_from(value) {
            Ok(value) => Number::PosInt(value),
            Err(_) => Number::NegInt(value),
        }))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Document, E> {
        Ok(Document::Number(Number::Float(value)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(Document::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Document, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element_seed(DocumentSeed)? {
            values.push(value);
        }
        Ok(Document::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut values = HashMap::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == PRECISE_NUMBER {
                return number(&map.next_value::<String>()?).map(Document::Number);
            }
            values.insert(key, map.next_value_seed(DocumentSeed)?);
        }
        Ok(Document::Object(values))
    }
}

fn number<E: Error>(text: &str) -> Result<Number, E> {
    if let Ok(value) = text.parse() {
        return Ok(Number::PosInt(value));
    }
    if let Ok(value) = text.parse() {
        return Ok(Number::NegInt(value));
    }
    let value = text.parse().map_err(|_| E::custom("invalid number"))?;
    Ok(Number::Float(value))
}

/// The float that `value` stands for; infinities and NaN come as strings.
pub(super) fn float<E: Error>(value: Document) -> Result<f64, E> {
    match value {
        Document::Number(number) => Ok(number.to_f64_lossy()),
        Document::String(text) => match text.as_str() {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(E::custom("invalid type: string, expected a number")),
        },
        _ => Err(E::custom("invalid type, expected a number")),
    }
}
