//! What a JSON text is made of.

use std::fmt;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::error::operation::SerializationError;

/// What writing comes to: a value may have no text.
pub type Written = Result<(), SerializationError>;

/// A value that can be written as JSON.
pub trait Write {
    /// Writes the value.
    ///
    /// # Errors
    /// When a timestamp lies outside of what its format can say.
    fn write(&self, out: ValueWriter<'_>) -> Written;

    /// Whether a member with this value is left out.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }
}

/// Writes one value.
pub struct ValueWriter<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) timestamps: Format,
}

/// Writes an object's members in the order of the calls.
pub struct ObjectWriter<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl<'a> ValueWriter<'a> {
    /// Writes to the end of `out`.
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            out,
            timestamps: Format::EpochSeconds,
        }
    }

    /// The same place for timestamps in `format`.
    pub fn timestamps(mut self, format: Format) -> Self {
        self.timestamps = format;
        self
    }

    /// Writes a string, escaped.
    pub fn text(self, text: &str) {
        write_text(self.out, text);
    }

    /// Starts an object; [`ObjectWriter::finish`] ends it.
    pub fn object(self) -> ObjectWriter<'a> {
        self.out.push(b'{');
        ObjectWriter {
            out: self.out,
            first: true,
        }
    }

    fn again(&mut self) -> ValueWriter<'_> {
        ValueWriter {
            out: self.out,
            timestamps: self.timestamps,
        }
    }

    pub(super) fn list<'v>(self, values: impl Iterator<Item = &'v (dyn Write + 'v)>) -> Written {
        let mut place = self;
        place.out.push(b'[');
        for (index, value) in values.enumerate() {
            if index > 0 {
                place.out.push(b',');
            }
            value.write(place.again())?;
        }
        place.out.push(b']');
        Ok(())
    }

    pub(super) fn map<'v>(
        self,
        entries: impl Iterator<Item = (&'v str, &'v (dyn Write + 'v))>,
    ) -> Written {
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
    /// Writes the member `name`, or nothing where `value` is absent.
    ///
    /// # Errors
    /// As [`Write::write`].
    pub fn member(&mut self, name: &str, value: &dyn Write) -> Written {
        if value.is_absent() {
            return Ok(());
        }
        value.write(self.key(name))
    }

    /// As [`member`](Self::member), with timestamps in `format`.
    ///
    /// # Errors
    /// As [`Write::write`].
    pub fn timestamps(&mut self, name: &str, value: &dyn Write, format: Format) -> Written {
        if value.is_absent() {
            return Ok(());
        }
        value.write(self.key(name).timestamps(format))
    }

    /// Writes a key; the value must follow.
    pub fn key(&mut self, name: &str) -> ValueWriter<'_> {
        if !self.first {
            self.out.push(b',');
        }
        self.first = false;
        write_text(self.out, name);
        self.out.push(b':');
        ValueWriter::new(self.out)
    }

    /// Ends the object.
    pub fn finish(self) {
        self.out.push(b'}');
    }
}

/// Writes `text` in quotes, escaped by serde_json.
fn write_text(out: &mut Vec<u8>, text: &str) {
    // A `Vec` takes every write and a `str` is always valid, so there is no error to report.
    let _ = serde_json::to_writer(out, text);
}

impl fmt::Debug for ValueWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ValueWriter")
    }
}

impl fmt::Debug for ObjectWriter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ObjectWriter")
    }
}
