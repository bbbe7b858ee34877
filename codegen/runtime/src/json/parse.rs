//! The JSON parser: stores values in slots.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document, Number, base64};

use super::JsonError;
use super::read::{List, Map, Members, Slot, Target, Union};
use super::reader::Reader;

const OBJECT: &str = "expected an object";
const STRING: &str = "expected a string";

/// Reads exactly one JSON object into `members`. Empty input is equivalent to `{}`.
///
/// The last value of a duplicate member wins. Unknown members are skipped.
///
/// # Errors
/// If `json` is not a valid JSON object, or a value does not fit its member.
pub fn read_object(json: &[u8], members: &mut dyn Members) -> Result<(), JsonError> {
    if json.is_empty() {
        return Ok(());
    }
    let mut reader = reader(json)?;
    let read = reader.members(members).and_then(|()| end(&mut reader));
    read.map_err(|error| reader.with_path(error))
}

/// Reads exactly one JSON value into `slot`. Null means absent.
///
/// # Errors
/// If `json` is not valid JSON, or the value does not fit.
#[cfg(feature = "bindings")]
pub(crate) fn read_value(json: &[u8], slot: Slot<'_>) -> Result<(), JsonError> {
    let mut reader = reader(json)?;
    let read = reader.member(slot).and_then(|()| end(&mut reader));
    read.map_err(|error| reader.with_path(error))
}

fn reader(json: &[u8]) -> Result<Reader<'_>, JsonError> {
    // One check of the complete input is much cheaper than one per string.
    match std::str::from_utf8(json) {
        Ok(json) => Ok(Reader::new(json)),
        Err(_) => Err(JsonError::new("it is not UTF-8".to_owned())),
    }
}

fn end(reader: &mut Reader<'_>) -> Result<(), JsonError> {
    match reader.peek() {
        None => Ok(()),
        Some(_) => Err(reader.error("expected the end of the input")),
    }
}

/// Returns `true` if the first token of `json` opens an object; `json` may be empty.
///
/// # Errors
/// If the first token is not valid JSON. Later tokens are not checked.
pub(crate) fn opens_object(json: &[u8]) -> Result<bool, JsonError> {
    let valid = match std::str::from_utf8(json) {
        Ok(valid) => valid,
        Err(error) => std::str::from_utf8(&json[..error.valid_up_to()]).unwrap_or_default(),
    };
    let mut reader = Reader::new(valid);
    let first = match reader.peek() {
        Some(b'{') => return Ok(true),
        Some(b'[') => return Ok(false),
        None if valid.len() == json.len() => return Ok(false),
        first => first,
    };
    reader.raw()?;
    // A string ends with its quote; a number or a word must be followed by a separator.
    match json.get(reader.offset()) {
        Some(b' ' | b'\t' | b'\r' | b'\n' | b'}' | b']' | b',') | None => Ok(false),
        Some(_) if first == Some(b'"') => Ok(false),
        Some(_) => Err(reader.error("trailing characters")),
    }
}

impl Reader<'_> {
    /// Reads the value of a member. Null means absent.
    fn member(&mut self, slot: Slot<'_>) -> Result<(), JsonError> {
        if self.peek() == Some(b'n') && self.consume("null") {
            if !slot.keeps_on_null {
                clear(slot.target);
            }
            return Ok(());
        }
        self.value(slot)
    }

    /// Reads a list element or a map value. Null is an error, except for optional
    /// values and documents.
    fn element(&mut self, slot: Slot<'_>) -> Result<(), JsonError> {
        match slot.target {
            Target::Optional(_) | Target::OptionalString(_) | Target::Document(_) => {
                self.member(slot)
            }
            _ => self.value(slot),
        }
    }

    /// Reads a value that must not be null.
    fn value(&mut self, slot: Slot<'_>) -> Result<(), JsonError> {
        let format = slot.timestamps;
        match slot.target {
            Target::Optional(optional) => self.value_into(optional.fill().target, format),
            target => self.value_into(target, format),
        }
    }

    fn value_into(&mut self, target: Target<'_>, format: Format) -> Result<(), JsonError> {
        match target {
            // No shape has nested optional values.
            Target::Optional(optional) => self.value_into(optional.fill().target, format)?,
            Target::String(string) => *string = self.string(STRING)?.to_owned(),
            Target::OptionalString(value) => *value = Some(self.string(STRING)?.to_owned()),
            Target::Parsed(value) => value.set(self.string(STRING)?),
            #[cfg(feature = "big-numbers")]
            Target::Big(value) => {
                let set = value.set(self.digits("expected a number")?);
                set.map_err(|reason| self.error(reason))?;
            }
            Target::IfString(value) if self.peek() == Some(b'"') => {
                *value = Some(self.string(STRING)?.to_owned());
            }
            Target::IfString(_) => self.skip_value()?,
            Target::Bool(value) => {
                *value = self.consume("true");
                if !*value && !self.consume("false") {
                    return Err(self.error("expected a boolean"));
                }
            }
            Target::I8(value) => *value = self.integer("expected an integer of 8 bits")?,
            Target::I16(value) => *value = self.integer("expected an integer of 16 bits")?,
            Target::I32(value) => *value = self.integer("expected an integer of 32 bits")?,
            Target::I64(value) => *value = self.integer("expected an integer of 64 bits")?,
            Target::F32(value) => *value = self.float()?.to_f32_lossy(),
            Target::F64(value) => *value = self.float()?.to_f64_lossy(),
            Target::Timestamp(value) if format == Format::EpochSeconds => {
                let seconds = self.number("expected a timestamp")?.to_f64_lossy();
                *value = DateTime::from_secs_f64(seconds);
            }
            Target::Timestamp(value) => {
                // Services also send date-times with offsets.
                let format = match format {
                    Format::DateTime => Format::DateTimeWithOffset,
                    other => other,
                };
                let time = DateTime::from_str(self.string("expected a timestamp")?, format);
                *value = time.map_err(|_| self.error("invalid timestamp"))?;
            }
            Target::Blob(blob) => {
                let bytes = base64::decode(self.string("expected a base64 string")?);
                *blob = Blob::new(bytes.map_err(|_| self.error("invalid base64"))?);
            }
            #[cfg(feature = "serde")]
            Target::Stream(_) => return Err(self.error("a stream is not in JSON")),
            Target::Document(document) => {
                // The limit on nesting applies to the document alone.
                let depth = self.set_depth(0);
                *document = self.document()?;
                self.set_depth(depth);
            }
            Target::List(list) => self.list(list, format)?,
            Target::Map(map) => self.map(map, format)?,
            Target::Members(members) => self.members(members)?,
            Target::Union(union) => self.union(union)?,
        }
        Ok(())
    }

    /// Reads an integer in any lossless notation, such as `5.0` and `5e2`, like the official client.
    fn integer<T: TryFrom<Number>>(&mut self, expected: &str) -> Result<T, JsonError> {
        let number = self.number(expected)?;
        T::try_from(number).map_err(|_| self.error("the number does not fit"))
    }

    fn list(&mut self, list: &mut dyn List, format: Format) -> Result<(), JsonError> {
        list.clear();
        self.open(b'[', "expected a list")?;
        let (start, mut first, mut length) = (self.offset(), true, 0);
        while self.has_next(b']', &mut first)? {
            if length > 3 && list.is_full() {
                let average = (self.offset() - start) / length;
                let estimate = self.remaining() / average;
                list.reserve(if average < COUNTED_BELOW || estimate < length / 8 {
                    self.elements_left()
                } else {
                    additional_capacity(length, estimate)
                });
            }
            self.element(list.push().timestamps(format))
                .map_err(JsonError::in_element)?;
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
            self.element(slot.timestamps(format))
                .map_err(JsonError::in_entry)?;
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
                Some(slot) => self.member(slot).map_err(JsonError::in_member)?,
                None => self.skip_value()?,
            }
        }
        Ok(())
    }

    /// Reads the only member that is not null, and selects its variant.
    fn union(&mut self, union: &mut dyn Union) -> Result<(), JsonError> {
        self.open(b'{', OBJECT)?;
        let (mut first, mut selected) = (true, false);
        while let Some(name) = self.name(&mut first)? {
            let name = name.to_owned();
            self.colon()?;
            if self.consume("null") {
                continue;
            }
            // Some services add the name of the shape.
            if name == "__type" {
                self.skip_value()?;
                continue;
            }
            if std::mem::replace(&mut selected, true) {
                return Err(self.error("a union with two values"));
            }
            match union.variant(&name) {
                Some(slot) => self.value(slot).map_err(JsonError::in_member)?,
                None => self.skip_value()?,
            }
        }
        if selected {
            return Ok(());
        }
        Err(self.error("a union without a value"))
    }
}

/// The average size in bytes below which the elements of a list are counted before they are read.
///
/// A structure needs hundreds of bytes in memory, but may be as short as `{}`. Counting is cheap
/// for such elements, and leaves nothing to copy or to free. For longer ones, an estimate is enough,
/// unless few are left.
const COUNTED_BELOW: usize = 32;

/// Returns the number of elements to reserve after `length` elements, if `estimate` more would fill
/// the bytes that are left.
///
/// Doubling the list instead would waste a third of its memory on average. The number is limited
/// relative to `length`, because the first elements may not be representative.
fn additional_capacity(length: usize, estimate: usize) -> usize {
    // The more elements were read, the better the estimate.
    let spare = estimate / length.clamp(16, 256) + 1;
    (estimate + spare).min(length.saturating_mul(64))
}

/// Resets a target to the state before reading.
fn clear(target: Target<'_>) {
    match target {
        Target::Optional(optional) => optional.clear(),
        Target::OptionalString(string) => *string = None,
        Target::String(string) => string.clear(),
        Target::Bool(value) => *value = false,
        Target::I8(value) => *value = 0,
        Target::I16(value) => *value = 0,
        Target::I32(value) => *value = 0,
        Target::I64(value) => *value = 0,
        Target::F32(value) => *value = 0.0,
        Target::F64(value) => *value = 0.0,
        Target::Timestamp(value) => *value = DateTime::from_secs(0),
        Target::Blob(value) => *value = Blob::new(Vec::new()),
        #[cfg(feature = "serde")]
        Target::Stream(value) => *value = Default::default(),
        Target::Document(value) => *value = Document::Null,
        Target::Parsed(value) => value.reset(),
        #[cfg(feature = "big-numbers")]
        Target::Big(value) => value.reset(),
        Target::IfString(_) => {}
        Target::List(list) => list.clear(),
        Target::Map(map) => map.clear(),
        // Their slots are always empty.
        Target::Members(_) | Target::Union(_) => {}
    }
}
