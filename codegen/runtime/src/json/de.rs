//! The walk over a JSON text: the slots take the values.

use std::fmt::Display;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document, Number, base64};

use super::JsonError;
use super::document::float;
use super::read::{List, Map, Members, Slot, Target, Union};
use super::reader::Reader;

const OBJECT: &str = "expected an object";
const STRING: &str = "expected a string";

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
    let mut reader = reader(text)?;
    reader.members(members)?;
    end(&mut reader)
}

/// Reads one JSON value and nothing after it into `slot`; null counts as absent.
///
/// # Errors
/// When the text is not valid JSON, or does not fit.
#[cfg(feature = "bindings")]
pub(crate) fn read_value(text: &[u8], slot: Slot<'_>) -> Result<(), JsonError> {
    let mut reader = reader(text)?;
    reader.member(slot)?;
    end(&mut reader)
}

fn reader(text: &[u8]) -> Result<Reader<'_>, JsonError> {
    // Once for all of it is much cheaper than string by string.
    let text = std::str::from_utf8(text);
    let text = text.map_err(|_| JsonError::new("it is not UTF-8".to_owned()))?;
    Ok(Reader::new(text))
}

fn end(reader: &mut Reader<'_>) -> Result<(), JsonError> {
    match reader.peek() {
        None => Ok(()),
        Some(_) => Err(reader.error("expected the end")),
    }
}

/// Whether the first token of `text` opens an object; there may be none.
///
/// # Errors
/// When the first token is not one of JSON. What follows it is not looked at.
pub(crate) fn opens_object(text: &[u8]) -> Result<bool, JsonError> {
    let valid = match std::str::from_utf8(text) {
        Ok(valid) => valid,
        Err(error) => std::str::from_utf8(&text[..error.valid_up_to()]).unwrap_or_default(),
    };
    let mut reader = Reader::new(valid);
    let first = match reader.peek() {
        Some(b'{') => return Ok(true),
        Some(b'[') => return Ok(false),
        None if valid.len() == text.len() => return Ok(false),
        first => first,
    };
    reader.raw()?;
    // The quote ends a string; a number or a word ends with what may stand after a value.
    match text.get(reader.at()) {
        Some(b' ' | b'\t' | b'\r' | b'\n' | b'}' | b']' | b',') | None => Ok(false),
        Some(_) if first == Some(b'"') => Ok(false),
        Some(_) => Err(reader.error("trailing characters")),
    }
}

impl Reader<'_> {
    /// Reads a member: null counts as absent.
    fn member(&mut self, slot: Slot<'_>) -> Result<(), JsonError> {
        if self.peek() == Some(b'n') && self.takes("null") {
            if !slot.keeps {
                clear(slot.target);
            }
            return Ok(());
        }
        self.value(slot)
    }

    /// Reads an element of a list or a map's value: null is an error unless the slot is optional.
    fn element(&mut self, slot: Slot<'_>) -> Result<(), JsonError> {
        match slot.target {
            Target::Optional(_) | Target::Document(_) => self.member(slot),
            _ => self.value(slot),
        }
    }

    /// Reads a value that must be there.
    fn value(&mut self, slot: Slot<'_>) -> Result<(), JsonError> {
        let format = slot.timestamps;
        match slot.target {
            Target::Optional(optional) => self.present(optional.fill().target, format),
            target => self.present(target, format),
        }
    }

    fn present(&mut self, target: Target<'_>, format: Format) -> Result<(), JsonError> {
        match target {
            // Optional in an optional one: what no shape has.
            Target::Optional(optional) => self.present(optional.fill().target, format)?,
            Target::Text(text) => *text = self.string(STRING)?.to_owned(),
            Target::Parsed(value) => value.set(self.string(STRING)?),
            #[cfg(feature = "big-numbers")]
            Target::Big(value) => {
                let set = value.set(self.raw()?);
                set.map_err(|reason| self.error(reason))?;
            }
            Target::IfText(value) if self.peek() == Some(b'"') => {
                value.set(self.string(STRING)?);
            }
            Target::IfText(_) => self.pass_over()?,
            Target::Bool(value) => {
                *value = self.takes("true");
                if !*value && !self.takes("false") {
                    return Err(self.error("expected a boolean"));
                }
            }
            Target::I8(value) => *value = self.whole("expected an integer of 8 bits")?,
            Target::I16(value) => *value = self.whole("expected an integer of 16 bits")?,
            Target::I32(value) => *value = self.whole("expected an integer of 32 bits")?,
            Target::I64(value) => *value = self.whole("expected an integer of 64 bits")?,
            Target::F32(value) => *value = self.converted(float)?.to_f32_lossy(),
            Target::F64(value) => *value = self.converted(float)?.to_f64_lossy(),
            Target::Timestamp(value) if format == Format::EpochSeconds => {
                let seconds = self.number("expected a timestamp")?.to_f64_lossy();
                *value = DateTime::from_secs_f64(seconds);
            }
            Target::Timestamp(value) => {
                // Offsets are accepted wherever a date-time is: services write both.
                let format = match format {
                    Format::DateTime => Format::DateTimeWithOffset,
                    other => other,
                };
                let time = DateTime::from_str(self.string("expected a timestamp")?, format);
                *value = time.map_err(|_| self.error("invalid timestamp"))?;
            }
            Target::Blob(blob) => {
                let bytes = base64::decode(self.string("expected base64 text")?);
                *blob = Blob::new(bytes.map_err(|_| self.error("invalid base64"))?);
            }
            Target::Document(document) => *document = self.document()?,
            Target::List(list) => self.list(list, format)?,
            Target::Map(map) => self.map(map, format)?,
            Target::Members(members) => self.members(members)?,
            Target::Union(union) => self.union(union)?,
        }
        Ok(())
    }

    /// A number as the official client takes it: whatever the target holds without loss, so also
    /// `5.0` and `5e2` for an integer.
    fn whole<T: TryFrom<Number>>(&mut self, kind: &str) -> Result<T, JsonError> {
        let number = self.number(kind)?;
        T::try_from(number).map_err(|_| self.error("the number does not fit"))
    }

    fn number(&mut self, kind: &str) -> Result<Number, JsonError> {
        self.converted(|document| match document {
            Document::Number(number) => Ok(number),
            _ => Err(kind),
        })
    }

    /// The value as `convert` understands it.
    fn converted<T, E: Display>(
        &mut self,
        convert: impl FnOnce(Document) -> Result<T, E>,
    ) -> Result<T, JsonError> {
        convert(self.document()?).map_err(|reason| self.error(&reason.to_string()))
    }

    fn list(&mut self, list: &mut dyn List, format: Format) -> Result<(), JsonError> {
        list.clear();
        self.open(b'[', "expected a list")?;
        let (start, mut first, mut length) = (self.at(), true, 0);
        while self.more(b']', &mut first)? {
            if length > 3 && list.is_full() {
                list.reserve(more(length, self.at() - start, self.left()));
            }
            self.element(list.push().timestamps(format))?;
            length += 1;
        }
        list.trim();
        Ok(())
    }

    fn map(&mut self, map: &mut dyn Map, format: Format) -> Result<(), JsonError> {
        map.clear();
        self.open(b'{', OBJECT)?;
        let mut first = true;
        while let Some(key) = self.name(&mut first)? {
            let slot = map.insert(key);
            self.colon()?;
            self.element(slot.timestamps(format))?;
        }
        Ok(())
    }

    fn members(&mut self, members: &mut dyn Members) -> Result<(), JsonError> {
        self.open(b'{', OBJECT)?;
        let mut first = true;
        while let Some(name) = self.name(&mut first)? {
            let slot = members.member(name);
            self.colon()?;
            match slot {
                Some(slot) => self.member(slot)?,
                None => self.pass_over()?,
            }
        }
        Ok(())
    }

    /// Reads the one member that is not null: the variant is chosen after a look at the value.
    fn union(&mut self, union: &mut dyn Union) -> Result<(), JsonError> {
        self.open(b'{', OBJECT)?;
        let (mut first, mut chosen) = (true, false);
        while let Some(name) = self.name(&mut first)? {
            let name = name.to_owned();
            self.colon()?;
            if self.takes("null") {
                continue;
            }
            // Some services name the shape beside the value.
            if name == "__type" {
                self.pass_over()?;
                continue;
            }
            if std::mem::replace(&mut chosen, true) {
                return Err(self.error("a union with two values"));
            }
            match union.variant(&name) {
                Some(slot) => self.value(slot)?,
                None => self.pass_over()?,
            }
        }
        if chosen {
            return Ok(());
        }
        Err(self.error("a union without a value"))
    }
}

/// How many more elements to make room for, after `length` of them in `read` bytes, with `left` bytes
/// to come: as many as there are if those are all of the list, and as long as the others.
///
/// A list that doubles instead holds a third too much on average. But what was read may be little, so
/// a guess goes no further than some times its length; and a few elements are never enough.
fn more(length: usize, read: usize, left: usize) -> usize {
    let average = (read / length).max(1);
    let guess = left / average;
    (guess + guess / 16 + 1).clamp(length / 8 + 1, length.saturating_mul(16))
}

/// To the state of nothing read.
fn clear(target: Target<'_>) {
    match target {
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
        #[cfg(feature = "big-numbers")]
        Target::Big(value) => value.reset(),
        Target::IfText(_) => {}
        Target::List(list) => list.clear(),
        Target::Map(map) => map.clear(),
        // Their slots are fresh.
        Target::Members(_) | Target::Union(_) => {}
    }
}
