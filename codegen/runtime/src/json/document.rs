//! Values whose type depends on the JSON: documents, and floats, which may be strings.

use std::collections::HashMap;
use std::fmt;

use aws_smithy_types::{Document, Number};
use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The key of serde_json's internal object for a number, if its `arbitrary_precision` is enabled.
const PRECISE_NUMBER: &str = "$serde_json::private::Number";

/// A deserializer seed for any JSON value.
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

    fn visit_str<E: Error>(self, string: &str) -> Result<Document, E> {
        Ok(Document::String(string.to_owned()))
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

fn number<E: Error>(digits: &str) -> Result<Number, E> {
    if let Ok(value) = digits.parse() {
        return Ok(Number::PosInt(value));
    }
    if let Ok(value) = digits.parse() {
        return Ok(Number::NegInt(value));
    }
    let value = digits.parse().ok().filter(|value: &f64| value.is_finite());
    value
        .map(Number::Float)
        .ok_or_else(|| E::custom("number out of range"))
}

/// Returns the number in `value`. Infinities and NaN are strings.
pub(super) fn float(value: Document) -> Result<Number, &'static str> {
    match value {
        Document::Number(number) => Ok(number),
        Document::String(string) => match string.as_str() {
            "NaN" => Ok(Number::Float(f64::NAN)),
            "Infinity" => Ok(Number::Float(f64::INFINITY)),
            "-Infinity" => Ok(Number::Float(f64::NEG_INFINITY)),
            _ => Err("expected a number"),
        },
        _ => Err("expected a number"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use aws_smithy_types::{Document, Number};
    use serde_core::de::Visitor as _;
    use serde_core::de::value::{Error, MapDeserializer};

    use super::{DocumentSeed, PRECISE_NUMBER, number};

    #[test]
    fn the_digits_determine_the_variant_of_a_number() {
        for (digits, expected) in [
            ("0", Number::PosInt(0)),
            ("18446744073709551615", Number::PosInt(u64::MAX)),
            ("-1", Number::NegInt(-1)),
            ("-9223372036854775808", Number::NegInt(i64::MIN)),
            (
                "18446744073709551616",
                Number::Float(18446744073709551616.0),
            ),
            (
                "-9223372036854775809",
                Number::Float(-9223372036854775808.0),
            ),
            (
                "0.1234567890123456789",
                Number::Float(0.123_456_789_012_345_68),
            ),
            ("5e2", Number::Float(500.0)),
        ] {
            assert_eq!(number::<Error>(digits), Ok(expected), "{digits}");
        }
        for invalid in ["", "x", "1e400", "-1e400", "NaN", "inf"] {
            assert!(number::<Error>(invalid).is_err(), "{invalid}");
        }
    }

    #[test]
    fn the_internal_number_object_is_a_number() {
        let map = |key| MapDeserializer::<_, Error>::new([(key, "5")].into_iter());
        let document = DocumentSeed.visit_map(map(PRECISE_NUMBER));
        assert_eq!(document, Ok(Document::Number(Number::PosInt(5))));
        let document = DocumentSeed.visit_map(map("key"));
        let five = Document::String("5".to_owned());
        let expected = HashMap::from([("key".to_owned(), five)]);
        assert_eq!(document, Ok(Document::Object(expected)));
    }
}
