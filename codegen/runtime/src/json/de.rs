//! The walk over a JSON text: serde_json parses, the slots take the values.
//!
//! Each kind of target asks serde_json for exactly what fits it. That keeps the reader right where
//! another crate of the build turns on serde_json's `arbitrary_precision`, under which numbers read
//! through `deserialize_any` look like maps.

use std::fmt;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document};
use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde_json::value::RawValue;

use super::JsonError;
use super::document::{DocumentSeed, float};
use super::read::{List, Map, Members, Optional, Slot, Target, Union};
use super::skip::{Skip, passed_over};

/// Reads one JSON object and nothing after it into `members`; no text at all counts as `{}`.
///
/// Of a member that comes twice the last counts; unknown members are skipped.
///
/// # Errors
/// When the text is not valid JSON, is not an object, or a value does not fit its member.
pub fn read_object(text: &[u8], members: &mut dyn Members) -> Result<(), JsonError> {
    if text.is_empty() {
        return Ok(());
    }
    // Once for all of it is much cheaper than string by string.
    let text = std::str::from_utf8(text).map_err(|_| JsonError::not_utf8())?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(Walk(Target::Members(members), Format::EpochSeconds))?;
    deserializer.end()?;
    Ok(())
}

/// Whether the first token of `text` opens an object; there may be none.
///
/// # Errors
/// When the first token is not one of JSON. What follows it is not looked at.
pub(crate) fn opens_object(text: &[u8]) -> Result<bool, JsonError> {
    let blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    let first = match text.iter().find(|byte| !blank(**byte)) {
        Some(b'{') => return Ok(true),
        Some(b'[') | None => return Ok(false),
        Some(first) => *first,
    };
    // A stream is the one reader that stops after a value.
    let mut values = serde_json::Deserializer::from_slice(text).into_iter::<&RawValue>();
    values.next().transpose()?;
    // The quote ends a string; a number or a word ends with what may stand after a value.
    match text.get(values.byte_offset()) {
        Some(&next) if first != b'"' && !blank(next) && !matches!(next, b'}' | b']' | b',') => {
            Err(serde_json::Error::custom("trailing characters").into())
        }
        _ => Ok(false),
    }
}

/// Reads a value that must be there: an element, or what stands behind an optional one.
pub(super) struct Walk<'a>(pub(super) Target<'a>, pub(super) Format);

/// Reads a member: null counts as absent.
pub(super) struct Member<'a>(pub(super) Slot<'a>);

/// Reads an element of a list or a map's value: null is an error unless the slot is optional.
pub(super) struct Element<'a>(pub(super) Slot<'a>);

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0.target {
            Target::Optional(_) | Target::Document(_) => Member(self.0).deserialize(deserializer),
            target => Walk(target, self.0.timestamps).deserialize(deserializer),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        match self.0.target {
            Target::Optional(optional) => optional.clear(),
            Target::Text(text) => text.clear(),
            Target::Bool(value) => *value = false,
            Target::I8(value) => *value = 0,
            Target::I16(value) => *value = 0,
            Target::I32(value) => *value = 0,
            Target::I64(value) => *value = 0,
            Target::F32(value) => *value = 0.0,
            Target::F64(value) => *value = 0.0,
            Target::Timestamp(value) => *value = DateTime::from_secs(0),
            Target::Blob(value) => *value = Blob::new(Vec::new()),
            Target::Document(value) => *value = Document::Null,
            Target::Parsed(value) => value.reset(),
            Target::IfText(_) => {}
            Target::List(list) => list.clear(),
            Target::Map(map) => map.clear(),
            // Their slots are fresh, so they are in the state of nothing read.
            Target::Members(_) | Target::Union(_) => {}
        }
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Slot { target, timestamps } = self.0;
        Walk(target, timestamps).deserialize(deserializer)
    }
}

/// The slot inside of an optional one, with the format handed down.
fn fill(optional: &mut dyn Optional, timestamps: Format) -> Slot<'_> {
    let inner = optional.fill();
    inner.timestamps(timestamps)
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            Target::Optional(optional) => {
                let slot = fill(optional, self.1);
                Walk(slot.target, slot.timestamps).deserialize(deserializer)
            }
            Target::Text(_) | Target::Parsed(_) | Target::Blob(_) => {
                deserializer.deserialize_str(self)
            }
            Target::Timestamp(_) if !matches!(self.1, Format::EpochSeconds) => {
                deserializer.deserialize_str(self)
            }
            Target::Bool(_) => deserializer.deserialize_bool(self),
            Target::I8(_) | Target::I16(_) | Target::I32(_) | Target::I64(_) => {
                deserializer.deserialize_i64(self)
            }
            Target::Timestamp(_) => deserializer.deserialize_f64(self),
            Target::List(_) => deserializer.deserialize_seq(self),
            Target::Map(_) | Target::Members(_) | Target::Union(_) => {
                deserializer.deserialize_map(self)
            }
            Target::IfText(target) => {
                let raw = passed_over(deserializer)?;
                if raw.starts_with('"') {
                    let text: String = serde_json::from_str(raw).map_err(D::Error::custom)?;
                    target.set(&text);
                }
                Ok(())
            }
            Target::F32(target) => {
                *target = float(DocumentSeed.deserialize(deserializer)?)?.to_f32_lossy();
                Ok(())
            }
            Target::F64(target) => {
                *target = float(DocumentSeed.deserialize(deserializer)?)?.to_f64_lossy();
                Ok(())
            }
            Target::Document(target) => {
                *target = DocumentSeed.deserialize(deserializer)?;
                Ok(())
            }
        }
    }
}

/// Grows a list once there is an element to hold; an array's end must not add one.
pub(super) struct NextElement<'a>(pub(super) &'a mut dyn List, pub(super) Format);

impl<'de> DeserializeSeed<'de> for NextElement<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let slot = self.0.push().timestamps(self.1);
        Element(slot).deserialize(deserializer)
    }
}

/// Finds a member's slot without copying its name.
pub(super) struct MemberKey<'a>(pub(super) &'a mut dyn Members);

impl<'de, 'a> DeserializeSeed<'de> for MemberKey<'a> {
    type Value = Option<Slot<'a>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for MemberKey<'a> {
    type Value = Option<Slot<'a>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.member(name))
    }
}

/// Adds a map's entry.
pub(super) struct EntryKey<'a>(pub(super) &'a mut dyn Map);

impl<'de, 'a> DeserializeSeed<'de> for EntryKey<'a> {
    type Value = Slot<'a>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for EntryKey<'a> {
    type Value = Slot<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.insert(key))
    }
}

/// Reads a union's member, and tells whether it was a value: null counts as absent, so the variant is
/// chosen after a look at the value.
pub(super) struct Variant<'a> {
    pub(super) union: &'a mut dyn Union,
    pub(super) name: &'a str,
    /// Whether there was a value already.
    pub(super) chosen: bool,
}

impl<'de> DeserializeSeed<'de> for Variant<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Variant<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a union's value or null")
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        // Some services name the shape beside the value.
        if self.name == "__type" {
            Skip.deserialize(deserializer)?;
            return Ok(false);
        }
        if self.chosen {
            return Err(D::Error::custom("a union with two values"));
        }
        match self.union.variant(self.name) {
            Some(slot) => Walk(slot.target, slot.timestamps).deserialize(deserializer)?,
            None => Skip.deserialize(deserializer)?,
        }
        Ok(true)
    }
}
