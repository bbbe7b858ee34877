//! Values and locations in words.

use super::differ::code;
use crate::ir::{Document, Literal, Location, Member, Scalar, Type};

/// Returns a default as code.
pub(super) fn default(ty: &Type, literal: &Literal) -> String {
    match literal {
        Literal::Zero => zero(ty).to_owned(),
        Literal::True => "`true`".to_owned(),
        Literal::Integer(number) => code(number.to_string()),
        Literal::Float(number) => code(number.to_string()),
        Literal::String(string) => code(format!("\"{string}\"")),
        Literal::Bytes(bytes) => code(format!("b\"{}\"", bytes.escape_ascii())),
        Literal::Seconds(seconds) => format!("the timestamp {}", code(seconds.to_string())),
        Literal::Time(seconds, 0) => format!("the timestamp {}", code(seconds.to_string())),
        Literal::Time(seconds, nanos) => {
            format!("the timestamp {}", code(format!("{seconds}.{nanos:09}")))
        }
        Literal::Document(document) => match document {
            Document::Bool(value) => code(value.to_string()),
            Document::Unsigned(number) => code(number.to_string()),
            Document::Negative(number) => code(number.to_string()),
            Document::Float(number) => code(number.to_string()),
            Document::String(string) => code(format!("\"{string}\"")),
            Document::List => "`[]`".to_owned(),
            Document::Map => "`{}`".to_owned(),
        },
    }
}

fn zero(ty: &Type) -> &'static str {
    match ty {
        Type::Scalar(Scalar::Bool) => "`false`",
        Type::Scalar(_) | Type::Big(_) => "`0`",
        Type::Timestamp(_) => "the timestamp `0`",
        Type::List { .. } => "`[]`",
        Type::Map { .. } => "`{}`",
        Type::String | Type::Enum(_) => "`\"\"`",
        Type::Blob | Type::Stream => "no bytes",
        Type::Document | Type::Structure(_) | Type::Union(_) => "an empty value",
    }
}

/// Describes the part of a request or response that contains a member.
pub(super) fn location(member: &Member) -> String {
    match &member.location {
        Location::Body => format!("the JSON member {}", code(&member.name.wire)),
        Location::Label => "a label of the URI".to_owned(),
        Location::Query(name) => format!("the query parameter {}", code(name)),
        Location::QueryParams => "query parameters".to_owned(),
        Location::Header(name) => format!("the header {}", code(name)),
        Location::EncodedHeader(name) => format!("the header {}, in base64", code(name)),
        Location::PrefixHeaders(prefix) => format!("headers that begin with {}", code(prefix)),
        Location::Payload => "the body".to_owned(),
        Location::ResponseCode => "the status code".to_owned(),
    }
}
