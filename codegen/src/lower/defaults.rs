//! Default values of members.

pub(super) mod timestamps;

use serde_json::Value;

use super::types::Types;
use crate::ast::{Member, TimestampFormat, brief, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{BigNumber, Document, Literal, Scalar, Type};

/// Returns the member's default as a value of its type.
pub(super) fn default(
    types: &Types<'_>,
    member: &Member,
    ty: &Type,
    diagnostics: &mut Diagnostics,
) -> Option<Literal> {
    let value = member.traits.default_value()?;
    let literal = match (ty, value) {
        (Type::Timestamp(_), Value::String(string)) => timestamp(types, member, string),
        _ => literal(ty, value),
    };
    if literal.is_none() && types.is_known(member) {
        let value = brief(value);
        diagnostics.shape_trait(
            Code::Default,
            &member.id,
            ids::DEFAULT,
            format!("{value} is not a supported default for the member's type"),
            "use a value of the member's type: an empty list or map, a base64 string for a blob, \
             seconds or a string in the member's format for a timestamp",
        );
    }
    literal
}

/// Returns `true` if a value equal to the default is omitted from requests.
///
/// This applies to numbers and booleans whose target shape has the same default. If only the member
/// has the default, the official client sends the value.
pub(super) fn is_default(types: &Types<'_>, member: &Member, ty: &Type) -> bool {
    let default = member.traits.default_value();
    let target_default = types.target_default(&member.target);
    matches!(ty, Type::Scalar(_)) && target_default.is_some() && target_default.as_ref() == default
}

/// Reads a timestamp in the format that a trait declares, or in `date-time`.
///
/// The format of the member's binding does not matter.
fn timestamp(types: &Types<'_>, member: &Member, string: &str) -> Option<Literal> {
    let format = types.declared_format(member);
    let format = format.unwrap_or(TimestampFormat::DateTime);
    Some(match timestamps::parse(string, format)? {
        (0, 0) => Literal::Zero,
        (seconds, nanos) => Literal::Time(seconds, nanos),
    })
}

/// Returns the seconds since the epoch of a timestamp in this format, for tables that are not Rust.
pub(crate) fn timestamp_seconds(string: &str, format: TimestampFormat) -> Option<f64> {
    let (seconds, nanos) = timestamps::parse(string, format)?;
    Some(seconds as f64 + f64::from(nanos) / 1e9)
}

fn literal(ty: &Type, value: &Value) -> Option<Literal> {
    match (ty, value) {
        (Type::Scalar(Scalar::Bool), Value::Bool(true)) => Some(Literal::True),
        (Type::Scalar(Scalar::Bool), Value::Bool(false)) => Some(Literal::Zero),
        (Type::Scalar(scalar @ (Scalar::F32 | Scalar::F64)), Value::Number(number)) => {
            match number.as_f64()? {
                0.0 => Some(Literal::Zero),
                float if *scalar == Scalar::F32 && float.abs() > f64::from(f32::MAX) => None,
                float => Some(Literal::Float(float)),
            }
        }
        (Type::Scalar(scalar), Value::Number(number)) => match number.as_i64()? {
            integer if !fits(*scalar, integer) => None,
            0 => Some(Literal::Zero),
            integer => Some(Literal::Integer(integer)),
        },
        (Type::String, Value::String(string)) if string.is_empty() => Some(Literal::Zero),
        (Type::String | Type::Enum(_), Value::String(string)) => {
            Some(Literal::String(string.clone()))
        }
        (Type::Blob, Value::String(base64)) => match decode_base64(base64)? {
            bytes if bytes.is_empty() => Some(Literal::Zero),
            bytes => Some(Literal::Bytes(bytes)),
        },
        (Type::List { .. }, Value::Array(values)) if values.is_empty() => Some(Literal::Zero),
        (Type::Map { .. }, Value::Object(values)) if values.is_empty() => Some(Literal::Zero),
        (Type::Timestamp(_), Value::Number(number)) => match number.as_f64()? {
            0.0 => Some(Literal::Zero),
            // Timestamps hold their seconds in 64 bits.
            seconds if seconds.abs() >= 9e18 => None,
            seconds => Some(Literal::Seconds(seconds)),
        },
        (Type::Big(BigNumber::Integer), Value::Number(number)) if number.is_f64() => None,
        (Type::Big(_), Value::Number(number)) => Some(Literal::String(number.to_string())),
        (Type::Document, value) => document(value).map(Literal::Document),
        _ => None,
    }
}

fn document(value: &Value) -> Option<Document> {
    Some(match value {
        Value::Bool(value) => Document::Bool(*value),
        Value::String(string) => Document::String(string.clone()),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), _, _) => Document::Unsigned(number),
            (_, Some(number), _) => Document::Negative(number),
            (_, _, number) => Document::Float(number?),
        },
        Value::Array(values) if values.is_empty() => Document::List,
        Value::Object(values) if values.is_empty() => Document::Map,
        _ => return None,
    })
}

/// Returns `true` if the integer is in the range of its type.
fn fits(scalar: Scalar, number: i64) -> bool {
    match scalar {
        Scalar::I8 => i8::try_from(number).is_ok(),
        Scalar::I16 => i16::try_from(number).is_ok(),
        Scalar::I32 => i32::try_from(number).is_ok(),
        Scalar::I64 => true,
        Scalar::Bool | Scalar::F32 | Scalar::F64 => false,
    }
}

/// Decodes a base64 string.
fn decode_base64(base64: &str) -> Option<Vec<u8>> {
    if !base64.len().is_multiple_of(4) {
        return None;
    }
    let unpadded = base64.strip_suffix("==").or(base64.strip_suffix('='));
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for digit in unpadded.unwrap_or(base64).bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.extend((bits >> count).to_le_bytes().first());
        }
        bits &= 0xff;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::decode_base64;
    use crate::ir::{Document, Literal, Presence};
    use crate::testing::{assert_diagnostic, client, member};

    #[test]
    fn invalid_base64_is_rejected() {
        for (base64, expected) in [
            ("", Some(&b""[..])),
            ("YQ==", Some(b"a")),
            ("YWI=", Some(b"ab")),
            ("YWJj", Some(b"abc")),
            ("//79", Some(&[0xff, 0xfe, 0xfd])),
            ("YWJ", None),
            ("Y=Jj", None),
            ("YW J", None),
        ] {
            assert_eq!(decode_base64(base64).as_deref(), expected, "{base64}");
        }
    }

    #[test]
    fn default_is_omitted_if_the_target_has_the_same_default() {
        let client = client(
            r#"{"In": {"members": {"a": "A"}},
            "A": {"type": "structure", "members": {
                "member": {"target": "Integer", "traits": {"default": 5}},
                "shared": {"target": "Five", "traits": {"default": 5}},
                "other": {"target": "Five", "traits": {"default": 6}},
                "primitive": {"target": "PrimitiveLong", "traits": {"default": 0}},
                "required": {"target": "Five", "traits": {"default": 5, "required": {}}},
                "no": {"target": "No", "traits": {"default": false}},
                "text": {"target": "Text", "traits": {"default": "a"}}
            }},
            "Five": {"type": "integer", "traits": {"default": 5}},
            "No": {"type": "boolean", "traits": {"default": false}},
            "Text": {"type": "string", "traits": {"default": "a"}}}"#,
        );
        for (name, is_omitted) in [
            ("member", false),
            ("shared", true),
            ("other", false),
            ("primitive", true),
            ("required", false),
            ("no", true),
            ("text", false),
        ] {
            let presence = &member(&client, "A", name).presence;
            let is_unless_default = matches!(presence, Presence::UnlessDefault(_));
            assert_eq!(is_unless_default, is_omitted, "{name}: {presence:?}");
        }
    }

    #[test]
    fn defaults_of_blobs_timestamps_and_documents_are_supported() {
        let client = client(
            r#"{"Out": {"members": {"a": "A"}},
            "A": {"type": "structure", "members": {
                "blob": {"target": "Blob", "traits": {"default": "YWJj"}},
                "time": {"target": "Timestamp", "traits": {"default": 1.5}},
                "map": {"target": "Document", "traits": {"default": {}}},
                "number": {"target": "Document", "traits": {"default": -1}},
                "none": {"target": "Document", "traits": {"default": null}},
                "plain": {"target": "Timestamp", "traits": {"default": "1970-01-01T00:00:01Z"}},
                "start": {"target": "Timestamp", "traits": {"default": "1970-01-01T00:00:00Z"}},
                "member": {"target": "Timestamp", "traits": {"timestampFormat": "http-date",
                    "default": "Thu, 01 Jan 1970 00:00:02 GMT"}},
                "target": {"target": "Seconds", "traits": {"default": "3.5"}}
            }},
            "Seconds": {"type": "timestamp", "traits": {"timestampFormat": "epoch-seconds"}}}"#,
        );
        for (name, expected) in [
            ("blob", Some(Literal::Bytes(b"abc".to_vec()))),
            ("time", Some(Literal::Seconds(1.5))),
            ("map", Some(Literal::Document(Document::Map))),
            ("number", Some(Literal::Document(Document::Negative(-1)))),
            ("none", None),
            ("plain", Some(Literal::Time(1, 0))),
            ("start", Some(Literal::Zero)),
            ("member", Some(Literal::Time(2, 0))),
            ("target", Some(Literal::Time(3, 500_000_000))),
        ] {
            assert_eq!(member(&client, "A", name).default, expected, "{name}");
        }
    }

    #[test]
    fn timestamp_default_in_another_format_or_out_of_range_is_an_error() {
        let shapes = |format: &str, default: &str| {
            format!(
                r#"{{"In": {{"members": {{"a": {{"target": "Timestamp",
                    "traits": {{{format} "default": "{default}"}}}}}}}}}}"#
            )
        };
        assert_diagnostic(
            r#"{"In": {"members": {"a": {"target": "Timestamp", "traits": {"default": 1e19}}}}}"#,
            "E0412 t#In$a: `1e+19` is not a supported default",
        );
        let http_date = r#""timestampFormat": "http-date","#;
        for (format, default) in [("", "4"), (http_date, "1970-01-01T00:00:01Z")] {
            assert_diagnostic(
                &shapes(format, default),
                &format!("E0412 t#In$a: `\"{default}\"` is not a supported default"),
            );
        }
    }
}
