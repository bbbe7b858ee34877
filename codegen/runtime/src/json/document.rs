//! Numbers, documents, and floats, which may be strings.
//!
//! The JSON alone decides the type of a value. serde_json's values are not used: depending on
//! features that any crate of an application can enable, they turn objects with certain keys into
//! numbers or into other values.

use std::collections::HashMap;

use aws_smithy_types::{Document, Number};

use super::JsonError;
use super::reader::Reader;

const NUMBER: &str = "expected a number";

impl<'t> Reader<'t> {
    /// Reads a number and returns its source text; `expected` is the error message.
    pub(super) fn digits(&mut self, expected: &str) -> Result<&'t str, JsonError> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.raw(),
            _ => Err(self.error(expected)),
        }
    }

    /// Reads a number; `expected` is the error message.
    pub(super) fn number(&mut self, expected: &str) -> Result<Number, JsonError> {
        let digits = self.digits(expected)?;
        number(digits).ok_or_else(|| self.error("number out of range"))
    }

    /// Reads a float. Infinities and NaN are strings.
    pub(super) fn float(&mut self) -> Result<Number, JsonError> {
        if self.peek() != Some(b'"') {
            return self.number(NUMBER);
        }
        match self.string(NUMBER)? {
            "NaN" => Ok(Number::Float(f64::NAN)),
            "Infinity" => Ok(Number::Float(f64::INFINITY)),
            "-Infinity" => Ok(Number::Float(f64::NEG_INFINITY)),
            _ => Err(self.error(NUMBER)),
        }
    }

    /// Reads any value.
    pub(super) fn document(&mut self) -> Result<Document, JsonError> {
        Ok(match self.peek() {
            Some(b'"') => Document::String(self.string("expected a string")?.to_owned()),
            Some(b'[') => {
                self.open(b'[', "expected a list")?;
                let (mut values, mut first) = (Vec::new(), true);
                while self.has_next(b']', &mut first)? {
                    values.push(self.document()?);
                }
                Document::Array(values)
            }
            Some(b'{') => {
                self.open(b'{', "expected an object")?;
                let (mut values, mut first) = (HashMap::new(), true);
                while let Some(name) = self.name(&mut first)? {
                    let name = name.to_owned();
                    self.colon()?;
                    values.insert(name, self.document()?);
                }
                Document::Object(values)
            }
            _ if self.consume("null") => Document::Null,
            _ if self.consume("true") => Document::Bool(true),
            _ if self.consume("false") => Document::Bool(false),
            _ => Document::Number(self.number("expected a value")?),
        })
    }
}

/// Converts `digits`, a number in JSON syntax; `None` if it is out of range.
pub(crate) fn number(digits: &str) -> Option<Number> {
    if let Ok(value) = digits.parse() {
        return Some(Number::PosInt(value));
    }
    match digits.parse() {
        // Only a float has a negative zero.
        Ok(0) | Err(_) => {}
        Ok(value) => return Some(Number::NegInt(value)),
    }
    let value = digits.parse().ok().filter(|value: &f64| value.is_finite());
    value.map(Number::Float)
}

#[cfg(test)]
mod tests {
    use aws_smithy_types::Number;

    use super::number;

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
            assert_eq!(number(digits), Some(expected), "{digits}");
        }
        for invalid in ["", "x", "1e400", "-1e400", "NaN", "inf"] {
            assert_eq!(number(invalid), None, "{invalid}");
        }
    }

    #[test]
    fn negative_zero_keeps_its_sign() {
        let value = number("-0").map(Number::to_f64_lossy);
        assert_eq!(value.map(f64::to_bits), Some((-0.0_f64).to_bits()));
    }
}
