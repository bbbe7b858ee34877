//! Times as RFC 3339 strings.

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde::ser::Error as _;
use serde::{Deserialize as _, Deserializer, Serializer};

pub(crate) fn serialize<S: Serializer>(time: &DateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let string = time.fmt(Format::DateTime).map_err(S::Error::custom)?;
    serializer.serialize_str(&string)
}

#[cfg(feature = "events")]
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<DateTime, D::Error> {
    parse(&String::deserialize(deserializer)?)
}

fn parse<E: serde::de::Error>(string: &str) -> Result<DateTime, E> {
    let time = DateTime::from_str(string, Format::DateTimeWithOffset).map_err(E::custom)?;
    // An offset can lead to a year that cannot be written again.
    time.fmt(Format::DateTime).map_err(E::custom)?;
    Ok(time)
}

/// Times that may be absent.
pub(crate) mod optional {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        time: &Option<DateTime>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match time {
            Some(time) => super::serialize(time, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<DateTime>, D::Error> {
        let string = Option::<String>::deserialize(deserializer)?;
        string.as_deref().map(super::parse).transpose()
    }
}
