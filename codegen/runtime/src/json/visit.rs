//! What each kind of target takes from serde_json.

use std::borrow::Cow;
use std::fmt;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Number, base64};
use serde::de::{Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::de::{Element, EntryKey, Member, MemberKey, NextElement, Variant, Walk};
use super::read::Target;
use super::skip::Skip;

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Target::Text(_) | Target::Parsed(_) => "a string",
            Target::Bool(_) => "a boolean",
            Target::I8(_) => "an integer of 8 bits",
            Target::I16(_) => "an integer of 16 bits",
            Target::I32(_) => "an integer of 32 bits",
            Target::I64(_) => "an integer of 64 bits",
            Target::F32(_) | Target::F64(_) => "a number",
            Target::Timestamp(_) => "a timestamp",
            Target::Blob(_) => "base64 text",
            Target::Document(_) | Target::Optional(_) | Target::IfText(_) => "a value",
            #[cfg(feature = "big-numbers")]
            Target::Big(_) => "a number",
            Target::List(_) => "a list",
            Target::Map(_) | Target::Members(_) | Target::Union(_) => "an object",
        })
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.0 {
            Target::Bool(target) => *target = value,
            _ => return Err(E::invalid_type(Unexpected::Bool(value), &self)),
        }
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.number(match u64::try_from(value) {
            Ok(value) => Number::PosInt(value),
            Err(_) => Number::NegInt(value),
        })
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.number(Number::PosInt(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.number(Number::Float(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match self.0 {
            Target::Text(target) => *target = text.to_owned(),
            Target::Parsed(target) => target.set(text),
            Target::Timestamp(target) => {
                // Offsets are accepted wherever a date-time is: services write both.
                let format = match self.1 {
                    Format::DateTime => Format::DateTimeWithOffset,
                    other => other,
                };
                *target =
                    DateTime::from_str(text, format).map_err(|_| E::custom("invalid timestamp"))?;
            }
            Target::Blob(target) => {
                let bytes = base64::decode(text).map_err(|_| E::custom("invalid base64"))?;
                *target = Blob::new(bytes);
            }
            _ => return Err(E::invalid_type(Unexpected::Other("string"), &self)),
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match self.0 {
            Target::List(list) => {
                list.clear();
                while seq.next_element_seed(NextElement(list, self.1))?.is_some() {}
            }
            _ => return Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.0 {
            Target::Members(members) => {
                while let Some(slot) = map.next_key_seed(MemberKey(members))? {
                    match slot {
                        Some(slot) => map.next_value_seed(Member(slot))?,
                        None => map.next_value_seed(Skip)?,
                    }
                }
            }
            Target::Map(entries) => {
                entries.clear();
                while let Some(slot) = map.next_key_seed(EntryKey(entries))? {
                    map.next_value_seed(Element(slot.timestamps(self.1)))?;
                }
            }
            Target::Union(union) => {
                let mut chosen = false;
                while let Some(name) = map.next_key::<Cow<'de, str>>()? {
                    let variant = Variant {
                        union,
                        name: &name,
                        chosen,
                    };
                    chosen |= map.next_value_seed(variant)?;
                }
                if !chosen {
                    return Err(A::Error::custom("a union without a value"));
                }
            }
            _ => return Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
        Ok(())
    }
}

impl Walk<'_> {
    /// Takes a number as the official client does: whatever the target holds without loss, so also
    /// `5.0` and `5e2` for an integer.
    fn number<E: Error>(self, value: Number) -> Result<(), E> {
        fn whole<T: TryFrom<Number>, E: Error>(target: &mut T, value: Number) -> Result<(), E> {
            *target = T::try_from(value).map_err(|_| E::custom("the number does not fit"))?;
            Ok(())
        }
        match self.0 {
            Target::I8(target) => whole(target, value),
            Target::I16(target) => whole(target, value),
            Target::I32(target) => whole(target, value),
            Target::I64(target) => whole(target, value),
            Target::Timestamp(target) => {
                *target = DateTime::from_secs_f64(value.to_f64_lossy());
                Ok(())
            }
            _ => Err(E::invalid_type(Unexpected::Other("number"), &self)),
        }
    }
}
