//! Conversions of scalars, and errors, which never show a value.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{DateTime, Number, base64};
use serde_core::de::Error;

use crate::json::Target;

pub(super) fn integer<T: TryFrom<Number>, E: Error>(number: Number) -> Result<T, E> {
    T::try_from(number).map_err(|_| E::custom("the number does not fit"))
}

/// Returns a number in decimal.
pub(super) fn digits(number: Number) -> String {
    match number {
        Number::PosInt(number) => number.to_string(),
        Number::NegInt(number) => number.to_string(),
        Number::Float(number) => number.to_string(),
    }
}

/// Returns the time of a number of seconds since the epoch.
pub(super) fn seconds<E: Error>(number: Number) -> Result<DateTime, E> {
    // The shortest digits of a number are those that were written, up to microseconds.
    match DateTime::from_str(&digits(number), Format::EpochSeconds) {
        Ok(time) => Ok(time),
        Err(_) if number.to_f64_lossy().is_finite() => {
            Ok(DateTime::from_secs_f64(number.to_f64_lossy()))
        }
        Err(_) => Err(E::custom("invalid timestamp")),
    }
}

pub(super) fn bytes<E: Error>(string: &str) -> Result<Vec<u8>, E> {
    base64::decode(string).map_err(|_| E::custom("invalid base64"))
}

/// Returns the number that is a string on the wire.
pub(super) fn not_finite<E: Error>(string: &str) -> Result<f64, E> {
    match string {
        "NaN" => Ok(f64::NAN),
        "Infinity" => Ok(f64::INFINITY),
        "-Infinity" => Ok(f64::NEG_INFINITY),
        _ => Err(E::custom("expected a number")),
    }
}

pub(super) fn unexpected<E: Error>(target: &Target<'_>) -> Result<(), E> {
    Err(E::custom(format_args!("expected {}", expected(target))))
}

pub(super) fn expected(target: &Target<'_>) -> &'static str {
    match target {
        Target::String(_) | Target::OptionalString(_) | Target::Parsed(_) => "a string",
        Target::Bool(_) => "a boolean",
        Target::I8(_) | Target::I16(_) | Target::I32(_) | Target::I64(_) => "an integer",
        Target::F32(_) | Target::F64(_) => "a number",
        #[cfg(feature = "big-numbers")]
        Target::Big(_) => "a number",
        Target::Timestamp(_) => "a timestamp",
        Target::Blob(_) | Target::Stream(_) => "a base64 string",
        Target::List(_) => "a list",
        Target::Map(_) | Target::Members(_) | Target::Union(_) => "an object",
        Target::Document(_) | Target::IfString(_) | Target::Optional(_) => "a value",
    }
}
