//! Parsing JSON into serde_json's values.
//!
//! serde_json's own implementation turns an object whose first key is its private marker into the
//! value that the marker stands for. Here, such an object is an ordinary one.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Parses `text` as one JSON value. The last value of a repeated key wins.
///
/// # Errors
/// If `text` is not valid JSON.
pub(crate) fn parse_json(text: &str) -> serde_json::Result<Value> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = ValueSeed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

struct ValueSeed;

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<Value, E> {
        Ok(Value::String(string.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element_seed(ValueSeed)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = map.next_key()? {
            values.insert(key, map.next_value_seed(ValueSeed)?);
        }
        Ok(Value::Object(values))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::parse_json;

    #[test]
    fn values_are_those_of_serde_json() {
        for text in [
            r#" {"b": [null, true, "é\n"], "a": {}, "b": [1, -1, 0.5, -0, 1e300]} "#,
            "18446744073709551616",
            r#""""#,
        ] {
            let expected: Value = serde_json::from_str(text).expect("JSON");
            let value = parse_json(text).expect("JSON");
            assert_eq!(value.to_string(), expected.to_string());
        }
        for text in ["", "{", "[1,]", "1 2", "1e400", "nul", r#"{"a"}"#] {
            let expected = serde_json::from_str::<Value>(text).expect_err(text);
            let error = parse_json(text).expect_err(text);
            assert_eq!(error.to_string(), expected.to_string(), "{text}");
        }
    }

    #[test]
    fn an_object_with_a_private_marker_is_an_object() {
        for marker in ["Number", "RawValue"] {
            let key = format!("$serde_json::private::{marker}");
            let text = format!(r#"{{"{key}":"[7]"}}"#);
            let value = parse_json(&text).expect("JSON");
            assert_eq!(value[&key], "[7]");
            assert_eq!(value.to_string(), text);
        }
    }
}
