//! Implementations of [`Write`] for the types of members.

use std::collections::HashMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::primitive::Encoder;
use aws_smithy_types::{Blob, DateTime, Document, Number, base64};

use super::write::{ValueWriter, Write, WriteResult};

impl<T: Write> Write for Option<T> {
    #[inline]
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        match self {
            Some(value) => value.write(out),
            None => {
                out.buffer.extend_from_slice(b"null");
                Ok(())
            }
        }
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Write> Write for Box<T> {
    #[inline]
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        (**self).write(out)
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        out.list(self.iter().map(|value| value as &dyn Write))
    }
}

impl<K: AsRef<str>, T: Write> Write for HashMap<K, T> {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        out.map(
            self.iter()
                .map(|(key, value)| (key.as_ref(), value as &dyn Write)),
        )
    }
}

impl Write for String {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        out.string(self);
        Ok(())
    }
}

impl Write for bool {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        out.buffer
            .extend_from_slice(if *self { b"true" } else { b"false" });
        Ok(())
    }
}

macro_rules! write_integer {
    ($($type:ty)+) => {$(
        impl Write for $type {
            fn write(&self, out: ValueWriter<'_>) -> WriteResult {
                out.buffer.extend_from_slice(Encoder::from(*self).encode().as_bytes());
                Ok(())
            }
        }
    )+};
}

write_integer!(i8 i16 i32 i64 u64);

macro_rules! write_float {
    ($($type:ty)+) => {$(
        impl Write for $type {
            fn write(&self, out: ValueWriter<'_>) -> WriteResult {
                let mut encoder = Encoder::from(*self);
                if self.is_finite() {
                    out.buffer.extend_from_slice(encoder.encode().as_bytes());
                } else {
                    out.string(encoder.encode());
                }
                Ok(())
            }
        }
    )+};
}

write_float!(f32 f64);

impl Write for Blob {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        out.string(&base64::encode(self.as_ref()));
        Ok(())
    }
}

impl Write for DateTime {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        let time = self.fmt(out.timestamps)?;
        match out.timestamps {
            Format::EpochSeconds => out.buffer.extend_from_slice(time.as_bytes()),
            _ => out.string(&time),
        }
        Ok(())
    }
}

impl Write for Document {
    fn write(&self, out: ValueWriter<'_>) -> WriteResult {
        match self {
            Document::Null => out.buffer.extend_from_slice(b"null"),
            Document::Bool(value) => return value.write(out),
            Document::Number(Number::PosInt(value)) => return value.write(out),
            Document::Number(Number::NegInt(value)) => return value.write(out),
            Document::Number(Number::Float(value)) => return value.write(out),
            Document::String(string) => out.string(string),
            Document::Array(values) => return values.write(out),
            Document::Object(values) => return values.write(out),
        }
        Ok(())
    }
}
