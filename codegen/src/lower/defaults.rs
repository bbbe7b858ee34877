//! Defaults: the values that members have where none is set.

use serde_json::Value;

use super::types::Types;
use crate::ast::{Member, TimestampFormat, brief, ids};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{BigNumber, Document, Literal, Scalar, Type};

/// The member's default as a value of its type.
pub(super) fn default(
    types: &Types<'_>,
    member: &Member,
    ty: &Type,
    diagnostics: &mut Diagnostics,
) -> Option<Literal> {
    let value = member.traits.default_value()?;
    let literal = literal(ty, value);
    if literal.is_none() && types.is_known(member) {
        let value = brief(value);
        diagnostics.shape_trait(
            Code::Default,
            &member.id,
            ids::DEFAULT,
            format!("{value} is not a default that the generator can give this member"),
            "give a value of the member's type; lists and maps are empty, blobs base64, timestamps \
             seconds",
        );
    }
    literal
}

/// Whether a value that is equal to the default is left out: a number or a truth, where the shape that
/// the member targets has the default itself. Where only the member has it, the service may take what
/// is left out for something else.
pub(super) fn is_default(types: &Types<'_>, member: &Member, ty: &Type) -> bool {
    let own = member.traits.default_value();
    let target = types.target_default(&member.target);
    matches!(ty, Type::Scalar(_)) && target.is_some() && target.as_ref() == own
}

fn literal(ty: &Type, value: &Value) -> Option<Literal> {
    match (ty, value) {
        (Type::Scalar(Scalar::Bool), Value::Bool(true)) => Some(Literal::True),
        (Type::Scalar(Scalar::Bool), Value::Bool(false)) => Some(Literal::Zero),
        (Type::Scalar(Scalar::F32 | Scalar::F64), Value::Number(number)) => {
            let number = number.as_f64();
            let narrow = *ty == Type::Scalar(Scalar::F32);
            let number = number.filter(|number| !narrow || number.abs() <= f64::from(f32::MAX));
            number.map(|number| match number {
                0.0 => Literal::Zero,
                number => Literal::Float(number),
            })
        }
        (Type::Scalar(scalar), Value::Number(number)) => {
            let number = number.as_i64().filter(|number| fits(*scalar, *number));
            number.map(|number| match number {
                0 => Literal::Zero,
                number => Literal::Integer(number),
            })
        }
        (Type::String, Value::String(text)) if text.is_empty() => Some(Literal::Zero),
        (Type::String | Type::Enum(_), Value::String(text)) => Some(Literal::String(text.clone())),
        (Type::Blob, Value::String(text)) => match bytes(text)? {
            bytes if bytes.is_empty() => Some(Literal::Zero),
            bytes => Some(Literal::Bytes(bytes)),
        },
        (Type::List { .. }, Value::Array(values)) if values.is_empty() => Some(Literal::Zero),
        (Type::Map { .. }, Value::Object(values)) if values.is_empty() => Some(Literal::Zero),
        (Type::Timestamp(TimestampFormat::EpochSeconds), _)
        | (Type::Timestamp(_), Value::Number(_)) => match value.as_f64()? {
            0.0 => Some(Literal::Zero),
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
        Value::String(text) => Document::String(text.clone()),
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

/// Whether an integer is one of its type.
fn fits(scalar: Scalar, number: i64) -> bool {
    match scalar {
        Scalar::I8 => i8::try_from(number).is_ok(),
        Scalar::I16 => i16::try_from(number).is_ok(),
        Scalar::I32 => i32::try_from(number).is_ok(),
        Scalar::I64 => true,
        Scalar::Bool | Scalar::F32 | Scalar::F64 => false,
    }
}

/// The bytes that a text in base64 stands for.
fn bytes(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let digits = text.strip_suffix("==").or(text.strip_suffix('='));
    let digits = digits.unwrap_or(text);
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for digit in digits.bytes() {
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
    use super::bytes;
    use crate::ir::{Document, Literal, Presence};
    use crate::testing::{client, member};

    #[test]
    fn base64_is_read_or_refused() {
        for (text, expected) in [
            ("", Some(&b""[..])),
            ("YQ==", Some(b"a")),
            ("YWI=", Some(b"ab")),
            ("YWJj", Some(b"abc")),
            ("//79", Some(&[0xff, 0xfe, 0xfd])),
            ("YWJ", None),
            ("Y=Jj", None),
            ("YW J", None),
        ] {
            assert_eq!(bytes(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_default_goes_without_saying_where_the_target_has_it() {
        let client = client(
            r#"{"In": {"members": {"a": "A"}},
            "A": {"type": "structure", "members": {
                "own": {"target": "Integer", "traits": {"default": 5}},
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
        for (name, is_left_out) in [
            ("own", false),
            ("shared", true),
            ("other", false),
            ("primitive", true),
            ("required", false),
            ("no", true),
            ("text", false),
        ] {
            let presence = &member(&client, "A", name).presence;
            let expected = matches!(presence, Presence::UnlessDefault(_));
            assert_eq!(expected, is_left_out, "{name}: {presence:?}");
        }
    }

    #[test]
    fn defaults_are_of_any_kind() {
        let client = client(
            r#"{"Out": {"members": {"a": "A"}},
            "A": {"type": "structure", "members": {
                "blob": {"target": "Blob", "traits": {"default": "YWJj"}},
                "time": {"target": "Timestamp", "traits": {"default": 1.5}},
                "map": {"target": "Document", "traits": {"default": {}}},
                "number": {"target": "Document", "traits": {"default": -1}},
                "none": {"target": "Document", "traits": {"default": null}}
            }}}"#,
        );
        for (name, expected) in [
            ("blob", Some(Literal::Bytes(b"abc".to_vec()))),
            ("time", Some(Literal::Seconds(1.5))),
            ("map", Some(Literal::Document(Document::Map))),
            ("number", Some(Literal::Document(Document::Negative(-1)))),
            ("none", None),
        ] {
            assert_eq!(member(&client, "A", name).default, expected, "{name}");
        }
    }
}
