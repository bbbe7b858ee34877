//! Deserialization into slots.

mod scalars;

use std::collections::HashMap;
use std::fmt;

use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document, Number};
use serde_core::Deserializer;
use serde_core::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use self::scalars::{bytes, expected, integer, not_finite, seconds, unexpected};
use crate::inspect::Fact;
use crate::json::{self, List, Members, Read, Slot, Target, Union};
use crate::operation::Empty;

/// An output, whose members may be in any part of the response.
pub trait Output: Empty {
    /// Returns the slot of the member with the wire name `name`, or `None` if there is none.
    fn member(&mut self, name: &str) -> Option<Slot<'_>>;
}

/// All members of an output; those of its [`Members`] are only in the body.
struct AllMembers<'a, T>(&'a mut T);

impl<T: Output> Members for AllMembers<'_, T> {
    fn member(&mut self, name: &str) -> Option<Slot<'_>> {
        self.0.member(name)
    }
}

/// Reads an output.
///
/// # Errors
/// If the data does not fit.
pub fn output<'de, T: Output, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut output = T::empty();
    let mut members = AllMembers(&mut output);
    SlotSeed::new(Slot::members(&mut members)).deserialize(deserializer)?;
    Ok(output)
}

/// Reads a value.
///
/// # Errors
/// If the data does not fit.
pub fn value<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::absent();
    SlotSeed::new(value.slot()).deserialize(deserializer)?;
    Ok(value)
}

/// Sets the format of timestamps that `facts` state.
pub fn in_format<'a>(slot: Slot<'a>, facts: &[Fact]) -> Slot<'a> {
    slot.timestamps(format(facts))
}

/// Returns the format of timestamps in a value.
pub(super) fn format(facts: &[Fact]) -> Format {
    let mut facts = facts.iter();
    let format = facts.find_map(|fact| match fact {
        Fact::DateTime => Some(Format::DateTime),
        Fact::HttpDate => Some(Format::HttpDate),
        Fact::Each(facts) => Some(format(facts)),
        _ => None,
    });
    format.unwrap_or(Format::EpochSeconds)
}

/// The only key of an object that serde_json makes of each number, if a crate of the application
/// enables its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// Reads data of any type into a slot. Errors never show a value, which may be sensitive.
struct SlotSeed<'a> {
    slot: Slot<'a>,
    /// `true` for a member, which is absent if the data is null.
    is_member: bool,
}

impl<'a> SlotSeed<'a> {
    fn new(slot: Slot<'a>) -> Self {
        SlotSeed {
            slot,
            is_member: false,
        }
    }

    fn in_format(slot: Slot<'a>, format: Format) -> Self {
        Self::new(slot.timestamps(format))
    }

    /// Returns the target of a value that is not null.
    fn target(self) -> (Target<'a>, Format) {
        let format = self.slot.timestamps;
        let mut target = self.slot.target;
        while let Target::Optional(optional) = target {
            target = optional.fill().target;
        }
        (target, format)
    }

    fn number<E: Error>(self, number: Number) -> Result<(), E> {
        match self.target() {
            (Target::I8(value), _) => *value = integer(number)?,
            (Target::I16(value), _) => *value = integer(number)?,
            (Target::I32(value), _) => *value = integer(number)?,
            (Target::I64(value), _) => *value = integer(number)?,
            (Target::F32(value), _) => *value = number.to_f32_lossy(),
            (Target::F64(value), _) => *value = number.to_f64_lossy(),
            (Target::Timestamp(value), Format::EpochSeconds) => *value = seconds(number)?,
            (Target::Document(value), _) => *value = Document::Number(number),
            #[cfg(feature = "big-numbers")]
            (Target::Big(value), _) => value.set(&scalars::digits(number)).map_err(E::custom)?,
            (target, _) => return unexpected(&target),
        }
        Ok(())
    }

    /// Reads a number in the syntax of JSON.
    fn digits<E: Error>(self, digits: &str) -> Result<(), E> {
        match self.target() {
            #[cfg(feature = "big-numbers")]
            (Target::Big(value), _) => value.set(digits).map_err(E::custom),
            (target, format) => match json::number(digits) {
                Some(number) => SlotSeed::in_format(Slot::new(target), format).number(number),
                None => Err(E::custom("the number does not fit")),
            },
        }
    }

    fn null<E: Error>(self) -> Result<(), E> {
        match self.slot.target {
            Target::Document(document) => *document = Document::Null,
            Target::Optional(_) | Target::OptionalString(_) => {}
            _ if self.is_member => {}
            target => return unexpected(&target),
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        // With a hint, a deserializer may show a value of another type in its error.
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for SlotSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expected(&self.slot.target))
    }

    fn visit_bool<E: Error>(self, data: bool) -> Result<(), E> {
        match self.target().0 {
            Target::Bool(value) => *value = data,
            Target::Document(value) => *value = Document::Bool(data),
            target => return unexpected(&target),
        }
        Ok(())
    }

    fn visit_i64<E: Error>(self, data: i64) -> Result<(), E> {
        self.number(match u64::try_from(data) {
            Ok(data) => Number::PosInt(data),
            Err(_) => Number::NegInt(data),
        })
    }

    fn visit_u64<E: Error>(self, data: u64) -> Result<(), E> {
        self.number(Number::PosInt(data))
    }

    fn visit_i128<E: Error>(self, data: i128) -> Result<(), E> {
        self.digits(&data.to_string())
    }

    fn visit_u128<E: Error>(self, data: u128) -> Result<(), E> {
        self.digits(&data.to_string())
    }

    fn visit_f64<E: Error>(self, data: f64) -> Result<(), E> {
        self.number(Number::Float(data))
    }

    fn visit_str<E: Error>(self, data: &str) -> Result<(), E> {
        match self.target() {
            (Target::String(value), _) => *value = data.to_owned(),
            (Target::OptionalString(value), _) => {
                *value = Some(data.to_owned());
            }
            (Target::Parsed(value), _) => value.set(data),
            (Target::Document(value), _) => *value = Document::String(data.to_owned()),
            (Target::Blob(value), _) => *value = Blob::new(bytes(data)?),
            (Target::Stream(value), _) => *value = ByteStream::from(bytes(data)?),
            (target @ Target::Timestamp(_), Format::EpochSeconds) => return unexpected(&target),
            (Target::Timestamp(value), format) => {
                let format = match format {
                    Format::DateTime => Format::DateTimeWithOffset,
                    format => format,
                };
                let time = DateTime::from_str(data, format);
                *value = time.map_err(|_| E::custom("invalid timestamp"))?;
            }
            (Target::F32(value), _) => *value = not_finite(data)? as f32,
            (Target::F64(value), _) => *value = not_finite(data)?,
            #[cfg(feature = "big-numbers")]
            (Target::Big(value), _) => value.set(data).map_err(E::custom)?,
            (target, _) => return unexpected(&target),
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.null()
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.null()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut data: A) -> Result<(), A::Error> {
        match self.target() {
            (Target::List(list), format) => {
                list.clear();
                while data.next_element_seed(ElementSeed(list, format))?.is_some() {}
            }
            (Target::Document(document), _) => {
                let mut values = Vec::new();
                while let Some(value) = data.next_element_seed(DocumentSeed)? {
                    values.push(value);
                }
                *document = Document::Array(values);
            }
            (target, _) => return unexpected(&target),
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut data: A) -> Result<(), A::Error> {
        let (target, format) = self.target();
        match target {
            Target::Map(map) => {
                map.clear();
                while let Some(key) = data.next_key::<String>()? {
                    data.next_value_seed(SlotSeed::in_format(map.insert(&key), format))?;
                }
            }
            Target::Members(members) => {
                while let Some(name) = data.next_key::<String>()? {
                    match members.member(&name) {
                        Some(slot) => data.next_value_seed(SlotSeed {
                            slot,
                            is_member: true,
                        })?,
                        None => drop(data.next_value::<IgnoredAny>()?),
                    }
                }
            }
            Target::Union(union) => {
                let mut count = 0;
                while let Some(name) = data.next_key::<String>()? {
                    // Some services add the name of the shape.
                    if name == "__type" {
                        data.next_value::<IgnoredAny>()?;
                    } else if data.next_value_seed(VariantSeed(union, &name))? {
                        count += 1;
                    }
                }
                if count != 1 {
                    return Err(A::Error::custom("expected a union with one value"));
                }
            }
            Target::Document(document) => {
                let mut values = HashMap::new();
                while let Some(key) = data.next_key()? {
                    values.insert(key, data.next_value_seed(DocumentSeed)?);
                }
                *document = match values.get(NUMBER) {
                    Some(Document::String(digits)) if values.len() == 1 => {
                        json::number(digits).map(Document::Number)
                    }
                    _ => None,
                }
                .unwrap_or(Document::Object(values));
            }
            target => match data.next_key::<String>()? {
                Some(key) if key == NUMBER => {
                    let digits: String = data.next_value()?;
                    SlotSeed::in_format(Slot::new(target), format).digits(&digits)?;
                }
                _ => return unexpected(&target),
            },
        }
        Ok(())
    }
}

/// Reads the next element of a list.
struct ElementSeed<'a>(&'a mut dyn List, Format);

impl<'de> DeserializeSeed<'de> for ElementSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        SlotSeed::in_format(self.0.push(), self.1).deserialize(deserializer)
    }
}

/// Reads a document.
struct DocumentSeed;

impl<'de> DeserializeSeed<'de> for DocumentSeed {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        let mut document = Document::Null;
        let slot = Slot::new(Target::Document(&mut document));
        SlotSeed::new(slot).deserialize(deserializer)?;
        Ok(document)
    }
}

/// Reads a member of a union; returns `false` if it is null.
struct VariantSeed<'a>(&'a mut dyn Union, &'a str);

impl<'de> DeserializeSeed<'de> for VariantSeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for VariantSeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value of a union")
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        match self.0.variant(self.1) {
            Some(slot) => SlotSeed::new(slot).deserialize(deserializer)?,
            None => drop(deserializer.deserialize_ignored_any(IgnoredAny)?),
        }
        Ok(true)
    }
}
