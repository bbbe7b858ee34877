//! Writing JSON.

use std::fmt;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError;

/// The result of writing a value, which may not be representable in JSON.
pub type WriteResult = Result<(), SerializationError>;

/// A member of an object: its name and its value, which may be absent.
pub type Member<'a> = (&'a str, &'a dyn Write);

/// A value that can be written as JSON.
pub trait Write {
    /// Writes the value.
    ///
    /// # Errors
    /// If a timestamp is out of range for its format.
    fn write(&self, out: ValueWriter<'_>) -> WriteResult;

    /// Returns `true` if a member with this value is omitted.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }
}

/// A writer of one value.
pub struct ValueWriter<'a> {
    pub(super) buffer: &'a mut Vec<u8>,
    pub(super) timestamps: Format,
}

/// A value whose timestamps are written in another format than seconds since the epoch.
pub struct InFormat<'a>(pub &'a dyn Write, pub Format);

impl Write for InFormat<'_> {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        self.0.write(out.timestamps(self.1))
    }

    fn is_absent(&self) -> bool {
        self.0.is_absent()
    }
}

/// The value of a variant without a type: an object without members.
#[derive(Debug)]
pub struct NoMembers;

impl Write for NoMembers {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        out.members(&[])
    }
}

/// A number or boolean that is omitted if it equals its default, the second field.
#[derive(Debug)]
pub struct UnlessDefault<T>(pub T, pub T);

impl<T: Write + PartialEq> Write for UnlessDefault<T> {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        self.0.write(out)
    }

    fn is_absent(&self) -> bool {
        self.0 == self.1
    }
}

/// A writer of an object's members, in the order of the calls.
pub(super) struct ObjectWriter<'a> {
    buffer: &'a mut Vec<u8>,
    first: bool,
}

impl<'a> ValueWriter<'a> {
    /// Creates a writer that appends to `buffer`.
    pub fn new(buffer: &'a mut Vec<u8>) -> Self {
        Self {
            buffer,
            timestamps: Format::EpochSeconds,
        }
    }

    /// Sets the format of timestamps.
    pub fn timestamps(mut self, format: Format) -> Self {
        self.timestamps = format;
        self
    }

    /// Writes `string` in quotes, escaped.
    pub fn string(self, string: &str) {
        write_string(self.buffer, string);
    }

    /// Writes an object with `members`, except those that are absent.
    ///
    /// # Errors
    /// See [`Write::write`].
    pub fn members(self, members: &[Member<'_>]) -> WriteResult {
        let mut object = self.object();
        for (name, value) in members {
            object.member(name, *value)?;
        }
        object.finish();
        Ok(())
    }

    /// Starts an object; [`ObjectWriter::finish`] ends it.
    pub(super) fn object(self) -> ObjectWriter<'a> {
        self.buffer.push(b'{');
        ObjectWriter {
            buffer: self.buffer,
            first: true,
        }
    }

    fn reborrow(&mut self) -> ValueWriter<'_> {
        ValueWriter {
            buffer: self.buffer,
            timestamps: self.timestamps,
        }
    }

    pub(super) fn list<'v>(
        self,
        values: impl Iterator<Item = &'v (dyn Write + 'v)>,
    ) -> WriteResult {
        let mut writer = self;
        writer.buffer.push(b'[');
        for (index, value) in values.enumerate() {
            if index > 0 {
                writer.buffer.push(b',');
            }
            value.write(writer.reborrow())?;
        }
        writer.buffer.push(b']');
        Ok(())
    }

    pub(super) fn map<'v>(
        self,
        entries: impl Iterator<Item = (&'v str, &'v (dyn Write + 'v))>,
    ) -> WriteResult {
        let timestamps = self.timestamps;
        let mut object = self.object();
        for (key, value) in entries {
            value.write(object.key(key).timestamps(timestamps))?;
        }
        object.finish();
        Ok(())
    }
}

impl ObjectWriter<'_> {
    /// Writes the member `name`, or nothing if `value` is absent.
    ///
    /// # Errors
    /// See [`Write::write`].
    pub(super) fn member(&mut self, name: &str, value: &dyn Write) -> WriteResult {
        if value.is_absent() {
            return Ok(());
        }
        value.write(self.key(name))
    }

    /// Writes a key, and returns the writer for its value.
    fn key(&mut self, name: &str) -> ValueWriter<'_> {
        if !self.first {
            self.buffer.push(b',');
        }
        self.first = false;
        write_string(self.buffer, name);
        self.buffer.push(b':');
        ValueWriter::new(self.buffer)
    }

    /// Ends the object.
    pub(super) fn finish(self) {
        self.buffer.push(b'}');
    }
}

/// Writes `string` in quotes, escaped by serde_json.
fn write_string(buffer: &mut Vec<u8>, string: &str) {
    // Writing a `str` to a `Vec` cannot fail.
    let _ = serde_json::to_writer(buffer, string);
}

impl fmt::Debug for InFormat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InFormat")
    }
}

impl fmt::Debug for ValueWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ValueWriter")
    }
}
