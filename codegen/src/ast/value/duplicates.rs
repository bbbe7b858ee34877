//! Parses JSON and finds keys that occur more than once in an object.
//!
//! serde_json's own implementation turns an object whose first key is its private marker into the
//! value that the marker stands for. Here, such an object is an ordinary one.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::diagnostics::Step;

/// A key that occurs more than once in its object, and the path to its last value.
pub(super) type Duplicate = (String, Vec<Step>);

/// Parses `text` and adds the keys that occur more than once to `duplicates`.
///
/// As in serde_json, the last value of a key counts.
///
/// # Errors
/// If the text is not JSON.
pub(super) fn parse(text: &str, duplicates: &mut Vec<Duplicate>) -> serde_json::Result<Value> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Parser { duplicates }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    // The steps were added from the inside out.
    for (_, path) in duplicates {
        path.reverse();
    }
    Ok(value)
}

/// Parses one value.
struct Parser<'a> {
    duplicates: &'a mut Vec<Duplicate>,
}

impl Parser<'_> {
    /// Returns a parser for a nested value.
    fn nested(&mut self) -> Parser<'_> {
        Parser {
            duplicates: self.duplicates,
        }
    }

    /// Adds a step to the paths of the duplicates from `first` on.
    fn add_step(&mut self, first: usize, step: impl Fn() -> Step) {
        for (_, path) in self.duplicates.iter_mut().skip(first) {
            path.push(step());
        }
    }
}

impl<'de> DeserializeSeed<'de> for Parser<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Parser<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        let mut elements = Vec::new();
        loop {
            let first = self.duplicates.len();
            let Some(element) = list.next_element_seed(self.nested())? else {
                return Ok(Value::Array(elements));
            };
            self.add_step(first, || elements.len().into());
            elements.push(element);
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            let first = self.duplicates.len();
            let value = object.next_value_seed(self.nested())?;
            self.add_step(first, || key.as_str().into());
            if members.contains_key(&key) {
                let path = vec![key.as_str().into()];
                self.duplicates.push((key.clone(), path));
            }
            members.insert(key, value);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::parse;
    use crate::diagnostics::Step;

    #[test]
    fn the_last_of_equal_keys_counts_and_is_reported_with_its_path() {
        let text = r#"{"a": [0, {"b": 1, "c": 2, "\u0062": {"d": 3, "d": 4}}], "e": {}}"#;
        let mut duplicates = Vec::new();
        let value = parse(text, &mut duplicates).expect("JSON");
        assert_eq!(value, json!({"a": [0, {"b": {"d": 4}, "c": 2}], "e": {}}));
        let path: [Step; 4] = ["a".into(), 1.into(), "b".into(), "d".into()];
        let expected = [
            ("d".to_owned(), path.to_vec()),
            ("b".to_owned(), path[..3].to_vec()),
        ];
        assert_eq!(duplicates, expected);
    }

    #[test]
    fn values_and_errors_are_those_of_serde_json() {
        let deep = "[".repeat(200);
        for text in [
            r#"[null, true, -1, 18446744073709551615, 1.5, -0.0, 1e3, "a\n", {}, []]"#,
            r#"{"b": 1, "a": [{"c": "é"}]}"#,
            "",
            "{",
            "[1,]",
            "{\"a\": 1} x",
            "nul",
            "1e999",
            &deep,
        ] {
            let ours = parse(text, &mut Vec::new()).map_err(|error| error.to_string());
            let theirs = serde_json::from_str::<Value>(text).map_err(|error| error.to_string());
            assert_eq!(ours, theirs, "{text}");
        }
    }

    #[test]
    fn an_object_with_a_private_marker_is_an_object() {
        for marker in ["Number", "RawValue"] {
            let key = format!("$serde_json::private::{marker}");
            let text = format!(r#"{{"{key}":"[7]"}}"#);
            let value = parse(&text, &mut Vec::new()).expect("JSON");
            assert_eq!(value[&key], "[7]");
            assert_eq!(value.to_string(), text);
        }
    }
}
